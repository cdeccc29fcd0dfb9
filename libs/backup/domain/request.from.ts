import type { BackupRequest, BackupStatus } from './request.js';
import { isWaiting, UNDER_WAY } from './request.state.js';

type In = (state: BackupRequest) => boolean;

const within =
  (...statuses: readonly BackupStatus[]): In =>
  ({ status }) =>
    statuses.includes(status);

/** The states that a command may come from (model.md 2.5): the table of the kind names them, screens offer by them. */
export const offering = within('OFFERING');
export const taken = within('ACCEPTED', 'MANUALLY_ASSIGNED');
/** Once at the bedside there is an outcome to record; until then the patient needs the next one. */
export const onTheWay = within('ACCEPTED', 'MANUALLY_ASSIGNED', 'DEPARTED');
export const underWay: In = ({ status }) => UNDER_WAY.has(status);
export const notCompleted: In = isWaiting;
export const completed = within('COMPLETED');
export const reported = within('REPORTED');
export const unanswered = within('OFFERING', 'EXHAUSTED');
