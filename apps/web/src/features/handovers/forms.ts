import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

/** For the forms that stand on a page of their own. */
const form = formsIn<Words>();

export const REGISTER_ADMISSION = form(
  'RegisterAdmission',
  {
    patient: { as: 'patient', required: true },
    hospital: { as: 'organization', kinds: ['hospital'], required: true },
    admittedAt: { as: 'moment', required: true },
    admissionKind: { as: 'choice', codes: 'admissionKind', required: true },
    careLevel: { as: 'choice', codes: 'careLevel' },
    insuredType: { as: 'choice', codes: 'insuredType' },
    careManager: { as: 'user', role: 'care_manager', hint: 'careManager' },
    ward: { as: 'text', hint: 'ward' },
  },
  false,
);
