import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { FieldError } from '../../../api/types.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { Radios, Select, type Option } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { optionsOf, useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { words } from '../words.ts';

type Sent = Body<'CloseConsultation'>;

const RAISES = 'issueAssessment.raises';
const FIRST = 'issueAssessment';
/** Other issues of the same consultation; the server takes them as a list. */
const FURTHER = ['second', 'third'] as const;
const PARTS = ['issueType', 'subject', 'severity', 'escalationReason', 'redactedNarrative'] as const;
const NAMES = ['outcome', RAISES, ...[FIRST, ...FURTHER].flatMap((at) => PARTS.map((part) => `${at}.${part}`))];
const EMPTY = { issueType: '', subject: '', severity: '', escalationReason: '', redactedNarrative: '' };

/** Closing asks every time whether the region has an issue here: that is how councils hear of it (H-03). */
export function CloseForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const used = useCommandForm({
    command: 'CloseConsultation',
    id: timeline.about.id,
    initial: {
      outcome: '',
      occurredAt: '',
      issueAssessment: { raises: '', ...EMPTY },
      second: EMPTY,
      third: EMPTY,
    },
    check,
    toBody,
    onDone,
  });
  const { form, errorOf, mended } = used;
  const raises = form.watch(RAISES) === 'yes';
  const [asked, showMore] = useState(0);
  // What a draft brings back is not hidden away.
  const kept = FURTHER.filter((at) => !isEmpty(form.watch(`${at}.issueType`))).length;
  const more = Math.max(asked, kept);
  return (
    <FormFrame used={used} names={NAMES} submit={t.command.CloseConsultation} cancel={cancel} backdated>
      <FieldGroup name="outcome" label={t.field.outcome} required error={errorOf('outcome')}>
        <Radios form={form} name="outcome" options={optionsOf(t.codes.outcome)} onPick={() => mended('outcome')} />
      </FieldGroup>
      <FieldGroup name={RAISES} label={t.close.raises} required error={errorOf(RAISES)}>
        <Radios
          form={form}
          name={RAISES}
          options={[
            { value: 'yes', label: t.close.yes },
            { value: 'no', label: t.close.no },
          ]}
          onPick={() => mended(RAISES)}
        />
      </FieldGroup>
      {raises ? (
        <>
          <IssueFields used={used} at={FIRST} />
          {FURTHER.slice(0, more).map((at, i) => (
            <section key={at} aria-label={t.close.another(i + 2)} className="flex flex-col gap-4">
              <h2 className="text-std-17B-170">{t.close.another(i + 2)}</h2>
              <IssueFields used={used} at={at} />
            </section>
          ))}
          {more < FURTHER.length ? (
            <p>
              <Button onClick={() => showMore(more + 1)}>{t.close.addIssue}</Button>
            </p>
          ) : null}
        </>
      ) : null}
    </FormFrame>
  );
}

/** What one issue is, and how much it weighs. */
function IssueFields({ used, at }: { used: UsedForm; at: string }) {
  const t = useWords(words);
  const { form, errorOf, mended } = used;
  const select = (
    part: 'issueType' | 'subject' | 'severity' | 'escalationReason',
    options: Option[],
    help?: string,
  ) => {
    const name = `${at}.${part}`;
    return (
      <Field name={name} label={t.field[part]} required={part === 'issueType'} hint={help} error={errorOf(name)}>
        {(control) => (
          <Select form={form} name={name} options={options} control={control} onPick={() => mended(name)} />
        )}
      </Field>
    );
  };
  const narrative = `${at}.redactedNarrative`;
  return (
    <div className="flex flex-col gap-6 border-l-4 border-key-900 pl-4">
      {select('issueType', optionsOf(t.codes.issueType))}
      {select('subject', optionsOf(t.codes.topic), t.close.subjectHelp)}
      {select('severity', optionsOf(t.codes.severity))}
      {select('escalationReason', optionsOf(t.codes.escalationReason))}
      <Field name={narrative} label={t.field.redactedNarrative} hint={t.close.narrativeHelp} error={errorOf(narrative)}>
        {(control) => <TextArea {...control} {...form.register(narrative)} rows={4} />}
      </Field>
    </div>
  );
}

const issueAt = (values: Values, at: string) => values[at] as Record<string, string>;
const isBegun = (issue: Record<string, string>): boolean => PARTS.some((part) => !isEmpty(issue[part]));

function check(values: Values): FieldError[] {
  const say = (path: string, name: 'outcome' | 'raises' | 'issueType') =>
    lacks(path, { ja: words.ja.field[name], en: words.en.field[name] }, true);
  const { raises } = issueAt(values, FIRST);
  const untyped = [FIRST, ...FURTHER].filter((at) => {
    const issue = issueAt(values, at);
    return isEmpty(issue['issueType']) && (at === FIRST || isBegun(issue));
  });
  return [
    ...(isEmpty(values['outcome']) ? [say('outcome', 'outcome')] : []),
    ...(isEmpty(raises) ? [say(RAISES, 'raises')] : []),
    ...(raises === 'yes' ? untyped.map((at) => say(`${at}.issueType`, 'issueType')) : []),
  ];
}

type Further = NonNullable<Sent['furtherIssues']>[number];

/** A select holds text. */
const issueOf = ({ raises: _raises, issueType, severity, ...rest }: Record<string, string>): Further => ({
  ...(filled(rest) as Omit<Further, 'issueType' | 'severity'>),
  issueType: issueType as Further['issueType'],
  ...(isEmpty(severity) ? {} : { severity: Number(severity) as 1 | 2 | 3 }),
});

function toBody(values: Values): Sent {
  const { outcome, occurredAt } = values as Sent & Values;
  const first = issueAt(values, FIRST);
  const further = FURTHER.map((at) => issueAt(values, at)).filter(isBegun);
  return {
    outcome,
    ...(first['raises'] === 'yes'
      ? {
          issueAssessment: { raises: true, ...issueOf(first) },
          ...(further.length > 0 && { furtherIssues: further.map(issueOf) }),
        }
      : { issueAssessment: { raises: false } }),
    ...happened({ occurredAt }),
  };
}
