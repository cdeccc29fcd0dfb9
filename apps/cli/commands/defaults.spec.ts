import { changesOf } from './defaults.js';

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

  it('refuses a kind of default that it cannot change', () => {
    expect(() => changesOf('x', { odd: null })).toThrow('not known');
  });
});
