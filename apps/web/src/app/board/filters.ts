import type { Row } from '../../api/types.ts';
import { lightOf } from '../../ui/lights.ts';
import { isUpTo } from '../registry.ts';

export const WHOSE = ['mine', 'ward', 'team', 'all'] as const;
/** Whose rows: up to me, of those who lie in my ward, of my institution, everybody's that I see. */
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

/** Written in one way: 3F and ３Ｆ are one ward. */
const plain = (ward: string): string => ward.normalize('NFKC').replaceAll(/\s/g, '');

/** Somebody of no ward has none to choose: then the choice means nothing. The name of a ward never stands in the address. */
const isInWard = (row: Row, ward: string | null): boolean =>
  ward === null || (row.ward !== null && plain(row.ward) === plain(ward));

export const shownBy = (
  rows: readonly Row[],
  { who, kind, late }: Filters,
  now: number,
  ward: string | null = null,
): Row[] =>
  rows.filter(
    (row) =>
      (who !== 'mine' || isUpTo(row, row.commands)) &&
      (who !== 'team' || row.mine) &&
      (who !== 'ward' || isInWard(row, ward)) &&
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
