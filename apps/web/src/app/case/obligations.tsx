import type { Row } from '../../api/types.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { LightBadge } from '../../ui/light.tsx';
import { countsDown, lightOf } from '../../ui/lights.ts';
import { Held, Next } from '../board/next.tsx';
import { PromiseButton } from '../board/promise.tsx';
import { useLabels } from '../labels.ts';
import { isUpTo } from '../registry.ts';

export const isLive = ({ state }: Row): boolean => state === 'open' || state === 'promised' || state === 'missed';

/** What is owed in this case, and by whom: beside the facts it follows from. */
export function Obligations({ rows, commands }: { rows: readonly Row[]; commands: readonly string[] }) {
  const t = useText();
  const labels = useLabels();
  // One's own stands first, and what came to nothing last: of three offers and one decision, the decision.
  const place = (row: Row) => (isUpTo(row, commands) ? 0 : row.state === 'missed' ? 2 : 1);
  const live = rows.filter(isLive).toSorted((a, b) => place(a) - place(b));
  const over = rows.filter((row) => !isLive(row));
  return (
    <section aria-labelledby="owed" className="flex flex-col gap-2">
      <h2 id="owed" className="text-std-18B-160">
        {t.case.owed}
      </h2>
      {live.length === 0 ? <p className="text-std-16N-170">{t.case.owedNone}</p> : null}
      <ul className="flex flex-col gap-2">
        {live.map((row) => (
          <Owed key={row.id} row={row} commands={commands} />
        ))}
      </ul>
      {over.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline">
            {t.case.owedDone}　{t.board.count(over.length)}
          </summary>
          <ul className="flex flex-col gap-1 text-dns-14N-130">
            {over.map(({ id, step, state, owedBy }) => (
              <li key={id}>
                {labels.of('step', step)}：{labelOf(t.obligationState, state)}（{owedBy.name}）
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Owed({ row, commands }: { row: Row; commands: readonly string[] }) {
  const t = useText();
  const labels = useLabels();
  const { now, moment, distance } = useTime();
  const { step, owedBy, dueAt, next, mine, unattended, heldUntil, promisedBy } = row;
  const up = isUpTo(row, commands);
  const waiting = row.state === 'missed' ? t.board.wasDue : t.board.waiting;
  const level = row.level === null ? '' : labels.level(row.about.kind, row.level);
  return (
    <li
      data-obligation={row.id}
      className={`flex flex-col gap-1 rounded-8 border bg-white p-3 ${up ? 'border-2 border-key-900' : 'border-solid-gray-420'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <LightBadge light={lightOf(row, now)} />
        <span className="text-dns-16B-130">{labels.of('step', step)}</span>
        {level ? <span className="text-dns-14N-130 text-solid-gray-800">{level}</span> : null}
      </div>
      <p className="text-dns-14N-130">
        {up ? <strong>{t.board.mine}</strong> : waiting(mine ? t.board.colleagues : owedBy.name)}
      </p>
      {dueAt ? (
        <p className="text-dns-14N-130">
          {t.board.colDue}：
          {countsDown(row, now) ? (
            <>
              <strong>{distance(dueAt)}</strong>（{moment(dueAt)}）
            </>
          ) : (
            moment(dueAt)
          )}
        </p>
      ) : null}
      <Held heldUntil={heldUntil} promisedBy={promisedBy} />
      {unattended ? <p className="text-dns-14B-130 text-error-2">{t.board.unattended}</p> : null}
      <p className="text-dns-14N-130 text-solid-gray-800">
        <Next next={next} />
      </p>
      {row.promisable ? (
        <div className="print:hidden">
          <PromiseButton row={row} name={labels.of('step', step)} />
        </div>
      ) : null}
    </li>
  );
}
