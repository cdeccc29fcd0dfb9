import type { Body } from '../../../api/contract.ts';
import type { FieldError } from '../../../api/types.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { Radios, Select } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { optionsOf, useWords } from '../../../i18n/index.tsx';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { words } from '../words.ts';

type Sent = Body<'CloseConsultation'>;

const RAISES = 'issueAssessment.raises';
const TYPE = 'issueAssessment.issueType';
const SUBJECT = 'issueAssessment.subject';
const SEVERITY = 'issueAssessment.severity';
const REASON = 'issueAssessment.escalationReason';
const NARRATIVE = 'issueAssessment.redactedNarrative';
const NAMES = ['outcome', RAISES, TYPE, SUBJECT, SEVERITY, REASON, NARRATIVE];

/** Closing asks every time whether the region has an issue here: that is how councils hear of it (H-03). */
export function CloseForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const used = useCommandForm({
    command: 'CloseConsultation',
    id: timeline.about.id,
    initial: {
      outcome: '',
      occurredAt: '',
      issueAssessment: {
        raises: '',
        issueType: '',
        subject: '',
        severity: '',
        escalationReason: '',
        redactedNarrative: '',
      },
    },
    check,
    toBody,
    onDone,
  });
  const { form, errorOf, mended } = used;
  const raises = form.watch(RAISES) === 'yes';
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
        <div className="flex flex-col gap-6 border-l-4 border-key-900 pl-4">
          <Field name={TYPE} label={t.field.issueType} required error={errorOf(TYPE)}>
            {(control) => (
              <Select
                form={form}
                name={TYPE}
                options={optionsOf(t.codes.issueType)}
                control={control}
                onPick={() => mended(TYPE)}
              />
            )}
          </Field>
          <Field name={SUBJECT} label={t.field.subject} hint={t.close.subjectHelp} error={errorOf(SUBJECT)}>
            {(control) => <Select form={form} name={SUBJECT} options={optionsOf(t.codes.topic)} control={control} />}
          </Field>
          <Field name={SEVERITY} label={t.field.severity} error={errorOf(SEVERITY)}>
            {(control) => (
              <Select form={form} name={SEVERITY} options={optionsOf(t.codes.severity)} control={control} />
            )}
          </Field>
          <Field name={REASON} label={t.field.escalationReason} error={errorOf(REASON)}>
            {(control) => (
              <Select form={form} name={REASON} options={optionsOf(t.codes.escalationReason)} control={control} />
            )}
          </Field>
          <Field
            name={NARRATIVE}
            label={t.field.redactedNarrative}
            hint={t.close.narrativeHelp}
            error={errorOf(NARRATIVE)}
          >
            {(control) => <TextArea {...control} {...form.register(NARRATIVE)} rows={4} />}
          </Field>
        </div>
      ) : null}
    </FormFrame>
  );
}

const assessmentOf = (values: Values) => values['issueAssessment'] as Record<string, string>;

function check(values: Values): FieldError[] {
  const { raises, issueType } = assessmentOf(values);
  const say = (path: string, name: 'outcome' | 'raises' | 'issueType') =>
    lacks(path, { ja: words.ja.field[name], en: words.en.field[name] }, true);
  return [
    ...(isEmpty(values['outcome']) ? [say('outcome', 'outcome')] : []),
    ...(isEmpty(raises) ? [say(RAISES, 'raises')] : []),
    ...(raises === 'yes' && isEmpty(issueType) ? [say(TYPE, 'issueType')] : []),
  ];
}

function toBody(values: Values): Sent {
  const { outcome, occurredAt, issueAssessment } = values as Sent & Values;
  const { raises, severity } = assessmentOf(values);
  // A select holds text.
  const weight = isEmpty(severity) ? {} : { severity: Number(severity) as 1 | 2 | 3 };
  return {
    outcome,
    issueAssessment: raises === 'yes' ? { ...filled(issueAssessment), raises: true, ...weight } : { raises: false },
    ...happened({ occurredAt }),
  };
}
