import type { Feature } from '../../feature.ts';
import { commands, steps } from './commands.ts';
import { facts, rows } from './facts.ts';
import { words } from './words.ts';

/** 協議会: what becomes of an issue that keeps coming back. */
export const councils: Feature = {
  words,
  kinds: { agenda_item: 'agenda-items' },
  commands,
  steps,
  facts,
  rows,
  loud: [],
};
