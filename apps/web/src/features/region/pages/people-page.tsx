import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearch, type LinkProps } from '@tanstack/react-router';
import { ask, get, remove } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { useUsers } from '../../../api/queries.ts';
import { folded } from '../../../i18n/folded.ts';
import { labelOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { isOfUser, OF_USER, UserDoing } from './user-doing.tsx';
import { publicOrigin } from '../public-origin.ts';
import { Letters, type Letter } from './letters.tsx';
import { useRegionWords } from './page-words.ts';
import { useFlash } from '../../../ui/flash.tsx';

type User = Read<'/api/v1/users'>[number];
type Standing = Read<'/api/v1/sign-in-standings'>[number];
type State = Standing['state'];
interface Person extends User {
  readonly standing: Standing;
}

const PLACE = { to: '/people', search: {} } as const;
const STANDINGS = ['sign-in-standings'];
/** Who is invited at once: by the state that is shown. A sheet that was lost before it was printed is made again for many. */
const MANY: Readonly<Record<State | '', readonly State[]>> = {
  '': ['none'],
  none: ['none'],
  invited: ['invited'],
  expired: ['expired'],
  // Setting up a sign-in anew ends the one that somebody works with.
  active: [],
};
const NONE = { state: 'none', until: null, lastSignIn: null, byProvider: false } as const;

/** 職員と招待 (P1): everybody who is registered, whether they can sign in, and the links with which they can. */
export function PeoplePage() {
  const t = useRegionWords();
  const users = useUsers();
  const client = useQueryClient();
  const flash = useFlash();
  const navigate = useNavigate();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const standings = useQuery({ queryKey: STANDINGS, queryFn: () => get('/api/v1/sign-in-standings'), staleTime: 0 });
  const [wanted, want] = useState('');
  const [state, setState] = useState<State | ''>('');
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  const error = users.error ?? standings.error;
  const byId = new Map(standings.data?.map((standing) => [standing.userId, standing]));
  const people: readonly Person[] = (users.data ?? [])
    .map((user) => ({ ...user, standing: byId.get(user.id) ?? { userId: user.id, ...NONE } }))
    .toSorted(
      (a, b) => a.organization.name.localeCompare(b.organization.name, 'ja') || a.name.localeCompare(b.name, 'ja'),
    );
  const shown = people.filter(
    ({ name, organization, standing }) =>
      (state === '' || standing.state === state) && folded(name + organization.name).includes(folded(wanted)),
  );
  const back = () => void navigate(PLACE as Parameters<typeof navigate>[0]);
  const doing = search['do'];
  const about = people.find(({ id }) => id === search['user']);
  if (isOfUser(doing) && about)
    return (
      <UserDoing
        doing={doing}
        user={about}
        cancel={back}
        done={() => {
          void client.invalidateQueries({ queryKey: ['users'] });
          void client.invalidateQueries({ queryKey: STANDINGS });
          flash(t.people.saved, PLACE.to);
          back();
        }}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      <div className={letters.length > 0 ? 'flex flex-col gap-4 print:hidden' : 'flex flex-col gap-4'}>
        <PageTitle title={t.nav.people} />
        <p className="max-w-4xl text-std-16N-170">{t.people.intro}</p>
        {error ? (
          <LoadFailed problem={error} again={() => void Promise.all([users.refetch(), standings.refetch()])} />
        ) : null}
        {!users.data && !error ? <Loading /> : null}
        {users.data ? (
          <div className="flex flex-wrap items-end gap-4">
            <label className="flex min-w-0 flex-1 basis-64 flex-col gap-1 text-std-16B-170">
              {t.people.search}
              <input
                type="search"
                value={wanted}
                onChange={(event) => want(event.target.value)}
                className={inputClass}
              />
            </label>
            <label className="flex flex-col gap-1 text-std-16B-170">
              {t.people.show}
              <select
                value={state}
                onChange={(event) => setState(event.target.value as State | '')}
                className={inputClass}
              >
                <option value="">{t.people.all}</option>
                {Object.entries(t.people.state).map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <ButtonLink look="primary" to={'/users/new' as NonNullable<LinkProps['to']>}>
              {t.command.RegisterUser}
            </ButtonLink>
            <ButtonLink {...({ to: '/imports', search: { target: 'staff' } } as unknown as LinkProps)}>
              {t.people.fromFile}
            </ButtonLink>
          </div>
        ) : null}
        {standings.data ? (
          <InviteAll
            people={shown.filter(({ standing }) => MANY[state]?.includes(standing.state))}
            again={state !== '' && state !== 'none'}
            show={setLetters}
          />
        ) : null}
      </div>
      {letters.length > 0 ? <Letters letters={letters} close={() => setLetters([])} /> : null}
      {users.data && standings.data ? (
        <section aria-label={t.nav.people} className={letters.length > 0 ? 'print:hidden' : ''}>
          <p role="status" className="text-dns-14N-130 text-solid-gray-700">
            {shown.length > 0 ? t.people.count(shown.length) : t.people.none}
          </p>
          <ul className="flex flex-col border-t border-solid-gray-420">
            {shown.map((person) => (
              <PersonLine key={person.id} person={person} show={setLetters} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** Makes a link for somebody; the letter with it is shown this once. */
async function letterFor({ id, name, role, organization }: User): Promise<Letter> {
  const { path, purpose, expiresAt, origin } = await ask('/api/v1/users/{user}/invitations', {}, { user: id });
  const link = publicOrigin(origin, window.location.origin) + path;
  return { id, name, role, organization: organization.name, purpose, expiresAt, link };
}

function PersonLine({ person, show }: { person: Person; show: (letters: readonly Letter[]) => void }) {
  const t = useRegionWords();
  const text = useText();
  const { moment } = useTime();
  const client = useQueryClient();
  const { standing, name } = person;
  const refresh = () => client.invalidateQueries({ queryKey: STANDINGS });
  const invite = useMutation({
    mutationFn: () => letterFor(person),
    onSuccess: async (letter) => {
      show([letter]);
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => remove('/api/v1/users/{user}/invitations', { user: person.id }),
    onSuccess: refresh,
  });
  const unbind = useMutation({
    mutationFn: () => remove('/api/v1/users/{user}/provider-binding', { user: person.id }),
    onSuccess: refresh,
  });
  const problem = invite.error ?? withdraw.error ?? unbind.error;
  const [label, whole] = {
    none: [t.people.invite, t.people.inviteOf(name)],
    expired: [t.people.again, t.people.againOf(name)],
    invited: [t.people.again, t.people.againOf(name)],
    active: [t.people.reset, t.people.resetOf(name)],
  }[standing.state];
  return (
    <li
      data-state={standing.state}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-2"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-std-16B-170">{name}</p>
        <p className="text-dns-14N-130 text-solid-gray-800">
          {labelOf(text.role, person.role)}・{person.organization.name}
          {person.ward === null ? '' : `・${person.ward}`}
        </p>
      </div>
      <p className="basis-56 text-dns-14N-130">
        <span className="text-std-16N-170">{t.people.state[standing.state]}</span>
        {standing.state === 'invited' && standing.until !== null ? ` ${t.people.until(moment(standing.until))}` : ''}
        {standing.lastSignIn === null ? '' : ` ${t.people.last(moment(standing.lastSignIn))}`}
        {standing.byProvider ? <span className="block">{t.people.byProvider}</span> : null}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button busy={invite.isPending} onClick={() => invite.mutate()} aria-label={whole}>
          {label}
        </Button>
        {standing.state === 'invited' ? (
          <Button
            look="plain"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate()}
            aria-label={t.people.withdrawOf(name)}
          >
            {t.people.withdraw}
          </Button>
        ) : null}
        <details className="relative">
          <summary
            aria-label={t.people.moreOf(name)}
            className="inline-flex min-h-11 cursor-pointer items-center px-3 text-oln-16N-100 text-key-900 underline"
          >
            {t.people.more}
          </summary>
          <ul className="absolute right-0 z-10 min-w-64 border border-solid-gray-420 bg-white shadow-1">
            {OF_USER.map((command) => (
              <li key={command}>
                <Link
                  {...({ to: PLACE.to, search: { do: command, user: person.id } } as unknown as LinkProps)}
                  className="flex min-h-11 items-center px-4 text-oln-16N-100 hover:bg-key-50 hover:underline"
                >
                  {t.command[command]}
                </Link>
              </li>
            ))}
            {standing.byProvider ? (
              <li>
                <button
                  type="button"
                  aria-disabled={unbind.isPending || undefined}
                  onClick={() => {
                    if (!unbind.isPending) unbind.mutate();
                  }}
                  className="flex min-h-11 w-full items-center px-4 text-left text-oln-16N-100 hover:bg-key-50 hover:underline"
                >
                  {t.people.unbind}
                </button>
              </li>
            ) : null}
          </ul>
        </details>
      </div>
      {problem ? <Refused problem={problem} title={unbind.error ? t.people.unbindFailed : t.people.failed} /> : null}
    </li>
  );
}

/** One after the other: whoever has his letter has it, if the line breaks off in between. */
function InviteAll({
  people,
  again,
  show,
}: {
  people: readonly Person[];
  /** They have been invited before. */
  again: boolean;
  show: (letters: readonly Letter[]) => void;
}) {
  const t = useRegionWords();
  const client = useQueryClient();
  const [progress, setProgress] = useState<readonly [done: number, all: number]>();
  const invite = useMutation({
    mutationFn: async () => {
      const letters: Letter[] = [];
      try {
        for (const person of people) {
          setProgress([letters.length, people.length]);
          // oxlint-disable-next-line no-await-in-loop -- in order, so that what was made is shown even if the next fails
          letters.push(await letterFor(person));
        }
      } finally {
        show(letters);
        setProgress(undefined);
        await client.invalidateQueries({ queryKey: STANDINGS });
      }
    },
  });
  if (people.length < 2 && !invite.isPending && !invite.error) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      {invite.error ? <Refused problem={invite.error} title={t.people.failed} /> : null}
      {progress ? (
        <Notice title={t.people.inviting(...progress)} />
      ) : (
        <Button onClick={() => invite.mutate()}>
          {again ? t.people.againAll(people.length) : t.people.inviteAll(people.length)}
        </Button>
      )}
    </div>
  );
}
