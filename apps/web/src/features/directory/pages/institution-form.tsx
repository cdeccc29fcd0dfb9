import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../../api/client.ts';
import type { Body } from '../../../api/contract.ts';
import type { Answer, FieldError } from '../../../api/types.ts';
import { lacks, type Values } from '../../../forms/body.ts';
import { Checkboxes, Select } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { OrganizationLookup } from '../../../forms/lookups.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { labelOf, optionsOf, textOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldGroup, fieldId, inputClass } from '../../../ui/field.tsx';
import type { Institution } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const RANGE = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
/** What an office that says nothing keeps. */
const OFFICE = '08:30-17:15';
const NAMES = [
  'kind',
  'name',
  'municipality',
  'block',
  'phone',
  'group',
  'codes',
  'capabilities',
  'serves',
  'satelliteOf',
  'hours',
  'closedDays',
  'openDays',
] as const;
/** What can be taken away by leaving it empty. */
const CLEARABLE = ['block', 'phone', 'group', 'satelliteOf'] as const;
const DESKS: ReadonlySet<string> = new Set(['help_desk', 'cooperation_base']);

const listed = (value: unknown): string[] => [value].flat().map(textOf).filter(Boolean);
const rangesOf = (value: unknown): string[] =>
  textOf(value)
    .normalize('NFKC')
    .split(/[,、\s]+/u)
    .map((range) => range.replace(/[〜~―ー–]/u, '-').trim())
    .filter(Boolean);

/** The form begins as the institution stands. */
const initialOf = (known: Institution | undefined): Values => ({
  kind: known?.kind ?? '',
  name: known?.name ?? '',
  municipality: known?.municipality.name ?? '',
  block: known?.block ?? '',
  phone: known?.phone ?? '',
  group: known?.group ?? '',
  medical: known?.codes.find(({ list }) => list === 'medical_institution')?.code ?? '',
  care: known?.codes.find(({ list }) => list === 'care_service')?.code ?? '',
  capabilities: [...(known?.capabilities ?? [])],
  serves: known?.serves.map(({ id }) => id) ?? [],
  satelliteOf: known?.satelliteOf?.id ?? '',
  closedDays: [...(known?.closedDays ?? [])],
  openDays: [...(known?.openDays ?? [])],
  ...Object.fromEntries(
    WEEKDAYS.map((day) => [
      `hours_${day}`,
      known ? (known.hours[day] ?? []).join(', ') : day === 'sat' || day === 'sun' ? '' : OFFICE,
    ]),
  ),
});

function sentOf(values: Values): Body<'ChangeInstitution'> {
  const codes = [
    { list: 'medical_institution' as const, code: textOf(values['medical']).trim() },
    { list: 'care_service' as const, code: textOf(values['care']).trim() },
  ].filter(({ code }) => code !== '');
  const text = (name: string) => textOf(values[name]).trim();
  const filled = Object.fromEntries(
    ['kind', 'name', 'municipality', ...CLEARABLE].flatMap((name) => (text(name) === '' ? [] : [[name, text(name)]])),
  );
  const serves = listed(values['serves']);
  return {
    ...filled,
    codes,
    ...(DESKS.has(text('kind')) && serves.length > 0 && { serves }),
    capabilities: listed(values['capabilities']) as NonNullable<Body<'ChangeInstitution'>['capabilities']>,
    hours: Object.fromEntries(
      WEEKDAYS.map((day) => [day, rangesOf(values[`hours_${day}`])] as const).filter(([, ranges]) => ranges.length > 0),
    ),
    closedDays: listed(values['closedDays']).toSorted(),
    openDays: listed(values['openDays']).toSorted(),
  };
}

