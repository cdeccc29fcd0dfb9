import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { become } from '../../api/queries.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Loading } from '../../ui/page.tsx';
import { Refused } from '../../ui/problem.tsx';
import { EntryFrame } from './frame.tsx';
import { placeBefore } from './provider.ts';
import { useProviderWords } from './provider-words.ts';

/** 所属機関から戻る: what the provider has given is brought to the server, once, and stands in the address no longer. */
export function FromProviderPage() {
  const t = useProviderWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useState(() => window.location.search);
  const { data, error, mutate } = useMutation({
    mutationFn: () => ask('/api/v1/provider-sign-ins/returns', { query }),
    onSuccess: ({ me }) => {
      if (!me) return;
      become(client, me);
      void navigate({ href: placeBefore(), replace: true });
    },
  });
  // Once: an answer counts no second time, and stands where somebody could read or copy it no longer.
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate();
  }, [mutate]);
  if (error)
    return (
      <EntryFrame title={t.back.title}>
        <Refused problem={error} title={t.back.failed} />
        {/* A page of its own: nothing of this try stays. */}
        <p>
          <a href="/" className={buttonClass({})}>
            {t.back.again}
          </a>
        </p>
      </EntryFrame>
    );
  if (data?.is === 'bound')
    return (
      <EntryFrame title={t.back.bound}>
        <p className="text-std-16N-170">{t.back.boundHelp}</p>
        <p>
          <Link to="/own-sign-in" replace className={buttonClass({ look: 'primary' })}>
            {t.back.own}
          </Link>
        </p>
      </EntryFrame>
    );
  if (data?.is === 'unlocked')
    return (
      <EntryFrame title={t.back.unlocked}>
        <p className="text-std-16N-170">{t.back.unlockedHelp}</p>
        <div>
          <Button look="primary" onClick={() => window.close()}>
            {t.back.close}
          </Button>
        </div>
      </EntryFrame>
    );
  return (
    <EntryFrame title={t.back.title}>
      <p role="status" className="text-std-16N-170">
        {t.back.checking}
      </p>
      <Loading />
    </EntryFrame>
  );
}
