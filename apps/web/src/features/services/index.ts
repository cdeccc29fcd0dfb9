import type { Feature } from '../../feature.ts';
import { commands, steps } from './commands.ts';
import { facts, rows } from './facts.ts';
import { words } from './words.ts';

/** サービスの依頼: 口腔ケア, 訪問薬剤 and the like, from the request to the doing. */
export const services: Feature = {
  words,
  kinds: { service_request: 'service-requests' },
  commands,
  steps,
  facts,
  rows,
  loud: ['ServiceRequestDeclined'],
};
