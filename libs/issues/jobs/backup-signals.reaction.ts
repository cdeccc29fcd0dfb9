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
import { Directory } from '#directory';
import type { IssueType, Recorded, Severity } from '#kernel';
import { Follows, type Follower } from '#platform';
import { DECLINES, FAR_TIER } from '../domain/automatic-signals.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

type Heard = EmergencyBackupEscalated | EmergencyBackupExhausted | EmergencyBackupDeclined;

const LACKING: DeclineReason = 'capability_missing';
const lacksTooMuch = ({ offers }: BackupRequest): boolean =>
  offers.filter(({ reason }) => reason === LACKING).length >= DECLINES;

/** A night without a substitute, or without one who can do what is needed, is a signal. */
@Follows('issues.backup-signals')
@Injectable()
export class BackupSignals implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    EmergencyBackupEscalated: (event) =>
      event.payload.toTier >= FAR_TIER ? this.raise(event, 'far_tier', 'night_cover', 2) : undefined,
    EmergencyBackupExhausted: (event) => this.raise(event, 'exhausted', 'night_cover', 3),
    EmergencyBackupDeclined: (event) =>
      event.payload.reason === LACKING ? this.raise(event, LACKING, 'lack_of_resource', 1, lacksTooMuch) : undefined,
  };

  private async raise(
    event: Recorded,
    what: string,
    issueType: IssueType,
    severity: Severity,
    when: (request: BackupRequest) => boolean = () => true,
  ): Promise<void> {
    const { prefecture, aggregate } = event;
    const request = await requestOf(this.directory.heads, prefecture, aggregate.id);
    if (!request || !when(request)) return;
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
