import type { Feature } from '../../feature.ts';
import { words } from './words.ts';

/** 開設準備: what an administrator sets up, and the people whom he invites. */
export const region: Feature = {
  words,
  kinds: {},
  pages: {
    set_up: { path: '/setup', page: async () => (await import('./pages/set-up-page.tsx')).SetUpPage },
    people: { path: '/people', page: async () => (await import('./pages/people-page.tsx')).PeoplePage },
  },
  commands: {
    RegisterUser: {
      begins: '/users/new',
      page: async () => (await import('./pages/register-user.tsx')).RegisterUserPage,
    },
  },
  steps: {},
  facts: {},
  rows: {},
  loud: [],
};
