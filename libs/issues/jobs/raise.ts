import type { Answer, Cases } from '#cases';
import { idOf, type Recorded } from '#kernel';
import { issueSignalKind, type IssueSignalCommand } from '../issues.kinds.js';

/** A signal's command as a reaction sends it: dated as what caused it, and the same again when it is caused again. */
export const askSignal = (
  cases: Cases,
  event: Recorded,
  job: string,
  id: string,
  command: IssueSignalCommand,
): Promise<Answer> =>
  cases.work(issueSignalKind, {
    prefecture: event.prefecture,
    id,
    command,
    job,
    key: idOf(job, event.eventId, id),
    causationId: event.eventId,
    occurredAt: event.occurredAt,
  });
