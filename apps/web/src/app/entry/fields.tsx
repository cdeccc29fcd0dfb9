import { useState, type InputHTMLAttributes } from 'react';
import { Problem } from '../../api/client.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { useEntryWords } from './words.ts';

/** What the server says is wrong with a field. */
export function useErrorOf(problem: unknown): (name: string) => string | undefined {
  const { language } = useLanguage();
  return (name) =>
    problem instanceof Problem ? problem.body.errors.find(({ path }) => path === name)?.[language] : undefined;
}

export const saidIn = (form: HTMLFormElement): ((name: string) => string) => {
  const said = new FormData(form);
  return (name) => {
    const value = said.get(name);
    return typeof value === 'string' ? value : '';
  };
};

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** As what it is sent, where a page has another field of that name. */
  fieldName?: string;
};

export function TextField({ name, label, hint, error, fieldName = name, ...rest }: Props) {
  // A form may stand hidden under the lock screen: its fields have ids of their own.
  return (
    <Field name={`entry-${name}`} label={label} required hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          name={fieldName}
          required
          autoCapitalize="none"
          spellCheck={false}
          {...rest}
          className={`${inputClass} max-w-96`}
        />
      )}
    </Field>
  );
}

/** It may be pasted and looked at: who sees what he types makes no new attempt (WCAG 3.3.8). */
export function PasswordField(props: Props) {
  const t = useEntryWords();
  const [shown, show] = useState(false);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-full max-w-96 min-w-0">
        <TextField {...props} type={shown ? 'text' : 'password'} />
      </div>
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => show(!shown)}
        className="inline-flex min-h-12 items-center px-3 text-oln-16N-100 text-key-900 underline"
      >
        {shown ? t.hide : t.show}
      </button>
    </div>
  );
}

export function CodeField({ hint, error }: { hint: string; error?: string | undefined }) {
  const t = useEntryWords();
  return (
    <TextField
      name="code"
      label={t.field.code}
      hint={hint}
      error={error}
      autoComplete="one-time-code"
      inputMode="text"
      maxLength={60}
    />
  );
}

export function SharedTick({ id = 'shared' }: { id?: string }) {
  const t = useEntryWords();
  return (
    <label className="flex min-h-11 items-start gap-3">
      <input
        type="checkbox"
        name="shared"
        value="yes"
        className="mt-1.5 size-6 shrink-0"
        aria-describedby={`${id}-hint`}
      />
      <span>
        <span className="text-std-16N-170">{t.field.shared}</span>
        <span id={`${id}-hint`} className="block text-dns-14N-130 text-solid-gray-700">
          {t.hint.shared}
        </span>
      </span>
    </label>
  );
}
