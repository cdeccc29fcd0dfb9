import { changesOf, ruleOf } from './defaults.js';

describe('changes of the defaults', () => {
  it('changes one number at a time', () => {
    expect(changesOf('handovers', { startNoticeDays: 7, recoveryDays: 7 })).toEqual([
      { name: 'handovers.startNoticeDays', context: 'handovers', values: { startNoticeDays: 8 }, from: 7, to: 8 },
      { name: 'handovers.recoveryDays', context: 'handovers', values: { recoveryDays: 8 }, from: 7, to: 8 },
    ]);
  });

  it('changes each entry of a list by itself and leaves the others', () => {
    expect(changesOf('backup', { chaseOffsets: [0, 1] }).map(({ name, values }) => [name, values])).toEqual([
      ['backup.chaseOffsets[0]', { chaseOffsets: [1, 1] }],
      ['backup.chaseOffsets[1]', { chaseOffsets: [0, 2] }],
    ]);
  });

  it('throws switches and replaces codes', () => {
    const [flag, code] = changesOf('x', { on: true, broadcast: ['immediate'] });
    expect(flag?.values).toEqual({ on: false });
    expect(code?.values).toEqual({ broadcast: ['immediate_changed'] });
  });

  it('changes each entry of lists by name and leaves the others', () => {
    const lists = { day: ['a', 'b'], night: ['c'] };
    expect(
      changesOf('help_desk', { lists, none: [] }).map(({ name, context, values }) => [name, context, values]),
    ).toEqual([
      ['help_desk.lists.day[0]', 'help_desk', { lists: { day: ['a_changed', 'b'], night: ['c'] } }],
      ['help_desk.lists.day[1]', 'help_desk', { lists: { day: ['a', 'b_changed'], night: ['c'] } }],
      ['help_desk.lists.night[0]', 'help_desk', { lists: { day: ['a', 'b'], night: ['c_changed'] } }],
    ]);
    expect(ruleOf('help_desk.lists.day[0]')).toBe('help_desk.lists');
    expect(ruleOf('handovers.chaseOffsets[1]')).toBe('handovers.chaseOffsets');
  });

  it('refuses a kind of default that it cannot change', () => {
    expect(() => changesOf('x', { odd: null })).toThrow('not known');
  });
});
