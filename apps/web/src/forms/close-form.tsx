import type { Answer, FieldError } from '../api/types.ts';
import { en } from '../i18n/en/index.ts';
import { optionsOf, useText } from '../i18n/index.tsx';
import { ja } from '../i18n/ja/index.ts';
import { momentOf } from '../time/moments.ts';
import { Field, FieldGroup, inputClass } from '../ui/field.tsx';
import { Radios, Select } from './choices.tsx';
import { FormFrame } from './form-frame.tsx';
import { isEmpty, missing, useCommandForm, type Values } from './use-command-form.ts';

const RAISES = 'issueAssessment.raises';
const TYPE = 'issueAssessment.issueType';
const SUBJECT = 'issueAssessment.subject';
const SEVERITY = 'issueAssessment.severity';
const REASON = 'issueAssessment.escalationReason';
const NARRATIVE = 'issueAssessment.redactedNarrative';
const NAMES = ['outcome', RAISES, TYPE, SUBJECT, SEVERITY, REASON, NARRATIVE];

/** Closing asks every time whether the region has an issue here: that is how councils hear of it (H-03). */
export function CloseForm({
  id,
  onDone,
  cancel,
}: {
  id: string;
  onDone: (answer: Answer) => void;
  cancel: () => void;
}) {
  const t = useText();
  const used = useCommandForm({
    path: `consultations/${id}/closings`,
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
            {(control) => <textarea {...control} {...form.register(NARRATIVE)} rows={4} className={inputClass} />}
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
    missing(path, ja.form.missingChoice(ja.field[name]), en.form.missingChoice(en.field[name]));
  return [
    ...(isEmpty(values['outcome']) ? [say('outcome', 'outcome')] : []),
    ...(isEmpty(raises) ? [say(RAISES, 'raises')] : []),
    ...(raises === 'yes' && isEmpty(issueType) ? [say(TYPE, 'issueType')] : []),
  ];
}

function toBody({ outcome, occurredAt, ...values }: Values): object {
  const { raises, severity, ...rest } = assessmentOf(values);
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isEmpty(value)));
  const issueAssessment =
    raises === 'yes'
      ? { raises: true, ...said, ...(!isEmpty(severity) && { severity: Number(severity) }) }
      : { raises: false };
  return { outcome, issueAssessment, ...(!isEmpty(occurredAt) && { occurredAt: momentOf(String(occurredAt)) }) };
}
