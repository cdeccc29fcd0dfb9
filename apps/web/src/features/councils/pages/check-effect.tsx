import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened, isEmpty, lacks } from '../../../forms/body.ts';
import { Radios } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { optionsOf, textOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { actionsToCheck } from '../actions.ts';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';

/** 効果を確かめる: of an action that is done; without a judgment the numbers speak. */
export function CheckEffect({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { pick } = useWords(pageWords);
  const { day } = useTime();
  const actions = actionsToCheck(timeline);
  const [initial] = useState(() => ({
    action: actions.length === 1 ? (actions[0]?.id ?? '') : '',
    effect: '',
    note: '',
    occurredAt: '',
  }));
  const used = useCommandForm({
    command: 'CheckEffect',
    id: timeline.about.id,
    initial,
    check: ({ action }) =>
      isEmpty(action) ? [lacks('action', { ja: words.ja.field.action, en: words.en.field.action }, true)] : [],
    toBody: ({ action, effect, note, occurredAt }) =>
      ({
        action: textOf(action),
        ...filled({ effect, note }),
        ...happened({ occurredAt }),
      }) as Body<'CheckEffect'>,
    onDone,
  });
  if (actions.length === 0) return <p className="text-std-16N-170">{pick.noActions}</p>;
  return (
    <div className="max-w-4xl">
      <FormFrame
        used={used}
        names={['action', 'effect', 'note']}
        submit={t.command.CheckEffect}
        cancel={cancel}
        backdated
      >
        <FieldGroup name="action" label={t.field.action} required error={used.errorOf('action')}>
          <Radios
            form={used.form}
            name="action"
            options={actions.map(({ id, entry, what, by }) => {
              const dueOn = day(textOf(entry.details['dueOn']));
              return {
                value: id,
                label: what === undefined ? t.complete.untold(by, dueOn) : t.complete.told(what, by, dueOn),
              };
            })}
            onPick={() => used.mended('action')}
            wide
          />
        </FieldGroup>
        <FieldGroup name="effect" label={t.field.effect} error={used.errorOf('effect')}>
          <Radios
            form={used.form}
            name="effect"
            options={[{ value: '', label: pick.byNumbers }, ...optionsOf(t.codes.effect)]}
            onPick={() => used.mended('effect')}
          />
        </FieldGroup>
        <Field name="note" label={t.record.effect_note} hint={t.hint.matter} error={used.errorOf('note')}>
          {(control) => <TextArea {...control} {...used.form.register('note')} rows={3} />}
        </Field>
      </FormFrame>
    </div>
  );
}
