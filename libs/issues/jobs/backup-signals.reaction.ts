import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type {
  BackupRequest,
  EmergencyBackupDeclined,
  EmergencyBackupEscalated,
  EmergencyBackupExhausted,
} from '#backup';
import { Directory } from '#directory';
import type { IssueType, Recorded, Severity } from '#kernel';
import { Follows, type Follower, type Queryable } from '#platform';
import { DECLINES, FAR_TIER } from '../domain/automatic-signals.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

type Heard = EmergencyBackupEscalated | EmergencyBackupExhausted | EmergencyBackupDeclined;

/** A night without a substitute, or without one who can do what is needed, is a signal. */
@Follows('issues.backup-signals')
@Injectable()
export class BackupSignals implements Follower<Heard> {
  readonly owns = ['issue_decline'];

  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    EmergencyBackupEscalated: (event) =>
      event.payload.toTier >= FAR_TIER ? this.raise(event, 'far_tier', 'night_cover', 2) : undefined,
    EmergencyBackupExhausted: (event) => this.raise(event, 'exhausted', 'night_cover', 3),
    EmergencyBackupDeclined: async (event, tx) => {
      if (event.payload.reason !== 'capability_missing') return;
      if ((await declined(tx, event)) >= DECLINES) await this.raise(event, 'capability_missing', 'lack_of_resource', 1);
    },
  };

  private async raise(event: Recorded, what: string, issueType: IssueType, severity: Severity): Promise<void> {
    const { prefecture, aggregate } = event;
    const request = (await this.directory.heads.of<BackupRequest>(prefecture, aggregate.kind, [aggregate.id])).get(
      aggregate.id,
    );
    if (!request) return;
    await askSignal(this.cases, event, 'backup-signals', signalId('backup', aggregate.id, what), {
      type: 'RaiseIssueSignal',
      source: 'backup',
      sourceId: aggregate.id,
      caseKey: request.patient,
      scene: 'sudden_change',
      issueType,
      severity,
      area: request.area,
      reporterOrganization: request.requester.organization,
    });
  }
}

/** Keeps the refusal and says how many there are of this request. */
async function declined(tx: Queryable, { prefecture, aggregate, eventId }: Recorded): Promise<number> {
  await tx.query({
    name: 'issue-decline',
    text: 'INSERT INTO issue_decline (prefecture, request_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    values: [prefecture, aggregate.id, eventId],
  });
  const { rows } = await tx.query<{ count: number }>({
    name: 'issue-declines',
    text: 'SELECT count(*) AS count FROM issue_decline WHERE prefecture = $1 AND request_id = $2',
    values: [prefecture, aggregate.id],
  });
  return rows[0]?.count ?? 0;
}
