import { Link } from '@tanstack/react-router';
import { labelOf } from '../../../i18n/index.tsx';
import { addressOf, labelOfCell, type Month, type Table } from '../month.ts';
import { useReportWords } from './page-words.ts';

/** The tables of a month; what was submitted beside a number that is another today than it was submitted. */
export function Tables({ month }: { month: Month }) {
  return (
    <div className="gap-4 md:columns-2 xl:columns-3">
      {month.tables
        .filter(({ cells }) => cells.length > 0)
        .map((table) => (
          <Counts key={table.by} month={month} table={table} />
        ))}
    </div>
  );
}

function Counts({ month, table: { by, cells } }: { month: Month; table: Table }) {
  const t = useReportWords();
  const most = Math.max(...cells.map(({ now }) => now), 1);
  const differs = cells.some(({ now, submitted }) => submitted !== null && now !== submitted);
  return (
    <table data-by={by} className="mb-4 w-full break-inside-avoid border-collapse bg-white text-std-16N-170">
      <caption className="pb-1 text-left text-std-16B-170">
        {labelOf(t.dimension, by)}
        {by === 'topic' ? <span className="block text-dns-14N-130 text-solid-gray-800">{t.page.topics}</span> : null}
      </caption>
      <thead>
        <tr className="border-b border-solid-gray-420 text-left text-dns-14N-130">
          <th scope="col" className="px-2 py-1 font-normal">
            {t.page.by}
          </th>
          <th scope="col" className="px-2 py-1 text-right font-normal">
            {t.page.count}
          </th>
          {differs ? (
            <th scope="col" className="px-2 py-1 text-right font-normal">
              {t.page.asSubmitted}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {cells.map(({ code, name, now, submitted }) => (
          <tr key={code} className="border-b border-solid-gray-200">
            <th scope="row" className="px-2 py-1 text-left font-normal">
              <span>{labelOfCell(t, by, { code, name })}</span>
              <span
                aria-hidden="true"
                className="block h-1.5 bg-key-900"
                style={{ width: `${Math.round((100 * now) / most)}%` }}
              />
            </th>
            <td className="px-2 py-1 text-right align-top tabular-nums">
              <Link
                {...addressOf({ desk: month.desk.id, month: month.month, by, code })}
                className="inline-flex min-h-11 min-w-11 items-center justify-end text-key-900 underline"
                aria-label={t.page.cases(labelOfCell(t, by, { code, name }), now)}
              >
                {now}
              </Link>
            </td>
            {differs ? (
              <td
                className={`px-2 py-1 text-right align-top leading-11 tabular-nums ${submitted === now ? '' : 'font-bold'}`}
              >
                {submitted}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 相談者の側 × 主な分類: sums to the number of consultations (H-02). */
export function Matrix({ month }: { month: Month }) {
  const t = useReportWords();
  const sides = [...new Set(month.matrix.map(({ side }) => side))];
  const topics = [...new Set(month.matrix.map(({ topic }) => topic))];
  const count = (side: string, topic: string) =>
    month.matrix.find((cell) => cell.side === side && cell.topic === topic)?.now ?? 0;
  return (
    <section aria-labelledby="matrix" className="flex flex-col gap-2">
      <h2 id="matrix" className="text-std-18B-160">
        {t.page.matrix}
      </h2>
      <div tabIndex={0} role="region" aria-labelledby="matrix" className="overflow-x-auto">
        <table className="border-collapse bg-white text-std-16N-170">
          <thead>
            <tr className="border-b border-solid-gray-420">
              <th scope="col" className="px-2 py-1 text-left font-normal">
                {t.dimension.topic}
              </th>
              {sides.map((side) => (
                <th key={side} scope="col" className="px-2 py-1 text-right font-normal whitespace-nowrap">
                  {labelOf(t.cell.side, side)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic} className="border-b border-solid-gray-200">
                <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
                  {labelOf(t.cell.topic, topic)}
                </th>
                {sides.map((side) => (
                  <td key={side} className="px-2 py-1 text-right tabular-nums">
                    {count(side, topic) === 0 ? '–' : count(side, topic)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
