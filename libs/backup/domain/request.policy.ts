import type { Actor } from '#kernel';
import type { BackupCommand } from './request.commands.js';
import { asked, isWaiting, taker, type BackupRequest } from './request.state.js';
import { isClinic } from './roles.js';

type Person = Extract<Actor, { userId: string }>;
/** On which side of a request somebody stands, as long as it is so. */
type Side = 'primary' | 'offered' | 'acceptor' | 'base' | 'candidate' | 'care_team';
/** `heard`: was asked once and stands in it no more; what has become of the offer is all that one hears. */
type Voice = Side | 'heard';

/** Which side may ask what (visibility matrix, model.md 2.2): the care team and those not yet asked look on. */
const SIDES: Record<Exclude<BackupCommand['type'], 'RequestEmergencyBackup'>, readonly Voice[]> = {
  AcceptBackup: ['offered', 'acceptor', 'heard'],
  DeclineBackup: ['offered', 'acceptor', 'heard'],
  WithdrawAcceptance: ['acceptor'],
  CancelBackup: ['primary', 'base'],
  RecordDeparture: ['acceptor'],
  RecordArrival: ['acceptor'],
  CompleteBackup: ['acceptor'],
  HandBackToPrimary: ['acceptor'],
  AcknowledgeHandback: ['primary'],
  AssignBackupManually: ['base'],
  DivertToEmergencyServices: ['primary', 'base'],
  StopWithoutConsent: [],
  TimeOutOffers: [],
};

const wasAsked = ({ offers }: BackupRequest, orgId: string): boolean =>
  offers.some(({ organization }) => organization === orgId);

const isYetToBeAsked = (state: BackupRequest, orgId: string): boolean =>
  isWaiting(state) &&
  !wasAsked(state, orgId) &&
  !state.withdrew.includes(orgId) &&
  state.tiers.some(({ candidates }) => candidates.some(({ organization }) => organization === orgId));

const sidesOf = ({ userId, role, orgId }: Person, state: BackupRequest): readonly Side[] => {
  const stands: Record<Side, boolean> = {
    primary: orgId === state.primary && isClinic(role),
    offered: asked(state).includes(orgId) && isClinic(role),
    acceptor: orgId === taker(state) && isClinic(role),
    base: role === 'base_secretariat' && state.bases.includes(orgId),
    candidate: isYetToBeAsked(state, orgId),
    care_team: state.careTeam.includes(userId),
  };
  return (Object.keys(stands) as Side[]).filter((side) => stands[side]);
};

/** A request that does not concern the caller answers as if it did not exist. */
export function mayAskOfRequest(
  person: Person,
  command: BackupCommand,
  state: BackupRequest | null,
): 'allowed' | 'forbidden' | 'hidden' {
  if (command.type === 'RequestEmergencyBackup')
    return isClinic(person.role) || person.role === 'base_secretariat' ? 'allowed' : 'forbidden';
  if (!state) return 'hidden';
  const sides = sidesOf(person, state);
  const heard = isClinic(person.role) && wasAsked(state, person.orgId);
  const voices: readonly Voice[] = heard ? [...sides, 'heard'] : sides;
  if (SIDES[command.type].some((voice) => voices.includes(voice))) return 'allowed';
  return sides.length > 0 ? 'forbidden' : 'hidden';
}
