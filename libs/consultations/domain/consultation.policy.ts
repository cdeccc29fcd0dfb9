import type { Actor, Role } from '#kernel';
import type { ConsultationCommand } from './consultation.commands.js';
import type { Consultation } from './consultation.js';

const DESK: readonly Role[] = ['coordinator', 'base_secretariat'];

/** Who may ask what (visibility matrix, model.md 2.2): the desk that has it, and the base behind the desks of its area. */
const ASKERS: Record<ConsultationCommand['type'], readonly Role[]> = {
  LogConsultation: DESK,
  TriageConsultation: DESK,
  RecordConsultationAction: DESK,
  AwaitReply: DESK,
  ReferConsultation: DESK,
  AcceptReferral: DESK,
  DeclineReferral: DESK,
  AnswerConsultation: DESK,
  CloseConsultation: DESK,
  ReopenConsultation: DESK,
  LinkConsultation: DESK,
  CloseSystemConsultation: [],
};

const ANSWERS_REFERRAL: ReadonlySet<ConsultationCommand['type']> = new Set(['AcceptReferral', 'DeclineReferral']);

type Person = Extract<Actor, { userId: string }>;

/** A consultation of another desk answers as if it did not exist, unless it is being referred to one's own. The asker reads it only. */
export function mayAskOfConsultation(
  { role, orgId }: Person,
  { type }: ConsultationCommand,
  state: Consultation | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  const asks = ASKERS[type].includes(role);
  if (type === 'LogConsultation') return asks ? 'allowed' : 'forbidden';
  if (!state) return 'hidden';
  const own = orgId === state.desk;
  const behind = role === 'base_secretariat';
  const receives = orgId === state.referral?.to;
  const asked = orgId === state.organization;
  if (!own && !behind && !receives && !asked) return 'hidden';
  // Who refers cannot accept in the other desk's name.
  const mine = ANSWERS_REFERRAL.has(type) && state.status === 'REFERRED' ? receives : own || behind;
  if (!asks || !mine) return 'forbidden';
  return own || receives ? 'allowed' : 'in_area';
}
