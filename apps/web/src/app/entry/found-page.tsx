import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask } from '../../api/client.ts';
import type { Question } from '../../api/contract.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { Refused } from '../../ui/problem.tsx';
import { tokenOfAddress } from './entry.ts';
import { saidIn, TextField, useErrorOf } from './fields.tsx';
import { EntryFrame } from './frame.tsx';
import { PREFECTURES } from './prefectures.ts';
import { useEntryWords } from './words.ts';

/** 開設: where nobody is yet, whoever has the link of the installation becomes its first administrator. */
export function FoundPage() {
  const t = useEntryWords();
  const { language } = useLanguage();
  const [token] = useState(tokenOfAddress);
  const found = useMutation({
    mutationFn: (said: Question<'/api/v1/foundations'>) => ask('/api/v1/foundations', said),
    onSuccess: ({ path }) => window.location.assign(path),
  });
  const errorOf = useErrorOf(found.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!found.isPending)
      found.mutate({ token, prefecture: said('prefecture'), organization: said('organization'), name: said('person') });
  };
  return (
    <EntryFrame title={t.found.title}>
      <p className="text-std-16N-170">{t.found.intro}</p>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field name="prefecture" label={t.field.prefecture} required error={errorOf('prefecture')}>
          {(control) => (
            <select {...control} name="prefecture" required defaultValue="" className={`${inputClass} max-w-96`}>
              <option value="">{t.found.choose}</option>
              {PREFECTURES.map(([code, ja, en]) => (
                <option key={code} value={code}>
                  {language === 'ja' ? ja : en}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          name="organization"
          label={t.field.organization}
          hint={t.hint.organization}
          error={errorOf('organization')}
          autoComplete="organization"
          maxLength={200}
        />
        <TextField
          name="person"
          label={t.field.person}
          hint={t.hint.person}
          error={errorOf('name')}
          autoComplete="name"
          maxLength={100}
        />
        {found.error ? <Refused problem={found.error} title={t.found.failed} keeps /> : null}
        <div>
          <Button type="submit" look="primary" size="large" busy={found.isPending}>
            {found.isPending ? t.busy : t.found.submit}
          </Button>
        </div>
      </form>
    </EntryFrame>
  );
}
