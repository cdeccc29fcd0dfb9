import {
  dutyKey,
  forbidden,
  invalidInput,
  invalidState,
  notFound,
  openKeys,
  overDefaults,
  planned,
  settled,
  unreachable,
  type Actor,
  type Addressee,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Duties,
  type Instant,
  type Notice,
  type Opening,
} from '#kernel';
import { BACKUP_RULES, type BackupRules } from './backup.rules.js';
import { addresseesOf, ladderOf, mayAskAnybody, type Candidate, type Ground, type Tier } from './ladder.js';
import type { BackupCommand, BackupUrgency, RequestEmergencyBackup } from './request.commands.js';
import type { BackupEvent, Requester } from './request.events.js';
import {
  ASSIGNMENT,
  assignment,
  base,
  COMPLETION,
  completion,
  HAND_BACK,
  HAND_BACK_ACKNOWLEDGEMENT,
  handBack,
  handBackAcknowledgement,
  OFFER,
  offered,
  type Setting,
} from './request.obligations.js';
import { alreadyTaken, consentMissing, noArrangement, offerExpired } from './request.refusals.js';

export type BackupStatus =
  | 'REQUESTED'
  | 'OFFERING'
  | 'ACCEPTED'
  | 'DEPARTED'
  | 'ARRIVED'
  | 'COMPLETED'
  | 'REPORTED'
  | 'CLOSED'
  | 'EXHAUSTED'
  | 'MANUALLY_ASSIGNED'
  | 'DIVERTED'
  | 'CANCELLED';

/** 打診. `superseded`: somebody else took the request, or it ended, before this one was answered. */
export interface Offer {
  readonly offer: number;
  readonly organization: string;
  readonly tier: number;
  readonly expiresAt: Instant;
  readonly result: 'open' | 'accepted' | 'declined' | 'timed_out' | 'superseded' | 'withdrawn';
}

/** 引き受けた側: who went, and whom to ask about it. */
export interface Acceptor {
  readonly organization: string;
  readonly to: readonly Addressee[];
}

/** 緊急バックアップの依頼: one patient needs a physician and the primary one cannot go (model.md 2.5). */
export interface BackupRequest {
  readonly patient: string;
  readonly requester: Requester;
  readonly primary: string;
  readonly urgency: BackupUrgency;
  readonly area: AreaRef;
  readonly careTeam: readonly string[];
  readonly bases: readonly string[];
  readonly tiers: readonly Tier[];
  readonly rules: BackupRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly status: BackupStatus;
  /** The last tier asked; it never goes down. */
  readonly tier: number;
  readonly offers: readonly Offer[];
  /** Organizations that took it and gave it back; they are not asked again. */
  readonly withdrew: readonly string[];
  readonly acceptor?: Acceptor;
  readonly acceptedAt?: Instant;
  readonly duties: Duties;
}

/** What is looked up for a command. */
export interface BackupFound {
  readonly request?: {
    readonly ground: Ground;
    readonly consent: boolean;
    /** Organization of the primary physician (主治医), where one is named. */
    readonly primary?: string;
    readonly careTeam: readonly string[];
    readonly bases: readonly string[];
    readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: BackupRules };
  };
  /** Calendar of the organization that owes the next step. */
  readonly opening: Opening;
  /** The organization that the base names. */
  readonly assigned?: Candidate;
}

type State = BackupRequest | null;
type Given = Circumstances<BackupFound>;

/** Somebody has said that they go, and has not been there yet. */
const UNDER_WAY: ReadonlySet<BackupStatus> = new Set(['ACCEPTED', 'MANUALLY_ASSIGNED', 'DEPARTED', 'ARRIVED']);
const DONE: ReadonlySet<BackupStatus> = new Set(['COMPLETED', 'REPORTED', 'CLOSED']);
const BEFORE_COMPLETION: ReadonlySet<BackupStatus> = new Set(['REQUESTED', 'OFFERING', 'EXHAUSTED', ...UNDER_WAY]);

