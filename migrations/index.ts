import { CreateRoles1790000000000 } from './1790000000000-create-roles.js';
import { CreateEventLog1790000001000 } from './1790000001000-create-event-log.js';
import { CreateObligations1790000002000 } from './1790000002000-create-obligations.js';
import { CreatePersonalStore1790000003000 } from './1790000003000-create-personal-store.js';
import { CreateAppend1790000004000 } from './1790000004000-create-append.js';
import { CreateIssueSignals1790000005000 } from './1790000005000-create-issue-signals.js';
import { CreateDischargeOutcomes1790000006000 } from './1790000006000-create-discharge-outcomes.js';
import { WallOffPrefectures1790000009000 } from './1790000009000-wall-off-prefectures.js';
import { AddRelations1790000010000 } from './1790000010000-add-relations.js';
import { IndexStays1790000010500 } from './1790000010500-index-stays.js';
import { AppendKeepsKinds1790000011000 } from './1790000011000-append-keeps-kinds.js';
import { CreateAccountView1790000012000 } from './1790000012000-create-account-view.js';
import { FindIdentitiesByBirth1790000020000 } from './1790000020000-find-identities-by-birth.js';
import { KeepIdentitiesApart1790000021000 } from './1790000021000-keep-identities-apart.js';
import { KeepDrafts1790000022000 } from './1790000022000-keep-drafts.js';
import { AppendTypedRows1790000030000 } from './1790000030000-append-typed-rows.js';
import { CountDeclinesFromTheRequest1790000031000 } from './1790000031000-count-declines-from-the-request.js';
import { NumberConsultations1790000040000 } from './1790000040000-number-consultations.js';
import { FindRelatedConsultations1790000040100 } from './1790000040100-find-related-consultations.js';
import { KeepSearchIndex1790000050000 } from './1790000050000-keep-search-index.js';
import { KeepSignalsAsKnown1790000060000 } from './1790000060000-keep-signals-as-known.js';
import { CountSignalsAsTheyCome1790000060100 } from './1790000060100-count-signals-as-they-come.js';
import { KeepEvidencePacks1790000080000 } from './1790000080000-keep-evidence-packs.js';
import { CountConsultations1790000090000 } from './1790000090000-count-consultations.js';
import { MoveSignalsBetweenKeys1790000100000 } from './1790000100000-move-signals-between-keys.js';
import { StandInForDesks1790000110000 } from './1790000110000-stand-in-for-desks.js';
import { FindNewestCases1790000120000 } from './1790000120000-find-newest-cases.js';
import { LetPeopleSignIn1790000130000 } from './1790000130000-let-people-sign-in.js';
import { PeopleWhoHaveLeft1790000140000 } from './1790000140000-people-who-have-left.js';
import { KeepImports1790000150000 } from './1790000150000-keep-imports.js';
import { KeepDeliveries1790000160000 } from './1790000160000-keep-deliveries.js';
import { KeepLooksApart1790000170000 } from './1790000170000-keep-looks-apart.js';
import { EndRelations1790000171000 } from './1790000171000-end-relations.js';
import { ChainLooks1790000172000 } from './1790000172000-chain-looks.js';
import { KeepReplySheets1790000180000 } from './1790000180000-keep-reply-sheets.js';
import { NameWhoAReplySheetIsFor1790000180100 } from './1790000180100-name-who-a-reply-sheet-is-for.js';
import { CountRequests1790000181000 } from './1790000181000-count-requests.js';
import { SealPersonalRecords1790000184000 } from './1790000184000-seal-personal-records.js';
import { SignInByInstitution1790000186000 } from './1790000186000-sign-in-by-institution.js';
import { KeepPasskeys1790000187000 } from './1790000187000-keep-passkeys.js';

/** Every migration, oldest first. Listed, not globbed: a missing one is a compile error, not a silent skip. */
export const migrations = [
  CreateRoles1790000000000,
  CreateEventLog1790000001000,
  CreateObligations1790000002000,
  CreatePersonalStore1790000003000,
  CreateAppend1790000004000,
  CreateIssueSignals1790000005000,
  CreateDischargeOutcomes1790000006000,
  WallOffPrefectures1790000009000,
  AddRelations1790000010000,
  IndexStays1790000010500,
  AppendKeepsKinds1790000011000,
  CreateAccountView1790000012000,
  FindIdentitiesByBirth1790000020000,
  KeepIdentitiesApart1790000021000,
  KeepDrafts1790000022000,
  AppendTypedRows1790000030000,
  CountDeclinesFromTheRequest1790000031000,
  NumberConsultations1790000040000,
  FindRelatedConsultations1790000040100,
  KeepSearchIndex1790000050000,
  KeepSignalsAsKnown1790000060000,
  CountSignalsAsTheyCome1790000060100,
  KeepEvidencePacks1790000080000,
  CountConsultations1790000090000,
  MoveSignalsBetweenKeys1790000100000,
  StandInForDesks1790000110000,
  FindNewestCases1790000120000,
  LetPeopleSignIn1790000130000,
  PeopleWhoHaveLeft1790000140000,
  KeepImports1790000150000,
  KeepDeliveries1790000160000,
  KeepLooksApart1790000170000,
  EndRelations1790000171000,
  ChainLooks1790000172000,
  KeepReplySheets1790000180000,
  NameWhoAReplySheetIsFor1790000180100,
  CountRequests1790000181000,
  SealPersonalRecords1790000184000,
  SignInByInstitution1790000186000,
  KeepPasskeys1790000187000,
];
