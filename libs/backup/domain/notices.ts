import { unreachable, type Addressee, type Notice } from '#kernel';
import type { BackupEvent } from './request.events.js';
import { base, HAND_BACK_ACKNOWLEDGEMENT, OFFER } from './request.obligations.js';
import { primaryOwner, type BackupRequest, type State } from './request.state.js';

/** Who hears of these facts, beside all chasing. */
export const notices = (events: readonly BackupEvent[], state: State): Notice[] =>
  state ? events.flatMap((event) => noticesOf(event, state)).filter(({ to }) => to.length > 0) : [];

const atOnce = (template: string, to: readonly Addressee[] = []): Notice => ({ urgency: 'emergency', template, to });

function noticesOf({ type, payload }: BackupEvent, state: BackupRequest): Notice[] {
  const careTeam = state.careTeam.map((user): Addressee => ({ user }));
  const requester: Addressee = { user: state.requester.user };
  switch (type) {
    case 'BackupOffered': {
      const offer = state.offers.find((one) => one.offer === payload.offer);
      return [{ ...atOnce('backup.offer', offer?.to), step: OFFER }];
    }
    case 'EmergencyBackupAccepted':
    case 'BackupAssignedManually':
      return [atOnce('backup.accepted', [requester, ...careTeam]), atOnce('backup.taken', payload.told)];
    case 'EmergencyBackupCompleted':
      return [atOnce('backup.completed', careTeam)];
    case 'EmergencyBackupEscalated':
      return [atOnce('backup.tier_changed', base(state.area))];
    case 'EmergencyBackupExhausted':
      return [atOnce('backup.exhausted', [...base(state.area), requester])];
    case 'BackupAcceptanceWithdrawn':
      return [atOnce('backup.withdrawn', payload.told)];
    case 'EmergencyBackupCancelled':
      return [atOnce('backup.cancelled', payload.told)];
    case 'BackupDiverted':
      return [atOnce('backup.diverted', payload.told)];
    case 'BackupHandedBack':
      return [{ template: 'backup.hand_back', to: primaryOwner(state), step: HAND_BACK_ACKNOWLEDGEMENT }];
    case 'EmergencyBackupRequested':
    case 'EmergencyBackupDeclined':
    case 'BackupOfferTimedOut':
    case 'BackupDeparted':
    case 'BackupArrived':
    case 'HandbackAcknowledged':
      return [];
    default:
      return unreachable(type);
  }
}
