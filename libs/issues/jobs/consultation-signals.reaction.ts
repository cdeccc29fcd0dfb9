import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type { ConsultationClosed } from '#consultations';
import type { Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { issueTypeOfOutcome } from '../domain/automatic-signals.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

type Issue = NonNullable<ConsultationClosed['payload']['furtherIssues']>[number];

/** A consultation that was closed with issues (課題あり), or without an answer, is a signal. One for each issue of each closing. */
@Follows('issues.consultation-signals')
@Injectable()
export class ConsultationSignals implements Follower<ConsultationClosed> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<ConsultationClosed>['on'] = {
    ConsultationClosed: async (event) => {
      const { outcome, issueAssessment, furtherIssues = [] } = event.payload;
      const { raises, issueType: assessed, ...tags } = issueAssessment;
      const issueType = raises ? (assessed ?? 'other') : issueTypeOfOutcome(outcome);
      if (issueType === undefined) return;
      await this.raise(event, event.aggregate.seq, { issueType, ...(raises && tags) });
      for (const [i, issue] of furtherIssues.entries())
        await this.raise(event, `${event.aggregate.seq} further ${i + 1}`, issue);
    },
  };

  private async raise(
    event: Recorded<ConsultationClosed>,
    discriminator: string | number,
    issue: Issue,
  ): Promise<void> {
    const { aggregate, subject, area, crossBorder, payload } = event;
    await askSignal(this.cases, event, 'consultation-signals', signalId('consultation', aggregate.id, discriminator), {
      type: 'RaiseIssueSignal',
      source: 'consultation',
      sourceId: aggregate.id,
      caseKey: subject?.patientRef ?? aggregate.id,
      scene: payload.scene,
      reporterOrganization: payload.reporterOrganization,
      ...issue,
      ...(area && { area }),
      ...(crossBorder && { otherAreas: crossBorder.otherAreas }),
    });
  }
}
