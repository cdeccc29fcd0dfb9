import { dutyKey, type Instant } from '#kernel';
import { unacknowledged } from './handover.from.js';
import { stepNow, type DischargeCase } from './handover.state.js';

/** Whether this version of the document still waits to be answered (受領待ち). */
export const awaitsAnswer = (state: DischargeCase, version: number): boolean =>
  state.version === version && stepNow(state) === 'SUBMITTED' && unacknowledged(state);

/** 受領の期限: until when it is to be answered, where anybody owes that. */
export const deadlineOf = ({ duties }: DischargeCase, version: number): Instant | undefined =>
  duties[dutyKey({ step: 'acknowledgement', instance: String(version) })]?.dueAt;
