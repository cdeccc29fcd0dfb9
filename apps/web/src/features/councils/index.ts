import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { rows } from './rows.ts';
import { words } from './words.ts';

/** 協議会: what becomes of an issue that keeps coming back. */
export const councils: Feature = {
  words,
  kinds: { agenda_item: 'agenda-items', council: 'councils', meeting: 'meetings' },
  pages: {
    councils: { path: '/councils', page: async () => (await import('./pages/councils.tsx')).CouncilsPage },
    council: {
      path: '/councils/$id/page',
      page: async () => (await import('./pages/council.tsx')).CouncilPage,
      hidden: true,
    },
    meeting: {
      path: '/meetings/$id/page',
      page: async () => (await import('./pages/meeting.tsx')).MeetingPage,
      hidden: true,
    },
    actions: { path: '/actions', page: async () => (await import('./pages/own-actions.tsx')).OwnActionsPage },
  },
  home: async () => (await import('./pages/home.tsx')).Home,
  titles: { agenda_item: 'agenda_title' },
  around: {
    agenda_item: (_id, { meeting }) =>
      typeof meeting === 'string' ? [{ name: 'meeting', to: `/meetings/${meeting}/page` }] : [],
    meeting: (id) => [{ name: 'meeting', to: `/meetings/${id}/page` }],
    council: (id) => [{ name: 'council', to: `/councils/${id}/page` }],
  },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud: [],
};
