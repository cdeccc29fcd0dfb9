import type { Instant } from '#kernel';
import { inOrder, type Order } from './order.js';
import type { BackupCommand } from './request.commands.js';
import type { BackupRequest } from './request.state.js';

type Step = 'requested' | 'offered' | 'accepted' | 'departed' | 'arrived' | 'completed' | 'handed_back';

/** What cannot be before what. A step that was left out, as the departure may be, orders nothing. */
const ORDER: Order<Exclude<BackupCommand['type'], 'RequestEmergencyBackup'>, Step> = {
  AcceptBackup: ['requested', 'offered'],
  DeclineBackup: ['requested', 'offered'],
  WithdrawAcceptance: ['accepted', 'departed'],
  AssignBackupManually: ['requested'],
  CancelBackup: ['requested'],
  DivertToEmergencyServices: ['requested'],
  RecordDeparture: ['accepted'],
  RecordArrival: ['accepted', 'departed'],
  CompleteBackup: ['accepted', 'departed', 'arrived'],
  HandBackToPrimary: ['completed'],
  AcknowledgeHandback: ['handed_back'],
  StopWithoutConsent: [],
  TimeOutOffers: [],
};

const STEPS: Record<Step, { ja: string; en: string }> = {
  requested: { ja: '依頼', en: 'request' },
  offered: { ja: '打診', en: 'offer' },
  accepted: { ja: '引き受け', en: 'acceptance' },
  departed: { ja: '出発', en: 'departure' },
  arrived: { ja: '到着', en: 'arrival' },
  completed: { ja: '対応の完了', en: 'completion' },
  handed_back: { ja: '申し送り', en: 'hand-back' },
};

/** @throws invalid_input where the command is said to have happened before a step that it follows. */
export function afterItsSteps(
  command: keyof typeof ORDER,
  state: BackupRequest,
  organization: string,
  occurredAt: Instant,
): void {
  const { offers, requestedAt, acceptedAt, departedAt, arrivedAt, completedAt, handedBackAt } = state;
  const moments: Record<Step, Instant | undefined> = {
    requested: requestedAt,
    offered: offers.findLast((offer) => offer.organization === organization)?.offeredAt,
    accepted: acceptedAt,
    departed: departedAt,
    arrived: arrivedAt,
    completed: completedAt,
    handed_back: handedBackAt,
  };
  inOrder(ORDER[command], STEPS, moments, occurredAt);
}
