import { classesUpTo, classOf } from './classes.ts';
import { filtersOf, fits, groupOf } from './filters.ts';

describe('the filters of the register', () => {
  it('are what the address says, as far as it means something', () => {
    expect(filtersOf({ level: 'secondary_area', state: 'open' })).toEqual({ level: 'secondary_area', state: 'open' });
    expect(filtersOf({ level: 'village', state: 7, other: 'x' })).toEqual({});
  });

  it('keep what is open, watched or ended apart, and overlook no state that is new', () => {
    expect(['RECURRENT', 'MONITORING', 'REOPENED', 'NOVEL'].map(groupOf)).toEqual(['open', 'open', 'open', 'open']);
    expect(['OBSERVED', 'DORMANT', 'CLOSED', 'DISMISSED'].map(groupOf)).toEqual([
      'watched',
      'watched',
      'ended',
      'ended',
    ]);
    const issue = { level: 'municipality', state: 'CLOSED' };
    expect(
      [{}, { state: 'ended' }, { state: 'open' }, { level: 'prefecture' }].map((f) => fits(filtersOf(f), issue)),
    ).toEqual([true, true, false, false]);
  });
});

describe('the classes of tiles', () => {
  it('are five at most, and each number is in one and only one', () => {
    for (const most of [0, 1, 2, 3, 4, 5, 6, 9, 13, 60, 1_001]) {
      const classes = classesUpTo(most);
      expect(classes.length).toBeLessThanOrEqual(5);
      for (let n = 0; n <= most; n++) expect(classes.filter(({ from, to }) => from <= n && n <= to)).toHaveLength(1);
      expect(classOf(classes, most)).toBe(classes.length - 1);
    }
  });
});
