import type { Feature } from '../../feature.ts';
import { laterOf } from '../../i18n/pair.ts';
import { commands, steps } from './commands.ts';
import { rows } from './rows.ts';
import { words } from './words.ts';

/** サービスの依頼: 口腔ケア, 訪問薬剤 and the like, from the request to the doing. */
export const services: Feature = {
  words,
  kinds: { service_request: 'service-requests' },
  commands,
  steps,
  facts: laterOf(async () => (await import('./facts.ts')).facts),
  rows,
  loud: ['ServiceRequestDeclined'],
};
