import type { FormEvent } from 'react';
import type { Out } from '../../api/client.ts';
import { useSignOut } from '../../api/queries.ts';
import type { Me } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { useEntrance } from './entry.ts';
import { PasswordField, saidIn } from './fields.tsx';
import { EntryFrame } from './frame.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInElsewhere, UnlockByProvider } from './unlock-by-provider.tsx';
import { useEntryWords } from './words.ts';

/** Stands before a page whose person is away (シ14): what is under it stays as it was, and nobody sees it. */
export function LockScreen({ me, out }: { me: Me; out: Out }) {
  const t = useEntryWords();
  return (
    <div className="fixed inset-0 z-50 overflow-auto bg-white" role="dialog" aria-modal="true">
      {out === 'locked' ? (
        <EntryFrame title={t.lock.title}>
          <p className="text-std-16N-170">{t.lock.help}</p>
          {me.unlocksBy.includes('provider') ? <UnlockByProvider /> : null}
          <Unlock me={me} />
        </EntryFrame>
      ) : (
        <EntryFrame title={t.lock.over}>
          <p className="text-std-16N-170">{t.lock.overHelp}</p>
          {me.unlocksBy.includes('provider') ? <SignInElsewhere /> : null}
          {me.unlocksBy.join() === 'provider' ? null : <SignInForm />}
        </EntryFrame>
      )}
    </div>
  );
}

function Unlock({ me }: { me: Me }) {
  const t = useEntryWords();
  const signOut = useSignOut();
  const byPassword = me.unlocksBy.includes('password');
  const unlock = useEntrance('/api/v1/sessions/current/unlocks', (answer) => answer);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!unlock.isPending) unlock.mutate({ password: saidIn(event.currentTarget)('password') });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <p className="text-std-17B-170">
        {me.name}（{me.organization.name}）
      </p>
      {unlock.error ? <Refused problem={unlock.error} title={t.failed} /> : null}
      {byPassword ? (
        <PasswordField name="password" label={t.field.password} autoComplete="current-password" autoFocus />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {byPassword ? (
          <Button type="submit" look="primary" size="large" busy={unlock.isPending}>
            {unlock.isPending ? t.busy : t.lock.submit}
          </Button>
        ) : null}
        <Button look="plain" size="large" onClick={() => signOut.mutate()}>
          {t.lock.another}
        </Button>
      </div>
    </form>
  );
}
