/** Which side an institution stands on (医療・介護), by its kind; of a kind that is neither, nobody can say. */
const MEDICAL = [
  'hospital',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'home_care_support_hospital',
  'backup_hospital',
  'dental_clinic',
  'pharmacy',
  'visiting_nurse_station',
];
const CARE = ['care_management_office', 'community_support_center', 'home_help', 'day_care', 'care_facility'];

export function sideOf(kind: string): 'medical' | 'care' | undefined {
  if (MEDICAL.includes(kind)) return 'medical';
  return CARE.includes(kind) ? 'care' : undefined;
}
