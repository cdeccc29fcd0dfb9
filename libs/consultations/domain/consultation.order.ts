import type { Earlier, Order } from '#kernel';
import type { ConsultationCommand } from './consultation.commands.js';
import type { Consultation } from './consultation.state.js';

type Moment = Earlier<Consultation>;

const RECEIPT: Moment = { ja: '相談の受付', en: 'the receipt of the consultation', at: ({ receivedAt }) => receivedAt };
const OPENING: Moment = {
  ja: '相談の受付または再開',
  en: 'the receipt of the consultation, or its reopening',
  at: ({ openSince }) => openSince,
};
const HOLDING: Moment = {
  ja: 'この窓口が相談を受けた時',
  en: 'the moment at which this desk took the consultation',
  at: ({ heldSince }) => heldSince,
};
const FIRST_ACTION: Moment = { ja: '最初の対応', en: 'the first action', at: ({ firstActionAt }) => firstActionAt };
const LAST_WORK: Moment = { ja: '最後の対応', en: 'the last thing done about it', at: ({ workedAt }) => workedAt };
const REFERRING: Moment = { ja: 'つないだ時', en: 'the referral', at: ({ referral }) => referral?.at };
const CLOSING: Moment = { ja: '終結', en: 'the closing', at: ({ closedAt }) => closedAt };

/** 時の順: what each command cannot precede (model.md 2.3). */
export const CONSULTATION_ORDER: Order<Consultation, ConsultationCommand> = {
  LogConsultation: {},
  TriageConsultation: { occurredAt: [HOLDING] },
  RecordConsultationAction: { occurredAt: [OPENING] },
  AwaitReply: { occurredAt: [OPENING, FIRST_ACTION] },
  ReferConsultation: { occurredAt: [HOLDING] },
  AcceptReferral: { occurredAt: [REFERRING] },
  DeclineReferral: { occurredAt: [REFERRING] },
  AnswerConsultation: { occurredAt: [OPENING, FIRST_ACTION] },
  CloseConsultation: { occurredAt: [LAST_WORK] },
  ReopenConsultation: { occurredAt: [CLOSING] },
  LinkConsultation: { occurredAt: [RECEIPT] },
  CloseSystemConsultation: {},
};
