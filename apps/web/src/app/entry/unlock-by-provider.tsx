import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../api/client.ts';
import { become } from '../../api/queries.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { useProvider } from './provider.ts';
import { useProviderWords } from './provider-words.ts';

/** Asks who is signed in whenever somebody comes back to this tab from another. */
function useComingBack(awaited: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!awaited) return undefined;
    const look = () => {
      if (document.visibilityState === 'visible')
        void get('/api/v1/me').then(
          (me) => become(client, me),
          () => undefined,
        );
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [awaited, client]);
}

/** The session is over: it is begun anew in another tab, so that what was typed stays in this one. */
export function SignInElsewhere() {
  const t = useProviderWords();
  useComingBack(true);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-std-16N-170">{t.over.help}</p>
      <a href="/" target="_blank" rel="noopener noreferrer" className={buttonClass({ look: 'primary', size: 'large' })}>
        {t.over.open}
      </a>
    </div>
  );
}

/** 所属機関のアカウントで続ける: in another tab, so that what was typed stays in this one. */
export function UnlockByProvider() {
  const t = useProviderWords();
  const [location, setLocation] = useState<string>();
  const begin = useProvider('/api/v1/sessions/current/provider-beginnings', (at) => {
    setLocation(at);
    window.open(at, '_blank', 'noopener');
  });
  const begun = location !== undefined;
  useComingBack(begun);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-std-16N-170">{begun ? t.lock.waiting : t.lock.help}</p>
      {begin.error ? <Refused problem={begin.error} title={t.failed} /> : null}
      {begun ? (
        <a href={location} target="_blank" rel="noopener noreferrer" className={buttonClass({})}>
          {t.lock.open}
        </a>
      ) : (
        <Button look="primary" size="large" busy={begin.isPending} onClick={() => begin.mutate({})}>
          {t.lock.submit}
        </Button>
      )}
    </div>
  );
}
