/** Rules of imports (取り込み), each a default [D]; here and nowhere else. */
export const IMPORT_RULES = {
  /** A file that nobody has imported is cleared away after so many days. */
  keptDays: 7,
  /** 10 MB: a list of 20,000 rows is below 5. */
  mostBytes: 10_485_760,
  /** Files that one person may have waiting at a time. */
  mostWaiting: 10,
  /** Rows that are shown before anything is stored. */
  previewed: 20,
} as const;

/** 取り込みの状態. Those in which a worker is at it are busy. */
export const IMPORT_STATES = [
  'READING',
  'UNREADABLE',
  'MAPPED',
  'CHECKING',
  'CHECKED',
  'IMPORTING',
  'DONE',
  'UNDOING',
  'UNDONE',
  'FAILED',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const BUSY: readonly ImportState[] = ['READING', 'CHECKING', 'IMPORTING', 'UNDOING'];
