import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import {
  requestOf,
  type BackupRequest,
  type DeclineReason,
  type EmergencyBackupDeclined,
  type EmergencyBackupEscalated,
  type EmergencyBackupExhausted,
} from '#backup';
import { Directory, RuleBook } from '#directory';
import { dateIn, type IssueType, type Recorded, type Severity } from '#kernel';
import { Follows, type Follower } from '#platform';
import { ISSUE_CONTEXT, type IssueRules } from '../domain/issue.rules.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

type Heard = EmergencyBackupEscalated | EmergencyBackupExhausted | EmergencyBackupDeclined;

const LACKING: DeclineReason = 'capability_missing';
const lacksTooMuch = ({ offers }: BackupRequest, { lackingDeclines }: IssueRules): boolean =>
  offers.filter(({ reason }) => reason === LACKING).length >= lackingDeclines;

/** A night without a substitute, or without one who can do what is needed, is a signal. */
@Follows('issues.backup-signals')
@Injectable()
export class BackupSignals implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    EmergencyBackupEscalated: (event) =>
      this.raise(event, 'far_tier', 'night_cover', 2, (_request, { farTier }) => event.payload.toTier >= farTier),
    EmergencyBackupExhausted: (event) => this.raise(event, 'exhausted', 'night_cover', 3),
    EmergencyBackupDeclined: (event) =>
      event.payload.reason === LACKING ? this.raise(event, LACKING, 'lack_of_resource', 1, lacksTooMuch) : undefined,
  };

  private async raise(
    event: Recorded,
    what: string,
    issueType: IssueType,
    severity: Severity,
    when: (request: BackupRequest, rules: IssueRules) => boolean = () => true,
  ): Promise<void> {
    const { prefecture, aggregate, recordedAt } = event;
    const request = await requestOf(this.directory.heads, prefecture, aggregate.id);
    if (!request) return;
    // As they were known then: so that a signal does not depend on when a worker comes to it.
    const on = dateIn(recordedAt);
    const rules = await this.rules.inForce<IssueRules>(prefecture, ISSUE_CONTEXT, request.area, on, recordedAt);
    if (!when(request, rules.values)) return;
    await askSignal(this.cases, event, 'backup-signals', signalId('backup', aggregate.id, what), {
      type: 'RaiseIssueSignal',
      source: 'backup',
      sourceId: aggregate.id,
      caseKey: request.patient,
      scene: 'sudden_change',
      issueType,
      severity,
      area: request.area,
      ...(event.crossBorder && { otherAreas: event.crossBorder.otherAreas }),
      reporterOrganization: request.requester.organization,
    });
  }
}
