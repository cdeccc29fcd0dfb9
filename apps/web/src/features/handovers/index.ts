import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { loud, rows } from './rows.ts';
import { words } from './words.ts';

/** 入退院支援: from the admission to the feedback after the discharge. */
export const handovers: Feature = {
  words,
  kinds: { discharge_case: 'handovers' },
  pages: { replies: { path: '/replies', page: async () => (await import('./pages/replies-page.tsx')).RepliesPage } },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud,
  texts: { handover_document: async () => (await import('./pages/document-text.tsx')).DocumentText },
};
