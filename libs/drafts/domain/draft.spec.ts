import { strangeIn } from './draft.js';

describe('the values of a draft', () => {
  it('are what fields hold, by their paths', () => {
    expect(strangeIn({ summary: '', 'consulter.side': 'care', topics: ['a'], told: true, minutes: 5 })).toEqual([]);
  });

  it.each([
    ['a path that is none', { 'a b': 'x' }],
    ['a path without an end', { 'document.': 'x' }],
    ['a path that goes too deep', { 'a.b.c.d.e': 'x' }],
    ['an object', { document: { adl: 'x' } }],
    ['nothing', { summary: null }],
    ['a list of something else', { topics: ['a', 1] }],
  ])('are not %s', (_what, values) => {
    expect(strangeIn(values)).toEqual(Object.keys(values));
  });
});
