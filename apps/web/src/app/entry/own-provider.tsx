import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { tell } from '../../api/client.ts';
import type { Read } from '../../api/contract.ts';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { PasswordField, saidIn } from './fields.tsx';
import { useOwnWords } from './own-words.ts';
import { useProvider } from './provider.ts';
import { useProviderWords } from './provider-words.ts';

type Own = Read<'/api/v1/own-sign-in'>;

/** 所属機関のアカウント: bound and unbound by its owner, who says his password first. */
export function OwnProvider({ own: { name, provider } }: { own: Own }) {
  const t = useProviderWords();
  const words = useOwnWords();
  const { moment } = useTime();
  const client = useQueryClient();
  const bind = useProvider('/api/v1/own-sign-in/provider-beginnings');
  const unbind = useMutation({
    mutationFn: (password: string) => tell('/api/v1/own-sign-in/provider-unbindings', { password }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-sign-in'] }),
  });
  if (!provider) return null;
  const { boundAt, organization } = provider;
  const bound = boundAt !== null;
  const busy = bind.isPending || bind.isSuccess || unbind.isPending;
  const problem = bind.error ?? unbind.error;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = saidIn(event.currentTarget)('provider-password');
    if (busy) return;
    if (bound) unbind.mutate(password);
    else bind.mutate({ password });
  };
  return (
    <section aria-labelledby="provider" className="flex flex-col gap-3">
      <h2 id="provider" className="text-std-18B-160">
        {t.own.title}
      </h2>
      <p className="text-std-16N-170">{bound ? t.own.bound(moment(boundAt)) : t.own.offered(organization)}</p>
      {name === null ? <p className="text-std-16N-170">{t.own.only}</p> : null}
      {name === null ? null : (
        <form key={String(bound)} onSubmit={submit} className="flex flex-col gap-4">
          {bound ? <p className="text-dns-14N-130 text-solid-gray-700">{t.own.unbindHelp}</p> : null}
          <PasswordField name="provider-password" label={words.present} autoComplete="current-password" />
          {problem ? <Refused problem={problem} /> : null}
          <div>
            <Button type="submit" busy={busy}>
              {bound ? t.own.unbind : t.own.bind}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
