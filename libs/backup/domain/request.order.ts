import type { Earlier } from '#kernel';
import type { BackupRequest } from './request.state.js';

type Moment = Earlier<BackupRequest>;

/** 時の順: moments that something else cannot lie before. A step that was left out, as the departure may be, orders nothing. */
export const REQUEST: Moment = { ja: '依頼', en: 'the request', at: ({ requestedAt }) => requestedAt };
/** An organization answers the offer that it has had itself. */
export const OFFER: Moment = {
  ja: '打診',
  en: 'the offer',
  at: ({ offers }, { actor }) =>
    offers.findLast(({ organization }) => 'orgId' in actor && organization === actor.orgId)?.offeredAt,
};
export const ACCEPTANCE: Moment = { ja: '引き受け', en: 'the acceptance', at: ({ acceptedAt }) => acceptedAt };
export const DEPARTURE: Moment = { ja: '出発', en: 'the departure', at: ({ departedAt }) => departedAt };
export const ARRIVAL: Moment = { ja: '到着', en: 'the arrival', at: ({ arrivedAt }) => arrivedAt };
export const COMPLETION: Moment = { ja: '対応の完了', en: 'the completion', at: ({ completedAt }) => completedAt };
export const HAND_BACK: Moment = { ja: '申し送り', en: 'the hand-back', at: ({ handedBackAt }) => handedBackAt };
