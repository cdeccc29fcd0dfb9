import * as fc from 'fast-check';
import { DomainError, dutiesOf, OFFICE_HOURS, plusMinutes, type Actor, type AreaRef, type Instant } from '#kernel';
import { BACKUP_RULES } from './backup.rules.js';
import type { Ground } from './ladder.js';
import type { BackupUrgency } from './request.commands.js';
import type { BackupEvent } from './request.events.js';
import type { Person } from '#cases';
import { verdictOf } from '#test/verdict.js';
import { backupRequestKind, type BackupCommand } from '../backup-request.case.js';
import type { BackupRequest } from './request.js';
import type { Assigning, Onward, OwingNext, Reach, Requesting } from './request.state.js';

const { decider: backupRequest } = backupRequestKind;
/** All that any command looks up. */
type Found = Onward & OwingNext & Partial<Requesting> & Partial<Assigning>;

const area: AreaRef = { municipalityId: '012041', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const START = '2025-06-07T13:30:00.000Z';
const person = (orgId: string, role: 'primary_physician' | 'secondary_physician' | 'base_secretariat') => ({
  userId: `dr-${orgId}`,
  role,
  orgId,
});
const worker: Actor = { system: 'worker', job: 'test' };
const drA = person('a', 'primary_physician');
const secretariat = person('base', 'base_secretariat');
const dr = (orgId: string) => person(orgId, 'secondary_physician');

/** A ladder by names: tiers 1 and 2 through arrangements, 3 and 4 by being there. */
function ground(tiers: readonly (readonly string[])[], requester = 'a'): Ground {
  const [mutual = [], delegated = [], town = [], beyond = []] = tiers;
  const clinic = (id: string) => ({ id, kind: 'clinic', municipality: '012041', area, capabilities: [] });
  const hospital = (id: string, municipality: string) => ({
    ...clinic(id),
    kind: 'home_care_support_hospital',
    municipality,
  });
  const agreed = (kind: 'mutual' | 'delegated') => (to: string, i: number) => ({
    id: `${kind}-${to}`,
    state: { kind, from: 'a', to, area, ordinal: i, status: 'IN_FORCE' as const, agreedAt: START },
  });
  return {
    at: START,
    requester,
    patient: { id: 'p', area },
    capabilityNeeds: [],
    arrangements: [...mutual.map(agreed('mutual')), ...delegated.map(agreed('delegated'))],
    institutions: [
      ...[...mutual, ...delegated].map(clinic),
      ...town.map((id) => hospital(id, '012041')),
      ...beyond.map((id) => hospital(id, '014532')),
    ],
    onShift: Object.fromEntries([...mutual, ...delegated].map((id) => [id, [`dr-${id}`]])),
    withSecondary: new Set(town),
    accepted: {},
  };
}

/** One request, played: who asks what, when. */
class Played {
  state: BackupRequest | null = null;
  now: Instant = START;
  readonly facts: BackupEvent[] = [];
  /** What the next look-up finds. */
  reach: Reach = { ground: ground([]), consent: true, careTeam: ['nurse'], bases: ['base'] };

  found(rest: Partial<Found> = {}): Found {
    return { opening: OFFICE_HOURS, around: this.reach, ...rest };
  }

  /** From now on others are on shift. */
  meanwhile(tiers: readonly (readonly string[])[], rest: Partial<Reach> = {}) {
    this.reach = { ...this.reach, ground: ground(tiers), ...rest };
    return this;
  }

  begin(
    tiers: readonly (readonly string[])[],
    urgency: BackupUrgency = 'immediate',
    more: Partial<Requesting> = {},
    actor: Actor = drA,
  ) {
    const whose = 'orgId' in actor && actor.role !== 'base_secretariat' ? actor.orgId : 'a';
    this.reach = { ...this.reach, ground: ground(tiers, whose) };
    const request = {
      ...this.reach,
      primary: 'a',
      another: false,
      rules: { ref: { id: 'r', version: 1 }, values: BACKUP_RULES },
      ...more,
    };
    this.ask(
      actor,
      { type: 'RequestEmergencyBackup', patient: 'p', reason: 'night', urgency, need: ['home_visit'] },
      request,
    );
    return this;
  }

  ask(actor: Actor, command: BackupCommand, found: Partial<Found> = {}, occurredAt = this.now): readonly BackupEvent[] {
    const { now } = this;
    const facts = backupRequest.decide(command, this.state, {
      now,
      occurredAt,
      actor,
      found: this.found(found),
      id: 'request',
      records: { backup_summary: 'summary-id', backup_hand_back: 'text-id', backup_cancellation: 'reason-id' },
      newId: String,
    });
    this.facts.push(...facts);
    this.state = facts.reduce((s, fact) => backupRequest.evolve(s, fact, occurredAt), this.state);
    return facts;
  }

  wait(minutes: number) {
    this.now = plusMinutes(this.now, minutes);
    return this;
  }

  /** The clock moves on and the alarm rings. */
  timeOut(minutes: number) {
    return this.wait(minutes).ask(worker, { type: 'TimeOutOffers' });
  }

  told(facts: readonly BackupEvent[]) {
    return (backupRequest.notices?.(facts, this.state) ?? []).map(({ template, to }) => [template, to]);
  }

  get status() {
    return backupRequest.status(this.state);
  }
}

const line = ({ type, payload }: BackupEvent): string => {
  if (type === 'EmergencyBackupEscalated') return `Escalated ${payload.fromTier}→${payload.toTier}`;
  return 'organization' in payload ? `${type.replace(/^(Emergency)?Backup/, '')} ${payload.organization}` : type;
};
const lines = (facts: readonly BackupEvent[]) => facts.map(line);
const owed = ({ state }: Played, step: string) => dutiesOf(state).filter((duty) => duty.step === step);
const accept: BackupCommand = { type: 'AcceptBackup' };
const decline: BackupCommand = { type: 'DeclineBackup', reason: 'on_another_visit' };

describe('an immediate request', () => {
  it('is E10: two asked at once, one declines, one stays silent, the concentrated clinic goes', () => {
    const play = new Played().begin([['b', 'c'], ['d']]);
    expect(lines(play.facts)).toEqual(['EmergencyBackupRequested', 'Offered b', 'Offered c']);
    expect(play.told(play.facts)).toEqual([
      ['backup.offer', [{ user: 'dr-b' }]],
      ['backup.offer', [{ user: 'dr-c' }]],
    ]);
    play.wait(1);
    expect(lines(play.ask(dr('b'), decline))).toEqual(['Declined b']);
    const escalated = play.timeOut(4);
    expect(lines(escalated)).toEqual(['OfferTimedOut c', 'Escalated 1→2', 'Offered d']);
    expect(play.told(escalated).map(([template]) => template)).toEqual(['backup.tier_changed', 'backup.offer']);
    expect(owed(play, 'offer').map(({ state, actAt }) => [state, actAt === undefined])).toEqual([
      ['cancelled', false],
      ['missed', true],
      ['open', false],
    ]);
    play.wait(1);
    const accepted = play.ask(dr('d'), accept);
    expect(play.told(accepted)).toEqual([['backup.accepted', [{ user: 'dr-a' }, { user: 'nurse' }]]]);
    expect(() => play.wait(1).ask(dr('c'), accept)).toThrow('backup_already_taken');
    play.now = '2025-06-07T15:10:00.000Z';
    play.ask(dr('d'), { type: 'CompleteBackup', outcome: 'home_visit' });
    expect(play.status).toBe('COMPLETED');
    expect(owed(play, 'hand_back')).toMatchObject([
      { owedBy: 'd', dueAt: '2025-06-09T00:00:00.000Z', state: 'open', rungs: [{ level: 1 }, { level: 2 }] },
    ]);
  });

  it('skips empty tiers, and says so at once when the first is empty', () => {
    expect(lines(new Played().begin([[], [], ['h']]).facts)).toEqual([
      'EmergencyBackupRequested',
      'Escalated 1→3',
      'Offered h',
    ]);
  });

  it('is E12: all silent, the base hears of each tier and of the end', () => {
    const play = new Played().begin([['b'], ['d'], ['h'], ['n']]);
    for (let i = 0; i < 4; i++) play.timeOut(5);
    expect(lines(play.facts).filter((text) => text.startsWith('Escalated'))).toEqual([
      'Escalated 1→2',
      'Escalated 2→3',
      'Escalated 3→4',
    ]);
    expect(play.status).toBe('EXHAUSTED');
    const templates = play.told(play.facts).map(([template]) => template);
    const once = ['backup.offer', 'backup.tier_changed'];
    expect(templates).toEqual([...once, ...once, ...once, 'backup.offer', 'backup.exhausted']);
    expect(() => play.ask(dr('n'), accept)).toThrow('offer_expired');
    const assigned = { organization: 'x', users: [], role: 'clinic_staff' as const };
    play.ask(secretariat, { type: 'AssignBackupManually', organization: 'x' }, { assigned });
    expect(play.status).toBe('MANUALLY_ASSIGNED');
    play.ask(dr('x'), { type: 'CompleteBackup', outcome: 'phone_advice' });
    expect(owed(play, 'hand_back')[0]?.rungs[0]?.to).toEqual([{ role: 'clinic_staff', organization: 'x' }]);
  });

  it('tells an offer that ran out from one that somebody else took', () => {
    const play = new Played().begin([['b', 'c']]);
    play.wait(5);
    expect(() => play.ask(dr('b'), accept)).toThrow('offer_expired');
    expect(lines(play.timeOut(0))).toEqual(['OfferTimedOut b', 'OfferTimedOut c', 'EmergencyBackupExhausted']);
    expect(play.timeOut(0)).toEqual([]);
  });

  it('asks the next when the acceptor withdraws, also those whom the acceptance had silenced', () => {
    const play = new Played().begin([['b', 'c'], ['d']]);
    play.ask(dr('b'), accept);
    expect(lines(play.ask(dr('b'), { type: 'WithdrawAcceptance' }))).toEqual(['AcceptanceWithdrawn b', 'Offered c']);
    expect(() => play.ask(dr('b'), accept)).toThrow('invalid_state');
    expect(lines(play.ask(dr('c'), decline))).toEqual(['Declined c', 'Escalated 1→2', 'Offered d']);
  });
});

describe('who is asked next', () => {
  it('is who could be asked at that moment, and the fact that leads there holds it', () => {
    const play = new Played().begin([['b', 'c'], ['d']], 'urgent');
    play.meanwhile([['e', 'b'], ['f']]);
    const facts = play.timeOut(15);
    expect(lines(facts)).toEqual(['OfferTimedOut b', 'Offered e']);
    expect(facts[0]?.payload).toMatchObject({
      tiers: [{ candidates: [{ organization: 'e' }, { organization: 'b' }] }, {}, {}, {}],
    });
    expect(play.told(facts)).toEqual([['backup.offer', [{ user: 'dr-e' }]]]);
    play.meanwhile([[], ['d']]);
    expect(lines(play.ask(dr('e'), decline))).toEqual(['Declined e', 'Escalated 1→2', 'Offered d']);
    play.ask(dr('d'), accept);
    play.meanwhile([[], ['g']]);
    expect(lines(play.ask(dr('d'), { type: 'WithdrawAcceptance' }))).toEqual(['AcceptanceWithdrawn d', 'Offered g']);
  });

  it('is not looked up where somebody is still to answer', () => {
    const play = new Played().begin([['b', 'c']]);
    play.meanwhile([['x']]);
    const facts = play.ask(dr('b'), decline);
    expect(lines(facts)).toEqual(['Declined b']);
    expect(facts[0]?.payload).not.toHaveProperty('tiers');
  });

  it('is nobody where the consent is withdrawn meanwhile', () => {
    const play = new Played().begin([['b', 'c']], 'urgent').meanwhile([['c']], { consent: false });
    const facts = play.timeOut(15);
    expect(lines(facts)).toEqual(['OfferTimedOut b', 'EmergencyBackupCancelled']);
    expect(play.told(facts)).toEqual([['backup.cancelled', [{ user: 'dr-a' }]]]);
  });

  it('stops with the consent until somebody goes', () => {
    const stop: BackupCommand = { type: 'StopWithoutConsent' };
    const play = new Played().begin([['b', 'c']]);
    const around = { ...play.reach, consent: false };
    expect(play.ask(worker, stop, { around: { ...around, consent: true } })).toEqual([]);
    expect(() => play.ask(dr('b'), accept, { around })).toThrow('consent_missing');
    play.ask(dr('b'), accept);
    expect(play.ask(worker, stop, { around })).toEqual([]);
    const offering = new Played().begin([['b', 'c']]);
    expect(offering.told(offering.ask(worker, stop, { around }))).toEqual([
      ['backup.cancelled', [{ user: 'dr-a' }, { user: 'dr-b' }, { user: 'dr-c' }]],
    ]);
    expect(offering.status).toBe('CANCELLED');
  });

  it('tells the care team of now', () => {
    const play = new Played().begin([['b']]);
    play.meanwhile([['b']], { careTeam: ['other'] }).ask(dr('b'), accept);
    expect(play.state?.careTeam).toEqual(['other']);
    expect(play.told(play.facts.slice(-1))).toEqual([['backup.accepted', [{ user: 'dr-a' }, { user: 'other' }]]]);
  });

  it('was written otherwise before: an offer went to whom the ladder of the request had', () => {
    const [requested, offer] = new Played().begin([['b']]).facts;
    if (requested?.type !== 'EmergencyBackupRequested' || offer?.type !== 'BackupOffered') throw new Error('no offer');
    const { users: _users, role: _role, ...payload } = offer.payload;
    const old: BackupEvent[] = [requested, { ...offer, payload }];
    const state = old.reduce<BackupRequest | null>((s, fact) => backupRequest.evolve(s, fact, START), null);
    expect(backupRequest.notices?.(old, state)).toMatchObject([{ template: 'backup.offer', to: [{ user: 'dr-b' }] }]);
  });
});

describe('an offer', () => {
  it('takes no promise, and every other step does', () => {
    const { steps } = backupRequestKind;
    expect(Object.entries(steps).flatMap(([step, { promisable }]) => (promisable === false ? [step] : []))).toEqual([
      'offer',
    ]);
  });
});

describe('who stands in a request', () => {
  const standing = ({ state }: Played) => {
    const { primary = [], offered = [], acceptor = [] } = backupRequest.bearings(state).relations ?? {};
    return [...new Set([...primary, ...offered, ...acceptor])].toSorted();
  };

  it('is who asked, whose answer is open, and who goes', () => {
    const play = new Played().begin([['b', 'c', 'd']]);
    expect(standing(play)).toEqual(['a', 'b', 'c', 'd']);
    play.ask(dr('b'), decline);
    expect(standing(play)).toEqual(['a', 'c', 'd']);
    play.ask(dr('c'), accept);
    expect(standing(play)).toEqual(['a', 'c']);
    play.ask(dr('c'), { type: 'WithdrawAcceptance' });
    expect(standing(play)).toEqual(['a', 'd']);
    play.timeOut(5);
    expect(standing(play)).toEqual(['a']);
  });

  it('is no more who went, once the primary physician has read it', () => {
    const play = handedBack('2025-06-08T23:30:00.000Z');
    expect(standing(play)).toEqual(['a', 'b']);
    expect(verdictOf(backupRequestKind, dr('b'), { type: 'RecordArrival' }, play.state)).toBe('allowed');
    play.ask(drA, { type: 'AcknowledgeHandback' });
    expect(standing(play)).toEqual(['a']);
    expect(verdictOf(backupRequestKind, dr('b'), { type: 'RecordArrival' }, play.state)).toBe('hidden');
    expect(verdictOf(backupRequestKind, secretariat, { type: 'RecordArrival' }, play.state)).toBe('forbidden');
  });

  it('may be told what became of an offer, and nothing else, when it is over', () => {
    const play = new Played().begin([['b', 'c'], ['d']]);
    play.ask(dr('b'), decline);
    expect(verdictOf(backupRequestKind, dr('b'), accept, play.state)).toBe('allowed');
    expect(verdictOf(backupRequestKind, dr('b'), { type: 'RecordArrival' }, play.state)).toBe('hidden');
    expect(verdictOf(backupRequestKind, dr('d'), { type: 'RecordArrival' }, play.state)).toBe('hidden');
    play.ask(drA, { type: 'CancelBackup' });
    expect(verdictOf(backupRequestKind, dr('d'), { type: 'RecordArrival' }, play.state)).toBe('hidden');
  });
});

describe('a text', () => {
  it('is never missing in a fact', () => {
    const play = new Played().begin([['b']]);
    const ask = () =>
      backupRequest.decide({ type: 'CancelBackup' }, play.state, {
        now: START,
        occurredAt: START,
        actor: drA,
        found: play.found(),
        id: 'request',
        records: {},
        newId: String,
      });
    expect(ask).toThrow('backup_cancellation');
  });
});

describe('the order of time', () => {
  const before = (minutes: number) => plusMinutes(START, 60 - minutes);
  const refused = (play: Played, actor: Actor, command: BackupCommand, minutes: number) => {
    expect(() => play.ask(actor, command, {}, before(minutes))).toThrow('invalid_input');
    return play.ask(actor, command, {}, before(minutes - 1));
  };

  it('is kept from step to step, to the minute, however late it is written down', () => {
    const play = new Played().begin([['b']], 'planned').wait(60);
    refused(play, dr('b'), accept, 61);
    refused(play, dr('b'), { type: 'RecordDeparture' }, 61);
    refused(play, dr('b'), { type: 'RecordArrival' }, 61);
    refused(play, dr('b'), { type: 'CompleteBackup', outcome: 'home_visit' }, 61);
    refused(play, dr('b'), { type: 'HandBackToPrimary' }, 61);
    refused(play, drA, { type: 'AcknowledgeHandback' }, 61);
    expect(play.status).toBe('CLOSED');
  });

  it('forgets the visit that was given back', () => {
    const play = new Played().begin([['b'], ['d']], 'planned').wait(60);
    play.ask(dr('b'), accept);
    play.ask(dr('b'), { type: 'RecordDeparture' });
    expect(() => play.ask(dr('b'), { type: 'WithdrawAcceptance' }, {}, before(1))).toThrow('invalid_input');
    play.ask(dr('b'), { type: 'WithdrawAcceptance' });
    expect(() => play.ask(dr('d'), accept, {}, before(1))).toThrow('invalid_input');
    play.ask(dr('d'), accept);
    expect(play.state).not.toHaveProperty('departedAt');
  });
});

describe('an urgent or planned request', () => {
  it('asks one after another, 15 minutes or 24 hours each', () => {
    const play = new Played().begin([['b', 'c'], ['d']], 'urgent');
    expect(lines(play.facts)).toEqual(['EmergencyBackupRequested', 'Offered b']);
    expect(play.timeOut(14)).toEqual([]);
    expect(lines(play.timeOut(1))).toEqual(['OfferTimedOut b', 'Offered c']);
    expect(lines(play.ask(dr('c'), decline))).toEqual(['Declined c', 'Escalated 1→2', 'Offered d']);
    const planned = new Played().begin([['b']], 'planned');
    expect(owed(planned, 'offer')[0]?.dueAt).toBe('2025-06-08T13:30:00.000Z');
  });
});

describe('who may ask', () => {
  it('is refused without consent, without arrangement, and for the patient of another', () => {
    expect(() => new Played().begin([['b']], 'immediate', { consent: false })).toThrow('consent_missing');
    expect(() => new Played().begin([])).toThrow('no_arrangement');
    expect(() => new Played().begin([['b']], 'immediate', {}, dr('b'))).toThrow('forbidden');
    // E13: the delegated clinic cannot ask back.
    expect(() => new Played().begin([[], ['d']], 'immediate', { primary: 'd' }, dr('d'))).toThrow('no_arrangement');
    expect(() => new Played().begin([[], ['d']], 'immediate', {}, dr('d'))).toThrow('no_arrangement');
  });

  it('ends at once where arrangements stand and nobody is on shift', () => {
    const nobody = { ...ground([['b']]), onShift: {} };
    const play = new Played().begin([], 'immediate', { ground: nobody });
    expect(lines(play.facts)).toEqual(['EmergencyBackupRequested', 'EmergencyBackupExhausted']);
  });

  it('lets the base of the area ask for the primary physician, and no other', () => {
    const play = new Played().begin([['b']], 'immediate', {}, secretariat);
    expect(play.state?.requester).toEqual({ organization: 'a', user: 'dr-base', onBehalf: true });
    expect(() => new Played().begin([['b']], 'immediate', { bases: [] }, secretariat)).toThrow('forbidden');
  });

  it('shows a request only to those whom it concerns', () => {
    const { state } = new Played().begin([['b'], ['d']]);
    const verdict = (who: Person, command: BackupCommand) => verdictOf(backupRequestKind, who, command, state);
    expect(verdict(dr('b'), accept)).toBe('allowed');
    // On the ladder and not yet asked: he sees nothing, and an answer is told so.
    expect(verdict(dr('d'), accept)).toBe('allowed');
    expect(verdict(dr('d'), { type: 'RecordArrival' })).toBe('hidden');
    expect(verdict(dr('x'), accept)).toBe('hidden');
    expect(verdict(drA, { type: 'CancelBackup' })).toBe('allowed');
    expect(verdict(dr('b'), { type: 'CancelBackup' })).toBe('forbidden');
    expect(verdict(secretariat, { type: 'DivertToEmergencyServices' })).toBe('allowed');
    expect(verdict(person('far', 'base_secretariat'), { type: 'CancelBackup' })).toBe('hidden');
    expect(verdict({ userId: 'nurse', role: 'visiting_nurse', orgId: 'station' }, accept)).toBe('forbidden');
  });
});

const handedBack = (at: Instant) => {
  const play = new Played().begin([['b']]);
  play.ask(dr('b'), accept);
  play.ask(dr('b'), { type: 'RecordDeparture' });
  play.ask(dr('b'), { type: 'RecordArrival' });
  play.ask(dr('b'), { type: 'CompleteBackup', outcome: 'home_visit' });
  play.now = at;
  play.ask(dr('b'), { type: 'HandBackToPrimary' });
  return play;
};

describe('after the visit', () => {
  it('owes the acknowledgement by noon of that open morning, else of the next business day', () => {
    const morning = handedBack('2025-06-08T23:30:00.000Z');
    expect(owed(morning, 'hand_back')[0]?.state).toBe('met');
    expect(owed(morning, 'hand_back_acknowledgement')[0]).toMatchObject({
      owedBy: 'a',
      dueAt: '2025-06-09T03:00:00.000Z',
    });
    const noon = '2025-06-09T03:00:00.000Z';
    expect(owed(handedBack(noon), 'hand_back_acknowledgement')[0]?.dueAt).toBe('2025-06-10T03:00:00.000Z');
    const sunday = '2025-06-08T00:00:00.000Z';
    expect(owed(handedBack(sunday), 'hand_back_acknowledgement')[0]?.dueAt).toBe('2025-06-09T03:00:00.000Z');
  });

  it('closes when the primary physician has read it', () => {
    const play = handedBack('2025-06-08T23:30:00.000Z');
    expect(play.status).toBe('REPORTED');
    play.ask(drA, { type: 'AcknowledgeHandback' });
    expect(play.status).toBe('CLOSED');
    expect(dutiesOf(play.state).filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('keeps texts out of the facts and can no longer be cancelled', () => {
    const play = handedBack('2025-06-08T23:30:00.000Z');
    expect(play.facts[0]).toMatchObject({ payload: { summaryRef: 'summary-id' } });
    expect(() => play.ask(drA, { type: 'CancelBackup' })).toThrow('invalid_state');
    expect(() => play.ask(secretariat, { type: 'DivertToEmergencyServices' })).toThrow('invalid_state');
  });
});

const ORGANIZATIONS = ['b', 'c', 'd', 'e', 'h', 'i', 'n'];
const MOVES = [
  'AcceptBackup',
  'DeclineBackup',
  'TimeOutOffers',
  'WithdrawAcceptance',
  'AssignBackupManually',
  'RecordDeparture',
  'CompleteBackup',
  'CancelBackup',
] as const;
interface Move {
  readonly minutes: number;
  readonly organization: string;
  readonly type: (typeof MOVES)[number];
}

/** Each organization in some tier or in none, at least one in any. */
const ladders = fc
  .array(fc.integer({ min: -1, max: 3 }), { minLength: ORGANIZATIONS.length, maxLength: ORGANIZATIONS.length })
  .map((places) => [0, 1, 2, 3].map((tier) => ORGANIZATIONS.filter((_, i) => places[i] === tier)))
  .filter((tiers) => tiers.flat().length > 0);
const urgencies = fc.constantFrom<BackupUrgency>('immediate', 'urgent', 'planned');
/** Mostly answers and silence; the rest now and then. */
const moves = fc.array(
  fc.record<Move>({
    minutes: fc.constantFrom(0, 0, 0, 1, 5, 15, 24 * 60),
    organization: fc.constantFrom(...ORGANIZATIONS),
    type: fc.constantFrom(...MOVES.slice(0, 3), ...MOVES.slice(0, 3), ...MOVES.slice(0, 4), ...MOVES),
  }),
  { maxLength: 40 },
);
const RUNS = { numRuns: 300 };

const commandOf = ({ type, organization }: Move): BackupCommand => {
  if (type === 'DeclineBackup') return { type, reason: 'capacity' };
  if (type === 'CompleteBackup') return { type, outcome: 'home_visit' };
  return type === 'AssignBackupManually' ? { type, organization } : { type };
};

const moverOf = ({ type, organization }: Move) => {
  if (type === 'AssignBackupManually') return secretariat;
  return type === 'CancelBackup' ? drA : dr(organization);
};

/** Plays the moves that the policy lets through; a refusal changes nothing. `holds` looks at every state on the way. */
function played(
  tiers: readonly string[][],
  urgency: BackupUrgency,
  all: readonly Move[],
  holds = (_play: Played) => true,
) {
  const play = new Played().begin(tiers, urgency);
  let held = holds(play);
  for (const move of all) {
    play.wait(move.minutes);
    const command = commandOf(move);
    const who = moverOf(move);
    if (command.type !== 'TimeOutOffers' && verdictOf(backupRequestKind, who, command, play.state) !== 'allowed')
      continue;
    const assigned = { organization: move.organization, users: [], role: 'clinic_staff' as const };
    try {
      play.ask(command.type === 'TimeOutOffers' ? worker : who, command, { assigned });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    held &&= holds(play);
  }
  return { held, facts: play.facts };
}

describe('whatever the interleaving', () => {
  it('has at most one acceptor, and no offer stands beside one', () => {
    fc.assert(
      fc.property(ladders, urgencies, moves, (tiers, urgency, all) => {
        const { held, facts } = played(tiers, urgency, all, ({ state }) => {
          const of = (result: string) => state?.offers.filter((offer) => offer.result === result).length ?? 0;
          return of('accepted') <= 1 && (!state?.acceptor || of('open') === 0);
        });
        const change: Partial<Record<BackupEvent['type'], number>> = {
          EmergencyBackupAccepted: 1,
          BackupAssignedManually: 1,
          BackupAcceptanceWithdrawn: -1,
        };
        let taken = 0;
        const counts = facts.map(({ type }) => (taken += change[type] ?? 0));
        return held && counts.every((count) => count === 0 || count === 1);
      }),
      RUNS,
    );
  });

  it('always has an open offer duty while it is offering, and none otherwise', () => {
    fc.assert(
      fc.property(
        ladders,
        urgencies,
        moves,
        (tiers, urgency, all) =>
          played(tiers, urgency, all, (play) => {
            const open = owed(play, 'offer').filter(({ state }) => state === 'open');
            const offers = play.state?.offers.filter(({ result }) => result === 'open') ?? [];
            const same = open.map(({ instance }) => instance).join() === offers.map(({ offer }) => offer).join();
            return same && open.length > 0 === (play.status === 'OFFERING');
          }).held,
      ),
      RUNS,
    );
  });

  it('always owes something until the primary physician has read how it ended', () => {
    fc.assert(
      fc.property(
        ladders,
        urgencies,
        moves,
        (tiers, urgency, all) =>
          played(tiers, urgency, all, ({ state, status }) => {
            const over = status === 'CLOSED' || status === 'CANCELLED' || status === 'DIVERTED';
            return Object.values(state?.duties ?? {}).some((duty) => duty.state === 'open') !== over;
          }).held,
      ),
      RUNS,
    );
  });

  it('never asks again who has declined, let the time pass, or withdrawn', () => {
    const outs = new Set(['EmergencyBackupDeclined', 'BackupOfferTimedOut', 'BackupAcceptanceWithdrawn']);
    fc.assert(
      fc.property(ladders, urgencies, moves, (tiers, urgency, all) => {
        const { facts } = played(tiers, urgency, all);
        const out = new Set<string>();
        return facts.every(({ type, payload }) => {
          if (outs.has(type) && 'organization' in payload) out.add(payload.organization);
          return type !== 'BackupOffered' || !out.has(payload.organization);
        });
      }),
      RUNS,
    );
  });

  it('escalates upwards only, and offers in the tier it has come to', () => {
    fc.assert(
      fc.property(ladders, urgencies, moves, (tiers, urgency, all) => {
        let tier = 1;
        return played(tiers, urgency, all).facts.every(({ type, payload }) => {
          if (type === 'BackupOffered') return payload.tier === tier;
          if (type !== 'EmergencyBackupEscalated') return true;
          const upwards = payload.fromTier === tier && payload.toTier > tier;
          tier = payload.toTier;
          return upwards;
        });
      }),
      RUNS,
    );
  });

  it('comes to an end when nobody answers, and has asked each once', () => {
    fc.assert(
      fc.property(ladders, urgencies, (tiers, urgency) => {
        const play = new Played().begin(tiers, urgency);
        const everyone = tiers.flat().toSorted();
        for (const _ of everyone) play.timeOut(24 * 60);
        const asked = play.state?.offers.map(({ organization }) => organization).toSorted() ?? [];
        return play.status === 'EXHAUSTED' && asked.join() === everyone.join();
      }),
      RUNS,
    );
  });
});
