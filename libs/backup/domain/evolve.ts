import { dutyKey, openKeys, planned, settled, unreachable, type Addressee, type Duties, type Instant } from '#kernel';
import { addresseesOf } from './ladder.js';
import type { BackupEvent, BackupOffered, LookedUp } from './request.events.js';
import { ASSIGNMENT, COMPLETION, HAND_BACK, HAND_BACK_ACKNOWLEDGEMENT, OFFER } from './request.obligations.js';
import { isOpen, type BackupRequest, type Offer, type State } from './request.state.js';

const offerKey = (offer: number): string => dutyKey({ step: OFFER, instance: String(offer) });

/** An offer that ran out has nothing more to act upon. */
function lapsed(duties: Duties, key: string): Duties {
  const duty = duties[key];
  if (duty?.state !== 'open') return duties;
  const { actAt: _over, ...rest } = duty;
  return { ...duties, [key]: { ...rest, state: 'missed' } };
}

const answeredBy = (state: BackupRequest, number: number, answer: Pick<Offer, 'result' | 'reason'>): readonly Offer[] =>
  state.offers.map((offer) => (offer.offer === number ? { ...offer, ...answer } : offer));

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

/** Whom an offer went to; facts of before left it to the ladder. */
function askedBy(
  { organization, users, role }: BackupOffered['payload'],
  { tiers }: BackupRequest,
): readonly Addressee[] {
  if (users && role) return addresseesOf({ organization, users, role });
  const candidate = tiers.flatMap(({ candidates }) => candidates).find((one) => one.organization === organization);
  return candidate ? addresseesOf(candidate) : [];
}

/** What was looked up for a fact holds from then on. */
const knowing = (state: BackupRequest, { tiers, bases, careTeam }: LookedUp): BackupRequest => ({
  ...state,
  ...(tiers && { tiers }),
  ...(bases && { bases }),
  ...(careTeam && { careTeam }),
});

export function evolve(before: State, { type, payload }: BackupEvent, occurredAt: Instant): State {
  if (type === 'EmergencyBackupRequested') {
    const { reason: _reason, need: _need, summaryRef: _summary, ...rest } = payload;
    const requestedAt = occurredAt;
    return { ...rest, requestedAt, status: 'REQUESTED', tier: 1, offers: [], withdrew: [], duties: {} };
  }
  if (!before) throw new Error(`${type} before EmergencyBackupRequested`);
  const state = knowing(before, payload);
  const { duties } = state;
  switch (type) {
    case 'BackupOffered': {
      const { organization, tier, offer, expiresAt, plans } = payload;
      const to = askedBy(payload, state);
      const made: Offer = { offer, organization, tier, offeredAt: occurredAt, expiresAt, to, result: 'open' };
      return { ...state, status: 'OFFERING', offers: [...state.offers, made], duties: planned(duties, plans) };
    }
    case 'EmergencyBackupAccepted': {
      const { organization, user, offer, plans } = payload;
      const taken = {
        ...state,
        offers: answeredBy(state, offer, { result: 'accepted' }),
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
        offers: answeredBy(state, payload.offer, { result: 'declined', reason: payload.reason }),
        duties: settled(duties, 'cancelled', offerKey(payload.offer)),
      };
    case 'BackupOfferTimedOut':
      return {
        ...state,
        offers: answeredBy(state, payload.offer, { result: 'timed_out' }),
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
      const { acceptor: _acceptor, acceptedAt: _accepted, departedAt: _departed, arrivedAt: _arrived, ...rest } = state;
      return {
        ...rest,
        status: 'OFFERING',
        withdrew: [...state.withdrew, payload.organization],
        duties: settled(duties, 'cancelled', COMPLETION),
        offers: state.offers.map((offer) => (offer.result === 'accepted' ? { ...offer, result: 'withdrawn' } : offer)),
      };
    }
    case 'BackupDeparted':
      return { ...state, status: 'DEPARTED', departedAt: occurredAt };
    case 'BackupArrived':
      return { ...state, status: 'ARRIVED', arrivedAt: occurredAt };
    case 'BackupDiverted':
      return { ...state, ...fallen(decided(state)), status: 'DIVERTED', endedAt: occurredAt };
    case 'EmergencyBackupCancelled':
      return {
        ...state,
        ...fallen(state),
        status: 'CANCELLED',
        endedAt: occurredAt,
        ...('because' in payload && { careTeam: [] }),
      };
    case 'EmergencyBackupCompleted':
      return {
        ...state,
        status: 'COMPLETED',
        completedAt: occurredAt,
        duties: planned(settled(duties, 'met', COMPLETION), payload.plans),
      };
    case 'BackupHandedBack':
      return {
        ...state,
        status: 'REPORTED',
        handedBackAt: occurredAt,
        duties: planned(settled(duties, 'met', HAND_BACK), payload.plans),
      };
    case 'HandbackAcknowledged':
      return {
        ...state,
        status: 'CLOSED',
        duties: settled(duties, 'met', HAND_BACK_ACKNOWLEDGEMENT),
      };
    default:
      return unreachable(type);
  }
}
