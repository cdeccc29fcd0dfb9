import type { ReactNode } from 'react';
import { useText } from '../i18n/index.tsx';

/** The id of a field's control, so that the error summary can lead there. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

export const inputClass =
  'w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 min-h-12 text-std-16N-170 aria-invalid:border-error-1 aria-invalid:border-2';

export function Requirement({ required }: { required: boolean }) {
  const t = useText();
  return (
    <span className={`text-oln-14N-100 whitespace-nowrap ${required ? 'text-error-2' : 'text-solid-gray-700'}`}>
      ※{required ? t.form.required : t.form.optional}
    </span>
  );
}

export interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props {
  name: string;
  label: string;
  required?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Label above, support text between, error below (DADS). */
export function Field({
  name,
  label,
  required = false,
  hint,
  error,
  children,
}: Props & { children: (control: Described) => ReactNode }) {
  const id = fieldId(name);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="flex flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <Requirement required={required} />
      </label>
      <Hint id={id} text={hint} />
      {children(described(id, hint, error))}
      <ErrorText id={id} text={error} />
    </div>
  );
}

/** A group of radio buttons or checkboxes under one question. */
export function FieldGroup({ name, label, required = false, hint, error, children }: Props & { children: ReactNode }) {
  const id = fieldId(name);
  const { 'aria-describedby': describedBy } = described(id, hint, error);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1 flex flex-wrap items-center gap-2 text-std-16B-170">
        {label}
        <Requirement required={required} />
      </legend>
      <Hint id={id} text={hint} />
      {children}
      <ErrorText id={id} text={error} />
    </fieldset>
  );
}

const described = (id: string, hint: string | undefined, error: string | undefined): Described => {
  const by = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return { id, ...(by !== '' && { 'aria-describedby': by }), ...(error && { 'aria-invalid': true }) };
};

function Hint({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
      {text}
    </p>
  ) : null;
}

export function ErrorText({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={`${id}-error`} className="mt-1 text-dns-16N-130 text-error-2">
      ＊{text}
    </p>
  ) : null;
}
