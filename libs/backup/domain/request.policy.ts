import type { Actor } from '#kernel';
import type { BackupCommand } from './request.commands.js';
import type { BackupRequest } from './request.js';
import { isClinic } from './roles.js';

type Person = Extract<Actor, { userId: string }>;
/** On which side of a request somebody stands. */
type Side = 'primary' | 'offered' | 'acceptor' | 'base' | 'candidate' | 'care_team';

/** Which side may ask what (visibility matrix, model.md 2.2): the care team and those not yet asked look on. */
const SIDES: Record<Exclude<BackupCommand['type'], 'RequestEmergencyBackup'>, readonly Side[]> = {
  AcceptBackup: ['offered'],
  DeclineBackup: ['offered'],
  WithdrawAcceptance: ['acceptor'],
  CancelBackup: ['primary', 'base'],
  RecordDeparture: ['acceptor'],
  RecordArrival: ['acceptor'],
  CompleteBackup: ['acceptor'],
  HandBackToPrimary: ['acceptor'],
  AcknowledgeHandback: ['primary'],
  AssignBackupManually: ['base'],
  DivertToEmergencyServices: ['primary', 'base'],
  TimeOutOffers: [],
};

const sidesOf = ({ userId, role, orgId }: Person, state: BackupRequest): readonly Side[] => {
  const { primary, offers, acceptor, tiers, bases, careTeam } = state;
  const stands: Record<Side, boolean> = {
    primary: orgId === primary && isClinic(role),
    offered: offers.some(({ organization }) => organization === orgId) && isClinic(role),
    acceptor: orgId === acceptor?.organization && isClinic(role),
    base: role === 'base_secretariat' && bases.includes(orgId),
    candidate: tiers.some(({ candidates }) => candidates.some(({ organization }) => organization === orgId)),
    care_team: careTeam.includes(userId),
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
  if (sides.length === 0) return 'hidden';
  return SIDES[command.type].some((side) => sides.includes(side)) ? 'allowed' : 'forbidden';
}
