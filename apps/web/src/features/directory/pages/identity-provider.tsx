import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask, get, Problem, remove } from '../../../api/client.ts';
import type { Question, Read } from '../../../api/contract.ts';
import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { useLanguage, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { Fact, Facts, Part } from './facts.tsx';

const ja = {
  title: '所属機関のアカウントでのサインイン',
  intro:
    'この機関に自前の認証システム（OpenID Connect）があれば、職員はそのアカウントで入れます。つなぎのサインインも、今までどおり使えます。',
  present: '今の設定',
  none: '設定されていません。',
  setUp: '設定する',
  change: '設定し直す',
  remove: '設定を取り消す',
  removeHelp: 'この機関のアカウントで入っている人は、すぐにサインアウトします。次からはだれも、それでは入れません。',
  removeNow: '取り消す',
  cancel: 'やめる',
  returnTo: 'リダイレクトURI（認証システムの側に登録するもの）',
  code: '機関コード',
  codeHint: '職員がサインインのときに入れる語。ふつうは、職員のメールアドレスの @ より後ろ。半角の英数字と . -。',
  issuer: '発行者（issuer）の URL',
  issuerHint: '例：https://login.example.jp/realms/hospital　認証システムが名乗るとおりに。',
  clientId: 'クライアントID',
  clientSecret: 'クライアントシークレット',
  secretHint: '封をして保存し、二度と表示しません。',
  twoFactors: 'この認証システムは、職員に二要素（パスワードのほかに、端末や IC カードなど）を求めています',
  submit: '確かめて保存する',
  busy: '認証システムに確かめています…',
  failed: '保存しませんでした',
  kept: '確かめて、保存しました。',
  people: 'このアカウントで入れる人',
  nobody: 'まだいません。招待を受けるときか、「自分のサインイン」で、本人が結び付けます。',
  bound: (name: string, at: string) => `${name}（${at}に結び付け）`,
};
type ProviderWords = Widened<typeof ja>;
const en: ProviderWords = {
  title: 'Sign-in with accounts of the institution',
  intro:
    'If the institution has a provider of its own (OpenID Connect), its people may sign in with their accounts there. Sign-ins of Tsunagi go on as before.',
  present: 'At present',
  none: 'It has not been set up.',
  setUp: 'Set it up',
  change: 'Set it up anew',
  remove: 'End it',
  removeHelp: 'Whoever is signed in with such an account is signed out at once, and nobody can use one any more.',
  removeNow: 'End it now',
  cancel: 'Cancel',
  returnTo: 'Redirect URI (to be registered at the provider)',
  code: 'Code of the institution',
  codeHint:
    'What people type to sign in: mostly the part of their e-mail addresses after the @. Letters, digits, . and -.',
  issuer: 'URL of the issuer',
  issuerHint: 'Such as https://login.example.jp/realms/hospital, exactly as the provider calls itself.',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  secretHint: 'It is kept sealed, and never shown again.',
  twoFactors: 'This provider asks two factors of everybody (a device or a card besides the password)',
  submit: 'Try it and keep it',
  busy: 'Asking the provider…',
  failed: 'It has not been kept',
  kept: 'It works, and has been kept.',
  people: 'Who may sign in with it',
  nobody: 'Nobody yet. People bind their accounts themselves: with an invitation, or under “Your sign-in”.',
  bound: (name: string, at: string) => `${name} (since ${at})`,
};
const words: Pair<ProviderWords> = { ja, en };

const PATH = '/api/v1/organizations/{organization}/identity-provider';
type Shown = Read<typeof PATH>;
type Entered = Question<typeof PATH>;
const keyOf = (organization: string) => ['identity-provider', organization];

/** 機関の認証基盤: by whose accounts its people may sign in. */
export function IdentityProvider({ organization }: { organization: string }) {
  const t = useWords(words);
  const [open, setOpen] = useState<'form' | 'removal'>();
  const [kept, keep] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(organization),
    queryFn: () => get(PATH, { organization }),
    staleTime: 0,
  });
  const close = (done: boolean) => {
    setOpen(undefined);
    keep(done);
  };
  return (
    <Part id="identity-provider" title={t.title}>
      <p className="text-std-16N-170">{t.intro}</p>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Present shown={data} /> : null}
      <p role="status" className={kept ? 'text-std-16B-170' : 'sr-only'}>
        {kept ? t.kept : ''}
      </p>
      {data && open === undefined ? (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setOpen('form')}>{data.provider ? t.change : t.setUp}</Button>
          {data.provider ? (
            <Button look="danger" onClick={() => setOpen('removal')}>
              {t.remove}
            </Button>
          ) : null}
        </div>
      ) : null}
      {data && open === 'form' ? <Form organization={organization} shown={data} close={close} /> : null}
      {data && open === 'removal' ? <Removal organization={organization} close={close} /> : null}
    </Part>
  );
}

