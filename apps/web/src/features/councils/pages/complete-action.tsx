import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened, isEmpty, lacks } from '../../../forms/body.ts';
import { Radios } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { textOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { openActions } from '../actions.ts';
import { words } from '../words.ts';

/** 対応を終えた: which of those assigned, by what is to be done. */
export function CompleteAction({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { day } = useTime();
  const actions = openActions(timeline);
  const [initial] = useState(() => ({
    action: actions.length === 1 ? (actions[0]?.id ?? '') : '',
    report: '',
    occurredAt: '',
  }));
  const used = useCommandForm({
    command: 'CompleteAction',
    id: timeline.about.id,
    initial,
    check: ({ action }) =>
      isEmpty(action) ? [lacks('action', { ja: words.ja.field.action, en: words.en.field.action }, true)] : [],
    toBody: ({ action, report, occurredAt }): Body<'CompleteAction'> => ({
      action: textOf(action),
      ...filled({ report: textOf(report) }),
      ...happened({ occurredAt }),
    }),
    onDone,
  });
  const options = actions.map(({ id, entry, what, by }) => {
    const dueOn = day(textOf(entry.details['dueOn']));
    return { value: id, label: what === undefined ? t.complete.untold(by, dueOn) : t.complete.told(what, by, dueOn) };
  });
  if (options.length === 0) return <p className="text-std-16N-170">{t.complete.none}</p>;
  return (
    <div className="max-w-4xl">
      <FormFrame used={used} names={['action', 'report']} submit={t.command.CompleteAction} cancel={cancel} backdated>
        <FieldGroup name="action" label={t.field.action} required error={used.errorOf('action')}>
          <Radios form={used.form} name="action" options={options} onPick={() => used.mended('action')} wide />
        </FieldGroup>
        <Field name="report" label={t.field.report} hint={t.hint.matter} error={used.errorOf('report')}>
          {(control) => <TextArea {...control} {...used.form.register('report')} rows={4} />}
        </Field>
      </FormFrame>
    </div>
  );
}
