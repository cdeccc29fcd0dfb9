import { useNavigate, useSearch, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import { filled, isEmpty, lacks } from '../../../forms/body.ts';
import { Checkboxes, Radios } from '../../../forms/choices.tsx';
import { FormField } from '../../../forms/form-field.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { optionsOf, textOf, useWords } from '../../../i18n/index.tsx';
import { Field, FieldGroup, inputClass } from '../../../ui/field.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { useAreas, useCouncil, useCouncils } from './shared.tsx';

type Label = keyof (typeof words.ja)['field'];
const lacking = (name: Label, value: unknown, chosen = false) =>
  isEmpty(value) ? [lacks(name, { ja: words.ja.field[name], en: words.en.field[name] }, chosen)] : [];

const useGoTo = () => {
  const navigate = useNavigate();
  return (to: string) => void navigate({ to } as unknown as LinkProps as never);
};

/** The council that a page was opened from. */
const useCouncilAsked = (): string => {
  const { council } = useSearch({ strict: false }) as { council?: string };
  return typeof council === 'string' ? council : '';
};

/** 会議を予定する. */
export function PlanMeetingPage() {
  const t = useWords(words);
  const goTo = useGoTo();
  const asked = useCouncilAsked();
  const [initial] = useState(() => ({ council: asked, on: '', startsAt: '', place: '' }));
  const used = useCommandForm({
    command: 'PlanMeeting',
    initial,
    check: ({ council, on, startsAt }) => [
      ...lacking('council', council, true),
      ...lacking('on', on, true),
      ...lacking('startsAt', startsAt),
    ],
    toBody: ({ council, on, startsAt, place }): Body<'PlanMeeting'> => ({
      council: textOf(council),
      on: textOf(on),
      startsAt: textOf(startsAt).normalize('NFKC'),
      ...filled({ place: textOf(place) }),
    }),
    onDone: ({ id }) => goTo(`/meetings/${id}/page`),
  });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.PlanMeeting} />
      <FormFrame
        used={used}
        names={['council', 'on', 'startsAt', 'place']}
        submit={t.command.PlanMeeting}
        cancel={() => goTo('/councils')}
      >
        <CouncilField used={used} />
        <FormField name="on" definition={{ as: 'date', required: true }} words={t} used={used} />
        <Field name="startsAt" label={t.field.startsAt} required error={used.errorOf('startsAt')}>
          {(control) => (
            <input
              {...control}
              {...used.form.register('startsAt', { onChange: () => used.mended('startsAt') })}
              type="time"
              className={`${inputClass} max-w-40`}
            />
          )}
        </Field>
        <FormField name="place" definition={{ as: 'text' }} words={t} used={used} />
      </FormFrame>
    </div>
  );
}

/** 議題を提案する, with no issue behind it. */
export function ProposeItemPage() {
  const t = useWords(words);
  const goTo = useGoTo();
  const asked = useCouncilAsked();
  const [initial] = useState(() => ({ council: asked, title: '', category: '' }));
  const used = useCommandForm({
    command: 'ProposeAgendaItem',
    initial,
    check: ({ council, title, category }) => [
      ...lacking('council', council, true),
      ...lacking('title', title),
      ...lacking('category', category, true),
    ],
    toBody: ({ council, title, category }) =>
      ({ council: textOf(council), title: textOf(title), category }) as Body<'ProposeAgendaItem'>,
    onDone: ({ id }) => goTo(`/cases/${id}`),
  });
  const { data: council } = useCouncil(textOf(used.form.watch('council')));
  const fitting = optionsOf(t.codes.category).filter(({ value }) => council?.categories.includes(value) ?? true);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.ProposeAgendaItem} />
      <FormFrame
        used={used}
        names={['council', 'title', 'category']}
        submit={t.command.ProposeAgendaItem}
        cancel={() => goTo('/councils')}
      >
        <CouncilField used={used} />
        <FormField name="title" definition={{ as: 'text', required: true, hint: 'matter' }} words={t} used={used} />
        <FieldGroup name="category" label={t.field.category} required error={used.errorOf('category')}>
          <Radios form={used.form} name="category" options={fitting} onPick={() => used.mended('category')} />
        </FieldGroup>
      </FormFrame>
    </div>
  );
}

