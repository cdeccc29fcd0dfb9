import type { Feature } from '../../feature.ts';
import { commands, steps } from './commands.ts';
import { facts, loud, rows } from './facts.ts';
import { words } from './words.ts';

/** 入退院支援: from the admission to the feedback after the discharge. */
export const handovers: Feature = {
  words,
  kinds: { discharge_case: 'handovers' },
  commands,
  steps,
  facts,
  rows,
  loud,
  texts: { handover_document: async () => (await import('./pages/document-text.tsx')).DocumentText },
};
