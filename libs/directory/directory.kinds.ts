import { defineCase, entriesOf, type Grants } from '#cases';
import { ADDRESS_KEEPER, can } from '#kernel';
import {
  AreaTreeLookUps,
  CoordinatorPostLookUps,
  DeskCoverLookUps,
  OrganizationLookUps,
  PatientLookUps,
  RuleSetLookUps,
  UserLookUps,
} from './commands/look-ups.js';
import { areaTree, areaTreeId, type AreasImported, type AreaTree, type ImportAreas } from './domain/area-tree.js';
import {
  appoint,
  APPOINTMENT,
  coordinatorPost,
  end,
  type AppointCoordinator,
  type CoordinatorPost,
  type CoordinatorPostEvent,
  type EndCoordinatorPost,
} from './domain/coordinator-post.js';
import {
  arrange,
  deskCover,
  end as endCover,
  type ArrangeDeskCover,
  type DeskCover,
  type DeskCoverEvent,
} from './domain/desk-cover.js';
import {
  changeInstitution,
  closeInstitution,
  isOwnBusiness,
  reopenInstitution,
  verifyInstitution,
  withdrawInstitutionRegistration,
  type ChangeInstitution,
  type CloseInstitution,
  type WithdrawInstitutionRegistration,
} from './domain/organization.change.js';
import {
  isOpen,
  organization,
  registerInstitution,
  type Organization,
  type OrganizationEvent,
  type RegisterInstitution,
} from './domain/organization.js';
import {
  changeCareManager,
  changeCareTeam,
  changePrimaryPhysician,
  correctPatientIdentity,
  erasePatient,
  movePatient,
  withdrawPatientRegistration,
  type ChangeCareManager,
  type ChangeCareTeam,
  type ChangePrimaryPhysician,
  type CorrectPatientIdentity,
  type MovePatient,
  type WithdrawPatientRegistration,
} from './domain/patient.change.js';
import {
  CARE_CHANGED,
  CONSENT_EXCEPTION,
  giveConsent,
  hideAddress,
  isRegistered,
  patient,
  recordConsentException,
  registerPatient,
  retractConsentEntry,
  reviewConsentException,
  showAddress,
  withdrawConsent,
  type Patient,
  type PatientEvent,
} from './domain/patient.js';
import type { GiveConsent, RecordConsentException } from './domain/consent.js';
import {
  changeRules,
  ruleSet,
  ruleSetId,
  type ActivateRuleSet,
  type ChangeRules,
  type RuleSet,
  type RuleSetActivated,
} from './domain/rule-set.js';
import {
  changeUser,
  isHere,
  recordUserLeaving,
  registerUser,
  user,
  withdrawUserRegistration,
  type ChangeUser,
  type RecordUserLeaving,
  type RegisterUser,
  type User,
  type UserEvent,
  type WithdrawUserRegistration,
} from './domain/user.js';
import * as dto from './http/directory.dto.js';

const TAG = 'Directory';
const NOTHING = { templates: [], records: [] };
/** Nobody opens it as a case: it is looked up and listed. */
const NOT_A_CASE: Grants = {};

/** 圏域: the areas of a prefecture. */
export const areaTreeKind = defineCase({
  ...areaTree,
  reference: true,
  tag: TAG,
  states: ['EMPTY', 'LOADED'],
  commands: {
    ImportAreas: entriesOf<AreaTree, AreasImported, AreaTreeLookUps>().begins({
      route: {
        path: 'areas',
        body: dto.ImportAreasBody,
        summary: '圏域を読み込む',
        idOf: ({ prefecture }) => areaTreeId(prefecture),
      },
      explained: true,
      may: { anyone: 'administration' },
      find: (look, asked: ImportAreas, state, ask) => look.find(asked, state, ask),
      decide: areaTree.decide,
    }),
  },
  events: { AreasImported: { version: 1 } },
  sees: NOT_A_CASE,
  card: () => ({}),
  steps: {},
  texts: NOTHING,
  lookUps: AreaTreeLookUps,
});

const ofOrganization = entriesOf<Organization | null, OrganizationEvent, OrganizationLookUps>();
/** Desks and bases keep the institutions of the areas that they serve, an administrator all. */
const KEEPS_INSTITUTIONS: Grants = { area: 'institution_registering', everyone: 'administration' };

