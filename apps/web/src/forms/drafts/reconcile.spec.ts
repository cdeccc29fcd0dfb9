import { both, equal, othersOf, reconcile, typedIn } from './reconcile.ts';

describe('what has been typed', () => {
  const initial = { summary: '', topics: [], told: false, document: { sender: '病院', adl: '' }, occurredAt: '' };

  it('is what the form did not know before', () => {
    expect(typedIn(initial, initial)).toEqual({});
    expect(
      typedIn(initial, {
        summary: 'あ',
        topics: ['a'],
        told: true,
        document: { sender: '病院', adl: '歩行器' },
        occurredAt: null,
      }),
    ).toEqual({ summary: 'あ', topics: ['a'], told: true, 'document.adl': '歩行器' });
  });

  it('takes along the moment that the form filled in, once there is something to keep', () => {
    const at = { note: '', at: '2026-06-24T09:00', on: '2026-06-24', hint: '2026年' };
    expect(typedIn(at, at)).toEqual({});
    expect(typedIn(at, { ...at, note: 'あ' })).toEqual({ note: 'あ', at: '2026-06-24T09:00', on: '2026-06-24' });
  });

  it('may be that a field was emptied', () => {
    expect(typedIn(initial, { ...initial, document: { sender: ' ', adl: '' } })).toEqual({ 'document.sender': '' });
  });
});

describe('one draft of two devices', () => {
  it.each([
    ['only here', { a: '1' }, { a: '2' }, { a: '1' }, { a: '2' }],
    ['only there', { a: '1' }, { a: '1' }, { a: '2' }, { a: '2' }],
    ['alike on both', {}, { a: '1' }, { a: '1' }, { a: '1' }],
    ['in different fields', {}, { a: '1' }, { b: '2' }, { a: '1', b: '2' }],
    ['emptied here, and nothing done there', { a: '1' }, { a: '' }, { a: '1' }, { a: '' }],
    ['emptied here, and changed there', { a: '1' }, { a: '' }, { a: '2' }, { a: '2' }],
    ['differently', {}, { a: '机' }, { a: '電話' }, { a: '机', 'other.a': '電話' }],
    ['differently in a list', {}, { a: ['x'] }, { a: ['y'] }, { a: ['x'], 'other.a': ['y'] }],
    ['so that one holds the other', {}, { a: '机と電話' }, { a: '電話' }, { a: '机と電話' }],
  ])('changed %s', (_what, base, mine, theirs, kept) => {
    expect(reconcile(base, mine, theirs)).toEqual(kept);
  });

  it('shows on the first device what the second has typed, and what was its own beside it', () => {
    const second = reconcile({}, { a: '電話' }, { a: '机' });
    expect(reconcile({ a: '机' }, { a: '机' }, second)).toEqual({ a: '電話', 'other.a': '机' });
    expect(reconcile({ a: '机' }, { a: '机の続き' }, second)).toEqual({ a: '机の続き', 'other.a': '電話' });
  });

  it('stays chosen once somebody has chosen', () => {
    const shown = { a: '電話', 'other.a': '机' };
    expect(reconcile(shown, shown, { a: '机' })).toEqual({ a: '机' });
    expect(reconcile(shown, { a: '電話' }, shown)).toEqual({ a: '電話' });
  });

  it('keeps a third text as well', () => {
    const shown = { a: '電話', 'other.a': '机' };
    const kept = reconcile(shown, { a: '電話x', 'other.a': '机' }, { a: '電話y', 'other.a': '机' });
    expect(kept).toEqual({ a: '電話x', 'other.a': '机\n電話y' });
    expect(othersOf(kept)).toEqual([['a', '机\n電話y']]);
  });
});

it('two texts are both kept, once', () => {
  expect([both('', 'b'), both('a', 'b'), both('a b', 'b'), both('b', 'a b')]).toEqual(['b', 'a\nb', 'a b', 'a b']);
  expect(equal({ a: '' }, {})).toBe(false);
});
