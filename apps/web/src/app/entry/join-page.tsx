import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Answered } from '../../api/contract.ts';
import type { Me } from '../../api/types.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page.tsx';
import { Refused } from '../../ui/problem.tsx';
import { tokenOfAddress, useEntrance, useInvitation } from './entry.ts';
import { CodeField, PasswordField, saidIn, SharedTick, TextField, useErrorOf } from './fields.tsx';
import { EntryFrame } from './frame.tsx';
import { JoinByProvider } from './join-by-provider.tsx';
import { QrPicture } from '../../ui/qr-picture.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useEntryWords } from './words.ts';

type Invitation = Answered<'/api/v1/invitations/openings'>;

/** 招待を受ける (M7): a name, a password and an app of one's own; nobody else has ever seen them. */
export function JoinPage() {
  const t = useEntryWords();
  const navigate = useNavigate();
  const [token] = useState(tokenOfAddress);
  const { data: invitation, error } = useInvitation(token);
  const [entered, enter] = useState<Answered<'/api/v1/invitations/acceptances'>>();
  // Whoever sets a region up has a list of what there is to do; everybody else a board.
  const goAs = ({ pages }: Pick<Me, 'pages'>) =>
    void navigate({ to: (pages.includes('set_up') ? '/setup' : '/') as '/', replace: true });
  if (entered)
    return (
      <EntryFrame key="codes" title={t.recovery.title}>
        <RecoveryCodes codes={entered.recoveryCodes} go={() => goAs(entered.me)} />
      </EntryFrame>
    );
  return (
    <EntryFrame title={invitation?.purpose === 'reset' ? t.join.resetTitle : t.join.title}>
      {error ? <Refused problem={error} title={t.join.noLink} /> : null}
      {!invitation && !error ? <Loading /> : null}
      {invitation ? (
        <>
          <Whose invitation={invitation} />
          {invitation.provider ? <JoinByProvider token={token} organization={invitation.organization} /> : null}
          <SetUpForm token={token} invitation={invitation} done={enter} />
          {invitation.purpose === 'seat' ? <AddToMine token={token} done={goAs} /> : null}
        </>
      ) : null}
    </EntryFrame>
  );
}

function Whose({ invitation: { person, organization, role, expiresAt } }: { invitation: Invitation }) {
  const t = useEntryWords();
  const text = useText();
  const { moment } = useTime();
  return (
    <Notice title={t.join.intro(person, organization)}>
      <p className="text-std-16N-170">
        {labelOf(text.role, role)}・{t.join.until(moment(expiresAt))}
      </p>
      <p className="text-dns-14N-130 text-solid-gray-800">{t.join.notYou}</p>
    </Notice>
  );
}

function SetUpForm({
  token,
  invitation: { purpose, name, uri, secret },
  done,
}: {
  token: string;
  invitation: Invitation;
  done: (entered: Answered<'/api/v1/invitations/acceptances'>) => void;
}) {
  const t = useEntryWords();
  const accept = useEntrance('/api/v1/invitations/acceptances', ({ me }) => me, done);
  const errorOf = useErrorOf(accept.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!accept.isPending) accept.mutate({ token, name: said('name'), password: said('password'), code: said('code') });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <h2 className="text-std-18B-160">{t.join.step1}</h2>
      <TextField
        name="name"
        label={t.field.name}
        hint={t.hint.newName}
        error={errorOf('name')}
        autoComplete="username"
        maxLength={80}
        {...(name !== null && { defaultValue: name, readOnly: true })}
      />
      <PasswordField
        name="password"
        label={t.field.password}
        hint={t.hint.password}
        error={errorOf('password')}
        autoComplete="new-password"
      />
      <h2 className="text-std-18B-160">{t.join.step2}</h2>
      <p className="text-std-16N-170">{t.join.app}</p>
      <div className="flex flex-wrap items-start gap-4">
        <QrPicture text={uri} label={t.join.picture} />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <a href={uri} className="inline-flex min-h-11 items-center text-key-900 underline">
            {t.join.onPhone}
          </a>
          <p className="text-dns-14N-130 text-solid-gray-700">{t.join.byHand}</p>
          <p className="font-mono text-std-16N-170 break-all">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
        </div>
      </div>
      <h2 className="text-std-18B-160">{t.join.step3}</h2>
      <CodeField hint={t.hint.newCode} error={errorOf('code')} />
      {accept.error ? <Refused problem={accept.error} title={t.join.failed} keeps /> : null}
      <div>
        <Button type="submit" look="primary" size="large" busy={accept.isPending}>
          {accept.isPending ? t.busy : purpose === 'reset' ? t.join.resetSubmit : t.join.submit}
        </Button>
      </div>
    </form>
  );
}

/** One person with two posts has one way in. */
function AddToMine({ token, done }: { token: string; done: (me: Me) => void }) {
  const t = useEntryWords();
  const join = useEntrance('/api/v1/invitations/joinings', (me) => me, done);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!join.isPending)
      join.mutate({
        token,
        name: said('own-name'),
        password: said('own-password'),
        code: said('own-code'),
        shared: said('shared') !== '',
      });
  };
  return (
    <details className="rounded-8 border border-solid-gray-420 bg-white p-4">
      <summary className="flex min-h-11 cursor-pointer items-center text-std-17B-170 text-key-900 underline">
        {t.join.already}
      </summary>
      <form onSubmit={submit} className="mt-3 flex flex-col gap-5">
        <p className="text-std-16N-170">{t.join.alreadyHelp}</p>
        {join.error ? <Refused problem={join.error} title={t.failed} /> : null}
        <TextField name="own-name" label={t.field.name} autoComplete="username" maxLength={80} />
        <PasswordField name="own-password" label={t.field.password} autoComplete="current-password" />
        <OwnCode />
        <SharedTick />
        <div>
          <Button type="submit" busy={join.isPending}>
            {join.isPending ? t.busy : t.join.add}
          </Button>
        </div>
      </form>
    </details>
  );
}

const OwnCode = () => {
  const t = useEntryWords();
  return (
    <TextField name="own-code" label={t.field.code} hint={t.hint.code} autoComplete="one-time-code" maxLength={60} />
  );
};
