/** Rules of drafts (下書き), each a default [D]; here and nowhere else. */
export const DRAFT_RULES = {
  /** A draft that nobody has touched for this long is cleared away. */
  keptDays: 30,
  /** Drafts that one person may have at a time. */
  most: 100,
  /** As JSON in UTF-8; a handover document in full is below 100 kB. */
  mostBytes: 262_144,
} as const;

/** What a field holds while a form is being filled in. */
export type DraftValue = string | number | boolean | readonly string[];

/** What somebody has typed, by the path of the field in the form; what the form knew before is not in it. */
export type DraftValues = Readonly<Record<string, DraftValue>>;

const PATH = /^[A-Za-z]\w{0,59}(\.[A-Za-z]\w{0,59}){0,3}$/;

const isValue = (value: unknown): value is DraftValue =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** Paths that are no field of any form, or hold what no field can hold. */
export const strangeIn = (values: object): string[] =>
  Object.entries(values).flatMap(([path, value]) => (PATH.test(path) && isValue(value) ? [] : [path]));
