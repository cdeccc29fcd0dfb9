import { Link } from '@tanstack/react-router';
import type { Row } from '../../api/types.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { LightBadge } from '../../ui/light.tsx';
import { countsDown, lightOf } from '../../ui/lights.ts';
import { useLabels, useSayings } from '../labels.ts';
import { factsOf, fulfilling, isUpTo } from '../registry.ts';
import { Held, Next } from './next.tsx';
import { PromiseButton } from './promise.tsx';

/** Columns at a desk; on a phone one below the other. On paper 25 rows stand on one A4 page, without the buttons. */
export const COLUMNS =
  'md:grid md:grid-cols-[8.5rem_minmax(0,1.5fr)_minmax(0,0.9fr)_8rem_minmax(0,1.1fr)_17rem] md:gap-x-4 print:grid print:grid-cols-[6.75rem_minmax(0,1.7fr)_minmax(0,1fr)_5.5rem_minmax(0,1.1fr)] print:gap-x-2';

export function BoardRow({ row }: { row: Row }) {
  const t = useText();
  const { now, moment, distance } = useTime();
  const labels = useLabels();
  const facts = factsOf(row, useLanguage().language, useSayings());
  const { about, patient, step, owedBy, dueAt, since, next, unattended, heldUntil, promisedBy, mine } = row;
  const up = isUpTo(row, row.commands);
  const light = lightOf(row, now);
  const left = countsDown(row, now) ? distance(dueAt) : '';
  const late = light === 'late' || light === 'missed';
  const command = mine ? fulfilling(row, row.commands) : undefined;
  const level = row.level === null ? '' : labels.level(about.kind, row.level);
  const name = labels.of('step', step);

  return (
    <li
      data-obligation={row.id}
      className={`flex flex-col gap-2 rounded-8 border bg-white p-3 print:items-start print:rounded-none print:border-x-0 print:border-t-0 print:p-0 print:py-0.5 print:leading-[1.15] print:text-[7.5pt] md:items-start md:rounded-none md:border-t-0 md:border-r-0 md:border-l-8 md:py-2.5 ${late && up ? 'border-l-8 border-l-error-1' : 'md:border-l-transparent'} border-solid-gray-420 ${COLUMNS}`}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 md:flex-col md:items-start print:gap-0">
        <LightBadge light={light} />
        <span className="ml-auto text-dns-16B-130 md:hidden print:hidden">{left}</span>
        {level ? <span className="w-full text-dns-14N-130 text-solid-gray-800 print:w-auto">{level}</span> : null}
      </div>
      <div className="min-w-0">
        <Link
          to="/cases/$id"
          params={{ id: about.id }}
          className="inline-flex min-h-11 flex-wrap items-center gap-x-4 text-dns-17B-130 text-key-900 underline md:min-h-6 print:min-h-0"
        >
          <span>{name}</span>
          {patient ? <span>{patient.name}</span> : null}
        </Link>
        <p className="text-dns-14N-130 text-solid-gray-800">
          {[labels.of('kind', about.kind), patient?.kana, row.ward, ...facts].filter(Boolean).join('・')}
        </p>
      </div>
      <p className={`text-dns-14N-130 ${up ? 'hidden md:block print:block' : ''}`}>
        <span className="text-solid-gray-700 md:sr-only print:hidden">{t.board.colOwed}：</span>
        <span className={up ? 'sr-only' : 'text-dns-16N-130'}>
          {up ? t.board.yours : mine ? t.board.colleagues : owedBy.name}
        </span>
        <span className="ml-2 text-solid-gray-700 md:ml-0 md:block">{t.board.since(moment(since))}</span>
      </p>
      <p className="text-dns-14N-130">
        <span className="text-solid-gray-700 md:sr-only print:hidden">{t.board.colDue}：</span>
        {dueAt ? (
          <>
            <span className={`hidden text-dns-17B-130 md:block print:block ${late ? 'text-error-2' : ''}`}>{left}</span>
            <time dateTime={dueAt} className="text-solid-gray-800">
              {moment(dueAt)}
            </time>
          </>
        ) : (
          t.due.none
        )}
      </p>
      <div className="text-dns-14N-130">
        <Held heldUntil={heldUntil} promisedBy={promisedBy} />
        {unattended ? (
          <p className="text-dns-14B-130 text-error-2">
            {t.board.unattended}
            <span className="block font-normal">{t.board.unattendedHelp}</span>
          </p>
        ) : null}
        <p>
          <Next next={next} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2 whitespace-nowrap print:hidden">
        {command ? (
          <ButtonLink
            look="primary"
            to="/cases/$id"
            params={{ id: about.id }}
            search={{ do: command }}
            aria-label={`${labels.of('short', command)}　${name}　${patient?.name ?? ''}`}
          >
            {labels.of('short', command)}
          </ButtonLink>
        ) : null}
        {row.promisable ? <PromiseButton row={row} name={`${name}　${patient?.name ?? ''}`} /> : null}
      </div>
    </li>
  );
}
