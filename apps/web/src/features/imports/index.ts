import type { Feature } from '../../feature.ts';
import { words } from './words.ts';

/** 取り込み: lists that offices have, brought into the directory. */
export const imports: Feature = {
  words,
  kinds: {},
  pages: { imports: { path: '/imports', page: async () => (await import('./pages/imports-page.tsx')).ImportsPage } },
  commands: {},
  steps: {},
  facts: {},
  rows: {},
  loud: [],
};
