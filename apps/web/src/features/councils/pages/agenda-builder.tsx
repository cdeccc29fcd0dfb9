import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../../../api/client.ts';
import type { AgendaItemShown, MeetingShown } from '../../../api/schema.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { freed, inOrder, merged, moved, nested, numbersOf, without, type Arranged } from '../agenda.ts';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { Box, Chip, useCouncilCommand, useMeeting, useTitleOf } from './shared.tsx';

const entriesOf = ({ agenda }: MeetingShown): Arranged[] =>
  agenda.map(({ id, parent, minutes }) => ({
    item: id,
    ...(parent !== null && { parent }),
    ...(minutes !== null && { minutes }),
  }));

const same = (a: readonly Arranged[], b: readonly Arranged[]): boolean =>
  JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain));
const plain = ({ item, parent = '', minutes = 0 }: Arranged) => [item, parent, minutes];

/** 議題を並べる (O7): order with buttons, below one another, with the time that each is given. */
export function AgendaBuilder({ meeting }: { meeting: MeetingShown }) {
  const { meeting: say } = useWords(pageWords);
  const { refetch } = useMeeting(meeting.id);
  const command = useCouncilCommand('ArrangeAgenda');
  /** What this arrangement began from. */
  const [seen, see] = useState(() => ({ version: meeting.agendaVersion, entries: entriesOf(meeting) }));
  const [mine, arrange] = useState<Arranged[]>();
  const [added, mark] = useState<readonly string[]>([]);
  const [saved, tell] = useState(false);
  const may = meeting.commands.includes('ArrangeAgenda');
  const entries = mine ?? inOrder(entriesOf(meeting));
  const changed = mine !== undefined && !same(mine, inOrder(seen.entries));
  const byId = new Map([...meeting.agenda, ...meeting.candidates].map((item) => [item.id, item]));
  const numbers = numbersOf(entries);
  const change = (next: Arranged[]) => {
    if (mine === undefined) see({ version: meeting.agendaVersion, entries: entriesOf(meeting) });
    tell(false);
    arrange(next);
  };
  const total = entries.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const stale = command.error instanceof Problem && command.error.body.code === 'stale_version';

  const save = () =>
    command.mutate(
      { id: meeting.id, body: { seen: seen.version, entries: [...entries] } },
      {
        onSuccess: () => {
          arrange(undefined);
          mark([]);
          tell(true);
          command.again();
        },
        onError: (problem) => {
          if (!(problem instanceof Problem) || problem.body.code !== 'stale_version') return;
          void refetch().then(({ data }) => {
            if (!data) return;
            const theirs = entriesOf(data);
            const both = merged(entries, seen.entries, theirs);
            see({ version: data.agendaVersion, entries: theirs });
            arrange(both.entries);
            mark(both.added);
          });
        },
      },
    );

  const on = new Set(entries.map(({ item }) => item));
  const candidates = [...meeting.candidates, ...meeting.agenda].filter(({ id }) => !on.has(id));
  return (
    <div className="flex flex-col gap-4">
      {stale ? (
        <div role="alert">
          <Notice look="warning" title={say.stale}>
            <p className="text-std-16N-170">{say.staleHelp}</p>
          </Notice>
        </div>
      ) : command.error ? (
        <Refused problem={command.error} keeps />
      ) : null}
      {!may && meeting.agenda.length > 0 && meeting.state === 'MATERIALS_SENT' ? (
        <p className="text-dns-16N-130 text-solid-gray-800">{say.frozen}</p>
      ) : null}
      {entries.length === 0 ? (
        <p className="text-std-16N-170">{may ? say.empty : say.emptyForReader}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {entries.map((entry) => {
            const item = byId.get(entry.item);
            return (
              <li
                key={entry.item}
                data-agenda-entry
                className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-8 border border-solid-gray-420 bg-white px-3 py-2 ${entry.parent === undefined ? '' : 'ml-8'}`}
              >
                <span className="w-10 text-std-17B-170 tabular-nums">{numbers.get(entry.item)}</span>
                <div className="min-w-56 flex-1">{item ? <Summary item={item} /> : null}</div>
                {added.includes(entry.item) ? <Chip loud>{say.added}</Chip> : null}
                {may ? (
                  <Controls entry={entry} entries={entries} item={item} change={change} />
                ) : entry.minutes === undefined ? null : (
                  <span className="text-dns-16N-130 tabular-nums">
                    {item?.startsAt ?? ''}　{entry.minutes}
                    {say.minutes}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {total > 0 ? <p className="text-dns-16N-130 tabular-nums">{say.total(total)}</p> : null}
      {may ? (
        <div className="flex flex-wrap items-center gap-3 md:sticky md:bottom-0 md:border-t md:border-solid-gray-420 md:bg-solid-gray-50 md:py-3">
          <Button look="primary" size="large" busy={command.isPending} aria-disabled={!changed} onClick={save}>
            {say.save}
          </Button>
          <p role="status" className="text-dns-16N-130">
            {changed ? say.unsaved : saved ? say.saved : ''}
          </p>
        </div>
      ) : null}
      {may ? (
        <Box title={say.candidates} id="candidates">
          {candidates.length === 0 ? <p className="text-dns-16N-130">{say.noCandidates}</p> : null}
          <ul className="flex flex-col divide-y divide-solid-gray-420">
            {candidates.map((item) => (
              <li key={item.id} className="flex flex-wrap items-center gap-3 py-1">
                <div className="min-w-56 flex-1">
                  <Summary item={item} />
                </div>
                <Button onClick={() => change([...entries, { item: item.id }])}>{say.add}</Button>
              </li>
            ))}
          </ul>
        </Box>
      ) : null}
    </div>
  );
}

function Summary({ item }: { item: AgendaItemShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const heard = item.positions.filter(({ stance }) => stance !== null).length;
  return (
    <div className="flex flex-col">
      <Link
        to="/cases/$id"
        params={{ id: item.id }}
        search={{}}
        className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline md:min-h-8"
      >
        {titleOf(item)}
      </Link>
      <span className="flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-800">
        <span>{item.area.name}</span>
        {item.category === null ? null : <span>{labelOf(t.codes.category, item.category)}</span>}
        {item.signals ? <span>{say.evidence(item.signals, item.distinctCases ?? 0)}</span> : null}
        {item.positions.length > 0 ? <span>{say.positions(heard, item.positions.length)}</span> : null}
        {item.continued > 0 ? <span>{say.continued(item.continued)}</span> : null}
        {item.flagged ? <strong className="text-error-2">{say.flagged}</strong> : null}
        {item.note === null ? null : <span>{item.note}</span>}
      </span>
    </div>
  );
}

function Controls({
  entry,
  entries,
  item,
  change,
}: {
  entry: Arranged;
  entries: readonly Arranged[];
  item: AgendaItemShown | undefined;
  change: (next: Arranged[]) => void;
}) {
  const { meeting: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const title = item ? titleOf(item) : '';
  const act = (label: string, shown: string, next: Arranged[]) => (
    <Button aria-label={`${title} ${label}`} className="px-3" onClick={() => change(next)}>
      {shown}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-1">
      <input
        aria-label={say.minutesOf(title)}
        inputMode="numeric"
        value={entry.minutes ?? ''}
        onChange={({ target: { value } }) => {
          const minutes = Number(value.normalize('NFKC'));
          change(
            entries.map((each): Arranged => {
              if (each.item !== entry.item) return each;
              const { minutes: _before, ...rest } = each;
              return Number.isInteger(minutes) && minutes > 0 && minutes <= 480 ? { ...rest, minutes } : rest;
            }),
          );
        }}
        className="min-h-11 w-16 rounded-8 border border-solid-gray-600 bg-white px-2 text-right"
      />
      <span className="mr-2 text-dns-14N-130">{say.minutes}</span>
      {act(say.up, '↑', moved(entries, entry.item, -1))}
      {act(say.down, '↓', moved(entries, entry.item, 1))}
      {entry.parent === undefined
        ? act(say.under, '→', nested(entries, entry.item))
        : act(say.out, '←', freed(entries, entry.item))}
      {act(say.remove, say.remove, without(entries, entry.item))}
    </div>
  );
}
