import { useState, type ReactNode } from 'react';
import type { Body, CommandName } from '../api/contract.ts';
import type { Answer } from '../api/types.ts';
import { useWords, type Pair } from '../i18n/index.tsx';
import { useNow } from '../live/live.tsx';
import { dayOf, localOf } from '../time/moments.ts';
import { bodyOf, missingIn, type Values } from './body.ts';
import type { FieldDefinition, FormDefinition, FormWords } from './definitions.ts';
import { FormField } from './form-field.tsx';
import { FormFrame } from './form-frame.tsx';
import { useCommandForm, type UsedForm } from './use-command-form.ts';

/** The form of a command that is a plain list of fields. */
export function CommandForm<Name extends CommandName>({
  command,
  definition,
  words,
  title,
  id,
  at,
  known = {},
  along,
  beside,
  onDone,
  cancel,
}: {
  command: Name;
  definition: FormDefinition;
  words: Pair<FormWords>;
  /** What the command is called, which the button says: a call for help is not "recorded". */
  title: string;
  id?: string;
  /** The institution whose case it is. */
  at?: string | undefined;
  known?: Values;
  /** What is sent beside the fields: where somebody comes from. */
  along?: Partial<Body<Name>> | undefined;
  /** What stands between the fields and the button, and looks at what is typed. */
  beside?: (used: UsedForm) => ReactNode;
  onDone: (answer: Answer) => void;
  cancel: () => void;
}) {
  const said = useWords(words);
  const now = useNow();
  const fields = Object.entries(definition.fields);
  const [initial] = useState(() => ({
    ...Object.fromEntries(fields.map(([name, field]) => [name, initialOf(name, field, now)])),
    occurredAt: '',
    ...known,
  }));
  const used = useCommandForm({
    command,
    id,
    initial,
    check: (values) => missingIn(definition, words, values),
    // The definition was checked against this body where it was declared.
    toBody: (values) => ({ ...bodyOf(definition, values), ...along }) as Body<Name>,
    onDone,
  });
  return (
    <FormFrame
      used={used}
      names={fields.map(([name]) => name)}
      submit={title}
      cancel={cancel}
      backdated={definition.backdated}
    >
      {fields.map(([name, field]) => (
        <FormField key={name} name={name} definition={field} words={said} used={used} at={at} />
      ))}
      {beside?.(used)}
    </FormFrame>
  );
}

function initialOf(name: string, field: FieldDefinition, now: number): unknown {
  if (field.as === 'choices' || field.as === 'marks') return [];
  if (field.as === 'tick') return false;
  if (field.as === 'choice') return field.initial ?? '';
  if (!field.required) return '';
  if (field.as === 'moment') return localOf(now);
  return field.as === 'date' && name === 'on' ? dayOf(now) : '';
}
