import fc from 'fast-check';
import { COORDINATION_FIELDS, COORDINATION_LEVELS } from '#kernel';
import { coordinatorGrid, type GridArea, type GridPost } from './coordinator-grid.js';

const AREAS: readonly GridArea[] = [
  { id: 'hiroo', chain: ['minami', 'tokachi', '01'] },
  { id: 'taiki', chain: ['minami', 'tokachi', '01'] },
  { id: 'ikeda', chain: ['higashi', 'tokachi', '01'] },
];
const post = (id: string, user: string, area: string, more: Partial<GridPost> = {}): GridPost => ({
  id,
  user,
  area,
  fields: ['dementia'],
  level: 'case',
  ...more,
});
const cell = (posts: readonly GridPost[], area: string, field = 'dementia', level = 'case') => {
  const found = coordinatorGrid(posts, AREAS).find(
    (one) => one.area === area && one.field === field && one.level === level,
  );
  return found && [found.state, ...found.posts];
};

describe('the grid of coordinators', () => {
  it('is all gaps where nobody is', () => {
    const cells = coordinatorGrid([], AREAS);
    expect(cells).toHaveLength(AREAS.length * COORDINATION_FIELDS.length * COORDINATION_LEVELS.length);
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['gap']));
  });

  it('says who covers what: the field, the level and the area all matter', () => {
    const posts = [post('a', 'u', 'hiroo')];
    expect(cell(posts, 'hiroo')).toEqual(['covered', 'a']);
    expect(cell(posts, 'taiki')).toEqual(['gap']);
    expect(cell(posts, 'hiroo', 'dental')).toEqual(['gap']);
    expect(cell(posts, 'hiroo', 'dementia', 'area')).toEqual(['gap']);
  });

  it('covers all that lies in the area of a post, and nothing beside it', () => {
    const posts = [post('a', 'u', 'minami')];
    expect(cell(posts, 'hiroo')).toEqual(['covered', 'a']);
    expect(cell(posts, 'taiki')).toEqual(['covered', 'a']);
    expect(cell(posts, 'ikeda')).toEqual(['gap']);
  });

  it('finds two of the same field, level and area, wherever the area is looked at from', () => {
    const posts = [post('a', 'u', 'minami'), post('b', 'v', 'minami', { fields: ['rights', 'dementia'] })];
    expect(cell(posts, 'taiki')).toEqual(['overlap', 'a', 'b']);
    expect(cell(posts, 'taiki', 'rights')).toEqual(['covered', 'b']);
  });

  it('takes somebody of the area around for no overlap, nor one person twice', () => {
    expect(cell([post('a', 'u', 'hiroo'), post('b', 'v', 'tokachi')], 'hiroo')).toEqual(['covered', 'a', 'b']);
    expect(cell([post('a', 'u', 'hiroo'), post('b', 'u', 'hiroo')], 'hiroo')).toEqual(['covered', 'a', 'b']);
  });
});

const somePosts = fc
  .array(
    fc.record({
      user: fc.constantFrom('u', 'v', 'w'),
      area: fc.constantFrom('hiroo', 'taiki', 'ikeda', 'minami', 'higashi', 'tokachi', '01', 'elsewhere'),
      fields: fc.uniqueArray(fc.constantFrom(...COORDINATION_FIELDS), { minLength: 1 }),
      level: fc.constantFrom(...COORDINATION_LEVELS),
    }),
    { maxLength: 12 },
  )
  .map((posts) => posts.map((one, i): GridPost => ({ ...one, id: String(i) })));

it('for any posts: each cell is there once, a gap is just where nobody covers, an overlap just where two of one area do', () => {
  fc.assert(
    fc.property(somePosts, (posts) => {
      const cells = coordinatorGrid(posts, AREAS);
      expect(new Set(cells.map(({ area, field, level }) => `${area} ${field} ${level}`)).size).toBe(cells.length);
      for (const { area, field, level, state, posts: ids } of cells) {
        const places = [area, ...(AREAS.find(({ id }) => id === area)?.chain ?? [])];
        const covering = posts.filter(
          (one) => one.level === level && one.fields.includes(field) && places.includes(one.area),
        );
        expect(ids).toEqual(covering.map(({ id }) => id));
        const people = new Map<string, Set<string>>();
        for (const one of covering) people.set(one.area, (people.get(one.area) ?? new Set()).add(one.user));
        const doubled = [...people.values()].some(({ size }) => size > 1);
        expect(state).toBe(covering.length === 0 ? 'gap' : doubled ? 'overlap' : 'covered');
      }
    }),
  );
});

it('nobody who is appointed makes a gap, and nobody who leaves makes an overlap', () => {
  const of = (posts: readonly GridPost[], state: string) =>
    coordinatorGrid(posts, AREAS).flatMap((one, i) => (one.state === state ? [i] : []));
  fc.assert(
    fc.property(somePosts, (posts) => {
      const before = posts.slice(1);
      expect(of(before, 'gap')).toEqual(expect.arrayContaining(of(posts, 'gap')));
      expect(of(posts, 'overlap')).toEqual(expect.arrayContaining(of(before, 'overlap')));
    }),
  );
});
