import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { DAY } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { words } from '../words.ts';
import { homeWords } from './home-words.ts';
import { Chip, PageLink, useTitleOf } from './shared.tsx';

type Shown = Read<'/api/v1/home'>;
type Line = Shown['lines'][number];

/** 会議のホーム, below the board: the next meeting of each own council, what it waits for, and issues that recur. */
export function Home() {
  const say = useWords(homeWords);
  const { data } = useQuery({ queryKey: ['home'], queryFn: () => get('/api/v1/home'), staleTime: 0 });
  const { now } = useTime();
  // A board is not broken by what stands below it.
  if (!data) return null;
  const { next, lines, issues } = data;
  // Whoever has nothing to do with councils has no room taken by them; those who read of their region are told so.
  if (next.length + lines.length === 0 && issues === null) return null;
  const { recurring, observed, candidates } = issues ?? {};
  const toSee = [
    ...(candidates ? [{ text: say.candidates(candidates), to: '/issue-candidates' }] : []),
    ...(recurring ? [{ text: say.recurring(recurring), to: '/issues' }] : []),
    ...(observed ? [{ text: say.observed(observed), to: '/issues' }] : []),
  ];
  const today = new Date(now + 9 * 3_600_000).toISOString().slice(0, 10);
  return (
    <section aria-labelledby="home-title" className="mt-4 flex flex-col gap-3 print:hidden">
      <h2 id="home-title" className="rounded-4 bg-solid-gray-200 px-3 py-2 text-std-17B-170 text-solid-gray-900">
        {say.title}
      </h2>
      <div className="grid gap-3 md:grid-cols-2 md:items-start">
        <Part title={say.todo}>
          {lines.length > 0 ? (
            <ul className="flex flex-col divide-y divide-solid-gray-200">
              {lines.map((line) => (
                <ToDo
                  key={[line.task, line.council?.id, line.meeting, line.item, line.on].join()}
                  {...{ line, today }}
                />
              ))}
            </ul>
          ) : (
            <p className="text-std-16N-170 text-solid-gray-800">{say.nothing}</p>
          )}
        </Part>
        {next.length + toSee.length > 0 ? (
          <div className="flex min-w-0 flex-col gap-3">
            {next.length > 0 ? (
              <Part title={say.next}>
                <ul className="flex flex-col divide-y divide-solid-gray-200">
                  {next.map((one) => (
                    <NextMeeting key={one.council.id} {...one} today={today} />
                  ))}
                </ul>
              </Part>
            ) : null}
            {toSee.length > 0 ? (
              <Part title={say.issues}>
                <ul className="flex flex-col">
                  {toSee.map(({ text, to }) => (
                    <li key={text}>
                      <PageLink to={to}>{text}</PageLink>
                    </li>
                  ))}
                </ul>
              </Part>
            ) : null}
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
      <h3 className="py-1 text-dns-14B-130 text-solid-gray-700">{title}</h3>
      {children}
    </div>
  );
}

function ToDo({ line, today }: { line: Line; today: string }) {
  const say = useWords(homeWords);
  const titleOf = useTitleOf();
  const { day } = useTime();
  const { task, council, by, on, count, title, key } = line;
  const isPast = task === 'meeting_unheld' || task.startsWith('minutes_');
  const isLate = on !== null && on < today && !isPast;
  const label = task in say.task ? say.task[task as keyof typeof say.task](count) : task;
  const about = [key === null ? '' : titleOf({ title, key }), council?.name].filter(Boolean).join('・');
  return (
    <li className="flex flex-col py-1">
      <Where line={line}>{label}</Where>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dns-14N-130 text-solid-gray-800">
        {on === null ? null : <span>{isPast ? say.was(day(on)) : say.until(day(on))}</span>}
        {isLate ? <Chip loud>{say.late}</Chip> : null}
        <span>{about}</span>
        {by === null ? null : <span>{say.by(by)}</span>}
      </p>
    </li>
  );
}

/** Where it is done. */
function Where({ line: { task, council, meeting, item }, children }: { line: Line; children: ReactNode }) {
  if (item !== null)
    return (
      <Link
        to="/cases/$id"
        params={{ id: item }}
        search={task === 'position_missing' ? { do: 'RecordBodyPosition' } : {}}
        className="inline-flex min-h-11 items-center self-start text-key-900 underline"
      >
        {children}
      </Link>
    );
  if (task === 'own_actions') return <PageLink to="/actions">{children}</PageLink>;
  if (task === 'pack_not_frozen') return <PageLink to="/evidence">{children}</PageLink>;
  return (
    <PageLink to={meeting === null ? `/councils/${council?.id ?? ''}/page` : `/meetings/${meeting}/page`}>
      {children}
    </PageLink>
  );
}

function NextMeeting({ council, meeting, today }: Shown['next'][number] & { today: string }) {
  const say = useWords(homeWords);
  const t = useWords(words);
  const { day } = useTime();
  return (
    <li className="flex flex-col py-1">
      <PageLink to={meeting === null ? `/councils/${council.id}/page` : `/meetings/${meeting.id}/page`}>
        {council.name}
      </PageLink>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dns-14N-130 text-solid-gray-800">
        {meeting === null ? (
          say.noNext
        ) : (
          <>
            <strong>{say.days(Math.round((Date.parse(meeting.on) - Date.parse(today)) / DAY))}</strong>
            <span>{say.at(day(meeting.on), meeting.startsAt)}</span>
            <Chip>{labelOf(t.state['meeting'] ?? {}, meeting.state)}</Chip>
            <span>{say.items(meeting.items)}</span>
            {meeting.place === null ? null : <span>{meeting.place}</span>}
          </>
        )}
      </p>
    </li>
  );
}
