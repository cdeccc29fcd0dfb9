import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useText } from '../i18n/index.tsx';
import { fieldId } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Refused } from '../ui/problem.tsx';
import type { UsedForm } from './use-command-form.ts';

/** What is mended on another page: want of consent on that of the person, which opens beside what was typed. */
const Elsewhere = ({ error, said }: { error: { readonly path: string; readonly code: string }; said: string }) =>
  error.code === 'consent_missing' ? (
    <a
      href={`/${error.path}#consent`}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center text-error-2 underline"
    >
      {said}
    </a>
  ) : (
    said
  );

/** Everything that is wrong, above the form, each line leading to its field. Takes the focus at each attempt. */
export function ErrorSummary({
  used,
  names,
  reveal,
}: {
  used: UsedForm;
  names: readonly string[];
  reveal?: ((name: string) => void) | undefined;
}) {
  const t = useText();
  const { language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const { errors, refused, attempts, failed } = used;
  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);
  useEffect(() => {
    const title = document.title.replace(t.form.errorPrefix, '');
    document.title = failed ? t.form.errorPrefix + title : title;
  }, [failed, t]);
  if (!failed) return null;

  const fieldOf = (path: string): string | undefined =>
    names.find((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
  return (
    <div ref={box} tabIndex={-1} role={errors.length > 0 ? 'alert' : undefined} className="scroll-mt-20">
      {errors.length === 0 ? (
        <Refused problem={refused} keeps />
      ) : (
        <Notice look="bad" title={t.form.errorTitle(errors.length)}>
          <ul className="mt-1 list-disc pl-6 text-std-16N-170">
            {errors.map((error) => {
              const name = fieldOf(error.path);
              return (
                <li key={error.path + error.code}>
                  {name === undefined ? (
                    <Elsewhere error={error} said={error[language]} />
                  ) : (
                    <a
                      href={`#${fieldId(name)}`}
                      className="inline-flex min-h-11 items-center text-error-2 underline md:min-h-0"
                      onClick={(event) => {
                        event.preventDefault();
                        if (reveal) flushSync(() => reveal(name));
                        const field = document.getElementById(fieldId(name));
                        field?.scrollIntoView({ block: 'center' });
                        field?.focus();
                      }}
                    >
                      {error[language]}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
          <p className="mt-1 text-std-16N-170">{t.form.kept}</p>
        </Notice>
      )}
    </div>
  );
}
