import type { Actor, Role } from '#kernel';
import type { Patient, PatientCommand } from './patient.js';

type Person = Extract<Actor, { userId: string }>;

const HOSPITAL: readonly Role[] = ['discharge_nurse', 'msw'];
const OF_THE_AREA: readonly Role[] = ['coordinator', 'base_secretariat'];
/** Who meets the person and can write down who they are. */
const REGISTERS: readonly Role[] = [
  'admin',
  ...HOSPITAL,
  ...OF_THE_AREA,
  'care_manager',
  'primary_physician',
  'clinic_staff',
];

/** The care manager, the care team and the primary physician's clinic. */
const caresFor = ({ userId, orgId }: Person, state: Patient): boolean =>
  state.careManager === userId || state.careTeam.includes(userId) || state.primaryPhysician === orgId;

/** Whether only a stay (入院) can relate this caller to the person: a hospital that is not the primary physician's. */
export const asksAsHospital = (caller: Person, state: Patient): boolean =>
  HOSPITAL.includes(caller.role) && !caresFor(caller, state);

/**
 * Consent is recorded by those who care for the person, by the desk and base of their area, and by a hospital while the
 * person is in it, which the decision looks up. A withdrawal ends what is owed, so that nobody else may (visibility matrix,
 * model.md 2.2).
 */
export function mayAskOfPatient(
  caller: Person,
  { type }: PatientCommand,
  state: Patient | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  const { role } = caller;
  if (!REGISTERS.includes(role)) return 'forbidden';
  if (type === 'RegisterPatient') return 'allowed';
  if (!state) return 'hidden';
  if (role === 'admin' || HOSPITAL.includes(role) || caresFor(caller, state)) return 'allowed';
  return OF_THE_AREA.includes(role) ? 'in_area' : 'hidden';
}
