import type { Board, Row } from '../api/types.ts';

/** What the stream says has changed: rows that are new or otherwise, and those that are gone. */
export interface BoardChange {
  readonly position: number;
  readonly now: string;
  readonly rows: readonly Row[];
  readonly gone: readonly string[];
}

const URGENCIES = ['emergency', 'urgent', 'routine'];

/** The order in which the server sends a board: by urgency, by when it is due, and else always the same. */
const before = (a: Row, b: Row): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
  (a.dueAt ?? '').localeCompare(b.dueAt ?? '') ||
  a.id.localeCompare(b.id);

/** The board as it stands after a change. */
export function changed(board: Board, { position, now, rows, gone }: BoardChange): Board {
  const away = new Set([...gone, ...rows.map(({ id }) => id)]);
  return { position, now, rows: [...board.rows.filter(({ id }) => !away.has(id)), ...rows].toSorted(before) };
}
