import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { useProvider } from './provider.ts';
import { useProviderWords } from './provider-words.ts';

/** 所属機関のアカウントで招待を受ける: nothing has to be set up. */
export function JoinByProvider({ token, organization }: { token: string; organization: string }) {
  const t = useProviderWords();
  const begin = useProvider('/api/v1/invitations/provider-beginnings');
  const busy = begin.isPending || begin.isSuccess;
  return (
    <>
      <section aria-labelledby="by-provider" className="flex flex-col items-start gap-3">
        <h2 id="by-provider" className="text-std-18B-160">
          {t.join.title}
        </h2>
        <p className="text-std-16N-170">{t.join.help(organization)}</p>
        {begin.error ? <Refused problem={begin.error} title={t.failed} /> : null}
        <Button look="primary" size="large" busy={busy} onClick={() => begin.mutate({ token })}>
          {busy ? t.going : t.go}
        </Button>
      </section>
      <p className="border-t border-solid-gray-420 pt-4 text-std-18B-160">{t.join.or}</p>
    </>
  );
}
