import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, type LinkProps } from '@tanstack/react-router';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { useText } from '../../../i18n/index.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { useRegionWords, type RegionWords } from './page-words.ts';

type SetUp = Read<'/api/v1/set-up'>;
type State = 'done' | 'begun' | 'todo';

interface Way {
  readonly label: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

interface Task {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  /** Where it is done, most used first. */
  readonly ways: readonly Way[];
  readonly state: State;
  /** What there is, or what is missing. */
  readonly said: string;
  readonly optional?: boolean;
}

const stateOf = (there: boolean, enough = there): State => (enough ? 'done' : there ? 'begun' : 'todo');

/** What is to be done, in the order in which one thing needs the other, each with what is missing. */
function tasksOf(s: SetUp, { setUp: t, nav, command }: RegionWords, comma: string): readonly Task[] {
  const { ways } = t;
  const file = (target: string): Way => ({ label: ways.file, to: '/imports', search: { target } });
  const one = (to: string): Way => ({ label: ways.one, to });
  const person = (to: string): Way => ({ label: ways.person, to });
  const lacking = s.municipalitiesWithoutDesk;
  const named = [...s.withoutDesk, ...(lacking > s.withoutDesk.length ? [t.desks.more] : [])].join(comma);
  const all: readonly Omit<Task, 'help' | 'title'>[] = [
    {
      name: 'areas',
      ways: [file('areas')],
      state: stateOf(s.municipalities > 0),
      said: s.municipalities > 0 ? t.areas.have(s.municipalities, s.homeCareAreas) : t.areas.lack,
    },
    {
      name: 'organizations',
      ways: [file('organizations'), one('/organizations/new'), { label: ways.list, to: '/organizations' }],
      state: stateOf(s.organizations > 1),
      said: s.organizations > 1 ? t.organizations.have(s.organizations) : t.organizations.lack,
    },
    {
      name: 'desks',
      ways: [{ label: ways.list, to: '/organizations', search: { kind: 'help_desk' } }, one('/organizations/new')],
      state: stateOf(s.desks > 0, s.municipalities > 0 && lacking === 0),
      said: s.municipalities === 0 ? t.desks.none : lacking > 0 ? t.desks.lack(lacking, named) : t.desks.have(s.desks),
    },
    {
      name: 'people',
      ways: [file('staff'), person('/users/new'), { label: ways.list, to: '/people' }],
      state: stateOf(s.people > 1),
      said: s.people > 1 ? t.people.have(s.people) : t.people.lack,
    },
    {
      name: 'patients',
      ways: [file('patients'), person('/patients/new')],
      state: stateOf(s.patients > 0),
      said: s.patients > 0 ? t.patients.have(s.patients) : t.patients.lack,
    },
    {
      name: 'invitations',
      ways: [{ label: nav.people, to: '/people' }],
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
      ways: [{ label: command.RegisterUser, to: '/users/new' }],
      state: stateOf(s.administrators > 1),
      said: s.administrators > 1 ? t.administrator.have(s.administrators) : t.administrator.lack,
    },
    {
      name: 'channels',
      ways: [{ label: t.channels.open, to: '/channels' }],
      state: stateOf(s.reachable > 0),
      said: [
        s.reachable > 0 ? t.channels.have(s.reachable) : t.channels.lack,
        ...(s.mail ? [] : [t.channels.noMail]),
      ].join(' '),
      optional: true,
    },
    {
      name: 'councils',
      ways: [{ label: ways.list, to: '/councils' }],
      state: stateOf(s.councils > 0),
      said: s.councils > 0 ? t.councils.have(s.councils) : t.councils.lack,
      optional: true,
    },
    {
      name: 'rules',
      ways: [{ label: t.rules.open, to: '/rules' }],
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
  const { comma } = useText().app;
  const { data, error, refetch } = useQuery({
    queryKey: ['set-up'],
    queryFn: () => get('/api/v1/set-up'),
    staleTime: 0,
  });
  const tasks = data ? tasksOf(data, t, comma) : [];
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

function TaskLine({ task: { name, title, help, ways, state, said, optional } }: { task: Task }) {
  const { setUp: t } = useRegionWords();
  const { routesByPath } = useRouter();
  const open = ways.filter(({ to }) => Object.hasOwn(routesByPath, to));
  return (
    <li
      data-task={name}
      data-state={state}
      className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-solid-gray-420 py-3"
    >
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <h2 className="text-std-17B-170">
          {title}
          {optional ? <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{t.optional}</span> : null}
        </h2>
        <p className="text-dns-16N-130 text-solid-gray-800">{help}</p>
        <p className="text-std-16N-170">{said}</p>
        <p className="flex flex-wrap gap-x-6">
          {open.map(({ label, to, search }) => (
            <Link
              key={label}
              {...({ to, ...(search && { search }) } as unknown as LinkProps)}
              aria-label={`${title}：${label}`}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              {label}
            </Link>
          ))}
        </p>
      </div>
      <span className={`inline-flex min-h-8 items-center rounded-8 border px-3 text-oln-14N-100 ${LOOKS[state]}`}>
        {t.state[state]}
      </span>
    </li>
  );
}
