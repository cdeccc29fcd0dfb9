import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../../api/client.ts';
import type { Answered, Body } from '../../../api/contract.ts';
import { isEmpty, lacks } from '../../../forms/body.ts';
import { Radios } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { optionsOf, textOf } from '../../../i18n/index.tsx';
import { DAY, dayOf } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldGroup, inputClass } from '../../../ui/field.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { ruleAddress, type Bound, type RulePage } from '../rules.ts';
import { ValueEditor } from './rule-value.tsx';
import { ruleWords, useRuleWords } from './rule-words.ts';

type Preview = Answered<'/api/v1/rule-previews'>;
type Label = keyof (typeof ruleWords.ja)['asked'];

/** What is typed of a value, with the rule that it is for: a draft knows of its form alone. */
interface Typed {
  readonly area: string;
  readonly context: string;
  readonly rule: string;
  readonly value: unknown;
}
const typedOf = (text: string): Typed | undefined => (text === '' ? undefined : (JSON.parse(text) as Typed));

const NAMES = [
  'decide',
  'set',
  'withdrawn',
  'effectiveFrom',
  'reason',
  'agreed.meeting',
  'agreed.elsewhere.name',
  'agreed.elsewhere.heldOn',
  'agreed',
];

/** ルールを変える: the value, from when, why, and the meeting that agreed; and what it would do, before it is said. */
export function ChangeRule({ page }: { page: RulePage }) {
  const { area, context, rule, today, tiers, meetings, entries } = page;
  const t = useRuleWords();
  const { day, now } = useTime();
  const client = useQueryClient();
  const flash = useFlash();
  const [round, setRound] = useState(0);
  const own = tiers.find((tier) => tier.area.id === area.id);
  const hasOwn = own?.value !== undefined || entries.some((entry) => entry.area.id === area.id);
  const [initial] = useState(() => ({
    decide: 'set',
    value: '',
    effectiveFrom: dayOf(now + DAY),
    reason: '',
    where: meetings.length > 0 ? 'meeting' : 'elsewhere',
    meeting: '',
    elsewhereName: '',
    heldOn: '',
  }));
  const missing = (name: Label, path: string, value: unknown, chosen: boolean) =>
    isEmpty(value) ? [lacks(path, { ja: ruleWords.ja.asked[name], en: ruleWords.en.asked[name] }, chosen)] : [];
  /** What is typed for this rule; a draft about another one says nothing of it. */
  const typedHere = (values: Readonly<Record<string, unknown>>): Typed | undefined => {
    const typed = typedOf(textOf(values['value']));
    const here = typed?.area === area.id && typed.context === context && typed.rule === rule.key;
    return here ? typed : undefined;
  };
  const newValue = (values: Readonly<Record<string, unknown>>) => {
    const typed = typedHere(values);
    return typed ? typed.value : rule.value;
  };
  const change = (values: Readonly<Record<string, unknown>>) => ({
    context,
    area: area.id,
    effectiveFrom: textOf(values['effectiveFrom']),
    ...(values['decide'] === 'withdraw' ? { withdrawn: [rule.key] } : { set: { [rule.key]: newValue(values) } }),
  });
  const used = useCommandForm({
    command: 'ChangeRules',
    initial,
    check: (values) => [
      ...missing('effectiveFrom', 'effectiveFrom', values['effectiveFrom'], true),
      ...missing('reason', 'reason', values['reason'], true),
      ...(values['where'] === 'meeting'
        ? missing('meeting', 'agreed.meeting', values['meeting'], true)
        : [
            ...missing('elsewhereName', 'agreed.elsewhere.name', values['elsewhereName'], false),
            ...missing('heldOn', 'agreed.elsewhere.heldOn', values['heldOn'], true),
          ]),
    ],
    toBody: (values) =>
      ({
        ...change(values),
        reason: values['reason'],
        agreed:
          values['where'] === 'meeting'
            ? { meeting: textOf(values['meeting']) }
            : { elsewhere: { name: textOf(values['elsewhereName']), heldOn: textOf(values['heldOn']) } },
      }) as Body<'ChangeRules'>,
    onDone: () => {
      flash(t.rule.saved, window.location.pathname + window.location.search);
      window.scrollTo({ top: 0 });
      setRound((n) => n + 1);
      void client.invalidateQueries({ queryKey: ['rules'] });
    },
  });
  const { form } = used;
  const preview = useMutation({
    mutationFn: () => ask('/api/v1/rule-previews', change(form.getValues())),
  });
  if (round > 0) return null;
  const withdraws = form.watch('decide') === 'withdraw';
  const typed = typedOf(textOf(form.watch('value')));
  const isOther = typed !== undefined && typedHere({ value: form.watch('value') }) === undefined;
  const value = newValue({ value: form.watch('value') });
  const setValue = (next: unknown) => {
    const said: Typed = { area: area.id, context, rule: rule.key, value: next };
    form.setValue('value', JSON.stringify(said), { shouldDirty: true });
    used.mended('set');
    preview.reset();
  };
  return (
    <section
      aria-labelledby="change"
      className="flex flex-col gap-3 rounded-8 border border-solid-gray-420 bg-white p-4"
    >
      <h2 id="change" className="text-std-18B-160">
        {t.rule.change}
      </h2>
      <p className="text-std-16N-170">{t.rule.changeHelp}</p>
      {isOther ? (
        <Notice look="warning" title={t.rule.elsewhereDraft}>
          <p className="text-std-16N-170">{t.rule.elsewhereDraftHelp}</p>
          <Link
            {...ruleAddress(typed.area, typed.context, typed.rule)}
            className="inline-flex min-h-11 items-center text-key-900 underline"
          >
            {t.rules.open}
          </Link>
        </Notice>
      ) : null}
      <FormFrame used={used} names={NAMES} submit={t.rule.change} cancel={() => window.history.back()}>
        {hasOwn ? (
          <FieldGroup name="decide" label={t.asked.decide} required error={used.errorOf('withdrawn')}>
            <Radios form={form} name="decide" options={optionsOf(t.decide)} onPick={() => preview.reset()} wide />
          </FieldGroup>
        ) : null}
        {withdraws ? null : (
          <FieldGroup name="set" label={t.asked.value} required error={used.errorOf('set')}>
            <ValueEditor
              rule={rule}
              bound={rule.bound as Bound}
              value={value}
              change={setValue}
              label={t.asked.value}
              today={today}
            />
          </FieldGroup>
        )}
        <Field name="effectiveFrom" label={t.asked.effectiveFrom} required error={used.errorOf('effectiveFrom')}>
          {(control) => (
            <input
              {...control}
              {...form.register('effectiveFrom', {
                onChange: () => {
                  used.mended('effectiveFrom');
                  preview.reset();
                },
              })}
              type="date"
              min={today}
              className={`${inputClass} max-w-52`}
            />
          )}
        </Field>
        <div className="flex flex-col items-start gap-3">
          <Button busy={preview.isPending} onClick={() => preview.mutate()}>
            {t.rule.preview}
          </Button>
          <div role="status">{preview.data ? <Would preview={preview.data} /> : null}</div>
          {preview.error ? <Refused problem={preview.error} title={t.rule.previewFailed} /> : null}
        </div>
        <FieldGroup name="reason" label={t.asked.reason} required error={used.errorOf('reason')}>
          <Radios form={form} name="reason" options={optionsOf(t.reason)} onPick={() => used.mended('reason')} />
        </FieldGroup>
        <FieldGroup name="agreed" label={t.asked.where} required>
          <Radios form={form} name="where" options={optionsOf(t.where)} onPick={() => used.mended('agreed')} />
        </FieldGroup>
        {form.watch('where') === 'meeting' ? (
          <Field name="agreed.meeting" label={t.asked.meeting} required error={used.errorOf('agreed.meeting')}>
            {(control) => (
              <select
                {...control}
                {...form.register('meeting', { onChange: () => used.mended('agreed') })}
                className={inputClass}
              >
                <option value="">{t.rule.choose}</option>
                {meetings.map((meeting) => (
                  <option key={meeting.id} value={meeting.id}>
                    {day(meeting.on)} {meeting.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <>
            <Field
              name="agreed.elsewhere.name"
              label={t.asked.elsewhereName}
              required
              error={used.errorOf('agreed.elsewhere.name')}
            >
              {(control) => (
                <input
                  {...control}
                  {...form.register('elsewhereName', { onChange: () => used.mended('agreed') })}
                  maxLength={80}
                  className={inputClass}
                />
              )}
            </Field>
            <Field
              name="agreed.elsewhere.heldOn"
              label={t.asked.heldOn}
              required
              error={used.errorOf('agreed.elsewhere.heldOn')}
            >
              {(control) => (
                <input
                  {...control}
                  {...form.register('heldOn', { onChange: () => used.mended('agreed') })}
                  type="date"
                  max={today}
                  className={`${inputClass} max-w-52`}
                />
              )}
            </Field>
          </>
        )}
      </FormFrame>
    </section>
  );
}

/** 試算の結果, in figures alone. */
function Would({ preview: { municipalities, unchanged, least, dues, issues } }: { preview: Preview }) {
  const { rule: t } = useRuleWords();
  const figure = (n: number | null) => (n === null ? t.few(least) : t.number(n));
  const lines: readonly (readonly [string, number | null])[] = [
    ...(dues
      ? ([
          [t.looked, dues.looked],
          [t.earlier, dues.earlier],
          [t.atOnce, dues.atOnce],
          [t.later, dues.later],
          [t.chasedOtherwise, dues.chasedOtherwise],
          [t.otherwise, dues.otherwise],
        ] as const)
      : []),
    ...(issues
      ? ([
          [t.arising, issues.arising],
          [t.falling, issues.falling],
        ] as const)
      : []),
  ];
  return (
    <Notice title={t.previewTitle}>
      <p className="text-std-16N-170">{municipalities === 0 ? t.noPlaces : t.places(municipalities, unchanged)}</p>
      {lines.length > 0 ? (
        <dl data-preview className="my-2 flex flex-col">
          {lines.map(([name, n]) => (
            <div key={name} className="flex flex-wrap gap-x-4 border-b border-solid-gray-200 py-1">
              <dt className="flex-1 basis-56 text-std-16N-170">{name}</dt>
              <dd className="text-std-16B-170">{figure(n)}</dd>
            </div>
          ))}
        </dl>
      ) : municipalities > 0 ? (
        <p className="text-std-16N-170">{t.noFigures}</p>
      ) : null}
      {dues?.more ? <p className="text-std-16N-170">{t.more}</p> : null}
      <p className="text-dns-14N-130 text-solid-gray-800">{t.stays}</p>
    </Notice>
  );
}
