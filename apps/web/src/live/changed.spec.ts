import type { Board, Row } from '../api/types.ts';
import { changed } from './changed.ts';

const row = (id: string, dueAt: string, urgency: Row['urgency'] = 'routine'): Row =>
  ({ id, dueAt, urgency, step: 'reply' }) as Row;
const board: Board = {
  position: 7,
  now: '2025-06-02T01:00:00.000Z',
  rows: [row('a', '2025-06-03T00:00:00.000Z'), row('b', '2025-06-05T00:00:00.000Z')],
};

describe('a board after a change', () => {
  it('has what is new and otherwise where the server would put it, and not what is gone', () => {
    const moved = row('a', '2025-06-09T00:00:00.000Z');
    const rung = row('c', '2025-06-08T00:00:00.000Z', 'emergency');
    const next = changed(board, { position: 9, now: '2025-06-02T02:00:00.000Z', rows: [moved, rung], gone: [] });
    expect(next.rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect([next.position, next.now]).toEqual([9, '2025-06-02T02:00:00.000Z']);
    expect(changed(next, { position: 10, now: next.now, rows: [], gone: ['b', 'x'] }).rows.map(({ id }) => id)).toEqual(
      ['c', 'a'],
    );
  });
});
