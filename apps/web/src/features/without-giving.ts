import type { CommandName } from '../api/contract.ts';

const ON_ITS_PAGE = 'It is given on the page of the institution or the person.';
const ON_PEOPLE = 'It is given on the page of people.';
const BY_AN_OFFICE = 'An office that keeps arrangements and rosters does it by the API; it has no screen yet.';
const RULE_BY_RULE = 'Rules are changed one by one on their page; whole editions come by the API.';

/** Commands that no case and no navigation gives, and why. It is for whoever writes the screens: no browser loads it. */
export const WITHOUT_GIVING: Readonly<Partial<Record<CommandName, string>>> = {
  ChangeInstitution: ON_ITS_PAGE,
  VerifyInstitution: ON_ITS_PAGE,
  CloseInstitution: ON_ITS_PAGE,
  ReopenInstitution: ON_ITS_PAGE,
  WithdrawInstitutionRegistration: ON_ITS_PAGE,
  ChangeCareManager: ON_ITS_PAGE,
  ChangeCareTeam: ON_ITS_PAGE,
  ChangePrimaryPhysician: ON_ITS_PAGE,
  MovePatient: ON_ITS_PAGE,
  CorrectPatientIdentity: ON_ITS_PAGE,
  WithdrawPatientRegistration: ON_ITS_PAGE,
  ErasePatient: ON_ITS_PAGE,
  GiveConsent: ON_ITS_PAGE,
  WithdrawConsent: ON_ITS_PAGE,
  RecordConsentException: ON_ITS_PAGE,
  RetractConsentEntry: ON_ITS_PAGE,
  ReviewConsentException: ON_ITS_PAGE,
  HideAddress: ON_ITS_PAGE,
  ShowAddress: ON_ITS_PAGE,
  ImportAreas: 'An administrator has the list read in on the page of imports.',
  ActivateRuleSet: RULE_BY_RULE,
  ChangeRules: RULE_BY_RULE,
  ChangeUser: ON_PEOPLE,
  RecordUserLeaving: ON_PEOPLE,
  WithdrawUserRegistration: ON_PEOPLE,
  RequestCall: 'The desk is asked when no channel has carried an emergency; a person at a screen telephones.',
  AgreeBackupArrangement: BY_AN_OFFICE,
  RenewBackupArrangement: BY_AN_OFFICE,
  EndBackupArrangement: BY_AN_OFFICE,
  PublishOnCallShifts: BY_AN_OFFICE,
  OpenActivityReport: 'The page of the monthly figures gives it, for the month that is looked at.',
};
