import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { loud, rows } from './rows.ts';
import { words } from './words.ts';

/** 緊急バックアップ: who goes when the primary physician cannot. */
export const backup: Feature = {
  words,
  kinds: { backup_request: 'backup-requests' },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud,
  cards: {
    offer: { command: 'AcceptBackup', page: async () => (await import('./pages/offer-card.tsx')).OfferCard },
  },
};
