import type { Row } from '../../api/types.ts';
import { byCase, filtersOf, shownBy } from './filters.ts';

const NOW = Date.parse('2025-06-02T00:00:00.000Z');
const row = (id: string, given: Partial<Row> = {}): Row =>
  ({
    id,
    about: { kind: 'consultation', id: `case-${id}` },
    step: 'reply',
    instance: null,
    state: 'open',
    commands: [],
    mine: false,
    promisable: false,
    dueAt: '2025-06-05T00:00:00.000Z',
    urgency: 'routine',
    heldUntil: null,
    promisedBy: null,
    level: null,
    ward: null,
    ...given,
  }) as Row;

describe('the filters of the board', () => {
  it('stand in the address, and leave out what means nothing', () => {
    expect(filtersOf({ who: 'mine', kind: 'discharge_case', late: true, by: 'case' })).toEqual({
      who: 'mine',
      kind: 'discharge_case',
      late: true,
      by: 'case',
    });
    expect(filtersOf({ who: 'all', kind: '<b>', late: 'no', by: 7, other: 'x' })).toEqual({});
  });

  it('show what is up to me, of my institution, of a kind, overdue', () => {
    const rows = [
      row('a', { mine: true, promisable: true }),
      row('b', { mine: true }),
      row('c', { about: { kind: 'discharge_case', id: 'x' }, dueAt: '2025-06-01T00:00:00.000Z' }),
    ];
    const ids = (filters: object) => shownBy(rows, filters, NOW).map(({ id }) => id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ who: 'mine' })).toEqual(['a']);
    expect(ids({ who: 'team' })).toEqual(['a', 'b']);
    expect(ids({ kind: 'discharge_case' })).toEqual(['c']);
    expect(ids({ late: true })).toEqual(['c']);
  });

  it('show who lies in my ward, however its name is written; whoever has none sees all', () => {
    const rows = [row('a', { ward: '３F 東' }), row('b', { ward: '4F' }), row('c')];
    const ids = (ward: string | null) => shownBy(rows, { who: 'ward' }, NOW, ward).map(({ id }) => id);
    expect(ids('3F東')).toEqual(['a']);
    expect(ids(null)).toEqual(['a', 'b', 'c']);
    expect(filtersOf({ who: 'ward' })).toEqual({ who: 'ward' });
  });

  it('put rows of one case together, where the first of them stands', () => {
    const of = (id: string, about: string) => row(id, { about: { kind: 'consultation', id: about } });
    const groups = byCase([of('a', 'x'), of('b', 'y'), of('c', 'x')]);
    expect(groups.map((rows) => rows.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  });
});
