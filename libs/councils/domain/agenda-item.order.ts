import type { Earlier } from '#kernel';
import type { AgendaItem } from './agenda-item.state.js';

type Moment = Earlier<AgendaItem>;

/** 時の順: moments of an item that something else cannot lie before (model.md 2.7). */
export const STANDING: Moment = {
  ja: '議題が今の状態になった時',
  en: 'the moment at which the item came to its present state',
  at: ({ statusSince }) => statusSince,
};
export const MEETING: Moment = { ja: '会議の日', en: 'the day of its meeting', at: ({ meetingOn }) => meetingOn };
export const DECISION: Moment = { ja: '協議結果が出た時', en: 'the decision', at: ({ decidedAt }) => decidedAt };