/** 機関. */
export const organizationKind = defineCase({
  ...organization,
  reference: true,
  tag: TAG,
  states: ['REGISTERED', 'CLOSED', 'WITHDRAWN'],
  commands: {
    RegisterInstitution: ofOrganization.begins({
      route: { path: 'organizations', body: dto.RegisterInstitutionBody, summary: '機関を登録する' },
      explained: true,
      may: { anyone: 'institution_registering' },
      find: (look, said: RegisterInstitution, _none, ask) => look.registering(said, ask),
      decide: registerInstitution,
    }),
    ChangeInstitution: ofOrganization.asked({
      route: {
        path: 'organizations/:organization/changes',
        body: dto.ChangeInstitutionBody,
        summary: '機関の情報を変える（所属の人は、時間・休む日・開く日・電話だけ）',
      },
      may: { ...KEEPS_INSTITUTIONS, member: 'membership' },
      // What is more than its own hours is said by those who answer for the directory; they stand in `area` besides.
      allowed: ({ role }, said: ChangeInstitution) => can(role, 'institution_registering') || isOwnBusiness(said),
      from: isOpen,
      find: (look, said, state, ask) => look.changing(said, state, ask),
      decide: changeInstitution,
    }),
    VerifyInstitution: ofOrganization.asked({
      route: {
        path: 'organizations/:organization/verifications',
        body: dto.VerifyInstitutionBody,
        summary: '機関の情報が今も正しいと確かめる',
        occurred: 'on',
      },
      may: { ...KEEPS_INSTITUTIONS, member: 'membership' },
      from: isOpen,
      decide: verifyInstitution,
    }),
    CloseInstitution: ofOrganization.asked({
      route: {
        path: 'organizations/:organization/closings',
        body: dto.CloseInstitutionBody,
        summary: '機関の廃止を記録する（仕事が残っていれば、何が残っているかを答えて断る）',
        occurred: 'on',
      },
      may: KEEPS_INSTITUTIONS,
      from: isOpen,
      find: (look, said: CloseInstitution, state, ask, now) => look.closing(said, state, ask, now),
      decide: closeInstitution,
    }),
    ReopenInstitution: ofOrganization.asked({
      route: {
        path: 'organizations/:organization/reopenings',
        body: dto.ReopenInstitutionBody,
        summary: '廃止した機関を再開する',
        occurred: 'on',
      },
      may: KEEPS_INSTITUTIONS,
      from: ({ closed, withdrawn }) => closed !== undefined && withdrawn === undefined,
      decide: reopenInstitution,
    }),
    WithdrawInstitutionRegistration: ofOrganization.asked({
      route: {
        path: 'organizations/:organization/withdrawals',
        body: dto.WithdrawRegistrationBody,
        summary: '機関の登録を取り消す（誤って登録し、どこからも参照されていないとき）',
      },
      may: KEEPS_INSTITUTIONS,
      from: isOpen,
      find: (look, _said: WithdrawInstitutionRegistration, state, ask) => look.withdrawing(state, ask),
      decide: withdrawInstitutionRegistration,
    }),
  },
  events: {
    InstitutionRegistered: { version: 1 },
    InstitutionChanged: { version: 1 },
    InstitutionVerified: { version: 1 },
    InstitutionClosed: { version: 1 },
    InstitutionReopened: { version: 1 },
    InstitutionRegistrationWithdrawn: { version: 1 },
  },
  sees: NOT_A_CASE,
  card: () => ({}),
  steps: {},
  texts: NOTHING,
  lookUps: OrganizationLookUps,
});

const ofUser = entriesOf<User | null, UserEvent, UserLookUps>();
const ADMINISTERS: Grants = { everyone: 'administration' };
const NAME = { user_name: ['name', 'ward'] };

