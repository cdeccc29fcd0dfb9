import type { Facts } from '../../feature.ts';

export const urgency = { codes: 'urgency' } as const;

export const rows: Facts = {
  consultation: { number: 'mark', urgency, topics: { codes: 'topic' }, scene: { codes: 'scene' } },
};
