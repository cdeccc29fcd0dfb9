import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import { filled, isEmpty, lacks } from '../../../forms/body.ts';
import { FormField } from '../../../forms/form-field.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useWords } from '../../../i18n/index.tsx';
import { useNow } from '../../../live/live.tsx';
import { dayOf } from '../../../time/moments.ts';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { addressOf, overlapsWith, useGrid, type Grid } from '../coordinators.ts';
import { words } from '../words.ts';
import { useCoordinatorWords } from './coordinator-words.ts';
import { OverlapNotice } from './overlap-notice.tsx';

const NAMES = ['user', 'kind', 'fields', 'level', 'area', 'on', 'trainedOn', 'certificate'] as const;
const REQUIRED = ['user', 'kind', 'fields', 'level', 'area', 'on'] as const;
/** Who took the course of TR-02; other kinds have none (K-06). */
const TRAINED = 'home_care';

const listed = (value: unknown): string[] => [value].flat().map(textOf).filter(Boolean);

/** 調整役を置く: field, level and area are asked for; with whom that overlaps is said while it is typed (K-01). */
export function AppointCoordinatorPage() {
  const t = useCoordinatorWords();
  const { data: grid, error, refetch } = useGrid('');
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.AppointCoordinator} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!grid && !error ? <Loading /> : null}
      {grid?.places.length === 0 ? <Notice look="warning" title={t.appoint.noPlace} /> : null}
      {grid && grid.places.length > 0 ? <AppointForm grid={grid} /> : null}
    </div>
  );
}

function AppointForm({ grid }: { grid: Grid }) {
  const t = useWords(words);
  const { appoint: say } = useCoordinatorWords();
  const navigate = useNavigate();
  const go = (to: ReturnType<typeof addressOf>) => void navigate(to as Parameters<typeof navigate>[0]);
  const today = dayOf(useNow());
  const [initial] = useState(() => ({
    user: '',
    kind: '',
    fields: [] as string[],
    level: '',
    area: '',
    on: today,
    trainedOn: '',
    certificate: '',
  }));
  const used = useCommandForm({
    command: 'AppointCoordinator',
    initial,
    check: (values) =>
      REQUIRED.filter((name) => isEmpty(values[name])).map((name) =>
        lacks(name, { ja: words.ja.field[name], en: words.en.field[name] }, true),
      ),
    toBody: (values) => {
      const { user, kind, level, area, on } = values;
      const training =
        kind === TRAINED ? { trainedOn: textOf(values['trainedOn']), certificate: textOf(values['certificate']) } : {};
      return {
        user,
        kind,
        fields: listed(values['fields']),
        level,
        area,
        on,
        ...filled(training),
      } as Body<'AppointCoordinator'>;
    },
    onDone: ({ id }) => go(addressOf({ level: textOf(used.form.getValues('level')), appointed: id })),
  });
  const { form } = used;
  const overlaps = overlapsWith(
    {
      user: textOf(form.watch('user')),
      area: textOf(form.watch('area')),
      level: textOf(form.watch('level')),
      fields: listed(form.watch('fields')),
    },
    grid.posts,
  );
  return (
    <FormFrame used={used} names={NAMES} submit={t.command.AppointCoordinator} cancel={() => go(addressOf({}))}>
      <FormField name="user" definition={{ as: 'user', required: true }} words={t} used={used} />
      {/* Twelve kinds with long names read better in a list. */}
      <FormField name="kind" definition={{ as: 'choice', codes: 'kind', required: true }} words={t} used={used} />
      <FormField name="fields" definition={{ as: 'choices', codes: 'fields', required: true }} words={t} used={used} />
      <FormField
        name="level"
        definition={{ as: 'choice', codes: 'level', required: true, hint: 'level' }}
        words={t}
        used={used}
      />
      <div className="flex flex-col gap-3">
        <AreaField used={used} places={grid.places} />
        <div role="status">
          {overlaps.length > 0 ? <OverlapNotice title={say.overlap} overlaps={overlaps} /> : null}
        </div>
      </div>
      <FormField name="on" definition={{ as: 'date', required: true }} words={t} used={used} />
      {form.watch('kind') === TRAINED ? (
        <>
          <FormField name="trainedOn" definition={{ as: 'date', hint: 'training' }} words={t} used={used} />
          <FormField name="certificate" definition={{ as: 'text' }} words={t} used={used} />
        </>
      ) : null}
    </FormFrame>
  );
}

function AreaField({ used, places }: { used: UsedForm; places: Grid['places'] }) {
  const t = useCoordinatorWords();
  return (
    <Field name="area" label={t.field.area} required hint={t.hint.area} error={used.errorOf('area')}>
      {(control) => (
        <select
          {...control}
          {...used.form.register('area', { onChange: () => used.mended('area') })}
          className={`${inputClass} max-w-96`}
        >
          <option value="">{t.appoint.choose}</option>
          {places.map(({ id, name, level }) => (
            <option key={id} value={id}>
              {name}（{labelOf(t.areaLevel, level)}）
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
