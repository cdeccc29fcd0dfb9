import { getRouteApi, Link } from '@tanstack/react-router';
import { startTransition, useEffect, useState } from 'react';
import { useMe } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { useLive } from '../../live/live.tsx';
import { DAY, timeOf } from '../../time/moments.ts';
import { useTime } from '../../time/use-time.ts';
import { lightOf } from '../../ui/lights.ts';
import { Button } from '../../ui/button.tsx';
import { Loading, PageTitle } from '../../ui/page.tsx';
import { Card } from '../card.tsx';
import { cardOf, isUpTo } from '../registry.ts';
import { Below, ToBelow } from './below.tsx';
import { BoardRow, COLUMNS } from './board-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { byCase, filtersOf, shownBy } from './filters.ts';

const route = getRouteApi('/');

export function BoardPage() {
  const t = useText();
  const { data: me } = useMe();
  const { board, whole, heardAt, ahead } = useLive();
  const { now } = useTime();
  const role = me?.role;
  const ward = me?.ward ?? null;
  const title =
    (role && role in t.board.title && t.board.title[role as keyof typeof t.board.title]) || t.board.title.other;

  // What somebody else put into the address, as a mail does, is no filter.
  const filters = filtersOf({ ...route.useSearch() });
  const all = board?.rows ?? [];
  // A call in the night is never filtered away.
  const cards = all.filter((row) => cardOf(row));
  const rows = shownBy(
    all.filter((row) => !cardOf(row)),
    filters,
    now,
    ward,
  );
  const filtered = Object.keys(filters).some((name) => name !== 'by');
  const grouped = filters.by === 'case';
  const mine = rows.filter((row) => isUpTo(row, row.commands));
  const others = rows.filter((row) => !isUpTo(row, row.commands));
  const lights = [...cards, ...mine].map((row) => lightOf(row, now));
  const overdue = lights.filter((light) => light === 'late' || light === 'missed').length;
  const soon = lights.filter((light) => light === 'soon' || light === 'hurry').length;
  return (
    <div className="flex flex-col gap-4" data-board={board && whole ? board.position : undefined}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <PageTitle title={title} />
        {me?.pages.includes('councils') ? <ToBelow>{t.board.below}</ToBelow> : null}
        <p className="ml-auto text-dns-14N-130 text-solid-gray-700">
          {heardAt === null ? t.board.connecting : t.board.updated(timeOf(heardAt + ahead))}
        </p>
      </div>
      {board ? (
        <>
          {cards.map((row) => (
            <Card key={row.id} row={row} />
          ))}
          {all.length > 0 ? <FilterBar rows={all} filters={filters} ward={ward} /> : null}
          <section aria-labelledby="mine" className="flex flex-col gap-2">
            <Heading id="mine" title={t.board.mine} count={whole ? mine.length + cards.length : null} look="mine">
              {whole && mine.length + cards.length > 0 ? t.board.summary(overdue, soon) : ''}
            </Heading>
            {mine.length > 0 ? <Rows rows={mine} grouped={grouped} /> : null}
            {mine.length === 0 && !whole ? <Loading /> : null}
            {mine.length === 0 && whole && filtered ? <NothingFits /> : null}
            {mine.length === 0 && whole && cards.length === 0 && !filtered ? (
              <div className="rounded-8 border border-solid-gray-420 bg-white px-4 py-6">
                <p className="text-std-17B-170">{t.board.emptyMine}</p>
                <p className="text-std-16N-170">{t.board.emptyMineHelp}</p>
              </div>
            ) : null}
          </section>
          {/* Whoever asked for his own has left the others' out himself. */}
          {filters.who === 'mine' ? null : (
            <section aria-labelledby="others" className="mt-4 flex flex-col gap-2">
              <Heading id="others" title={t.board.others} count={whole ? others.length : null} look="others" />
              {others.length > 0 ? (
                <Rows rows={others} grouped={grouped} />
              ) : !whole ? (
                <Loading />
              ) : filtered ? (
                <NothingFits />
              ) : (
                <p className="text-std-16N-170 text-solid-gray-800">{t.board.emptyOthers}</p>
              )}
            </section>
          )}
          {whole && me?.pages.includes('councils') ? <Below /> : null}
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Heading({
  id,
  title,
  count,
  look,
  children,
}: {
  id: string;
  title: string;
  /** Null while not all of it is there. */
  count: number | null;
  look: 'mine' | 'others';
  children?: string;
}) {
  const t = useText();
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 rounded-4 px-3 py-2 ${look === 'mine' ? 'bg-key-900 text-white' : 'bg-solid-gray-200 text-solid-gray-900'}`}
    >
      <h2 id={id} className="text-std-17B-170">
        {title}
        {count === null ? '' : `　${t.board.count(count)}`}
      </h2>
      {children ? <p className="text-dns-14N-130">{children}</p> : null}
    </div>
  );
}

/** What may wait a week stands folded away, so that today is not lost in it. */
const mayWait = (row: Row, now: number): boolean =>
  lightOf(row, now) === 'fine' && row.dueAt !== null && Date.parse(row.dueAt) - now > 7 * DAY;

function NothingFits() {
  const t = useText();
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-std-16N-170 text-solid-gray-800">
      {t.board.emptyFilter}
      <Link to="/" search={{}} className="inline-flex min-h-11 items-center text-key-900 underline">
        {t.board.clear}
      </Link>
    </p>
  );
}

function Rows({ rows, grouped }: { rows: readonly Row[]; grouped: boolean }) {
  const t = useText();
  const { now } = useTime();
  const soon = rows.filter((row) => !mayWait(row, now));
  const later = rows.filter((row) => mayWait(row, now));
  const { board } = t;
  return (
    <div className="md:rounded-8 md:border md:border-solid-gray-420 md:bg-white">
      <div
        aria-hidden="true"
        className={`hidden print:hidden! border-b border-l-8 border-solid-gray-420 border-l-transparent px-3 py-2 text-dns-14B-130 text-solid-gray-700 ${COLUMNS}`}
      >
        {[board.colLight, board.colWhat, board.colOwed, board.colDue, board.colNext, board.colDo].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <List rows={soon} grouped={grouped} />
      {later.length > 0 ? (
        <details open={soon.length === 0}>
          <summary className="flex min-h-11 items-center px-3 text-std-16N-170 md:pl-5 text-key-900 underline">
            {t.board.later(later.length)}
          </summary>
          <List rows={later} grouped={grouped} />
        </details>
      ) : null}
    </div>
  );
}

/** So many rows at once [D]: a board of thousands opens as quickly as a short one. */
const AT_ONCE = 100;
/** Of a long list so many before the rest, more than a screen holds [D]. */
const FIRST = 15;

function List({ rows, grouped }: { rows: readonly Row[]; grouped: boolean }) {
  const t = useText();
  const cases = grouped ? byCase(rows) : rows.map((row) => [row]);
  const [shown, show] = useState(cases.length > AT_ONCE ? FIRST : AT_ONCE);
  useEffect(() => startTransition(() => show((before) => Math.max(before, AT_ONCE))), []);
  const left = cases.length - shown;
  return (
    <>
      <ul className="flex flex-col gap-2 md:gap-0">
        {cases.slice(0, shown).map(([first, ...others]) =>
          first && others.length > 0 ? (
            <li key={first.about.id} className="flex flex-col border-l-4 border-key-900 md:border-l-0">
              <ul className="flex flex-col gap-2 md:gap-0 md:border-l-4 md:border-key-900">
                {[first, ...others].map((row) => (
                  <BoardRow key={row.id} row={row} />
                ))}
              </ul>
            </li>
          ) : first ? (
            <BoardRow key={first.id} row={first} />
          ) : null,
        )}
      </ul>
      {left > 0 ? (
        <p className="p-2 print:hidden">
          <Button onClick={() => show(shown + AT_ONCE)}>{t.board.more(Math.min(left, AT_ONCE))}</Button>
        </p>
      ) : null}
    </>
  );
}
