import { labelOf, optionsOf, useText } from '../i18n/index.tsx';
import { Field, FieldGroup, inputClass, type Described } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Checkboxes, Radios, Select, Tick } from './choices.tsx';
import type { FieldDefinition, FormWords } from './definitions.ts';
import { OrganizationLookup, PatientLookup, UserLookup } from './lookups.tsx';
import type { UsedForm } from './use-command-form.ts';

/** More choices than this do not fit at a glance. */
const AT_A_GLANCE = 9;

/** One field of a command, by its definition. */
export function FormField({
  name,
  definition,
  words,
  used,
  at,
}: {
  name: string;
  definition: FieldDefinition;
  words: FormWords;
  used: UsedForm;
  /** The institution whose case it is. */
  at?: string | undefined;
}) {
  const t = useText();
  const { required = false } = definition;
  const { form } = used;
  const label = labelOf(words.field, name);
  const hint = definition.hint && words.hint[definition.hint];
  const error = used.errorOf(name);
  const onPick = () => used.mended(name);
  const about = { name, label, required, hint, error };

  if ('codes' in definition) {
    const options = optionsOf(words.codes[definition.codes] ?? {});
    if (definition.as === 'choices' || definition.as === 'marks')
      return (
        <FieldGroup {...about}>
          <Checkboxes {...{ form, name, options, onPick }} wide={definition.as === 'marks'} />
        </FieldGroup>
      );
    if (required && options.length <= AT_A_GLANCE)
      return (
        <FieldGroup {...about}>
          <Radios {...{ form, name, options, onPick }} />
        </FieldGroup>
      );
    return <Field {...about}>{(control) => <Select {...{ form, name, options, control, onPick }} />}</Field>;
  }

  if (definition.as === 'tick') {
    if (definition.after !== undefined && used.refused?.body.code !== definition.after && form.watch(name) !== true)
      return null;
    return <Tick {...{ form, name, label, hint, error, onPick }} />;
  }

  const registered = form.register(name, { onChange: onPick });
  const control = (described: Described) => {
    const rest = { used, name, label, control: described };
    switch (definition.as) {
      case 'patient':
        return <PatientLookup {...rest} />;
      case 'organization':
        return <OrganizationLookup {...rest} kinds={definition.kinds} except={definition.another && at} />;
      case 'user':
        return <UserLookup {...rest} role={definition.role} />;
      case 'long':
        return <TextArea {...described} {...registered} rows={definition.rows ?? 4} />;
      case 'date':
        return <input {...described} {...registered} type="date" className={`${inputClass} max-w-56`} />;
      case 'moment':
        return <input {...described} {...registered} type="datetime-local" className={`${inputClass} max-w-72`} />;
      case 'number':
        return (
          <input
            {...described}
            {...registered}
            inputMode="numeric"
            autoComplete="off"
            className={`${inputClass} max-w-32`}
          />
        );
      case 'text':
        break;
    }
    return <input {...described} {...registered} type="text" autoComplete="off" className={inputClass} />;
  };
  return (
    <Field {...about} hint={isLookup(definition) ? (hint ?? t.form.filterHelp) : hint}>
      {control}
    </Field>
  );
}

const isLookup = ({ as }: FieldDefinition): boolean => ['patient', 'organization', 'user'].includes(as);