/** 職員. */
export const userKind = defineCase({
  ...user,
  reference: true,
  tag: TAG,
  states: ['REGISTERED', 'LEFT', 'WITHDRAWN'],
  commands: {
    RegisterUser: ofUser.begins({
      route: { path: 'users', body: dto.RegisterUserBody, summary: '職員を登録する', personal: NAME },
      explained: true,
      may: { anyone: 'administration' },
      find: (look, said: RegisterUser, _none, ask) => look.registering(said, ask),
      decide: registerUser,
    }),
    ChangeUser: ofUser.asked({
      route: {
        path: 'users/:user/changes',
        body: dto.ChangeUserBody,
        summary: '職員の名前・病棟・役割・所属を変える',
        personal: NAME,
      },
      may: ADMINISTERS,
      from: isHere,
      find: (look, said: ChangeUser, state, ask, now) => look.changing(said, state, ask, now),
      completes: (look, ask) => look.completes(ask),
      decide: changeUser,
    }),
    RecordUserLeaving: ofUser.asked({
      route: {
        path: 'users/:user/leavings',
        body: dto.RecordUserLeavingBody,
        summary: '職員の退職・転出を記録する（仕事が残っていれば、何が残っているかを答えて断る）',
        occurred: 'on',
      },
      may: ADMINISTERS,
      from: isHere,
      find: (look, said: RecordUserLeaving, state, ask, now) => look.leaving(said, state, ask, now),
      decide: recordUserLeaving,
    }),
    WithdrawUserRegistration: ofUser.asked({
      route: {
        path: 'users/:user/withdrawals',
        body: dto.WithdrawRegistrationBody,
        summary: '職員の登録を取り消す（誤って登録し、まだ何もしていないとき）',
      },
      may: ADMINISTERS,
      from: isHere,
      find: (look, _said: WithdrawUserRegistration, state, ask) => look.withdrawing(state, ask),
      decide: withdrawUserRegistration,
    }),
  },
  events: {
    UserRegistered: { version: 1 },
    UserChanged: { version: 1 },
    UserLeft: { version: 1 },
    UserRegistrationWithdrawn: { version: 1 },
  },
  sees: NOT_A_CASE,
  card: () => ({}),
  steps: {},
  texts: { templates: [], records: ['user_name'] },
  lookUps: UserLookUps,
});

const ofPatient = entriesOf<Patient | null, PatientEvent, PatientLookUps>();
/**
 * Consent is recorded by those who care for the person, by the desk and base of their area, and by an administrator. A
 * withdrawal ends what is owed, so that nobody else may (visibility matrix, model.md 2.2).
 */
const CARES: Grants = {
  care_manager: 'person_registering',
  care_team: 'person_registering',
  primary_physician: 'person_registering',
  hospital: 'person_registering',
  area: ['desk_work', 'administration'],
};

/** At night it is whoever treats the person. */
const EXCEPTS: Grants = { ...CARES, primary_physician: ['person_registering', 'clinic_work'] };
const GIVER = ['giver', 'relation', 'note'];

/**
 * Whoever cares for the person sees who it is, also a visiting nurse who writes nothing here; whoever was in charge until the
 * last change opens what told so, and reads no record of it.
 */
const SEES: Grants = {
  care_manager: 'names_reading',
  care_team: 'names_reading',
  primary_physician: 'names_reading',
  hospital: 'names_reading',
  area: ['desk_work', 'administration'],
  former: 'membership',
};
const IDENTITY = ['name', 'kana', 'birthDate', 'sex', 'address'];

