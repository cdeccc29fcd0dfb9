import { formsIn, type FormDefinition } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

/** 主治医がいる機関: clinics and hospitals. */
const MEDICAL = [
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'hospital',
  'home_care_support_hospital',
  'backup_hospital',
] as const;

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
    primaryPhysician: { as: 'organization', kinds: MEDICAL },
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

const ONE_DAY = { on: { as: 'date', required: true } } as const;

/** The forms on the page of an institution that are plain lists of fields. */
export const OF_INSTITUTION = {
  VerifyInstitution: form('VerifyInstitution', ONE_DAY, false),
  CloseInstitution: form(
    'CloseInstitution',
    {
      on: { as: 'date', required: true, hint: 'closes' },
      successor: { as: 'organization', another: true, hint: 'successor' },
    },
    false,
  ),
  ReopenInstitution: form('ReopenInstitution', ONE_DAY, false),
  WithdrawInstitutionRegistration: form('WithdrawInstitutionRegistration', {}, false),
};

const IDENTITY = {
  name: { as: 'text' },
  kana: { as: 'text' },
  birthDate: { as: 'date' },
  sex: { as: 'choice', codes: 'sex' },
  address: { as: 'text' },
  anotherPerson: { as: 'tick', hint: 'anotherPerson', after: 'already_exists' },
} as const;

type PlainOfPatient =
  | 'ChangeCareManager'
  | 'ChangePrimaryPhysician'
  | 'MovePatient'
  | 'CorrectPatientIdentity'
  | 'HideAddress'
  | 'ShowAddress'
  | 'GiveConsent'
  | 'WithdrawConsent'
  | 'RecordConsentException'
  | 'RetractConsentEntry'
  | 'ReviewConsentException'
  | 'WithdrawPatientRegistration'
  | 'ErasePatient';

/** The forms on the page of a person that are plain lists of fields. */
export const OF_PATIENT: Readonly<Record<PlainOfPatient, FormDefinition>> = {
  ChangeCareManager: form('ChangeCareManager', {
    careManager: { as: 'user', role: 'care_manager', hint: 'passes' },
    nobody: { as: 'tick', hint: 'nobody' },
  }),
  ChangePrimaryPhysician: form('ChangePrimaryPhysician', {
    primaryPhysician: { as: 'organization', kinds: MEDICAL },
    nobody: { as: 'tick', hint: 'noPhysician' },
  }),
  MovePatient: form('MovePatient', {
    municipality: { as: 'text', required: true, hint: 'moves' },
    block: { as: 'text' },
    address: { as: 'text', hint: 'newAddress' },
    anotherPerson: { as: 'tick', hint: 'anotherPerson', after: 'already_exists' },
  }),
  CorrectPatientIdentity: form('CorrectPatientIdentity', IDENTITY, false),
  HideAddress: form('HideAddress', { reason: { as: 'long', required: true, hint: 'hides' } }),
  ShowAddress: form('ShowAddress', { reason: { as: 'long', required: true } }),
  GiveConsent: form('GiveConsent', {
    kind: { as: 'choice', codes: 'consentKind', required: true, initial: 'blanket' },
    purposes: { as: 'choices', codes: 'purpose', required: true, hint: 'purposes' },
    form: { as: 'choice', codes: 'consentForm', required: true },
    formVersion: { as: 'text', hint: 'formVersion' },
    givenBy: { as: 'choice', codes: 'giver', required: true },
    giver: { as: 'text' },
    relation: { as: 'text', hint: 'relation' },
    note: { as: 'long' },
  }),
  WithdrawConsent: form('WithdrawConsent', {
    givenBy: { as: 'choice', codes: 'giver', required: true },
    giver: { as: 'text' },
    relation: { as: 'text', hint: 'relation' },
    note: { as: 'long' },
  }),
  RecordConsentException: form(
    'RecordConsentException',
    {
      ground: { as: 'choice', codes: 'ground', required: true },
      purposes: { as: 'choices', codes: 'purpose', required: true, hint: 'purposes' },
      reason: { as: 'long', required: true, hint: 'exception' },
    },
    false,
  ),
  // Which line it is about, the page says.
  RetractConsentEntry: { fields: { reason: { as: 'long', required: true } }, backdated: false },
  ReviewConsentException: {
    fields: { verdict: { as: 'choice', codes: 'verdict', required: true } },
    backdated: false,
  },
  WithdrawPatientRegistration: form('WithdrawPatientRegistration', {}, false),
  ErasePatient: form('ErasePatient', { reason: { as: 'choice', codes: 'erasure', required: true } }, false),
};
