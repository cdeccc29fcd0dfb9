import { Link } from '@tanstack/react-router';
import type { CaseInList } from '../../api/types.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { useLabels, useSayings } from '../labels.ts';
import { factsOf } from '../registry.ts';
import { useListWords } from './words.ts';

/** From so many rows on the browser lays out only what is near the screen. */
const MANY = 200;
const FAR = '[content-visibility:auto] [contain-intrinsic-size:auto_5rem]';

/** A case in a list: a card on a phone, a line at a desk. `note`: where it was found; `under`: below its person, by its kind alone. */
interface Props {
  row: CaseInList;
  note?: string;
  under?: boolean;
  /** How many rows there are. */
  of?: number;
}

export function CaseRow({ row, note, under = false, of = 0 }: Props) {
  const t = useListWords();
  const labels = useLabels();
  const { stamp, moment } = useTime();
  const facts = factsOf({ about: row.about, facts: row.facts }, useLanguage().language, useSayings());
  const kind = labels.of('kind', row.about.kind);
  const who = under ? null : row.patient;
  const { about, caseState, number, place, begunAt, overAt, step, dueAt, overdue } = row;
  return (
    <li
      data-case={about.id}
      className={`flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white p-3 md:grid md:grid-cols-[minmax(0,2fr)_10rem_minmax(0,1.4fr)_11rem] md:items-start md:gap-x-4 md:rounded-none md:border-x-0 md:border-t-0 md:border-l-8 ${overdue ? 'border-l-8 border-l-error-1' : 'md:border-l-transparent'} ${of >= MANY ? FAR : ''}`}
    >
      <div className="min-w-0">
        <Link
          to="/cases/$id"
          params={{ id: about.id }}
          search={{}}
          className="inline-flex min-h-11 flex-wrap items-center gap-x-3 text-dns-17B-130 text-key-900 underline md:min-h-6"
        >
          <span>{who?.name ?? kind}</span>
          {number === null ? null : <span>{number}</span>}
        </Link>
        <p className="text-dns-14N-130 text-solid-gray-800">
          {[who ? kind : '', who?.kana, place, ...facts].filter(Boolean).join('・')}
        </p>
        {note ? <p className="text-dns-16N-130 break-words">{note}</p> : null}
      </div>
      <p className="text-dns-16N-130">{labels.state(about.kind, caseState)}</p>
      <p className={`text-dns-16N-130 ${overdue ? 'text-error-2' : ''}`}>
        {step !== null && dueAt !== null ? t.due(labels.of('step', step), moment(dueAt)) : ''}
      </p>
      <p className="text-dns-14N-130 text-solid-gray-800">
        {overAt === null ? t.begun(stamp(begunAt)) : t.overAt(stamp(overAt))}
      </p>
    </li>
  );
}