/** Who asks: one's own organization, or, for the base, that of the patient's primary physician. */
export function requesterOf(actor: Actor, primary: string | undefined): Requester {
  if (!('userId' in actor)) throw forbidden('人が依頼してください。', 'A person must ask for backup.');
  const onBehalf = actor.role === 'base_secretariat';
  if (!onBehalf) return { organization: actor.orgId, user: actor.userId, onBehalf };
  if (primary === undefined)
    throw invalidInput(
      'patient',
      'この患者には主治医の登録がありません。主治医を登録してから代行してください。',
      'No primary physician is registered for this patient. Register one, then ask on their behalf.',
    );
  return { organization: primary, user: actor.userId, onBehalf };
}

function request(command: RequestEmergencyBackup, { now, actor, found, records }: Given): BackupEvent[] {
  if (!found.request) throw notFound('patient', '患者');
  const { ground, consent, primary, careTeam, bases, rules } = found.request;
  const requester = requesterOf(actor, primary);
  const tiers = ladderOf(ground);
  const nobody = !mayAskAnybody(ground) && tiers.every(({ tier, candidates }) => tier < 3 || candidates.length === 0);
  const theirs = primary === undefined || primary === requester.organization;
  const ofTheArea = !requester.onBehalf || ('orgId' in actor && bases.includes(actor.orgId));
  // The arrow is looked at first: who may ask nobody hears that, whosever patient it is (B-03, E13).
  if (!theirs || !ofTheArea) throw nobody && ofTheArea ? noArrangement() : notTheirPatient();
  if (!consent) throw consentMissing();
  if (nobody) throw noArrangement();

  const { patient, reason, urgency, need, capabilityNeeds = [] } = command;
  const { area } = ground.patient;
  const requested: BackupEvent = {
    type: 'EmergencyBackupRequested',
    payload: {
      patient,
      requester,
      primary: requester.organization,
      reason,
      urgency,
      need,
      capabilityNeeds,
      summaryRef: records['backup_summary'] ?? '',
      area,
      careTeam,
      bases,
      tiers,
      rules: rules.values,
      ruleSet: rules.ref,
    },
  };
  return andOnward(null, [requested], now);
}

const notTheirPatient = () =>
  forbidden(
    'この患者の主治医の機関だけが依頼できます。主治医か拠点の事務局に頼んでください。',
    "Only the organization of the patient's primary physician may ask. Turn to it or to the base.",
  );

const isOpen = ({ result }: Offer): boolean => result === 'open';

/** Facts that leave nobody to answer are followed by those that ask the next, in the same decision. */
function andOnward(before: State, facts: readonly BackupEvent[], now: Instant): BackupEvent[] {
  const after = facts.reduce((state, fact) => evolve(state, fact, now), before);
  return after ? [...facts, ...onward(after, now)] : [...facts];
}

/**
 * The next offers: the rest of the tier, else the next tier that has somebody (never a lower one), else nobody is left.
 * Nobody is asked twice, unless they never came to answer because somebody else took it and then withdrew.
 */
function onward(state: BackupRequest, now: Instant): BackupEvent[] {
  const { tiers, tier: fromTier, offers, withdrew, urgency, rules, area, bases, primary } = state;
  if (offers.some(isOpen)) return [];
  const heard = offers.filter(({ result }) => result !== 'superseded').map(({ organization }) => organization);
  const answered = new Set([...heard, ...withdrew]);
  const next = tiers
    .map(({ tier, candidates }) => ({ tier, left: candidates.filter((c) => !answered.has(c.organization)) }))
    .find(({ tier, left }) => tier >= fromTier && left.length > 0);
  if (!next) {
    const plans = [assignment({ now, rules, area }, urgency, bases[0] ?? primary)];
    return [{ type: 'EmergencyBackupExhausted', payload: { tier: fromTier, plans } }];
  }
  const { tier, left } = next;
  const asked = rules.broadcast.includes(urgency) ? left : left.slice(0, 1);
  return [
    ...(tier > fromTier ? [{ type: 'EmergencyBackupEscalated' as const, payload: { fromTier, toTier: tier } }] : []),
    ...asked.map(({ organization }, i): BackupEvent => {
      const offer = offers.length + i + 1;
      const { expiresAt, plan } = offered({ now, rules, area }, urgency, organization, offer);
      return { type: 'BackupOffered', payload: { organization, tier, offer, expiresAt, plans: [plan] } };
    }),
  ];
}

