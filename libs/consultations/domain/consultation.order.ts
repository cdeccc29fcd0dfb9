import type { Earlier } from '#kernel';
import type { Consultation } from './consultation.state.js';

type Moment = Earlier<Consultation>;

/** 時の順: moments of a consultation that something else cannot lie before (model.md 2.3). */
export const RECEIPT: Moment = {
  ja: '相談の受付',
  en: 'the receipt of the consultation',
  at: ({ receivedAt }) => receivedAt,
};
export const OPENING: Moment = {
  ja: '相談の受付または再開',
  en: 'the receipt of the consultation, or its reopening',
  at: ({ openSince }) => openSince,
};
export const HOLDING: Moment = {
  ja: 'この窓口が相談を受けた時',
  en: 'the moment at which this desk took the consultation',
  at: ({ heldSince }) => heldSince,
};
export const FIRST_ACTION: Moment = {
  ja: '最初の対応',
  en: 'the first action',
  at: ({ firstActionAt }) => firstActionAt,
};
export const LAST_WORK: Moment = {
  ja: '最後の対応',
  en: 'the last thing done about it',
  at: ({ workedAt }) => workedAt,
};
export const REFERRING: Moment = { ja: 'つないだ時', en: 'the referral', at: ({ referral }) => referral?.at };
export const MERGING: Moment = { ja: 'まとめた時', en: 'the merge', at: ({ merge }) => merge?.at };
export const CLOSING: Moment = { ja: '終結', en: 'the closing', at: ({ closedAt }) => closedAt };