/** 本人: the person cared for. */
export const patientKind = defineCase({
  ...patient,
  tag: TAG,
  states: ['REGISTERED', 'WITHDRAWN', 'ERASED'],
  commands: {
    RegisterPatient: ofPatient.begins({
      route: {
        path: 'patients',
        body: dto.RegisterPatientBody,
        summary: '患者を登録する',
        personal: { patient_identity: IDENTITY },
      },
      explained: true,
      may: { anyone: 'person_registering' },
      find: (look, said, _state, ask, now) => look.registering(said, ask, now),
      decide: registerPatient,
    }),
    GiveConsent: ofPatient.asked({
      route: {
        path: 'patients/:patient/consents',
        body: dto.ConsentBody,
        summary: '同意台帳に、情報共有の同意を記録する（何のために・だれに・見た書面・だれが）',
        personal: { consent_detail: GIVER },
      },
      may: CARES,
      from: isRegistered,
      find: (look, said: GiveConsent, _state, ask) => look.consenting(said, ask),
      decide: giveConsent,
    }),
    WithdrawConsent: ofPatient.asked({
      route: {
        path: 'patients/:patient/consent-withdrawals',
        body: dto.ConsentWithdrawalBody,
        summary: '情報共有の同意の撤回を記録する（一つの同意か、それまでのすべて）',
        personal: { consent_detail: GIVER },
      },
      may: CARES,
      from: isRegistered,
      decide: withdrawConsent,
    }),
    RecordConsentException: ofPatient.asked({
      route: {
        path: 'patients/:patient/consent-exceptions',
        body: dto.ConsentExceptionBody,
        summary:
          '同意によらない共有（個人情報保護法第27条第1項）を、理由とともに記録する。期限があり、あとで点検される',
        personal: { consent_detail: ['reason'] },
      },
      may: EXCEPTS,
      from: isRegistered,
      find: (look, _said: RecordConsentException, state, ask, now) => look.excepting(state, ask, now),
      decide: recordConsentException,
    }),
    RetractConsentEntry: ofPatient.asked({
      route: {
        path: 'patients/:patient/consent-retractions',
        body: dto.ConsentRetractionBody,
        summary: '同意台帳の誤った記録を取り消す（台帳には残る）',
        personal: { consent_detail: ['reason'] },
      },
      may: CARES,
      from: isRegistered,
      decide: retractConsentEntry,
    }),
    ReviewConsentException: ofPatient.asked({
      route: {
        path: 'patients/:patient/consent-exception-reviews',
        body: dto.ConsentExceptionReviewBody,
        summary: '同意によらない共有を点検する（不当なら、その時から共有できない）',
      },
      may: { area: ['base_work', 'administration'] },
      from: isRegistered,
      decide: reviewConsentException,
    }),
    ChangeCareManager: ofPatient.asked({
      route: {
        path: 'patients/:patient/care-managers',
        body: dto.ChangeCareManagerBody,
        summary: '担当ケアマネジャーを変える（開いている案件は答えと履歴に示し、前後の担当に知らせる）',
      },
      may: CARES,
      from: isRegistered,
      find: (look, said: ChangeCareManager, state, ask) => look.careManaging(said, state, ask),
      decide: changeCareManager,
    }),
    ChangeCareTeam: ofPatient.asked({
      route: { path: 'patients/:patient/care-teams', body: dto.ChangeCareTeamBody, summary: 'ケアチームを変える' },
      may: CARES,
      from: isRegistered,
      find: (look, said: ChangeCareTeam, state, ask) => look.team(said, state, ask),
      decide: changeCareTeam,
    }),
    ChangePrimaryPhysician: ofPatient.asked({
      route: {
        path: 'patients/:patient/primary-physicians',
        body: dto.ChangePrimaryPhysicianBody,
        summary: '主治医（医療機関）を変える',
      },
      may: CARES,
      from: isRegistered,
      find: (look, said: ChangePrimaryPhysician, state, ask) => look.physician(said, state, ask),
      decide: changePrimaryPhysician,
    }),
    MovePatient: ofPatient.asked({
      route: {
        path: 'patients/:patient/moves',
        body: dto.MovePatientBody,
        summary: '転居を記録する（開いている案件は始まった圏域に残る）',
        personal: { patient_identity: ['address'] },
      },
      may: CARES,
      from: isRegistered,
      find: (look, said: MovePatient, state, ask) => look.moving(said, state, ask),
      completes: (look, ask) => look.completes(ask),
      decide: movePatient,
    }),
    CorrectPatientIdentity: ofPatient.asked({
      route: {
        path: 'patients/:patient/identity-corrections',
        body: dto.CorrectPatientIdentityBody,
        summary: '氏名・かな・生年月日・性別・住所を訂正する',
        personal: { patient_identity: IDENTITY },
      },
      may: CARES,
      from: isRegistered,
      find: (look, _said: CorrectPatientIdentity, state, ask, now) => look.correcting(state, ask, now),
      completes: (look, ask) => look.completes(ask),
      decide: correctPatientIdentity,
    }),
    WithdrawPatientRegistration: ofPatient.asked({
      route: {
        path: 'patients/:patient/withdrawals',
        body: dto.WithdrawRegistrationBody,
        summary: '患者の登録を取り消す（誤って登録し、まだ何も始まっていないとき）',
      },
      may: { area: ['desk_work', 'administration'] },
      from: isRegistered,
      find: (look, _said: WithdrawPatientRegistration, state, ask) => look.withdrawing(state, ask),
      decide: withdrawPatientRegistration,
    }),
    ErasePatient: ofPatient.asked({
      route: {
        path: 'patients/:patient/erasures',
        body: dto.ErasePatientBody,
        summary: '本人の個人情報を消去する（鍵を破棄する。元に戻せない。期限のある案件が残っていれば断る）',
      },
      may: { everyone: 'person_erasing' },
      from: ({ erased }) => erased === undefined,
      find: (look, _said, state, ask) => look.erasing(state, ask),
      decide: erasePatient,
    }),
    HideAddress: ofPatient.asked({
      route: {
        path: 'patients/:patient/address-hidings',
        body: dto.AddressBody,
        summary: '住所を伏せる（支援措置など）',
        personal: { address_reason: ['reason'] },
      },
      may: CARES,
      from: (state) => isRegistered(state) && state.addressHiddenBy === undefined,
      explained: true,
      decide: hideAddress,
    }),
    ShowAddress: ofPatient.asked({
      route: {
        path: 'patients/:patient/address-showings',
        body: dto.AddressBody,
        summary: '伏せた住所を示す',
        personal: { address_reason: ['reason'] },
      },
      // Whoever had it hidden, and the care manager.
      may: { [ADDRESS_KEEPER]: 'person_registering' },
      from: (state) => isRegistered(state) && state.addressHiddenBy !== undefined,
      explained: true,
      decide: showAddress,
    }),
  },
  events: {
    PatientRegistered: { version: 1 },
    ConsentGiven: { version: 1 },
    ConsentWithdrawn: { version: 1 },
    ConsentExceptionRecorded: { version: 1 },
    ConsentEntryRetracted: { version: 1 },
    ConsentExceptionReviewed: { version: 1 },
    PatientCareManagerChanged: { version: 1 },
    PatientCareTeamChanged: { version: 1 },
    PatientPhysicianChanged: { version: 1 },
    PatientMoved: { version: 1 },
    PatientIdentityCorrected: { version: 1 },
    PatientRegistrationWithdrawn: { version: 1 },
    PatientErased: { version: 1 },
    PatientAddressHidden: { version: 1 },
    PatientAddressShown: { version: 1 },
  },
  // Whoever erases opens whom a desk names to him, without any name.
  sees: { ...SEES, [ADDRESS_KEEPER]: 'person_registering', everyone: 'person_erasing' },
  // Why somebody must not be found is for those who keep it: the care manager, and the institution that had it hidden.
  withheld: {
    former: ['patient_identity', 'address_reason', 'consent_detail'],
    everyone: ['patient_identity', 'address_reason', 'consent_detail'],
    ...Object.fromEntries(
      ['care_team', 'primary_physician', 'hospital', 'area'].map((relation) => [relation, ['address_reason']]),
    ),
  },
  card: () => ({}),
  steps: {},
  texts: {
    templates: [CARE_CHANGED, CONSENT_EXCEPTION],
    records: ['patient_identity', 'address_reason', 'consent_detail'],
  },
  lookUps: PatientLookUps,
  standing: (look, person, prefecture, id) => look.standing(person, prefecture, id),
});

