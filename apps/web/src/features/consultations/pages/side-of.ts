import type { Body } from '../../../api/contract.ts';

type Kind = Body<'RegisterInstitution'>['kind'];
type Side = Body<'LogConsultation'>['consulter']['side'];

/** Which side an institution stands on (医療・介護), by its kind; of a kind that is neither, nobody can say. */
const SIDES: Readonly<Record<Kind, Side | null>> = {
  hospital: 'medical',
  clinic: 'medical',
  home_care_support_clinic: 'medical',
  enhanced_home_care_support_clinic: 'medical',
  home_care_support_hospital: 'medical',
  backup_hospital: 'medical',
  dental_clinic: 'medical',
  pharmacy: 'medical',
  visiting_nurse_station: 'medical',
  medical_association: 'medical',
  care_management_office: 'care',
  community_support_center: 'care',
  home_help: 'care',
  day_care: 'care',
  care_facility: 'care',
  help_desk: null,
  cooperation_base: null,
  municipality: null,
  public_health_center: null,
  other: null,
};

export const sideOf = (kind: string): Side | null => (Object.hasOwn(SIDES, kind) ? SIDES[kind as Kind] : null);
