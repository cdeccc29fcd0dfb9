import { asParameters, listFiltersOf, SAVED, savedOf } from './filters.ts';

describe('the filters of a list', () => {
  it('are what the address says, and nothing of what means nothing', () => {
    expect(listFiltersOf({ kind: 'consultation', state: 'open', mine: '1', over: 'this' })).toEqual({
      kind: 'consultation',
      state: 'open',
      mine: true,
      over: 'this',
    });
    expect(listFiltersOf({ kind: 'A B', state: 'x', mine: 'no', over: '2026-13', q: '大野' })).toEqual({});
  });

  it('have a name where people ask for them every day, of whichever kind', () => {
    for (const [name, filters] of Object.entries(SAVED)) {
      expect(savedOf(listFiltersOf(filters))).toBe(name);
      expect(savedOf(listFiltersOf({ ...filters, kind: 'consultation' }))).toBe(name);
    }
    expect(savedOf({ state: 'over' })).toBeUndefined();
  });

  it('are asked of the server in its words', () => {
    expect(asParameters({ kind: 'consultation', untouched: true })).toEqual({ kind: 'consultation', untouched: '1' });
  });
});
