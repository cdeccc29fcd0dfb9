import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { words } from './words.ts';

/** 台帳: areas, institutions, people and rules. */
export const directory: Feature = {
  words,
  kinds: { coordinator_post: 'coordinator-posts', desk_cover: 'desk-covers' },
  pages: {
    coordinators: {
      path: '/coordinators',
      page: async () => (await import('./pages/coordinators.tsx')).CoordinatorsPage,
    },
    organizations: {
      path: '/organizations',
      page: async () => (await import('./pages/organizations.tsx')).OrganizationsPage,
    },
    organization: {
      path: '/organizations/$id',
      page: async () => (await import('./pages/organization.tsx')).OrganizationPage,
      hidden: true,
    },
    patient: {
      path: '/patients/$id',
      page: async () => (await import('./pages/patient.tsx')).PatientPage,
      hidden: true,
    },
    rules: { path: '/rules', page: async () => (await import('./pages/rules.tsx')).RulesPage },
    rule: {
      path: '/rules/one',
      page: async () => (await import('./pages/rule.tsx')).RulePage,
      hidden: true,
    },
    read_log: { path: '/read-log', page: async () => (await import('./pages/read-log.tsx')).ReadLogPage },
  },
  around: {
    coordinator_post: () => [{ name: 'coordinators', to: '/coordinators' }],
    patient: (id) => [{ name: 'patient', to: `/patients/${id}` }],
  },
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
    EndDeskCover: { form: true },
    RegisterInstitution: {
      begins: '/organizations/new',
      page: async () => (await import('./pages/register-institution.tsx')).RegisterInstitutionPage,
    },
  },
  steps: {},
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows: {},
  loud: [],
};
