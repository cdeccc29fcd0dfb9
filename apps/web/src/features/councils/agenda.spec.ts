import { freed, inOrder, merged, moved, nested, numbersOf, without, type Arranged } from './agenda.ts';

const items = (entries: readonly Arranged[]) =>
  entries.map(({ item, parent }) => (parent === undefined ? item : `${parent}>${item}`));
const a = { item: 'a' };
const b = { item: 'b', minutes: 10 };
const c = { item: 'c', parent: 'b' };
const d = { item: 'd' };
const all = [a, b, c, d];

describe('an agenda that is arranged', () => {
  it('moves an item with what stands below it, and never out of its level', () => {
    expect(items(moved(all, 'b', -1))).toEqual(['b', 'b>c', 'a', 'd']);
    expect(items(moved(all, 'b', 1))).toEqual(['a', 'd', 'b', 'b>c']);
    expect(items(moved(all, 'a', -1))).toEqual(items(all));
    expect(items(moved(all, 'c', 1))).toEqual(items(all));
  });

  it('puts an item below the one before it, with its own, and takes it out again', () => {
    expect(items(nested(all, 'd'))).toEqual(['a', 'b', 'b>c', 'b>d']);
    expect(items(nested(all, 'b'))).toEqual(['a', 'a>b', 'a>c', 'd']);
    expect(items(nested(all, 'a'))).toEqual(items(all));
    expect(items(freed(all, 'c'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps what stood below an item that is taken off', () => {
    expect(items(without(all, 'b'))).toEqual(['a', 'c', 'd']);
    expect(items(inOrder([c, d, b]))).toEqual(['d', 'b', 'b>c']);
  });

  it('is numbered as the server numbers it', () => {
    expect([...numbersOf(all)]).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '2.1'],
      ['d', '3'],
    ]);
  });

  it('loses nothing of two who arrange it at once', () => {
    const mine = [d, a];
    const { entries, added } = merged(mine, [a, b, d], [a, b, d, { item: 'e' }]);
    // What I took off stays off; what the other added is there.
    expect(items(entries)).toEqual(['d', 'a', 'e']);
    expect(added).toEqual(['e']);
  });
});
