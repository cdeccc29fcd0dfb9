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

/**
 * Consent is recorded by those who care for the person, by the desk and base of their area, and by a hospital, whose stay is
 * not known here. A withdrawal ends what is owed, so that nobody else may (visibility matrix, model.md 2.2).
 */
export function mayAskOfPatient(
  { userId, role, orgId }: Person,
  { type }: PatientCommand,
  state: Patient | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  if (!REGISTERS.includes(role)) return 'forbidden';
  if (type === 'RegisterPatient' || role === 'admin' || HOSPITAL.includes(role)) return 'allowed';
  if (!state) return 'hidden';
  const cares = state.careManager === userId || state.careTeam.includes(userId) || state.primaryPhysician === orgId;
  if (cares) return 'allowed';
  return OF_THE_AREA.includes(role) ? 'in_area' : 'hidden';
}
