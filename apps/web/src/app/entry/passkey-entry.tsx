import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { become } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refused } from '../../ui/problem.tsx';
import { saidIn, SharedTick } from './fields.tsx';
import { hasPasskeys, isCanceled, signInByPasskey } from './passkey.ts';
import { usePasskeyWords } from './passkey-words.ts';

/** パスキーで入る: the device says whose it is. */
export function PasskeyEntry() {
  const t = usePasskeyWords();
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: signInByPasskey,
    onSuccess: (me) => become(client, me),
  });
  if (!hasPasskeys()) return null;
  const { error, isPending } = signIn;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isPending) signIn.mutate(saidIn(event.currentTarget)('shared') !== '');
  };
  return (
    <form
      aria-label={t.signIn}
      onSubmit={submit}
      className="flex flex-col items-start gap-3 border-t border-solid-gray-420 pt-4"
    >
      <p className="text-std-16N-170">{t.signInHelp}</p>
      {error && isCanceled(error) ? (
        <div role="alert">
          <Notice look="warning" title={t.failed}>
            <p className="text-std-16N-170">{t.canceled}</p>
          </Notice>
        </div>
      ) : null}
      {error && !isCanceled(error) ? <Refused problem={error} title={t.failed} /> : null}
      <SharedTick id="passkey-shared" />
      <Button type="submit" size="large" busy={isPending}>
        {isPending ? t.busy : t.signIn}
      </Button>
    </form>
  );
}
