import type { Answer, CommandName } from '../api/types.ts';
import { useText } from '../i18n/index.tsx';
import { useNow } from '../live/live.tsx';
import { dayOf, localOf } from '../time/moments.ts';
import { useState } from 'react';
import { bodyOf, missingIn } from './body.ts';
import type { CommandForm as Definition, FieldDefinition } from './definitions.ts';
import { FormField } from './form-field.tsx';
import { FormFrame } from './form-frame.tsx';
import { useCommandForm, type Values } from './use-command-form.ts';

/** The form of a command that is a plain list of fields. */
export function CommandForm({
  command,
  definition,
  id,
  known = {},
  onDone,
  cancel,
}: {
  command: CommandName;
  definition: Definition;
  id: string;
  known?: Values;
  onDone: (answer: Answer) => void;
  cancel: () => void;
}) {
  const t = useText();
  const now = useNow();
  const { fields, path, backdated } = definition;
  const [initial] = useState(() => ({
    ...Object.fromEntries(fields.map((field) => [field.name, initialOf(field, now)])),
    occurredAt: '',
    ...known,
  }));
  const used = useCommandForm({
    path: path(id),
    initial,
    check: (values) => missingIn(fields, values),
    toBody: (values) => bodyOf(fields, values),
    onDone,
  });
  return (
    <FormFrame
      used={used}
      names={fields.map(({ name }) => name)}
      submit={fields.length === 0 ? t.command[command] : t.form.submit}
      cancel={cancel}
      backdated={backdated}
    >
      {fields.map((field) => (
        <FormField key={field.name} definition={field} used={used} />
      ))}
    </FormFrame>
  );
}

function initialOf(field: FieldDefinition, now: number): unknown {
  if (field.as === 'choices' || field.as === 'marks') return [];
  if (field.as === 'choice') return field.initial ?? '';
  if (!field.required) return '';
  if (field.as === 'moment') return localOf(now);
  return field.as === 'date' && field.name === 'on' ? dayOf(now) : '';
}
