import { Link, useNavigate, useSearch, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingShown } from '../../../api/schema.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { AgendaBuilder } from './agenda-builder.tsx';
import { MeetingDay } from './meeting-day.tsx';
import { MeetingMinutes } from './meeting-minutes.tsx';
import { pageWords } from './page-words.ts';
import { Chip, PageLink, useIdOfPage, useMeeting } from './shared.tsx';

const VIEWS = ['agenda', 'day', 'minutes'] as const;
type View = (typeof VIEWS)[number];

/** What is to be done with a meeting just now. */
const usualView = ({ state }: MeetingShown): View => {
  if (state === 'HELD' || state === 'HELD_IN_WRITING') return 'day';
  return state.startsWith('MINUTES') || state === 'PUBLISHED' ? 'minutes' : 'agenda';
};

/** 一つの会議: its agenda before (O7), the table on the day (O8), its minutes after (O9). */
export function MeetingPage() {
  const id = useIdOfPage();
  const { data: meeting, error, refetch } = useMeeting(id);
  if (meeting) return <Meeting meeting={meeting} />;
  return error ? <LoadFailed problem={error} again={() => void refetch()} /> : <Loading />;
}

function Meeting({ meeting }: { meeting: MeetingShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const { day } = useTime();
  const navigate = useNavigate();
  const { view: asked } = useSearch({ strict: false }) as { view?: string };
  const [usual] = useState(() => usualView(meeting));
  const view = VIEWS.find((each) => each === asked) ?? usual;
  const open = (to: View) =>
    void navigate({ to: `/meetings/${meeting.id}/page`, search: { view: to } } as unknown as LinkProps as never);
  return (
    <div className="flex flex-col gap-4">
      <PageLink to={`/councils/${meeting.council.id}/page`}>{meeting.council.name}</PageLink>
      <PageTitle title={`${meeting.council.name} ${say.at(day(meeting.on), meeting.startsAt)}`} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-dns-16N-130">
        <Chip>{labelOf(t.state.meeting, meeting.state)}</Chip>
        {meeting.place === null ? null : <span>{meeting.place}</span>}
        <span>{say.closes(day(meeting.agendaClosesOn))}</span>
        <span>{say.materials(day(meeting.materialsOn))}</span>
        <a
          href={`/api/v1/meetings/${meeting.id}/invitation`}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {say.invitation}
        </a>
        <Link
          to="/cases/$id"
          params={{ id: meeting.id }}
          search={{}}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {say.record}
        </Link>
      </p>
      <nav aria-label={t.kind.meeting} className="flex gap-2 border-b border-solid-gray-420 print:hidden">
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => open(each)}
            className={`min-h-11 px-4 text-std-16B-170 ${each === view ? 'border-b-4 border-key-900 text-key-900' : 'text-solid-gray-800'}`}
          >
            {say.views[each]}
          </button>
        ))}
      </nav>
      {view === 'agenda' ? <AgendaBuilder key={meeting.id} meeting={meeting} /> : null}
      {view === 'day' ? <MeetingDay meeting={meeting} /> : null}
      {view === 'minutes' ? <MeetingMinutes meeting={meeting} /> : null}
    </div>
  );
}
