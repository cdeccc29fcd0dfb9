import type { Widened } from '../../i18n/dictionary.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: {},
  command: {},
  short: {},
  kind: { patient: 'Patient', user: 'Staff', organization: 'Institution', area_tree: 'Areas', rule_set: 'Rules' },
  step: {},
  state: {
    patient: { REGISTERED: 'Registered' },
    user: { REGISTERED: 'Registered' },
    organization: { REGISTERED: 'Registered' },
    area_tree: { LOADED: 'Imported', EMPTY: 'None yet' },
    rule_set: { ACTIVE: 'In force', DEFAULT: 'Defaults' },
  },
  level: {},
  event: {
    InstitutionRegistered: 'Institution registered',
    UserRegistered: 'Staff registered',
    PatientRegistered: 'Patient registered',
    ConsentGiven: 'Consent to sharing given',
    ConsentWithdrawn: 'Consent to sharing withdrawn',
    AreasImported: 'Areas imported',
    RuleSetActivated: 'Rules put in force',
  },
  template: {},
  record: { user_name: 'Name of staff', patient_identity: 'Name of the patient' },
  detail: {},
  unit: {},
  field: {},
  hint: {},
  codes: {},
} satisfies Widened<typeof ja>;
