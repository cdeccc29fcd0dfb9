import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { tell } from '../../api/client.ts';
import type { Read } from '../../api/contract.ts';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Refused } from '../../ui/problem.tsx';
import { PasswordField, saidIn, TextField } from './fields.tsx';
import { addPasskey, hasPasskeys, isCanceled } from './passkey.ts';
import { usePasskeyWords } from './passkey-words.ts';

type Passkey = Read<'/api/v1/own-sign-in'>['passkeys'][number];

const useChanged = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['own-sign-in'] });
};

/** パスキー of the reader: added on the device before him, named, and removed. */
export function OwnPasskeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = usePasskeyWords();
  return (
    <section aria-labelledby="passkeys" className="flex flex-col gap-3">
      <h2 id="passkeys" className="text-std-18B-160">
        {t.own.title}
      </h2>
      <p className="text-std-16N-170">{t.own.help}</p>
      {passkeys.length === 0 ? <p className="text-std-16N-170">{t.own.none}</p> : null}
      <ul className="flex flex-col border-t border-solid-gray-420">
        {passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      {hasPasskeys() ? <AddPasskey /> : <p className="text-std-16N-170">{t.own.without}</p>}
    </section>
  );
}

function PasskeyLine({ passkey: { id, name, addedAt, usedAt } }: { passkey: Passkey }) {
  const t = usePasskeyWords();
  const { moment } = useTime();
  const changed = useChanged();
  const rename = useMutation({
    mutationFn: (to: string) => tell('/api/v1/own-sign-in/passkey-names', { id, name: to }),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (password: string) => tell('/api/v1/own-sign-in/passkey-removals', { id, password }),
    onSuccess: changed,
  });
  const said = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    return saidIn(event.currentTarget);
  };
  return (
    <li className="border-b border-solid-gray-200 py-2">
      <p className="text-std-16B-170">{name}</p>
      <p className="text-dns-14N-130 text-solid-gray-700">
        {t.own.added(moment(addedAt))}　{usedAt === null ? t.own.unused : t.own.used(moment(usedAt))}
      </p>
      <details>
        <summary
          aria-label={t.own.change(name)}
          className="inline-flex min-h-11 cursor-pointer items-center text-dns-16N-130 text-key-900 underline"
        >
          {t.own.more}
        </summary>
        <div className="flex flex-col gap-5 py-2">
          <form
            className="flex flex-col items-start gap-3"
            onSubmit={(event) => {
              const to = said(event)('name');
              if (!rename.isPending) rename.mutate(to);
            }}
          >
            <TextField
              name={`name-${id}`}
              fieldName="name"
              label={t.own.name}
              defaultValue={name}
              maxLength={60}
              autoComplete="off"
            />
            {rename.error ? <Refused problem={rename.error} /> : null}
            <Button type="submit" busy={rename.isPending}>
              {t.own.save}
            </Button>
          </form>
          <form
            className="flex flex-col items-start gap-3"
            onSubmit={(event) => {
              const password = said(event)('password');
              if (!remove.isPending) remove.mutate(password);
            }}
          >
            <PasswordField
              name={`password-${id}`}
              fieldName="password"
              label={t.own.password}
              autoComplete="current-password"
            />
            {remove.error ? <Refused problem={remove.error} /> : null}
            <Button type="submit" look="danger" busy={remove.isPending}>
              {t.own.remove}
            </Button>
          </form>
        </div>
      </details>
    </li>
  );
}

function AddPasskey() {
  const t = usePasskeyWords();
  const [form, reset] = useState(0);
  const changed = useChanged();
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      reset((n) => n + 1);
      await changed();
    },
  });
  const { error, isPending, isSuccess } = add;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!isPending) add.mutate({ name: said('name'), password: said('password') });
  };
  return (
    <form key={form} onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        name="passkey-name"
        fieldName="name"
        label={t.own.name}
        hint={t.own.nameHint}
        maxLength={60}
        autoComplete="off"
      />
      <PasswordField
        name="passkey-password"
        fieldName="password"
        label={t.own.password}
        autoComplete="current-password"
      />
      {error && isCanceled(error) ? (
        <div role="alert">
          <Notice look="warning" title={t.own.failed}>
            <p className="text-std-16N-170">{t.canceled}</p>
          </Notice>
        </div>
      ) : null}
      {error && !isCanceled(error) ? <Refused problem={error} title={t.own.failed} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isPending}>
          {isPending ? t.busy : t.own.add}
        </Button>
        <span role="status">{isSuccess ? t.own.done : ''}</span>
      </div>
    </form>
  );
}
