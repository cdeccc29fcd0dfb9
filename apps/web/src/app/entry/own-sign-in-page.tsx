import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask, get, tell } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import type { Read } from '../../api/contract.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading, PageTitle } from '../../ui/page.tsx';
import { LoadFailed, Refused } from '../../ui/problem.tsx';
import { useEntrance } from './entry.ts';
import { PasswordField, saidIn, useErrorOf } from './fields.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import { OwnProvider } from './own-provider.tsx';
import { useOwnWords } from './own-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

type Own = Read<'/api/v1/own-sign-in'>;
const OWN = ['own-sign-in'];

/** 自分のサインイン: devices, posts, password and recovery codes of the reader. */
export function OwnSignInPage() {
  const t = useOwnWords();
  const { data: me } = useMe();
  const {
    data: own,
    error,
    refetch,
  } = useQuery({
    queryKey: OWN,
    queryFn: () => get('/api/v1/own-sign-in'),
    staleTime: 0,
    enabled: me?.demo === false,
  });
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageTitle title={t.title} />
      {me?.demo ? <Notice title={t.demo} /> : null}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!own && !error && me?.demo === false ? <Loading /> : null}
      {own ? (
        <>
          {own.name === null ? null : (
            <p className="text-std-16N-170">
              {t.name}：<strong>{own.name}</strong>
            </p>
          )}
          {own.seats.length > 1 ? <Seats seats={own.seats} current={me?.userId ?? ''} /> : null}
          <Devices own={own} />
          <OwnProvider own={own} />
          {own.name === null ? null : (
            <>
              <OwnPasskeys passkeys={own.passkeys} />
              <NewPassword />
              <NewCodes left={own.recoveryCodesLeft} />
            </>
          )}
        </>
      ) : null}
    </div>
  );
}

/** 所属を切り替える: what is done from then on is done in that post. */
function Seats({ seats, current }: { seats: Own['seats']; current: string }) {
  const t = useOwnWords();
  const text = useText();
  const change = useEntrance('/api/v1/own-sign-in/seats', (me) => me);
  return (
    <section aria-labelledby="seats" className="flex flex-col gap-2">
      <h2 id="seats" className="text-std-18B-160">
        {t.seats}
      </h2>
      <p className="text-dns-16N-130">{t.seatsHelp}</p>
      {change.error ? <Refused problem={change.error} /> : null}
      <ul className="flex flex-col border-t border-solid-gray-420">
        {seats.map(({ userId, role, organization }) => (
          <li key={userId} className="flex flex-wrap items-center gap-3 border-b border-solid-gray-200 py-2">
            <span className="flex-1 basis-60 text-std-16N-170">
              {labelOf(text.role, role)}（{organization}）
            </span>
            {userId === current ? (
              <strong>{t.seatNow}</strong>
            ) : (
              <Button busy={change.isPending} onClick={() => change.mutate({ userId })}>
                {t.seatChange}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 端末を失くした: what is open elsewhere is ended from here. */
function Devices({ own: { devices } }: { own: Own }) {
  const t = useOwnWords();
  const { moment } = useTime();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string | undefined) => tell('/api/v1/own-sign-in/session-endings', id === undefined ? {} : { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: OWN }),
  });
  const others = devices.filter(({ current }) => !current);
  return (
    <section aria-labelledby="devices" className="flex flex-col gap-2">
      <h2 id="devices" className="text-std-18B-160">
        {t.devices}
      </h2>
      {end.error ? <Refused problem={end.error} /> : null}
      <ul className="flex flex-col border-t border-solid-gray-420">
        {devices.map(({ id, device, shared, current, activeAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b border-solid-gray-200 py-2">
            <span className="flex-1 basis-60 text-std-16N-170">
              {device || t.unknownDevice}
              {shared ? `・${t.shared}` : ''}
              <span className="block text-dns-14N-130 text-solid-gray-700">{t.activeAt(moment(activeAt))}</span>
            </span>
            {current ? (
              <strong>{t.thisDevice}</strong>
            ) : (
              <Button busy={end.isPending} onClick={() => end.mutate(id)}>
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {/* Also where none is seen: one that was opened a moment ago is ended as well. */}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="danger" busy={end.isPending} onClick={() => end.mutate(undefined)}>
          {t.endAll}
        </Button>
        <span role="status">{end.isSuccess && others.length === 0 ? t.ended : ''}</span>
      </div>
    </section>
  );
}

function NewPassword() {
  const t = useOwnWords();
  const [form, reset] = useState(0);
  const change = useMutation({
    mutationFn: (said: { password: string; newPassword: string }) => tell('/api/v1/own-sign-in/passwords', said),
    onSuccess: () => reset((n) => n + 1),
  });
  const errorOf = useErrorOf(change.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = saidIn(event.currentTarget);
    if (!change.isPending) change.mutate({ password: said('password'), newPassword: said('newPassword') });
  };
  return (
    <section aria-labelledby="password" className="flex flex-col gap-3">
      <h2 id="password" className="text-std-18B-160">
        {t.password}
      </h2>
      <form key={form} onSubmit={submit} className="flex flex-col gap-4">
        <PasswordField name="password" label={t.present} autoComplete="current-password" />
        <PasswordField
          name="newPassword"
          label={t.next}
          hint={t.nextHint}
          error={errorOf('newPassword')}
          autoComplete="new-password"
        />
        {change.error ? <Refused problem={change.error} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={change.isPending}>
            {t.change}
          </Button>
          <span role="status">{change.isSuccess ? t.changed : ''}</span>
        </div>
      </form>
    </section>
  );
}

function NewCodes({ left }: { left: number }) {
  const t = useOwnWords();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (password: string) => ask('/api/v1/own-sign-in/recovery-codes', { password }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!make.isPending) make.mutate(saidIn(event.currentTarget)('codes-password'));
  };
  return (
    <section aria-labelledby="codes" className="flex flex-col gap-3">
      <h2 id="codes" className="text-std-18B-160">
        {t.codes}
      </h2>
      <p className="text-std-16N-170">{t.left(left)}</p>
      {make.data ? (
        <RecoveryCodes
          codes={make.data.recoveryCodes}
          kept={t.kept}
          go={() => {
            make.reset();
            void client.invalidateQueries({ queryKey: OWN });
          }}
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <PasswordField name="codes-password" label={t.present} autoComplete="current-password" />
          {make.error ? <Refused problem={make.error} /> : null}
          <div>
            <Button type="submit" busy={make.isPending}>
              {t.makeCodes}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
