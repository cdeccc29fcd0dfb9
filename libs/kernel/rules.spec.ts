import fc from 'fast-check';
import { aDay, anyOf, faultsOfRule, levels, listOf, oneOf, overDefaults, parts, whole, type Bounds } from './rules.js';

const said = (value: unknown, bound: Parameters<typeof faultsOfRule>[2]) =>
  faultsOfRule('values.rule', value, bound).map(({ path, code }) => `${path} ${code}`);

describe('a rule value', () => {
  it.each([
    [0, []],
    [366, []],
    [-1, ['values.rule out_of_range']],
    [367, ['values.rule out_of_range']],
    [1.5, ['values.rule out_of_range']],
    [2 ** 53, ['values.rule out_of_range']],
    [Number.NaN, ['values.rule out_of_range']],
    ['7', ['values.rule wrong_type']],
    [null, ['values.rule wrong_type']],
    [[7], ['values.rule wrong_type']],
    [{}, ['values.rule wrong_type']],
  ])('that is a number, %j, is checked to its range', (value, faults) => {
    expect(said(value, whole(0, 366))).toEqual(faults);
  });

  it.each([
    [[-1, 0, 1, 2, 3], []],
    [[0], []],
    [[0, 0, 1], []],
    [[], ['values.rule too_few']],
    [[0, 1, 2, 3, 4, 5], ['values.rule too_many']],
    [
      ['soon', 'x', null, 0, 0],
      ['values.rule[0] wrong_type', 'values.rule[1] wrong_type', 'values.rule[2] wrong_type'],
    ],
    [[0, -1e9], ['values.rule[1] out_of_range']],
    [[0, 0.5], ['values.rule[1] out_of_range']],
    [[0, [1]], ['values.rule[1] wrong_type']],
    [[2, 1], ['values.rule[1] out_of_order']],
    [{ length: 1, 0: 0 }, ['values.rule wrong_type']],
    ['0', ['values.rule wrong_type']],
    [0, ['values.rule wrong_type']],
  ])('that is a ladder, %j, is checked to its last element', (value, faults) => {
    expect(said(value, levels(5, -30, 60))).toEqual(faults);
  });

  it.each([
    [[], []],
    [['a', 'b'], []],
    [['a', 'a'], ['values.rule[1] duplicate']],
    [['c'], ['values.rule[0] unknown_code']],
    [[7], ['values.rule[0] unknown_code']],
    [['a', 'b', 'a'], ['values.rule too_many']],
    ['a', ['values.rule wrong_type']],
  ])('that is a list of codes, %j, is checked to its last element', (value, faults) => {
    expect(said(value, anyOf(['a', 'b']))).toEqual(faults);
  });

  interface Ended {
    readonly topic: string;
    readonly from: string;
    readonly scenes?: readonly string[];
  }
  const ended = listOf<Ended>(2, { topic: oneOf(['a', 'b']), from: aDay, scenes: anyOf(['x', 'y'], 1) }, ['scenes']);

  it.each([
    [[], []],
    [[{ topic: 'a', from: '2025-07-01' }], []],
    [[{ topic: 'b', from: '2025-07-01', scenes: ['y'] }], []],
    [
      [{ topic: 'c', from: '2025-02-30', scenes: [] }],
      ['values.rule[0].topic unknown_code', 'values.rule[0].from wrong_type', 'values.rule[0].scenes too_few'],
    ],
    [[{ topic: 'a' }], ['values.rule[0].from missing']],
    [[{ topic: 'a', from: '2025-07-01', note: '花子さん' }], ['values.rule[0].note unknown_rule']],
    [[{ topic: 'a', from: '2025-07-01', toString: 1 }], ['values.rule[0].toString unknown_rule']],
    [
      ['a', null],
      ['values.rule[0] wrong_type', 'values.rule[1] wrong_type'],
    ],
    [Array.from({ length: 3 }, () => ({ topic: 'a', from: '2025-07-01' })), ['values.rule too_many']],
    [{ topic: 'a', from: '2025-07-01' }, ['values.rule wrong_type']],
  ])('that is a list of what has parts, %j, is checked to its last part', (value, faults) => {
    expect(said(value, ended)).toEqual(faults);
  });

  it.each([
    [{ day: ['a'], night: [] }, []],
    [{ day: ['a'] }, ['values.rule.night missing']],
    [{ day: ['b'], night: ['a', 'a'] }, ['values.rule.day[0] unknown_code', 'values.rule.night too_many']],
    [[['a'], []], ['values.rule wrong_type']],
    [null, ['values.rule wrong_type']],
  ])('that has lists by name, %j, is checked to its last element', (value, faults) => {
    const byName = parts<{ day: readonly string[]; night: readonly string[] }>({
      day: anyOf(['a']),
      night: anyOf(['a']),
    });
    expect(said(value, byName)).toEqual(faults);
  });

  it('of no kind that was thought of passes unless it is a whole number in range', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const fine = faultsOfRule('rule', value, whole(1, 9)).length === 0;
        expect(fine).toBe(Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 9);
      }),
    );
  });

  it('without bounds does not compile', () => {
    interface Rules {
      readonly days: number;
      readonly steps: readonly number[];
    }
    // @ts-expect-error -- `steps` has none
    const missing: Bounds<Rules> = { days: whole(0, 1) };
    // @ts-expect-error -- a list is bounded as a list
    const wrong: Bounds<Rules> = { days: whole(0, 1), steps: whole(0, 1) };
    expect([missing, wrong]).toHaveLength(2);
  });
});

describe('pinned rules', () => {
  const defaults = { recoveryDays: 7, answerBusinessDays: 1 };

  it('keep what the case started under', () => {
    expect(overDefaults(defaults, { recoveryDays: 9, answerBusinessDays: 0 })).toEqual({
      recoveryDays: 9,
      answerBusinessDays: 0,
    });
  });

  it('take what has been added since from the defaults of today', () => {
    expect(overDefaults(defaults, { recoveryDays: 9 })).toEqual({ recoveryDays: 9, answerBusinessDays: 1 });
    expect(overDefaults(defaults, { recoveryDays: undefined } as never)).toEqual(defaults);
  });

  it('lose what is no rule any more', () => {
    expect(overDefaults(defaults, { former: 3 } as never)).toEqual(defaults);
  });
});
