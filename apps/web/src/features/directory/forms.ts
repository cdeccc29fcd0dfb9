import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const REGISTER_PATIENT = form(
  'RegisterPatient',
  {
    name: { as: 'text', required: true },
    kana: { as: 'text', required: true },
    birthDate: { as: 'date', required: true },
    sex: { as: 'choice', codes: 'sex', required: true },
    municipality: { as: 'text', required: true, hint: 'municipality' },
    address: { as: 'text' },
    careManager: { as: 'user', role: 'care_manager' },
    primaryPhysician: { as: 'user', role: 'primary_physician' },
    consent: { as: 'decision', codes: 'consent', required: true, hint: 'consent' },
    anotherPerson: { as: 'tick', hint: 'anotherPerson', after: 'already_exists' },
  },
  false,
);

export const END_COORDINATOR_POST = form(
  'EndCoordinatorPost',
  { on: { as: 'date', required: true, hint: 'ends' } },
  false,
);
