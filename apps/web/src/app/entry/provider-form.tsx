import type { FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { saidIn, SharedTick, TextField } from './fields.tsx';
import { rememberPlace, useProvider } from './provider.ts';
import { useProviderWords } from './provider-words.ts';

/** 所属機関のアカウントで入る: one says where one works; which institutions there are is told to nobody. */
export function ProviderForm() {
  const t = useProviderWords();
  const begin = useProvider('/api/v1/provider-sign-ins');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (begin.isPending) return;
    rememberPlace();
    // Who writes stays here: only the part that names the institution is sent.
    begin.mutate({ code: said('code').replace(/^.*[@＠]/, ''), shared: said('shared') !== '' });
  };
  return (
    <details className="rounded-8 border border-solid-gray-420 bg-white p-4">
      <summary className="flex min-h-11 cursor-pointer items-center text-std-17B-170 text-key-900 underline">
        {t.title}
      </summary>
      <form onSubmit={submit} className="mt-3 flex flex-col gap-5">
        <p className="text-std-16N-170">{t.help}</p>
        {begin.error ? <Refused problem={begin.error} title={t.failed} /> : null}
        <TextField
          name="institution"
          fieldName="code"
          label={t.code}
          hint={t.codeHint}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
        />
        <SharedTick id="provider-shared" />
        <div>
          <Button type="submit" size="large" busy={begin.isPending || begin.isSuccess}>
            {begin.isPending || begin.isSuccess ? t.going : t.go}
          </Button>
        </div>
      </form>
    </details>
  );
}