/** The standing offer to the caller's organization. @throws what has become of it. */
function ownOffer(
  command: BackupCommand['type'],
  { offers, status }: BackupRequest,
  orgId: string,
  now: Instant,
): Offer {
  const own = offers.findLast(({ organization }) => organization === orgId);
  if (!own)
    throw forbidden(
      'あなたの機関には打診していません。打診を待つか、拠点の事務局へ電話してください。',
      'Your organization has not been asked. Wait for an offer, or phone the base.',
    );
  if (UNDER_WAY.has(status) || DONE.has(status)) throw alreadyTaken();
  if (status !== 'OFFERING' && own.result !== 'timed_out') throw invalidState(command, status);
  if (own.result === 'timed_out' || (own.result === 'open' && own.expiresAt <= now)) throw offerExpired();
  if (own.result !== 'open') throw invalidState(command, status);
  return own;
}

function decide(command: BackupCommand, state: State, given: Given): readonly BackupEvent[] {
  const { now, occurredAt, found, records, actor } = given;
  if (command.type === 'RequestEmergencyBackup') {
    if (state) throw invalidState(command.type, state.status);
    return request(command, given);
  }
  if (!state) throw notFound('backup request', 'バックアップ依頼');
  const { status, rules, area, acceptor } = state;
  const setting: Setting = { now, rules, area };
  const user = 'userId' in actor ? actor.userId : '';
  const orgId = 'userId' in actor ? actor.orgId : '';
  const wrong = () => invalidState(command.type, status);

  switch (command.type) {
    case 'AcceptBackup': {
      const { organization, offer, tier } = ownOffer(command.type, state, orgId, now);
      const plans = [completion(setting, state.urgency, { organization, to: [{ user }] })];
      return [{ type: 'EmergencyBackupAccepted', payload: { organization, user, offer, tier, plans } }];
    }
    case 'DeclineBackup': {
      const { organization, offer, tier } = ownOffer(command.type, state, orgId, now);
      const { reason } = command;
      return andOnward(
        state,
        [{ type: 'EmergencyBackupDeclined', payload: { organization, offer, tier, reason } }],
        now,
      );
    }
    case 'TimeOutOffers': {
      // The alarm may come late or twice, or after an answer: then nothing has run out.
      const over = state.offers.filter((offer) => isOpen(offer) && offer.expiresAt <= now);
      if (over.length === 0) return [];
      const facts = over.map(({ organization, offer, tier }): BackupEvent => ({
        type: 'BackupOfferTimedOut',
        payload: { organization, offer, tier },
      }));
      return andOnward(state, facts, now);
    }
    case 'WithdrawAcceptance': {
      // Once at the bedside there is an outcome to record; until then the patient needs the next one.
      if (!acceptor || !UNDER_WAY.has(status) || status === 'ARRIVED') throw wrong();
      const { organization } = acceptor;
      return andOnward(state, [{ type: 'BackupAcceptanceWithdrawn', payload: { organization } }], now);
    }
    case 'AssignBackupManually': {
      if (status !== 'EXHAUSTED' && status !== 'OFFERING') throw wrong();
      if (!found.assigned) throw notFound('organization', '機関');
      const { organization, users, role } = found.assigned;
      const plans = [completion(setting, state.urgency, { organization, to: addresseesOf(found.assigned) })];
      return [{ type: 'BackupAssignedManually', payload: { organization, by: user, users, role, plans } }];
    }
    case 'DivertToEmergencyServices':
      if (!BEFORE_COMPLETION.has(status)) throw wrong();
      return [{ type: 'BackupDiverted', payload: { by: user } }];
    case 'CancelBackup':
      if (!BEFORE_COMPLETION.has(status)) throw wrong();
      return [{ type: 'EmergencyBackupCancelled', payload: { reasonRef: records['backup_cancellation'] ?? '' } }];
    case 'RecordDeparture':
      if (!acceptor || (status !== 'ACCEPTED' && status !== 'MANUALLY_ASSIGNED')) throw wrong();
      return [{ type: 'BackupDeparted', payload: { organization: acceptor.organization } }];
    case 'RecordArrival':
      if (!acceptor || !UNDER_WAY.has(status) || status === 'ARRIVED') throw wrong();
      return [{ type: 'BackupArrived', payload: { organization: acceptor.organization } }];
    case 'CompleteBackup': {
      if (!acceptor || !UNDER_WAY.has(status)) throw wrong();
      const { organization, to: owner } = acceptor;
      const plans = [handBack(setting, occurredAt, { organization, opening: found.opening, owner })];
      return [{ type: 'EmergencyBackupCompleted', payload: { organization, outcome: command.outcome, plans } }];
    }
    case 'HandBackToPrimary': {
      if (!acceptor || status !== 'COMPLETED') throw wrong();
      const primary = { organization: state.primary, opening: found.opening, owner: primaryOwner(state) };
      const plans = [handBackAcknowledgement(setting, occurredAt, primary)];
      const { organization } = acceptor;
      return [
        { type: 'BackupHandedBack', payload: { organization, textRef: records['backup_hand_back'] ?? '', plans } },
      ];
    }
    case 'AcknowledgeHandback':
      if (status !== 'REPORTED') throw wrong();
      return [{ type: 'HandbackAcknowledged', payload: { by: user } }];
    default:
      return unreachable(command);
  }
}

