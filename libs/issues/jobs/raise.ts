import { idOf, type Recorded } from '#kernel';
import { AskIssueSignal } from '../commands/issues.aggregates.js';
import type { IssueSignalCommand } from '../domain/issue-signal.commands.js';

/** A signal's command as a reaction sends it: dated as what caused it, and the same again when it is caused again. */
export const askSignal = (event: Recorded, job: string, id: string, command: IssueSignalCommand): AskIssueSignal =>
  new AskIssueSignal({
    prefecture: event.prefecture,
    id,
    command,
    actor: { system: 'worker', job },
    key: idOf(job, event.eventId, id),
    bodyHash: '00',
    causationId: event.eventId,
    occurredAt: event.occurredAt,
  });
