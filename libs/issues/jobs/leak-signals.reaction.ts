import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory } from '#directory';
import type { DischargeCase, DischargeCaseExcluded, DischargeLeakConfirmed, HandoverRecovered } from '#handovers';
import type { Recorded } from '#kernel';
import type { ObligationChased, ObligationStepSkipped } from '#obligations';
import { Follows, type Follower } from '#platform';
import { issueTypeOfLeak, LEAK_LEVEL } from '../domain/automatic-signals.js';
import { signalId } from '../domain/issue-types.js';
import { askSignal } from './raise.js';

type Chase = ObligationChased | ObligationStepSkipped;
type Heard = Chase | HandoverRecovered | DischargeCaseExcluded | DischargeLeakConfirmed;

const leakOf = (caseId: string): string => signalId('handover', caseId, 'leak');

/** One signal per leak (もれ): raised at the last level of its chase, gone when the handover catches up (scenarios.md E4). */
@Follows('issues.leak-signals')
@Injectable()
export class LeakSignals implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    ObligationChased: (event) => this.chased(event),
    ObligationStepSkipped: (event) => this.chased(event),
    DischargeLeakConfirmed: (event) => this.raise(event, event.aggregate.id, event.payload.codes[0]),
    HandoverRecovered: (event) => this.withdraw(event),
    DischargeCaseExcluded: (event) => this.withdraw(event),
  };

  /** A level that reached nobody counts as reached: that nobody was there makes the leak no smaller. */
  private async chased(event: Recorded<Chase>): Promise<void> {
    const { about, level } = event.payload;
    if (about.kind === 'discharge_case' && level === LEAK_LEVEL) await this.raise(event, about.id);
  }

  private async raise(event: Recorded, caseId: string, code?: string): Promise<void> {
    const heads = await this.directory.heads.of<DischargeCase>(event.prefecture, 'discharge_case', [caseId]);
    const state = heads.get(caseId);
    const issueType = issueTypeOfLeak(code ?? state?.leakCodes[0]);
    if (!state || issueType === undefined) return;
    await askSignal(this.cases, event, 'leak-signals', leakOf(caseId), {
      type: 'RaiseIssueSignal',
      source: 'handover',
      sourceId: caseId,
      caseKey: state.patient,
      scene: 'discharge_support',
      issueType,
      area: state.area,
      reporterOrganization: state.careManager?.organization ?? state.hospital,
    });
  }

  private withdraw(event: Recorded): Promise<unknown> {
    return askSignal(this.cases, event, 'leak-signals', leakOf(event.aggregate.id), { type: 'WithdrawIssueSignal' });
  }
}
