import { defineCase, entriesOf, type Grants } from '#cases';
import { ADDRESS_KEEPER } from '#kernel';
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
  organization,
  type InstitutionRegistered,
  type Organization,
  type RegisterInstitution,
} from './domain/organization.js';
import {
  consenting,
  hideAddress,
  patient,
  registerPatient,
  showAddress,
  type Patient,
  type PatientEvent,
} from './domain/patient.js';
import { ruleSet, ruleSetId, type ActivateRuleSet, type RuleSet, type RuleSetActivated } from './domain/rule-set.js';
import { user, type RegisterUser, type User, type UserRegistered } from './domain/user.js';
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

/** 機関. */
export const organizationKind = defineCase({
  ...organization,
  reference: true,
  tag: TAG,
  states: ['REGISTERED'],
  commands: {
    RegisterInstitution: entriesOf<Organization | null, InstitutionRegistered, OrganizationLookUps>().begins({
      route: { path: 'organizations', body: dto.RegisterInstitutionBody, summary: '機関を登録する' },
      explained: true,
      may: { anyone: 'institution_registering' },
      find: (look, asked: RegisterInstitution, state, ask) => look.find(asked, state, ask),
      decide: organization.decide,
    }),
  },
  events: { InstitutionRegistered: { version: 1 } },
  sees: NOT_A_CASE,
  card: () => ({}),
  steps: {},
  texts: NOTHING,
  lookUps: OrganizationLookUps,
});

/** 職員. */
export const userKind = defineCase({
  ...user,
  reference: true,
  tag: TAG,
  states: ['REGISTERED'],
  commands: {
    RegisterUser: entriesOf<User | null, UserRegistered, UserLookUps>().begins({
      route: {
        path: 'users',
        body: dto.RegisterUserBody,
        summary: '職員を登録する',
        personal: { user_name: ['name', 'ward'] },
      },
      explained: true,
      may: { anyone: 'administration' },
      find: (look, asked: RegisterUser, state, ask) => look.find(asked, state, ask),
      decide: user.decide,
    }),
  },
  events: { UserRegistered: { version: 1 } },
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

/** 本人: the person cared for. */
export const patientKind = defineCase({
  ...patient,
  tag: TAG,
  states: ['REGISTERED'],
  commands: {
    RegisterPatient: ofPatient.begins({
      route: {
        path: 'patients',
        body: dto.RegisterPatientBody,
        summary: '患者を登録する',
        personal: { patient_identity: ['name', 'kana', 'birthDate', 'sex', 'address'] },
      },
      explained: true,
      may: { anyone: 'person_registering' },
      find: (look, said, _state, ask, now) => look.registering(said, ask, now),
      decide: registerPatient,
    }),
    GiveConsent: ofPatient.asked({
      route: { path: 'patients/:patient/consents', body: dto.ConsentBody, summary: '情報共有の同意を記録する' },
      may: CARES,
      decide: consenting(true),
    }),
    WithdrawConsent: ofPatient.asked({
      route: {
        path: 'patients/:patient/consent-withdrawals',
        body: dto.ConsentBody,
        summary: '情報共有の同意の撤回を記録する',
      },
      may: CARES,
      decide: consenting(false),
    }),
    HideAddress: ofPatient.asked({
      route: {
        path: 'patients/:patient/address-hidings',
        body: dto.AddressBody,
        summary: '住所を伏せる（支援措置など）',
        personal: { address_reason: ['reason'] },
      },
      may: CARES,
      from: ({ addressHiddenBy }) => addressHiddenBy === undefined,
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
      from: ({ addressHiddenBy }) => addressHiddenBy !== undefined,
      explained: true,
      decide: showAddress,
    }),
  },
  events: {
    PatientRegistered: { version: 1 },
    ConsentGiven: { version: 1 },
    ConsentWithdrawn: { version: 1 },
    PatientAddressHidden: { version: 1 },
    PatientAddressShown: { version: 1 },
  },
  sees: { ...CARES, [ADDRESS_KEEPER]: 'person_registering' },
  // Why somebody must not be found is for those who keep it: the care manager, and the institution that had it hidden.
  withheld: Object.fromEntries(
    ['care_team', 'primary_physician', 'hospital', 'area'].map((relation) => [relation, ['address_reason']]),
  ),
  card: () => ({}),
  steps: {},
  texts: { templates: [], records: ['patient_identity', 'address_reason'] },
  lookUps: PatientLookUps,
  standing: (look, person, prefecture, id) => look.standing(person, prefecture, id),
});

/** ルール: the rule numbers of an area. */
export const ruleSetKind = defineCase({
  ...ruleSet,
  reference: true,
  tag: TAG,
  states: ['DEFAULT', 'ACTIVE'],
  commands: {
    ActivateRuleSet: entriesOf<RuleSet | null, RuleSetActivated, RuleSetLookUps>().begins({
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
