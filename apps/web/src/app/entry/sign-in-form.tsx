import type { FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/problem.tsx';
import { useEntrance } from './entry.ts';
import { CodeField, PasswordField, saidIn, SharedTick, TextField } from './fields.tsx';
import { useEntryWords } from './words.ts';

/** Name, password and code in one form: a password manager and the app fill it, and what was typed stays when it is refused. */
export function SignInForm({ name }: { name?: string }) {
  const t = useEntryWords();
  const signIn = useEntrance('/api/v1/sign-ins', (me) => me);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!signIn.isPending)
      signIn.mutate({
        name: said('name'),
        password: said('password'),
        code: said('code'),
        shared: said('shared') !== '',
      });
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-stretch gap-5">
      {signIn.error ? <Refused problem={signIn.error} title={t.failed} /> : null}
      <TextField
        name="name"
        label={t.field.name}
        hint={t.hint.name}
        autoComplete="username"
        defaultValue={name}
        maxLength={80}
      />
      <PasswordField name="password" label={t.field.password} autoComplete="current-password" />
      <CodeField hint={t.hint.code} />
      <SharedTick />
      <div>
        <Button type="submit" look="primary" size="large" busy={signIn.isPending}>
          {signIn.isPending ? t.busy : t.submit}
        </Button>
      </div>
    </form>
  );
}