const ofRules = entriesOf<RuleSet | null, RuleSetActivated, RuleSetLookUps>();

/** ルール: the rule numbers of an area. */
export const ruleSetKind = defineCase({
  ...ruleSet,
  reference: true,
  tag: TAG,
  states: ['DEFAULT', 'ACTIVE'],
  commands: {
    ActivateRuleSet: ofRules.begins({
      route: {
        path: 'rule-sets',
        body: dto.ActivateRuleSetBody,
        summary: 'ルールを発効する',
        idOf: (_caller, { context, area }) => ruleSetId(String(context), String(area)),
      },
      explained: true,
      may: { anyone: 'rule_making' },
      find: (look, asked: ActivateRuleSet, state, ask) => look.find(asked, state, ask),
      decide: ruleSet.decide,
    }),
    ChangeRules: ofRules.begins({
      route: {
        path: 'rule-changes',
        body: dto.ChangeRulesBody,
        summary: 'ルールを変える（名指したものだけ。ほかの値と、先の日付で決まっているものは、そのまま残る）',
        idOf: (_caller, { context, area }) => ruleSetId(String(context), String(area)),
      },
      explained: true,
      may: { anyone: 'rule_making' },
      find: (look, asked: ChangeRules, state, ask) => look.find(asked, state, ask),
      decide: changeRules,
    }),
  },
  events: { RuleSetActivated: { version: 1 } },
  sees: NOT_A_CASE,
  card: () => ({}),
  steps: {},
  texts: NOTHING,
  lookUps: RuleSetLookUps,
});

