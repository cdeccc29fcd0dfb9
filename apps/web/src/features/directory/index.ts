import type { Feature } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import { words, type Words } from './words.ts';

const BY_AN_ADMINISTRATOR = 'An administrator does it by import or by the API; it has no screen yet.';
const form = formsIn<Words>();
const OF_A_PERSON = 'It belongs on the page of a person, which does not exist yet.';

/** 台帳: areas, institutions, people and rules. */
export const directory: Feature = {
  words,
  kinds: { coordinator_post: 'coordinator-posts', desk_cover: 'desk-covers' },
  pages: {
    coordinators: {
      path: '/coordinators',
      page: async () => (await import('./pages/coordinators.tsx')).CoordinatorsPage,
    },
    read_log: { path: '/read-log', page: async () => (await import('./pages/read-log.tsx')).ReadLogPage },
  },
  around: { coordinator_post: () => [{ name: 'coordinators', to: '/coordinators' }] },
  commands: {
    RegisterPatient: {
      begins: '/patients/new',
      page: async () => (await import('./pages/register-patient.tsx')).RegisterPatientPage,
    },
    AppointCoordinator: {
      begins: '/coordinators/new',
      page: async () => (await import('./pages/appoint-coordinator.tsx')).AppointCoordinatorPage,
    },
    EndCoordinatorPost: {
      page: async () => (await import('./pages/end-coordinator-post.tsx')).EndCoordinatorPost,
      apart: true,
    },
    ArrangeDeskCover: {
      begins: '/desk-covers/new',
      page: async () => (await import('./pages/arrange-cover.tsx')).ArrangeCoverPage,
    },
    EndDeskCover: { form: form('EndDeskCover', {}) },
    RegisterInstitution: { none: BY_AN_ADMINISTRATOR },
    RegisterUser: { none: BY_AN_ADMINISTRATOR },
    ImportAreas: { none: BY_AN_ADMINISTRATOR },
    ActivateRuleSet: { none: BY_AN_ADMINISTRATOR },
    GiveConsent: { none: OF_A_PERSON },
    WithdrawConsent: { none: OF_A_PERSON },
    HideAddress: { none: OF_A_PERSON },
    ShowAddress: { none: OF_A_PERSON },
  },
  steps: {},
  facts: {
    CoordinatorAppointed: {
      organization: 'organization',
      kind: { codes: 'kind' },
      fields: { codes: 'fields' },
      level: { codes: 'level' },
      since: 'day',
      trainedOn: 'day',
      overlaps: { unit: 'overlaps', of: 'length' },
    },
    CoordinatorPostEnded: { on: 'day' },
    DeskCoverArranged: { desk: 'organization', deputy: 'organization', from: 'day', until: 'day' },
    DeskCoverEnded: { on: 'day' },
  },
  rows: {},
  loud: [],
};
