import { isClosed, isInHospital, stepNow, type DischargeCase } from './handover.state.js';

type In = (state: DischargeCase) => boolean;

const isOpen = ({ duties }: DischargeCase, step: string): boolean => duties[step]?.state === 'open';
const leakStands: In = ({ handover }) => handover === 'MISSED' || handover === 'LEAK_CONFIRMED';
const canStillSend: In = ({ stay }) => stay !== 'TRANSFERRED' && stay !== 'DIED';

/** The states in which a command is offered (model.md 2.4). What is written down later than that is judged by its moment. */
export const notOver: In = (state) => !isClosed(state);
export const inHospital: In = isInHospital;
export const live: In = (state) => isInHospital(state) && notOver(state);
export const alive: In = ({ stay }) => stay !== 'DIED';
export const withoutCareManager: In = (state) => notOver(state) && state.careManager === undefined;
export const withCareManager: In = (state) => notOver(state) && state.careManager !== undefined;
export const uninformed: In = (state) => withCareManager(state) && state.informed === undefined;
/** A document that went out first does not take the screening off the hospital. */
export const unscreened: In = (state) =>
  live(state) && (state.handover === 'NONE' || state.handover === 'NOT_REQUIRED' || isOpen(state, 'screening'));
export const unnotified: In = (state) => live(state) && !state.startNotified && state.handover !== 'NOT_REQUIRED';
export const unsent: In = (state) =>
  canStillSend(state) &&
  (['NONE', 'REQUIRED', 'START_NOTIFIED'].includes(state.handover) || (leakStands(state) && state.version === 0));
export const sent: In = (state) =>
  canStillSend(state) &&
  state.version > 0 &&
  (['CLARIFYING', 'SUBMITTED'].includes(state.handover) || (leakStands(state) && stepNow(state) !== 'ACKNOWLEDGED'));
export const unacknowledged: In = (state) =>
  state.handover === 'SUBMITTED' || (leakStands(state) && state.version > 0 && stepNow(state) !== 'ACKNOWLEDGED');
export const submitted: In = (state) =>
  state.handover === 'SUBMITTED' || (leakStands(state) && stepNow(state) === 'SUBMITTED');
export const transferred: In = ({ stay, careManager }) => stay === 'TRANSFERRED' && careManager !== undefined;
export const atHome: In = ({ stay, handover }) =>
  stay === 'DISCHARGED' && (handover === 'ACKNOWLEDGED' || handover === 'RECOVERED');
export const leaked: In = leakStands;
export const notExcluded: In = ({ handover }) => handover !== 'EXCLUDED';