const ofPost = entriesOf<CoordinatorPost | null, CoordinatorPostEvent, CoordinatorPostLookUps>();

/** 調整役の配置: who coordinates which fields at which level for which area (K-01…K-09). */
export const coordinatorPostKind = defineCase({
  ...coordinatorPost,
  tag: TAG,
  states: ['HELD', 'ENDED'],
  commands: {
    AppointCoordinator: ofPost.begins({
      route: {
        path: 'coordinator-posts',
        body: dto.AppointCoordinatorBody,
        summary: '調整役を置く（分野・レベル・圏域。重なりは知らせるだけで、断らない）',
        personal: { coordinator_certificate: ['certificate'] },
        occurred: 'on',
      },
      may: { anyone: 'coordinator_placing' },
      find: (look, said: AppointCoordinator, _none, ask) => look.appointing(said, ask),
      decide: appoint,
    }),
    EndCoordinatorPost: ofPost.asked({
      route: {
        path: 'coordinator-posts/:coordinatorPost/endings',
        body: dto.EndCoordinatorPostBody,
        summary: '調整役の任を終える',
        occurred: 'on',
      },
      may: { area: 'coordinator_placing', everyone: 'administration' },
      from: ({ status }) => status === 'HELD',
      after: [APPOINTMENT],
      decide: (said: EndCoordinatorPost, state, given) => end(said, state, given),
    }),
  },
  events: { CoordinatorAppointed: { version: 1 }, CoordinatorPostEnded: { version: 1 } },
  // The grid shows posts to all who place any; opened they are by those of the area, for they would fill everybody's lists.
  sees: { area: 'coordinator_placing', holder: 'membership', everyone: 'administration' },
  // Nothing is ever owed in it: it is no work that somebody looks for in a list of open cases.
  isOver: () => true,
  card: ({ kind, fields, level, area }) => ({ kind, fields, level, area }),
  steps: {},
  texts: { templates: [], records: ['coordinator_certificate'] },
  lookUps: CoordinatorPostLookUps,
});

const ofCover = entriesOf<DeskCover | null, DeskCoverEvent, DeskCoverLookUps>();
const OF_DESKS: Grants = { desk: 'desk_work', deputy: 'desk_work', everyone: 'administration' };

/** 窓口の代行: another desk stands in for one that is closed. */
export const deskCoverKind = defineCase({
  ...deskCover,
  reference: true,
  tag: TAG,
  states: ['ARRANGED', 'ENDED'],
  commands: {
    ArrangeDeskCover: ofCover.begins({
      route: { path: 'desk-covers', body: dto.ArrangeDeskCoverBody, summary: '窓口の代行を頼む' },
      may: { anyone: 'desk_work' },
      find: (look, said: ArrangeDeskCover, _none, ask) => look.arranging(said, ask),
      decide: arrange,
    }),
    EndDeskCover: ofCover.asked({
      route: { path: 'desk-covers/:deskCover/endings', body: dto.EndDeskCoverBody, summary: '窓口の代行を終える' },
      may: OF_DESKS,
      from: ({ status }) => status === 'ARRANGED',
      decide: endCover,
    }),
  },
  events: { DeskCoverArranged: { version: 1 }, DeskCoverEnded: { version: 1 } },
  sees: OF_DESKS,
  // As a post: it ends by its own day, and is no work that somebody looks for in a list of open cases.
  isOver: () => true,
  card: ({ from, until }) => ({ from, until }),
  steps: {},
  texts: { templates: ['desk.covered', 'desk.cover_ended'], records: [] },
  lookUps: DeskCoverLookUps,
});
