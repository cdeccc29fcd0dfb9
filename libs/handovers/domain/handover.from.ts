import type { DischargeCase, HandoverStatus } from './handover.js';

type In = (state: DischargeCase) => boolean;

const OVER: readonly HandoverStatus[] = ['LEAK_CONFIRMED', 'FEEDBACK_RETURNED', 'EXCLUDED'];
const isOpen = ({ duties }: DischargeCase, step: string): boolean => duties[step]?.state === 'open';

/** The states that a command may come from (model.md 2.4): the table of the kind names them, screens offer by them. */
export const notOver: In = ({ handover }) => !OVER.includes(handover);
export const inHospital: In = ({ stay }) => stay === 'ADMITTED' || stay === 'DISCHARGE_PLANNED';
export const live: In = (state) => inHospital(state) && notOver(state);
export const alive: In = ({ stay }) => stay !== 'DIED';
export const withoutCareManager: In = (state) => notOver(state) && state.careManager === undefined;
export const uninformed: In = (state) =>
  notOver(state) && state.careManager !== undefined && state.informed === undefined;
/** A document that went out first does not take the screening off the hospital. */
export const unscreened: In = (state) =>
  live(state) && (state.handover === 'NONE' || state.handover === 'NOT_REQUIRED' || isOpen(state, 'screening'));
export const unnotified: In = (state) => live(state) && !state.startNotified && state.handover !== 'NOT_REQUIRED';
const canStillSend: In = ({ stay }) => stay !== 'TRANSFERRED' && stay !== 'DIED';
export const unsent: In = (state) =>
  canStillSend(state) && ['NONE', 'REQUIRED', 'START_NOTIFIED', 'MISSED'].includes(state.handover);
export const sent: In = (state) =>
  canStillSend(state) && ['CLARIFYING', 'SUBMITTED', 'MISSED'].includes(state.handover) && state.version > 0;
export const submitted: In = ({ handover }) => handover === 'SUBMITTED';
export const unacknowledged: In = (state) => {
  const { handover, version, duties } = state;
  return (
    submitted(state) || (handover === 'MISSED' && version > 0 && duties[`acknowledgement#${version}`]?.state !== 'met')
  );
};
export const transferred: In = ({ stay, careManager }) => stay === 'TRANSFERRED' && careManager !== undefined;
export const atHome: In = ({ stay, handover }) =>
  stay === 'DISCHARGED' && (handover === 'ACKNOWLEDGED' || handover === 'RECOVERED');
export const leaked: In = ({ handover }) => handover === 'MISSED' || handover === 'LEAK_CONFIRMED';
export const notExcluded: In = ({ handover }) => handover !== 'EXCLUDED';