function CouncilField({ used }: { used: UsedForm }) {
  const { pick, meeting: say } = useWords(pageWords);
  const { data: councils = [] } = useCouncils();
  return (
    <Field name="council" label={pick.council} required error={used.errorOf('council')}>
      {(control) => (
        <select
          {...control}
          {...used.form.register('council', { onChange: () => used.mended('council') })}
          className={inputClass}
        >
          <option value="">{say.choose}</option>
          {councils.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** 会議体を置く. */
export function EstablishCouncilPage() {
  const t = useWords(words);
  const { pick } = useWords(pageWords);
  const goTo = useGoTo();
  const { data: areas = [] } = useAreas();
  const [wanted, look] = useState('');
  const [initial] = useState(() => ({
    name: '',
    level: 'municipality',
    types: ['promotion'],
    areas: [] as string[],
    secretariat: '',
    chairMedical: '',
    chairAdministrative: '',
    agendaCloseDays: '14',
    materialDays: '7',
  }));
  const used = useCommandForm({
    command: 'EstablishCouncil',
    initial,
    check: (values) => [
      ...lacking('name', values['name']),
      ...lacking('types', values['types'], true),
      ...lacking('areas', values['areas'], true),
      ...lacking('secretariat', values['secretariat'], true),
    ],
    toBody: (values) =>
      ({
        name: textOf(values['name']),
        level: values['level'],
        types: [values['types']].flat(),
        areas: [values['areas']].flat(),
        secretariat: textOf(values['secretariat']),
        ...filled({
          chairMedical: textOf(values['chairMedical']),
          chairAdministrative: textOf(values['chairAdministrative']),
        }),
        agendaCloseDays: Number(textOf(values['agendaCloseDays']).normalize('NFKC')),
        materialDays: Number(textOf(values['materialDays']).normalize('NFKC')),
      }) as Body<'EstablishCouncil'>,
    onDone: ({ id }) => goTo(`/councils/${id}/page`),
  });
  const chosen = [used.form.watch('areas')].flat() as string[];
  const level = textOf(used.form.watch('level'));
  // What is chosen stays in sight; of the rest as many as one can look through.
  const shown = areas
    .filter((area) => chosen.includes(area.id) || (fits(area.level, level) && area.name.includes(wanted)))
    .slice(0, 40)
    .map(({ id, name }) => ({ value: id, label: name }));
  const names = [
    'name',
    'level',
    'types',
    'areas',
    'secretariat',
    'chairMedical',
    'chairAdministrative',
    'agendaCloseDays',
    'materialDays',
  ];
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.EstablishCouncil} />
      <FormFrame used={used} names={names} submit={t.command.EstablishCouncil} cancel={() => goTo('/councils')}>
        <FormField name="name" definition={{ as: 'text', required: true }} words={t} used={used} />
        <FormField
          name="level"
          definition={{ as: 'choice', codes: 'councilLevel', required: true }}
          words={t}
          used={used}
        />
        <FormField
          name="types"
          definition={{ as: 'choices', codes: 'councilType', required: true }}
          words={t}
          used={used}
        />
        <FieldGroup
          name="areas"
          label={t.field.areas}
          required
          hint={pick.chosen(chosen.length)}
          error={used.errorOf('areas')}
        >
          <input
            type="search"
            aria-label={pick.areasOf}
            placeholder={pick.areasOf}
            value={wanted}
            onChange={({ target }) => look(target.value)}
            className={`${inputClass} mb-2 max-w-96`}
          />
          <Checkboxes form={used.form} name="areas" options={shown} onPick={() => used.mended('areas')} />
        </FieldGroup>
        <FormField name="secretariat" definition={{ as: 'organization', required: true }} words={t} used={used} />
        <FormField name="chairMedical" definition={{ as: 'user' }} words={t} used={used} />
        <FormField name="chairAdministrative" definition={{ as: 'user' }} words={t} used={used} />
        <FormField name="agendaCloseDays" definition={{ as: 'number' }} words={t} used={used} />
        <FormField name="materialDays" definition={{ as: 'number' }} words={t} used={used} />
      </FormFrame>
    </div>
  );
}

/** Areas of the council's tier, and parts of it. */
function fits(area: string, level: string): boolean {
  const order = ['municipality', 'home_care_area', 'secondary_area', 'prefecture'];
  // A level beside the tiers stands for municipalities.
  return order.indexOf(area) <= Math.max(order.indexOf(level), 0);
}
