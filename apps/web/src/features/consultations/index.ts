import type { Feature } from '../../feature.ts';
import { commands, steps } from './commands.ts';
import { facts, rows } from './facts.ts';
import { words } from './words.ts';

/** 相談: one question to a help desk, from the call to the closing. */
export const consultations: Feature = {
  words,
  kinds: { consultation: 'consultations' },
  commands,
  steps,
  facts,
  rows,
  loud: [],
};