function Present({ shown: { provider, returnTo, people } }: { shown: Shown }) {
  const t = useWords(words);
  const { moment } = useTime();
  return (
    <Facts>
      {provider ? (
        <>
          <Fact name={t.code}>{provider.code}</Fact>
          <Fact name={t.issuer}>{provider.issuer}</Fact>
          <Fact name={t.clientId}>{provider.clientId}</Fact>
          <Fact name={t.people}>
            {people.length === 0 ? (
              t.nobody
            ) : (
              <ul>
                {people.map(({ userId, name, boundAt }) => (
                  <li key={userId}>{t.bound(name, moment(boundAt))}</li>
                ))}
              </ul>
            )}
          </Fact>
        </>
      ) : (
        <Fact name={t.present}>{t.none}</Fact>
      )}
      <Fact name={t.returnTo}>
        <span className="font-mono break-all">{returnTo}</span>
      </Fact>
    </Facts>
  );
}

const FIELDS = [
  { name: 'code', hint: 'codeHint', max: 64, type: 'text' },
  { name: 'issuer', hint: 'issuerHint', max: 300, type: 'url' },
  { name: 'clientId', hint: undefined, max: 300, type: 'text' },
  { name: 'clientSecret', hint: 'secretHint', max: 1_000, type: 'password' },
] as const;

/** It is tried before it is kept: what was typed stays when it does not work. */
function Form({
  organization,
  shown: { provider },
  close,
}: {
  organization: string;
  shown: Shown;
  close: (done: boolean) => void;
}) {
  const t = useWords(words);
  const { language } = useLanguage();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (said: Entered) => ask(PATH, said, { organization }),
    onSuccess: (now) => {
      client.setQueryData(keyOf(organization), now);
      close(true);
    },
  });
  const errorOf = (name: string) =>
    keep.error instanceof Problem ? keep.error.body.errors.find(({ path }) => path === name)?.[language] : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    if (keep.isPending) return;
    keep.mutate({
      code: said('code'),
      issuer: said('issuer'),
      clientId: said('clientId'),
      clientSecret: said('clientSecret'),
      twoFactors: form.get('twoFactors') !== null,
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 rounded-8 border border-solid-gray-420 bg-white p-4">
      {FIELDS.map(({ name, hint, max, type }) => (
        <Field
          key={name}
          name={`provider-${name}`}
          label={t[name]}
          required
          hint={hint === undefined ? undefined : t[hint]}
          error={errorOf(name)}
        >
          {(control) => (
            <input
              {...control}
              name={name}
              type={type}
              required
              maxLength={max}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              defaultValue={provider && name !== 'clientSecret' ? provider[name] : ''}
              className={`${inputClass} max-w-2xl`}
            />
          )}
        </Field>
      ))}
      <label className="flex min-h-11 items-start gap-3">
        <input type="checkbox" name="twoFactors" value="yes" required className="mt-1.5 size-6 shrink-0" />
        <span className="text-std-16N-170">{t.twoFactors}</span>
      </label>
      {keep.error ? <Refused problem={keep.error} title={t.failed} keeps /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={keep.isPending}>
          {keep.isPending ? t.busy : t.submit}
        </Button>
        <Button look="plain" onClick={() => close(false)}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function Removal({ organization, close }: { organization: string; close: (done: boolean) => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => remove(PATH, { organization }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keyOf(organization) });
      close(false);
    },
  });
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-solid-gray-420 bg-white p-4">
      <p className="text-std-16N-170">{t.removeHelp}</p>
      {end.error ? <Refused problem={end.error} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button look="danger" busy={end.isPending} onClick={() => end.mutate()}>
          {t.removeNow}
        </Button>
        <Button look="plain" onClick={() => close(false)}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