/** The person who asked reads what came of it; where the base asked, the primary physicians themselves. */
const primaryOwner = ({ requester, primary }: BackupRequest): readonly Addressee[] =>
  requester.onBehalf ? [{ role: 'primary_physician', organization: primary }] : [{ user: requester.user }];

const offerKey = (offer: number): string => dutyKey({ step: OFFER, instance: String(offer) });

/** An offer that ran out has nothing more to act upon. */
function lapsed(duties: Duties, key: string): Duties {
  const duty = duties[key];
  if (duty?.state !== 'open') return duties;
  const { actAt: _over, ...rest } = duty;
  return { ...duties, [key]: { ...rest, state: 'missed' } };
}

const answeredBy = (state: BackupRequest, number: number, result: Offer['result']): readonly Offer[] =>
  state.offers.map((offer) => (offer.offer === number ? { ...offer, result } : offer));

/** Every offer that still stands falls: the request is taken or over. */
const fallen = (state: BackupRequest): Pick<BackupRequest, 'offers' | 'duties'> => ({
  offers: state.offers.map((offer) => (isOpen(offer) ? { ...offer, result: 'superseded' } : offer)),
  duties: settled(state.duties, 'cancelled', ...openKeys(state.duties)),
});

/** The base has found an answer where nobody was left to ask. */
const decided = (state: BackupRequest): BackupRequest => ({
  ...state,
  duties: settled(state.duties, 'met', ASSIGNMENT),
});

