import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { rows } from './rows.ts';
import { words } from './words.ts';

/** 相談: one question to a help desk, from the call to the closing. */
export const consultations: Feature = {
  words,
  kinds: { consultation: 'consultations' },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud: [],
};
