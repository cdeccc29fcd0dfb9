import type { Entry, Timeline } from '../../api/types.ts';
import { askedOf, handBackOf, requestOf } from './request.ts';

const entry = (type: string, details: Entry['details'] = {}, texts: Entry['texts'] = []): Entry => ({
  position: 1,
  type,
  occurredAt: '2026-06-24T00:00:00Z',
  recordedAt: '2026-06-24T00:00:00Z',
  actor: { system: 'test' },
  details,
  texts,
});
const timeline = (...entries: Entry[]): Timeline => ({
  about: { kind: 'backup_request', id: 'a' },
  commands: [],
  facts: {},
  entries,
  obligations: [],
  patient: null,
  contact: null,
  state: 'OFFERING',
  version: 1,
});

describe('a request for backup', () => {
  it('says what was written and who asked', () => {
    const asked = entry('EmergencyBackupRequested', { need: ['home_visit'] }, [
      { kind: 'backup_summary', text: '呼吸苦' },
    ]);
    expect(requestOf(timeline(asked))).toEqual({ summary: '呼吸苦', by: asked.actor, codes: { need: ['home_visit'] } });
    expect(requestOf(timeline())).toEqual({ summary: undefined, by: undefined, codes: {} });
  });

  it('says who was asked, and the last word of each', () => {
    const found = askedOf(
      timeline(
        entry('BackupOffered', { organization: 'a' }),
        entry('BackupOffered', { organization: 'b' }),
        entry('EmergencyBackupDeclined', { organization: 'a' }),
        entry('BackupOfferTimedOut', { organization: 'b' }),
        entry('BackupOffered', { organization: 'c' }),
      ),
    );
    expect(found.map(({ organization, answer }) => [organization, answer])).toEqual([
      ['a', 'declined'],
      ['b', 'silent'],
      ['c', 'asked'],
    ]);
  });

  it('has a hand-back to read, or one that this reader may not', () => {
    const told = entry('BackupHandedBack', {}, [{ kind: 'backup_hand_back', text: '点滴を開始' }]);
    expect(handBackOf(timeline(told))?.text).toBe('点滴を開始');
    expect(handBackOf(timeline(entry('BackupHandedBack')))?.text).toBeUndefined();
    expect(handBackOf(timeline())).toBeUndefined();
  });
});
