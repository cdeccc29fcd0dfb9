import type { Widened } from '../../i18n/dictionary.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: { RegisterPatient: 'Register a patient' },
  command: { RegisterPatient: 'Register a patient' },
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
  field: {
    name: 'Name',
    kana: 'Kana',
    birthDate: 'Date of birth',
    sex: 'Sex',
    municipality: 'Municipality',
    address: 'Address',
    careManager: 'Care manager',
    primaryPhysician: 'Primary physician',
    consent: 'Consent to sharing',
    anotherPerson: 'Register as another person of the same name',
  },
  hint: {
    municipality: 'The name of the municipality of residence, such as 富良野市',
    consent: 'Ask the patient or the family. Without consent no handover can be sent to other institutions.',
    anotherPerson:
      'Somebody with the same birth date, sex and municipality is registered. Ask the patient before choosing this.',
  },
  codes: {
    consent: { true: 'Given', false: 'Not given' },
    sex: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' },
  },
  register: { saved: 'The patient has been registered.' },
} satisfies Widened<typeof ja>;
