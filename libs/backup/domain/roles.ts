import type { Role } from '#kernel';

/** A clinic is primary for its own patients and secondary for those of others (相互に主・副): here its roles are alike. */
const CLINIC: ReadonlySet<Role> = new Set(['primary_physician', 'secondary_physician', 'clinic_staff']);
/** Who keeps arrangements and rosters of an area: the base, the association, the desk (B-05). */
const KEEPERS: ReadonlySet<Role> = new Set(['base_secretariat', 'medical_association', 'coordinator']);

export const isClinic = (role: Role): boolean => CLINIC.has(role);
export const isKeeper = (role: Role): boolean => KEEPERS.has(role);