function evolve(state: State, { type, payload }: BackupEvent, occurredAt: Instant): State {
  if (type === 'EmergencyBackupRequested') {
    const { reason: _reason, need: _need, capabilityNeeds: _needs, summaryRef: _summary, ...rest } = payload;
    return { ...rest, status: 'REQUESTED', tier: 1, offers: [], withdrew: [], duties: {} };
  }
  if (!state) throw new Error(`${type} before EmergencyBackupRequested`);
  const { duties } = state;
  switch (type) {
    case 'BackupOffered': {
      const { plans, ...offer } = payload;
      return {
        ...state,
        status: 'OFFERING',
        offers: [...state.offers, { ...offer, result: 'open' }],
        duties: planned(duties, plans),
      };
    }
    case 'EmergencyBackupAccepted': {
      const { organization, user, offer, plans } = payload;
      const taken = {
        ...state,
        offers: answeredBy(state, offer, 'accepted'),
        duties: settled(duties, 'met', offerKey(offer)),
      };
      const over = fallen(taken);
      return {
        ...taken,
        ...over,
        duties: planned(over.duties, plans),
        status: 'ACCEPTED',
        acceptor: { organization, to: [{ user }] },
        acceptedAt: occurredAt,
      };
    }
    case 'EmergencyBackupDeclined':
      return {
        ...state,
        offers: answeredBy(state, payload.offer, 'declined'),
        duties: settled(duties, 'cancelled', offerKey(payload.offer)),
      };
    case 'BackupOfferTimedOut':
      return {
        ...state,
        offers: answeredBy(state, payload.offer, 'timed_out'),
        duties: lapsed(duties, offerKey(payload.offer)),
      };
    case 'EmergencyBackupEscalated':
      return { ...state, tier: payload.toTier };
    case 'EmergencyBackupExhausted':
      return { ...state, status: 'EXHAUSTED', duties: planned(duties, payload.plans) };
    case 'BackupAssignedManually': {
      const over = fallen(decided(state));
      return {
        ...state,
        ...over,
        duties: planned(over.duties, payload.plans),
        status: 'MANUALLY_ASSIGNED',
        acceptor: { organization: payload.organization, to: addresseesOf(payload) },
        acceptedAt: occurredAt,
      };
    }
    case 'BackupAcceptanceWithdrawn': {
      const { acceptor: _acceptor, acceptedAt: _at, ...rest } = state;
      return {
        ...rest,
        status: 'OFFERING',
        withdrew: [...state.withdrew, payload.organization],
        duties: settled(duties, 'cancelled', COMPLETION),
        offers: state.offers.map((offer) => (offer.result === 'accepted' ? { ...offer, result: 'withdrawn' } : offer)),
      };
    }
    case 'BackupDeparted':
      return { ...state, status: 'DEPARTED' };
    case 'BackupArrived':
      return { ...state, status: 'ARRIVED' };
    case 'BackupDiverted':
      return { ...state, ...fallen(decided(state)), status: 'DIVERTED' };
    case 'EmergencyBackupCancelled':
      return { ...state, ...fallen(state), status: 'CANCELLED' };
    case 'EmergencyBackupCompleted':
      return { ...state, status: 'COMPLETED', duties: planned(settled(duties, 'met', COMPLETION), payload.plans) };
    case 'BackupHandedBack':
      return {
        ...state,
        status: 'REPORTED',
        duties: planned(settled(duties, 'met', HAND_BACK), payload.plans),
      };
    case 'HandbackAcknowledged':
      return { ...state, status: 'CLOSED', duties: settled(duties, 'met', HAND_BACK_ACKNOWLEDGEMENT) };
    default:
      return unreachable(type);
  }
}

const candidateOf = ({ tiers }: BackupRequest, organization: string): Candidate | undefined =>
  tiers.flatMap(({ candidates }) => candidates).find((candidate) => candidate.organization === organization);

function notices(events: readonly BackupEvent[], state: State): Notice[] {
  return state ? events.flatMap((event) => noticesOf(event, state)) : [];
}

function noticesOf({ type, payload }: BackupEvent, state: BackupRequest): Notice[] {
  const careTeam = state.careTeam.map((user): Addressee => ({ user }));
  if (type === 'BackupOffered') {
    const candidate = candidateOf(state, payload.organization);
    return candidate
      ? [{ urgency: 'emergency', template: 'backup.offer', to: addresseesOf(candidate), step: OFFER }]
      : [];
  }
  if (type === 'EmergencyBackupAccepted' || type === 'BackupAssignedManually')
    return [{ urgency: 'emergency', template: 'backup.accepted', to: [{ user: state.requester.user }, ...careTeam] }];
  if (type === 'EmergencyBackupCompleted')
    return [{ urgency: 'emergency', template: 'backup.completed', to: careTeam }];
  if (type === 'EmergencyBackupEscalated')
    return [{ urgency: 'emergency', template: 'backup.tier_changed', to: base(state.area) }];
  if (type === 'EmergencyBackupExhausted')
    return [{ urgency: 'emergency', template: 'backup.exhausted', to: base(state.area) }];
  if (type === 'BackupHandedBack')
    return [{ template: 'backup.hand_back', to: primaryOwner(state), step: HAND_BACK_ACKNOWLEDGEMENT }];
  return [];
}

export const backupRequest: Decider<State, BackupCommand, BackupEvent, BackupFound> = {
  kind: 'backup_request',
  stateVersion: 1,
  initial: null,
  decide: (command, state, given) =>
    decide(command, state && { ...state, rules: overDefaults(BACKUP_RULES, state.rules) }, given),
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
    state
      ? {
          area: state.area,
          patientRef: state.patient,
          ruleSet: state.ruleSet,
          parties: [state.primary, state.requester.organization, ...state.offers.map((offer) => offer.organization)],
        }
      : {},
  notices,
  status: (state) => state?.status ?? 'UNKNOWN',
};
