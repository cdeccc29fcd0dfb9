import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgendaItemShown, MeetingShown } from '../../../api/schema.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { AttendanceEntry } from './attendance.tsx';
import { DecisionEntry } from './decision-entry.tsx';
import { pageWords } from './page-words.ts';
import { Box, Chip, useCouncilCommand, useTitleOf } from './shared.tsx';

/** 会議当日 (O8): who is there, item by item, what was decided; and the same large, on the wall. */
export function MeetingDay({ meeting }: { meeting: MeetingShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const [large, project] = useState(false);
  const [deciding, decide] = useState<string>();
  const holding = (['HoldMeeting', 'HoldInWriting'] as const).filter((command) => meeting.commands.includes(command));
  if (large) return <Projector meeting={meeting} leave={() => project(false)} />;
  return (
    <div className="flex flex-col gap-4">
      {holding.length > 0 ? <Hold meeting={meeting} commands={holding} /> : null}
      <div>
        <Button onClick={() => project(true)}>{say.projector}</Button>
      </div>
      <ol className="flex flex-col gap-2">
        {meeting.agenda.map((item) => (
          <li
            key={item.id}
            className={`flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white px-3 py-2 ${item.parent === null ? '' : 'ml-8'}`}
          >
            <div className="flex flex-wrap items-center gap-x-3">
              <span className="w-10 text-std-17B-170 tabular-nums">{item.number}</span>
              <Link
                to="/cases/$id"
                params={{ id: item.id }}
                search={{}}
                className="inline-flex min-h-11 flex-1 items-center text-std-16B-170 text-key-900 underline"
              >
                {titleOf(item)}
              </Link>
              {item.startsAt === null ? null : <span className="tabular-nums">{item.startsAt}</span>}
              <Chip>{labelOf(t.state.agenda_item, item.state)}</Chip>
              {item.commands.includes('DecideAgendaItem') && deciding !== item.id ? (
                <Button onClick={() => decide(item.id)}>{say.decide}</Button>
              ) : null}
            </div>
            <Outcome item={item} />
            {deciding === item.id ? <DecisionEntry item={item.id} onDone={() => decide(undefined)} /> : null}
          </li>
        ))}
      </ol>
      {meeting.attendance.length > 0 ? (
        <Box title={say.attendance} id="attendance">
          <AttendanceEntry meeting={meeting} />
        </Box>
      ) : null}
    </div>
  );
}

function Hold({
  meeting,
  commands,
}: {
  meeting: MeetingShown;
  commands: readonly ('HoldMeeting' | 'HoldInWriting')[];
}) {
  const { meeting: say } = useWords(pageWords);
  const held = useCouncilCommand('HoldMeeting');
  const written = useCouncilCommand('HoldInWriting');
  const problem = held.error ?? written.error;
  const label = { HoldMeeting: say.hold, HoldInWriting: say.holdInWriting };
  return (
    <div className="flex flex-col gap-2">
      {problem ? <Refused problem={problem} /> : null}
      <p className="text-dns-16N-130">{say.notHeld}</p>
      <div className="flex flex-wrap gap-3">
        {commands.map((name) => {
          const command = name === 'HoldMeeting' ? held : written;
          return (
            <Button
              key={name}
              look={name === 'HoldMeeting' ? 'primary' : 'secondary'}
              busy={command.isPending}
              onClick={() => command.mutate({ id: meeting.id, body: {} }, { onSuccess: command.again })}
            >
              {label[name]}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function Outcome({ item }: { item: AgendaItemShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const { day } = useTime();
  if (item.decision === null && item.discussion === null) return null;
  return (
    <div className="flex flex-col gap-1 text-std-16N-170">
      {item.discussion === null ? null : <p>{item.discussion}</p>}
      {item.decision === null ? null : (
        <p>
          <strong>
            {say.decided}：{labelOf(t.codes.decision, item.decision)}
          </strong>
          {item.reason === null ? '' : `　${item.reason}`}
        </p>
      )}
      {item.actions.map(({ id, what, owner, dueOn }) => (
        <p key={id} className="text-dns-16N-130">
          {say.action(what ?? say.untold, owner.name, day(dueOn))}
        </p>
      ))}
    </div>
  );
}

/** One item at a time, in letters that the last row reads; arrows lead on, Escape back. */
function Projector({ meeting, leave }: { meeting: MeetingShown; leave: () => void }) {
  const { meeting: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const [at, go] = useState(0);
  const item = meeting.agenda[at];
  const step = (by: number) => go((before) => Math.min(Math.max(before + by, 0), meeting.agenda.length - 1));
  return (
    <div
      role="dialog"
      aria-label={say.projector}
      className="fixed inset-0 z-50 flex flex-col gap-6 overflow-auto bg-white p-8"
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
        if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
        if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
      }}
    >
      <div className="flex flex-wrap gap-3">
        <Button autoFocus onClick={() => step(1)} aria-disabled={at >= meeting.agenda.length - 1}>
          {say.following} →
        </Button>
        <Button onClick={() => step(-1)} aria-disabled={at === 0}>
          ← {say.previous}
        </Button>
        <Button look="plain" onClick={leave}>
          {say.leaveProjector}
        </Button>
      </div>
      <p className="text-[1.5rem]">{meeting.council.name}</p>
      {item ? (
        <>
          <h2 className="text-[3rem] leading-130 font-bold">
            {item.number}　{titleOf(item)}
          </h2>
          <p className="text-[1.75rem]">
            {item.area.name}
            {item.signals ? `　${say.evidence(item.signals, item.distinctCases ?? 0)}` : ''}
          </p>
          <div className="text-[1.75rem] [&_*]:text-[1.75rem]">
            <Outcome item={item} />
          </div>
        </>
      ) : (
        <p className="text-[2rem]">{say.emptyForReader}</p>
      )}
    </div>
  );
}
