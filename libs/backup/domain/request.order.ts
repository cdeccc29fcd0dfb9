import type { Earlier, Instant, Order, Sequence } from '#kernel';
import type { BackupCommand, RequestEmergencyBackup } from './request.commands.js';
import type { BackupRequest } from './request.state.js';

/** A request as an organization looks at it: the offer that it may have had is its own. */
interface Seen {
  readonly request: BackupRequest;
  readonly organization: string;
}

const step = (ja: string, en: string, at: (seen: Seen) => Instant | undefined): Earlier<Seen> => ({ ja, en, at });
const REQUEST = step('依頼', 'the request', ({ request }) => request.requestedAt);
const OFFER = step(
  '打診',
  'the offer',
  ({ request, organization }) => request.offers.findLast((offer) => offer.organization === organization)?.offeredAt,
);
const ACCEPTANCE = step('引き受け', 'the acceptance', ({ request }) => request.acceptedAt);
const DEPARTURE = step('出発', 'the departure', ({ request }) => request.departedAt);
const ARRIVAL = step('到着', 'the arrival', ({ request }) => request.arrivedAt);
const COMPLETION = step('対応の完了', 'the completion', ({ request }) => request.completedAt);
const HAND_BACK = step('申し送り', 'the hand-back', ({ request }) => request.handedBackAt);

const after = (...occurredAt: readonly Earlier<Seen>[]): Sequence<Seen> => ({ occurredAt });

/** What cannot be before what. A step that was left out, as the departure may be, orders nothing. */
export const REQUEST_ORDER: Order<Seen, Exclude<BackupCommand, RequestEmergencyBackup>> = {
  AcceptBackup: after(REQUEST, OFFER),
  DeclineBackup: after(REQUEST, OFFER),
  WithdrawAcceptance: after(ACCEPTANCE, DEPARTURE),
  AssignBackupManually: after(REQUEST),
  CancelBackup: after(REQUEST),
  DivertToEmergencyServices: after(REQUEST),
  RecordDeparture: after(ACCEPTANCE),
  RecordArrival: after(ACCEPTANCE, DEPARTURE),
  CompleteBackup: after(ACCEPTANCE, DEPARTURE, ARRIVAL),
  HandBackToPrimary: after(COMPLETION),
  AcknowledgeHandback: after(HAND_BACK),
  StopWithoutConsent: after(),
  TimeOutOffers: after(),
};
