import { forbidden, invalidState } from '#kernel';
import { addresseesOf } from '../ladder.js';
import type { AssignBackupManually, DeclineBackup, Plain } from '../request.commands.js';
import type { BackupEvent } from '../request.events.js';
import { completion } from '../request.obligations.js';
import {
  alreadyTaken,
  consentWithdrawn,
  offerExpired,
  takenByColleague,
  yoursAlready,
  yoursAndDone,
} from '../request.refusals.js';
import {
  goer,
  DONE,
  isOpen,
  UNDER_WAY,
  type Assigning,
  type BackupRequest,
  type Given,
  type Offer,
  type Onward,
  type Telling,
} from '../request.state.js';
import { andOnward } from './onward.js';
import { whoeverCounted, whoeverLost } from './told.js';

interface Person {
  readonly userId: string;
  readonly orgId: string;
}
const NOBODY: Person = { userId: '', orgId: '' };
const personOf = ({ actor }: Given): Person => ('userId' in actor ? actor : NOBODY);

/** What somebody hears who answers a request that is taken: it depends on whose it was. */
function taken({ acceptor, status }: BackupRequest, { userId, orgId }: Person) {
  if (acceptor?.organization !== orgId) return alreadyTaken();
  if (!acceptor.to.some((one) => 'user' in one && one.user === userId)) return takenByColleague();
  return DONE.has(status) ? yoursAndDone() : yoursAlready();
}

/** The standing offer to the caller's organization. @throws what has become of it. */
function ownOffer(command: string, state: BackupRequest, given: Given): Offer {
  const { offers, status } = state;
  const person = personOf(given);
  const own = offers.findLast(({ organization }) => organization === person.orgId);
  const isTaken = UNDER_WAY.has(status) || DONE.has(status);
  if (isTaken && (own || state.acceptor?.organization === person.orgId)) throw taken(state, person);
  if (!own)
    throw forbidden(
      'あなたの機関には打診していません。打診を待つか、拠点の事務局へ電話してください。',
      'Your organization has not been asked. Wait for an offer, or phone the base.',
    );
  if (status !== 'OFFERING' && own.result !== 'timed_out') throw invalidState(command, status);
  if (own.result === 'timed_out' || (own.result === 'open' && own.expiresAt <= given.now)) throw offerExpired();
  if (own.result !== 'open') throw invalidState(command, status);
  return own;
}

/** 引き受ける: the first to accept has it. */
export function accept(command: Plain, state: BackupRequest, given: Given<Telling>): BackupEvent[] {
  const { organization, offer, tier } = ownOffer(command.type, state, given);
  if (!given.found.around.consent) throw consentWithdrawn();
  const { userId: user } = personOf(given);
  const { urgency, rules, area } = state;
  const taker = { organization, to: [{ user }] };
  const plans = [completion({ now: given.now, rules, area }, urgency, taker)];
  const told = whoeverLost(state, taker);
  return [{ type: 'EmergencyBackupAccepted', payload: { organization, user, offer, tier, plans, told } }];
}

/** 断る. */
export function decline(command: DeclineBackup, state: BackupRequest, given: Given<Onward>): BackupEvent[] {
  const { organization, offer, tier } = ownOffer(command.type, state, given);
  const { reason } = command;
  return andOnward(state, [{ type: 'EmergencyBackupDeclined', payload: { organization, offer, tier, reason } }], given);
}

/** 応答期限が切れた. The alarm may come late or twice, or after an answer: then nothing has run out. */
export function timeOut(_command: Plain, state: BackupRequest, given: Given<Onward>): BackupEvent[] {
  const over = state.offers.filter((offer) => isOpen(offer) && offer.expiresAt <= given.now);
  const facts = over.map(({ organization, offer, tier }): BackupEvent => ({
    type: 'BackupOfferTimedOut',
    payload: { organization, offer, tier },
  }));
  return andOnward(state, facts, given);
}

/** 引き受けを取り消す. Once at the bedside there is an outcome to record; until then the patient needs the next one. */
export function withdraw(_command: Plain, state: BackupRequest, given: Given<Onward>): BackupEvent[] {
  const payload = { organization: goer(state).organization, told: whoeverCounted(state, given) };
  return andOnward(state, [{ type: 'BackupAcceptanceWithdrawn', payload }], given);
}

/** 手動で割り当てる, when the base has phoned. */
export function assign(_command: AssignBackupManually, state: BackupRequest, given: Given<Assigning>): BackupEvent[] {
  const { urgency, rules, area } = state;
  const { found, now } = given;
  if (!found.around.consent) throw consentWithdrawn();
  const { organization, users, role } = found.assigned;
  const taker = { organization, to: addresseesOf(found.assigned) };
  const plans = [completion({ now, rules, area }, urgency, taker)];
  const told = whoeverLost(state, taker);
  const { userId: by } = personOf(given);
  return [{ type: 'BackupAssignedManually', payload: { organization, by, users, role, plans, told } }];
}