/** 機関の登録と変更. Whoever works there changes its hours, days and telephone alone. */
export function InstitutionForm({
  known,
  onDone,
  cancel,
}: {
  known?: Institution;
  onDone: (answer: Answer) => void;
  cancel: () => void;
}) {
  const t = useDirectoryWords();
  const { organizationKind } = useText();
  const own = known?.ownBusinessOnly === true;
  const command = known ? 'ChangeInstitution' : 'RegisterInstitution';
  const [initial] = useState(() => initialOf(known));
  const required = own ? [] : (['kind', 'name', 'municipality'] as const);
  const both = (ja: string, en: string) => ({ ja, en });
  const used = useCommandForm({
    command,
    ...(known && { id: known.id }),
    initial,
    check: (values): FieldError[] => [
      ...required
        .filter((name) => textOf(values[name]).trim() === '')
        .map((name) => lacks(name, both(t.form[name], t.form[name]), name === 'kind')),
      ...WEEKDAYS.filter((day) => rangesOf(values[`hours_${day}`]).some((range) => !RANGE.test(range))).map((day) => ({
        path: 'hours',
        code: `hours_${day}`,
        ja: t.form.hoursWrong(t.form.weekday[day]),
        en: t.form.hoursWrong(t.form.weekday[day]),
      })),
      // What serves nothing any more would be asked for nothing, and nobody else is.
      ...(known && !own && DESKS.has(known.kind) && listed(values['serves']).length === 0
        ? [{ path: 'serves', code: 'missing', ...both(t.form.servesNone, t.form.servesNone) }]
        : []),
    ],
    toBody: (values) => {
      const sent = sentOf(values);
      // What must be there has been checked.
      if (!known) return sent;
      const clear = CLEARABLE.filter(
        (name) => textOf(values[name]).trim() === '' && textOf(initial[name]) !== '' && (!own || name === 'phone'),
      );
      const { hours, closedDays, openDays, phone } = sent;
      const said = own ? { hours, closedDays, openDays, ...(phone !== undefined && { phone }) } : sent;
      return { ...said, ...(clear.length > 0 && { clear }) } as Body<'ChangeInstitution'>;
    },
    onDone,
  });
  const { form } = used;
  // A desk or a base stays what it is: areas stand on it.
  const kinds = optionsOf(organizationKind).filter(({ value }) => {
    if (!known) return true;
    return DESKS.has(known.kind) ? value === known.kind : !DESKS.has(value);
  });
  const text = (name: 'name' | 'municipality' | 'block' | 'phone' | 'group', hint?: string) => (
    <Text
      used={used}
      name={name}
      label={t.form[name]}
      hint={hint}
      required={name === 'name' || name === 'municipality'}
    />
  );
  return (
    <FormFrame used={used} names={NAMES} submit={t.command[command]} cancel={cancel}>
      {own ? <p className="text-std-16N-170">{t.page.ownOnly}</p> : null}
      {own ? null : (
        <>
          <Field name="kind" label={t.form.kind} required error={used.errorOf('kind')}>
            {(control) => (
              <Select {...{ form, control }} name="kind" options={kinds} onPick={() => used.mended('kind')} />
            )}
          </Field>
          {text('name')}
          {text('municipality', t.form.municipalityHint)}
          {text('block')}
        </>
      )}
      {text('phone', t.form.phoneHint)}
      {own ? null : (
        <>
          {text('group', t.form.groupHint)}
          <Text used={used} name="medical" at="codes" label={t.form.medical} hint={t.form.codeHint} />
          <Text used={used} name="care" label={t.form.care} hint={t.form.codeHint} />
          <FieldGroup name="capabilities" label={t.form.capabilities} error={used.errorOf('capabilities')}>
            <Checkboxes form={form} name="capabilities" options={optionsOf(t.capability)} wide />
          </FieldGroup>
          {DESKS.has(textOf(form.watch('kind'))) ? <Serves used={used} /> : null}
          {form.watch('kind') === 'help_desk' ? (
            <Field name="satelliteOf" label={t.form.satelliteOf} error={used.errorOf('satelliteOf')}>
              {(control) => (
                <OrganizationLookup
                  {...{ used, control }}
                  name="satelliteOf"
                  label={t.form.satelliteOf}
                  kinds={['help_desk', 'cooperation_base']}
                  except={known?.id}
                />
              )}
            </Field>
          ) : null}
        </>
      )}
      <FieldGroup name="hours" label={t.form.hours} hint={t.form.hoursHint} error={used.errorOf('hours')}>
        <div className="grid gap-2 sm:grid-cols-2">
          {WEEKDAYS.map((day) => (
            <label key={day} className="flex items-center gap-3 text-std-16N-170">
              <span className="w-8 shrink-0">{t.form.weekday[day]}</span>
              <input
                type="text"
                autoComplete="off"
                {...form.register(`hours_${day}`, { onChange: () => used.mended('hours') })}
                className={inputClass}
              />
            </label>
          ))}
        </div>
      </FieldGroup>
      <Days used={used} name="closedDays" label={t.form.closedDays} hint={t.form.closedHint} />
      <Days used={used} name="openDays" label={t.form.openDays} hint={t.form.openHint} />
    </FormFrame>
  );
}

