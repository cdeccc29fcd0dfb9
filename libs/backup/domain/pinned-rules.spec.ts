import { OFFICE_HOURS, plusMinutes, type Actor, type AreaRef } from '#kernel';
import { livesByDefaults, type Kept } from '#test/pinned-rules.js';
import { BACKUP_BOUNDS, BACKUP_RULES, type BackupRules } from './backup.rules.js';
import { backupRequestKind, type BackupCommand } from '../backup-request.case.js';
import type { BackupUrgency } from './request.commands.js';
import type { BackupEvent } from './request.events.js';
import type { BackupRequest } from './request.js';
import type { Requesting } from './request.state.js';

const { decider: backupRequest } = backupRequestKind;

const START = '2025-06-07T13:30:00.000Z';
const area: AreaRef = { municipalityId: '012041', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const asker: Actor = { userId: 'dr-a', role: 'primary_physician', orgId: 'a' };
const taker: Actor = { userId: 'dr-b', role: 'secondary_physician', orgId: 'b' };
const worker: Actor = { system: 'worker', job: 'test' };

const clinic = (id: string) => ({ id, kind: 'clinic', municipality: '012041', area, capabilities: [] });
const agreed = (to: string, ordinal: number) => ({
  id: `mutual-${to}`,
  state: { kind: 'mutual' as const, from: 'a', to, area, ordinal, status: 'IN_FORCE' as const, agreedAt: START },
});

const request: Requesting = {
  ground: {
    at: START,
    requester: 'a',
    patient: { id: 'p', area },
    capabilityNeeds: [],
    arrangements: [agreed('b', 1), agreed('c', 2), agreed('d', 3)],
    institutions: [clinic('b'), clinic('c'), clinic('d')],
    onShift: { b: ['dr-b'], c: ['dr-c'], d: ['dr-d'] },
    withSecondary: new Set(),
    accepted: {},
  },
  consent: true,
  another: false,
  primary: 'a',
  careTeam: [],
  bases: ['base'],
  rules: { ref: { id: 'r', version: 1 }, values: BACKUP_RULES },
};

interface Step {
  readonly after: number;
  readonly by: Actor;
  readonly command: BackupCommand;
}
const WEEK = 7 * 24 * 60;
const asks = (urgency: BackupUrgency): Step => ({
  after: 0,
  by: asker,
  command: { type: 'RequestEmergencyBackup', patient: 'p', reason: 'night', urgency, need: ['home_visit'] },
});
const TAKEN: readonly Step[] = [
  { after: 1, by: taker, command: { type: 'AcceptBackup' } },
  { after: 2, by: taker, command: { type: 'CompleteBackup', outcome: 'home_visit' } },
  { after: 3, by: taker, command: { type: 'HandBackToPrimary' } },
];
const EXHAUSTED: readonly Step[] = [
  { after: WEEK, by: worker, command: { type: 'TimeOutOffers' } },
  { after: 2 * WEEK, by: worker, command: { type: 'TimeOutOffers' } },
  { after: 3 * WEEK, by: worker, command: { type: 'TimeOutOffers' } },
];
/** Those who had been asked as well are asked again. */
const WITHDRAWN: readonly Step[] = [
  { after: 1, by: taker, command: { type: 'AcceptBackup' } },
  { after: 2, by: taker, command: { type: 'WithdrawAcceptance' } },
];

function played(steps: readonly Step[], kept: Kept<BackupRules>): BackupEvent[] {
  const facts: BackupEvent[] = [];
  let state: BackupRequest | null = null;
  const stripped = (whole: BackupRequest | null): BackupRequest | null =>
    whole && { ...whole, rules: kept(whole.rules) as BackupRules };
  for (const { after, by, command } of steps) {
    const now = plusMinutes(START, after);
    const stored = stripped(state);
    const next = backupRequest.decide(command, stored, {
      now,
      occurredAt: now,
      actor: by,
      found: { opening: OFFICE_HOURS, around: request, ...request },
      id: 'request',
      records: { backup_summary: 's', backup_hand_back: 't' },
      newId: String,
    });
    facts.push(...next);
    state = next.reduce<BackupRequest | null>((s, fact) => backupRequest.evolve(s, fact, now), stored);
  }
  return facts;
}

describe('a request that was made before a rule was added', () => {
  const lives = (['immediate', 'urgent', 'planned'] as const).flatMap((urgency) => [
    [`${urgency}, taken`, [asks(urgency), ...TAKEN]] as const,
    [`${urgency}, taken by nobody`, [asks(urgency), ...EXHAUSTED]] as const,
    [`${urgency}, taken and withdrawn`, [asks(urgency), ...WITHDRAWN]] as const,
  ]);

  livesByDefaults<BackupRules>({
    defaults: BACKUP_RULES,
    bounds: BACKUP_BOUNDS,
    lives: Object.fromEntries(lives.map(([name, steps]) => [name, (kept) => played(steps, kept)])),
    notReadLater: { fairnessDays: 'no decision reads it: the look-up counts by it, and hands over the order' },
  });

  it.each(lives)('is played to its end: %s', (_name, steps) => {
    expect(played(steps, (rules) => rules).length).toBeGreaterThan(2);
  });
});
