import { useNavigate } from '@tanstack/react-router';
import type { Row } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { Button } from '../../ui/button.tsx';
import { useLabels } from '../labels.ts';
import { WHOSE, type Filters } from './filters.ts';

/** What is chosen stands in the address, and nowhere else. */
export function FilterBar({
  rows,
  filters,
  ward,
}: {
  rows: readonly Row[];
  filters: Filters;
  /** The reader's own. */
  ward: string | null;
}) {
  const t = useText();
  const labels = useLabels();
  const navigate = useNavigate();
  const kinds = [...new Set(rows.map(({ about }) => about.kind))].toSorted();
  const { who = 'all', kind, late, by } = filters;
  const choice = (label: string, chosen: boolean, to: Filters) => (
    <button
      key={label}
      type="button"
      aria-pressed={chosen}
      onClick={() => void navigate({ to: '/', search: to, replace: true })}
      className={`inline-flex min-h-11 shrink-0 items-center rounded-8 border px-3 text-oln-14N-100 ${chosen ? 'border-key-900 bg-key-50 font-bold text-key-900' : 'border-solid-gray-420 bg-white text-solid-gray-900 hover:underline'}`}
    >
      {label}
    </button>
  );
  const without = <Name extends keyof Filters>(name: Name): Filters => {
    const { [name]: _away, ...rest } = filters;
    return rest;
  };
  return (
    <div
      role="group"
      aria-label={t.board.filters}
      className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 whitespace-nowrap md:mx-0 md:flex-wrap md:px-0 print:hidden"
    >
      {WHOSE.filter((one) => one !== 'ward' || ward !== null).map((one) =>
        choice(
          one === 'ward' ? t.board.myWard(ward ?? '') : t.board.whose[one],
          who === one,
          one === 'all' ? without('who') : { ...filters, who: one },
        ),
      )}
      <span aria-hidden="true" className="mx-1 hidden h-6 border-l border-solid-gray-420 md:block" />
      {kinds.length > 1
        ? kinds.map((one) =>
            choice(labels.of('kind', one), kind === one, kind === one ? without('kind') : { ...filters, kind: one }),
          )
        : null}
      {choice(t.board.lateOnly, late === true, late ? without('late') : { ...filters, late: true })}
      {choice(t.board.byCase, by === 'case', by ? without('by') : { ...filters, by: 'case' })}
      <span className="ml-auto hidden md:block">
        <Button onClick={() => window.print()}>{t.case.print}</Button>
      </span>
    </div>
  );
}