/** So many of a prefecture's areas as one can look through; what is chosen stays in sight. */
const MOST_AREAS = 40;
const SERVED: ReadonlySet<string> = new Set(['municipality', 'home_care_area']);

/** 受け持つ圏域: what happens where no desk and no base serves reaches nobody. */
function Serves({ used }: { used: UsedForm }) {
  const t = useDirectoryWords();
  const [wanted, look] = useState('');
  const { data: areas = [] } = useQuery({ queryKey: ['areas'], queryFn: () => get('/api/v1/areas') });
  const chosen = listed(used.form.watch('serves'));
  const shown = areas
    .filter(({ id, level, name }) => chosen.includes(id) || (SERVED.has(level) && name.includes(wanted.trim())))
    .slice(0, MOST_AREAS)
    .map(({ id, level, name }) => ({ value: id, label: `${name}（${labelOf(t.codes.areaLevel, level)}）` }));
  return (
    <FieldGroup name="serves" label={t.form.serves} hint={t.form.servesHint} error={used.errorOf('serves')}>
      <input
        type="search"
        aria-label={t.form.findArea}
        placeholder={t.form.findArea}
        autoComplete="off"
        value={wanted}
        onChange={(event) => look(event.target.value)}
        className={`${inputClass} mb-2 max-w-96`}
      />
      <Checkboxes form={used.form} name="serves" options={shown} onPick={() => used.mended('serves')} />
    </FieldGroup>
  );
}

function Text({
  used,
  name,
  at = name,
  label,
  hint,
  required = false,
}: {
  used: UsedForm;
  name: string;
  /** Where the server says what is wrong with it. */
  at?: string;
  label: string;
  hint?: string | undefined;
  required?: boolean;
}) {
  return (
    <Field name={at} label={label} required={required} hint={hint} error={used.errorOf(at)}>
      {(control) => (
        <input
          {...control}
          {...used.form.register(name, { onChange: () => used.mended(at) })}
          type="text"
          autoComplete="off"
          className={inputClass}
        />
      )}
    </Field>
  );
}

/** Days, one after the other: those that are there can be taken out, and one more put in. */
function Days({ used, name, label, hint }: { used: UsedForm; name: string; label: string; hint: string }) {
  const t = useDirectoryWords();
  const { day } = useTime();
  const [next, setNext] = useState('');
  const days = listed(used.form.watch(name)).toSorted();
  const set = (all: string[]) => {
    used.form.setValue(name, all, { shouldDirty: true });
    used.mended(name);
  };
  const add = () => {
    if (next !== '' && !days.includes(next)) set([...days, next]);
    setNext('');
  };
  return (
    <FieldGroup name={name} label={label} hint={hint} error={used.errorOf(name)}>
      {days.length > 0 ? (
        <ul className="mb-1 flex flex-wrap gap-2">
          {days.map((on) => (
            <li key={on}>
              <button
                type="button"
                aria-label={t.form.removeDay(day(on))}
                onClick={() => set(days.filter((other) => other !== on))}
                className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 text-dns-16N-130"
              >
                {day(on)}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={`${fieldId(name)}-next`}
          type="date"
          aria-label={label}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          className={`${inputClass} max-w-56`}
        />
        <Button onClick={add}>{t.form.addDay}</Button>
      </div>
    </FieldGroup>
  );
}
