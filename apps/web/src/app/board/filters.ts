import type { Row } from '../../api/types.ts';
import { lightOf } from '../../ui/lights.ts';
import { isUpTo } from '../registry.ts';

export const WHOSE = ['mine', 'team', 'all'] as const;
/** Whose rows: up to me, of my institution, everybody's that I see. */
export type Whose = (typeof WHOSE)[number];

/** What of the board is shown. It stands in the address, so that it survives a reload and can be sent to a colleague. */
export interface Filters {
  readonly who?: Whose;
  /** Kind of case. */
  readonly kind?: string;
  readonly late?: true;
  /** Rows of one case together. */
  readonly by?: 'case';
}

/** Whatever somebody typed into the address: what means nothing is left out. */
export const filtersOf = ({ who, kind, late, by }: Record<string, unknown>): Filters => ({
  ...(WHOSE.some((one) => one === who) && who !== 'all' && { who: who as Whose }),
  ...(typeof kind === 'string' && /^[a-z_]{1,40}$/.test(kind) && { kind }),
  ...((late === true || late === 'true') && { late: true as const }),
  ...(by === 'case' && { by: 'case' as const }),
});

const isLate = (row: Row, now: number): boolean => ['late', 'missed'].includes(lightOf(row, now));

export const shownBy = (rows: readonly Row[], { who, kind, late }: Filters, now: number): Row[] =>
  rows.filter(
    (row) =>
      (who !== 'mine' || isUpTo(row, row.commands)) &&
      (who !== 'team' || row.mine) &&
      (kind === undefined || row.about.kind === kind) &&
      (!late || isLate(row, now)),
  );

/** Rows of one case, in the place of the most pressing of them. */
export function byCase(rows: readonly Row[]): Row[][] {
  const cases = new Map<string, Row[]>();
  for (const row of rows) {
    const known = cases.get(row.about.id);
    if (known) known.push(row);
    else cases.set(row.about.id, [row]);
  }
  return [...cases.values()];
}
