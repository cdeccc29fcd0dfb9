import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

/** Where a service can be asked for; which of them does which, the server says. */
const PROVIDERS = [
  'dental_clinic',
  'pharmacy',
  'visiting_nurse_station',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'hospital',
  'home_care_support_hospital',
  'backup_hospital',
  'care_facility',
  'help_desk',
  'other',
];

export const REQUEST_SERVICE = form('RequestService', {
  patient: { as: 'patient', required: true },
  service: { as: 'choice', codes: 'service', required: true },
  to: { as: 'organization', kinds: PROVIDERS, required: true },
  wish: { as: 'long', required: true, hint: 'wish' },
});
