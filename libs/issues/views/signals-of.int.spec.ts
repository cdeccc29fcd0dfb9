import type pg from 'pg';
import { idOf, type Instant, type Recorded } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import type { IssueSignalRaised } from '../domain/issue-signal.events.js';
import { insertSignal, moveGroup, tagSignal, withdrawSignal } from './issue-signal.rows.js';
import { SignalsOf, type SignalRange } from './signals-of.query.js';

const KEY = 'sudden_change|night_cover';
const day = (n: number): Instant => `2025-06-${String(n).padStart(2, '0')}T00:00:00.000Z`;

const raised = (name: string, position: number, occurredAt: Instant, recordedAt: Instant, municipality = 'm') =>
  ({
    prefecture: '01',
    position,
    occurredAt,
    recordedAt,
    aggregate: { kind: 'issue_signal', id: idOf(name), seq: 1 },
    payload: {
      key: KEY,
      source: 'manual',
      sourceId: name,
      caseKey: name,
      scene: 'sudden_change',
      issueType: 'night_cover',
      severity: 1,
      area: {
        municipalityId: municipality,
        homeCareAreaId: idOf('h', municipality),
        secondaryAreaId: idOf('s'),
        tertiaryAreaId: idOf('t'),
      },
    },
  }) as Recorded<IssueSignalRaised>;

describe('the signals of a key in an area', () => {
  let tx: pg.Client;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    tx = await clientOf(fresh.connection);
    const late = raised('late', 2, day(3), day(20));
    const back = raised('back', 3, day(5), day(5));
    await insertSignal(tx, raised('first', 1, day(1), day(1)), KEY);
    await insertSignal(tx, late, KEY);
    await insertSignal(tx, back, KEY);
    await withdrawSignal(tx, { ...back, position: 4, recordedAt: day(10) });
    await insertSignal(tx, raised('back', 5, day(5), day(15)), KEY);
    await insertSignal(tx, raised('elsewhere', 6, day(2), day(2), 'n'), KEY);
  });
  afterAll(async () => {
    await tx.end();
    await drop();
  });

  const seen = async (range: SignalRange, level: 'municipality' | 'secondary_area' = 'municipality') => {
    const of = { key: KEY, level, areaId: level === 'municipality' ? 'm' : idOf('s') };
    return (await new SignalsOf().of(tx, '01', of, range)).map(({ caseKey, position }) => `${caseKey}@${position}`);
  };

  it('are those that stand, oldest first, within the area that is asked for', async () => {
    expect(await seen({})).toEqual(['first@1', 'late@2', 'back@5']);
    expect(await seen({}, 'secondary_area')).toEqual(['first@1', 'elsewhere@6', 'late@2', 'back@5']);
  });

  it('are cut by when they occurred: from a moment on, and before one', async () => {
    expect(await seen({ from: day(3), before: day(5) })).toEqual(['late@2']);
  });

  it('are as they were known: what was written down later was not there, what was withdrawn later was', async () => {
    expect(await seen({ knownAt: day(9) })).toEqual(['first@1', 'back@3']);
    expect(await seen({ knownAt: day(12) })).toEqual(['first@1']);
    expect(await seen({ knownAt: day(16) })).toEqual(['first@1', 'back@5']);
  });

  it('are those that counted then, where one was tagged anew or came to another issue later', async () => {
    const other = { key: 'sudden_change|pathway', level: 'municipality', areaId: 'm' } as const;
    const tagged = { ...raised('late', 2, day(3), day(20)), position: 7, recordedAt: day(25) };
    const tags = { key: other.key, was: KEY, scene: 'sudden_change', issueType: 'pathway' } as const;
    await tagSignal(tx, { ...tagged, type: 'IssueSignalTagged', payload: tags }, other.key);
    await moveGroup(
      tx,
      { prefecture: '01', recordedAt: day(27), position: 8 },
      { key: KEY, tagged: KEY, municipality: 'm' },
      other.key,
    );
    const counted = async (knownAt: string) => {
      const found = await new SignalsOf().of(tx, '01', other, { knownAt });
      return found.map(({ caseKey, issueType }) => `${caseKey} ${issueType}`);
    };
    expect(await seen({ knownAt: day(24) })).toEqual(['first@1', 'late@2', 'back@5']);
    expect(await counted(day(24))).toEqual([]);
    expect(await seen({ knownAt: day(26) })).toEqual(['first@1', 'back@5']);
    expect(await counted(day(26))).toEqual(['late pathway']);
    expect(await seen({ knownAt: day(28) })).toEqual([]);
    expect(await counted(day(28))).toEqual(['first night_cover', 'late pathway', 'back night_cover']);
  });
});
