import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type { ConsultationClosed } from '#consultations';
import { Follows, type Follower } from '#platform';
import { issueTypeOfOutcome } from '../domain/automatic-signals.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

/** A consultation that was closed with an issue (課題あり), or without an answer, is a signal. One for each closing. */
@Follows('issues.consultation-signals')
@Injectable()
export class ConsultationSignals implements Follower<ConsultationClosed> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<ConsultationClosed>['on'] = {
    ConsultationClosed: async (event) => {
      const { outcome, issueAssessment, scene, reporterOrganization } = event.payload;
      const { raises, issueType: assessed, ...tags } = issueAssessment;
      const issueType = raises ? (assessed ?? 'other') : issueTypeOfOutcome(outcome);
      if (issueType === undefined) return;
      const { aggregate, subject, area, crossBorder } = event;
      await askSignal(
        this.cases,
        event,
        'consultation-signals',
        signalId('consultation', aggregate.id, aggregate.seq),
        {
          type: 'RaiseIssueSignal',
          source: 'consultation',
          sourceId: aggregate.id,
          caseKey: subject?.patientRef ?? aggregate.id,
          scene,
          issueType,
          reporterOrganization,
          ...(raises && tags),
          ...(area && { area }),
          ...(crossBorder && { otherAreas: crossBorder.otherAreas }),
        },
      );
    },
  };
}
