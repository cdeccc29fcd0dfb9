/** What a list is narrowed to. It stands in the address and says nothing of a person. */
export interface ListFilters {
  readonly kind?: string;
  readonly state?: 'open' | 'over';
  readonly mine?: true;
  readonly untouched?: true;
  readonly overdue?: true;
  /** The month in which it was over; `this` is the present one. */
  readonly over?: string;
}

const isSet = (value: unknown): boolean => value === true || value === 'true' || value === 1 || value === '1';

/** Whatever somebody typed into the address: what means nothing is left out. */
export const listFiltersOf = ({
  kind,
  state,
  mine,
  untouched,
  overdue,
  over,
}: Record<string, unknown>): ListFilters => ({
  ...(typeof kind === 'string' && /^[a-z_]{1,40}$/.test(kind) && { kind }),
  ...((state === 'open' || state === 'over') && { state }),
  ...(isSet(mine) && { mine: true as const }),
  ...(isSet(untouched) && { untouched: true as const }),
  ...(isSet(overdue) && { overdue: true as const }),
  ...(typeof over === 'string' && /^(?:this|(?:20|21)\d{2}-(?:0[1-9]|1[0-2]))$/.test(over) && { over }),
});

/** 保存した一覧: what people ask for every day, each a name for its filters. */
export const SAVED = {
  all: {},
  untouched: { untouched: true },
  mine: { mine: true, state: 'open' },
  overdue: { overdue: true },
  overThisMonth: { over: 'this' },
} as const satisfies Readonly<Record<string, ListFilters>>;
export type Saved = keyof typeof SAVED;

/** Which of them this is, whatever kind it is narrowed to besides. */
export function savedOf({ kind: _kind, ...filters }: ListFilters): Saved | undefined {
  const text = textOf(filters);
  return (Object.keys(SAVED) as Saved[]).find((name) => textOf(SAVED[name]) === text);
}

const textOf = (filters: ListFilters): string =>
  JSON.stringify(Object.entries(filters).toSorted(([a], [b]) => a.localeCompare(b)));

/** As the server takes them. */
export const asParameters = (filters: ListFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value === true ? '1' : String(value)]));
