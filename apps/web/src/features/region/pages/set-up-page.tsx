import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, type LinkProps } from '@tanstack/react-router';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { useRegionWords, type RegionWords } from './page-words.ts';

type SetUp = Read<'/api/v1/set-up'>;
type State = 'done' | 'begun' | 'todo';

interface Task {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  /** Where it is done; none: not on a screen. */
  readonly to?: string;
  readonly state: State;
  /** What there is, or what is missing. */
  readonly said: string;
  readonly optional?: boolean;
}

const stateOf = (there: boolean, enough = there): State => (enough ? 'done' : there ? 'begun' : 'todo');

/** What is to be done, in the order in which one thing needs the other, each with what is missing. */
function tasksOf(s: SetUp, { setUp: t }: RegionWords): readonly Task[] {
  const all: readonly Omit<Task, 'help' | 'title'>[] = [
    {
      name: 'areas',
      to: '/imports',
      state: stateOf(s.municipalities > 0),
      said: s.municipalities > 0 ? t.areas.have(s.municipalities, s.homeCareAreas) : t.areas.lack,
    },
    {
      name: 'organizations',
      to: '/organizations',
      state: stateOf(s.organizations > 1),
      said: s.organizations > 1 ? t.organizations.have(s.organizations) : t.organizations.lack,
    },
    {
      name: 'desks',
      to: '/organizations',
      state: stateOf(s.desks > 0, s.municipalities > 0 && s.municipalitiesWithoutDesk === 0),
      said: s.municipalitiesWithoutDesk > 0 ? t.desks.lack(s.municipalitiesWithoutDesk) : t.desks.have(s.desks),
    },
    {
      name: 'people',
      to: '/people',
      state: stateOf(s.people > 1),
      said: s.people > 1 ? t.people.have(s.people) : t.people.lack,
    },
    {
      name: 'invitations',
      to: '/people',
      state: stateOf(s.signingIn > 1 || s.invited > 0, s.people > 1 && s.signingIn >= s.people),
      said:
        s.signingIn > 1 || s.invited > 0
          ? [
              t.invitations.have(s.signingIn, s.people),
              ...(s.invited > 0 ? [t.invitations.waiting(s.invited)] : []),
            ].join('・')
          : t.invitations.lack,
    },
    {
      name: 'administrator',
      to: '/users/new',
      state: stateOf(s.administrators > 1),
      said: s.administrators > 1 ? t.administrator.have(s.administrators) : t.administrator.lack,
    },
    {
      name: 'patients',
      to: '/imports',
      state: stateOf(s.patients > 0),
      said: s.patients > 0 ? t.patients.have(s.patients) : t.patients.lack,
    },
    {
      name: 'councils',
      to: '/councils',
      state: stateOf(s.councils > 0),
      said: s.councils > 0 ? t.councils.have(s.councils) : t.councils.lack,
      optional: true,
    },
    {
      name: 'rules',
      to: '/rules',
      state: 'done',
      said: s.ruleSets > 0 ? t.rules.have(s.ruleSets) : t.rules.lack,
      optional: true,
    },
  ];
  return all.map((task) => ({ ...(t[task.name as 'areas'] as { title: string; help: string }), ...task }));
}

const LOOKS: Readonly<Record<State, string>> = {
  done: 'border-success-2 bg-green-50 text-green-900',
  begun: 'border-warning-orange-2 bg-orange-50 text-solid-gray-900',
  todo: 'border-key-900 bg-key-50 text-key-1000',
};

/** 開設準備 (O10, 3.8): from an empty installation to a region at work, each task with what is missing and where it is done. */
export function SetUpPage() {
  const t = useRegionWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['set-up'],
    queryFn: () => get('/api/v1/set-up'),
    staleTime: 0,
  });
  const tasks = data ? tasksOf(data, t) : [];
  const left = tasks.filter(({ state, optional }) => state !== 'done' && !optional).length;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.nav.set_up} />
      <p className="text-std-16N-170">{t.setUp.intro}</p>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <p role="status" className="text-std-17B-170">
            {t.setUp.left(left)}
          </p>
          <ol className="flex flex-col border-t border-solid-gray-420">
            {tasks.map((task) => (
              <TaskLine key={task.name} task={task} />
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

function TaskLine({ task: { name, title, help, to, state, said, optional } }: { task: Task }) {
  const { setUp: t } = useRegionWords();
  const { routesByPath } = useRouter();
  return (
    <li
      data-task={name}
      data-state={state}
      className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-solid-gray-420 py-3"
    >
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <h2 className="text-std-17B-170">
          {to === undefined || !Object.hasOwn(routesByPath, to) ? (
            title
          ) : (
            <Link to={to as NonNullable<LinkProps['to']>} className="text-key-900 underline">
              {title}
            </Link>
          )}
          {optional ? <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{t.optional}</span> : null}
        </h2>
        <p className="text-dns-16N-130 text-solid-gray-800">{help}</p>
        <p className="text-std-16N-170">{said}</p>
      </div>
      <span className={`inline-flex min-h-8 items-center rounded-8 border px-3 text-oln-14N-100 ${LOOKS[state]}`}>
        {t.state[state]}
      </span>
    </li>
  );
}
