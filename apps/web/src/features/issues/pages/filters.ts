/** States of an issue as a reader looks for them. What this version does not know yet counts as open: nobody overlooks it. */
const WATCHED = ['OBSERVED', 'DORMANT'];
const ENDED = ['CLOSED', 'DISMISSED'];

export const GROUPS = ['open', 'watched', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = (state: string): Group =>
  WATCHED.includes(state) ? 'watched' : ENDED.includes(state) ? 'ended' : 'open';

export const LEVELS = ['municipality', 'home_care_area', 'secondary_area', 'prefecture'] as const;
export type Level = (typeof LEVELS)[number];

/** What the register is narrowed to. It stands in the address. */
export interface Filters {
  readonly level?: Level;
  readonly state?: Group;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

/** Whatever somebody typed into the address: what means nothing is left out. */
export function filtersOf(search: Readonly<Record<string, unknown>>): Filters {
  const level = oneOf(LEVELS, search['level']);
  const state = oneOf(GROUPS, search['state']);
  return { ...(level && { level }), ...(state && { state }) };
}

export const fits = ({ level, state }: Filters, issue: { readonly level: string; readonly state: string }): boolean =>
  (level === undefined || issue.level === level) && (state === undefined || groupOf(issue.state) === state);
