import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory, RuleBook } from '#directory';
import {
  isStay,
  stayOf,
  type DischargeCaseExcluded,
  type DischargeHandoverAcknowledged,
  type DischargeLeakConfirmed,
  type HandoverRecovered,
} from '#handovers';
import { dateIn, type AreaRef, type Recorded } from '#kernel';
import { People, type ObligationChased, type ObligationStepSkipped } from '#obligations';
import { Follows, type Follower } from '#platform';
import { issueTypeOfLeak, LEAK_STEPS } from '../domain/automatic-signals.js';
import { ISSUE_CONTEXT, type IssueRules } from '../domain/issue.rules.js';
import { signalId } from '../domain/issue-types.js';
import { issueSignalKind } from '../issues.kinds.js';
import { askSignal } from './raise.js';

type Chase = ObligationChased | ObligationStepSkipped;
type Heard = Chase | DischargeHandoverAcknowledged | HandoverRecovered | DischargeCaseExcluded | DischargeLeakConfirmed;

const EVERYWHERE: AreaRef = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };

const leakOf = (caseId: string): string => signalId('handover', caseId, 'leak');

/**
 * One signal per leak (もれ): raised at the last level of the chase of the handover's own steps, gone when the handover
 * comes in time after all or catches up (scenarios.md E4).
 */
@Follows('issues.leak-signals')
@Injectable()
export class LeakSignals implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly people: People,
    private readonly rules: RuleBook,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    ObligationChased: (event) => this.chased(event),
    ObligationStepSkipped: (event) => this.chased(event),
    DischargeLeakConfirmed: (event) => this.raise(event, event.aggregate.id, event.payload.codes[0]),
    DischargeHandoverAcknowledged: (event) => this.acknowledged(event),
    HandoverRecovered: (event) => this.withdraw(event),
    DischargeCaseExcluded: (event) => this.withdraw(event),
  };

  /** A level that reached nobody counts as reached: that nobody was there makes the leak no smaller. */
  private async chased(event: Recorded<Chase>): Promise<void> {
    const { about, level, step } = event.payload;
    if (!isStay(about) || level < 1 || !LEAK_STEPS.has(step)) return;
    const { leakLevel } = await this.rulesOf(event, about.id);
    if (level === leakLevel) await this.raise(event, about.id);
  }

  /** Those of the stay's area, as they were known then: so that a signal does not depend on when a worker comes to it. */
  private async rulesOf({ prefecture, recordedAt }: Recorded, caseId: string): Promise<IssueRules> {
    const area = (await stayOf(this.directory.heads, prefecture, caseId))?.area ?? EVERYWHERE;
    return (await this.rules.inForce<IssueRules>(prefecture, ISSUE_CONTEXT, area, dateIn(recordedAt), recordedAt))
      .values;
  }

  /** In time, nothing has leaked. What was missed before recovers by an event of its own, or stays a leak. */
  private async acknowledged(event: Recorded<DischargeHandoverAcknowledged>): Promise<void> {
    const stay = await stayOf(this.directory.heads, event.prefecture, event.aggregate.id);
    if (stay?.leakCodes.length === 0) await this.withdraw(event);
  }

  private async raise(event: Recorded, caseId: string, code?: string): Promise<void> {
    const state = await stayOf(this.directory.heads, event.prefecture, caseId);
    const issueType = issueTypeOfLeak(code ?? state?.leakCodes[0]);
    if (!state || issueType === undefined) return;
    // What is chased says nothing of places: those of the stay itself are asked for.
    const office = state.careManager?.organization;
    const otherAreas = await this.people.elsewhere(
      event.prefecture,
      [state.hospital, ...(office === undefined ? [] : [office])],
      state.area,
    );
    await askSignal(this.cases, event, 'leak-signals', leakOf(caseId), {
      type: 'RaiseIssueSignal',
      source: 'handover',
      sourceId: caseId,
      caseKey: state.patient,
      scene: 'discharge_support',
      issueType,
      area: state.area,
      otherAreas,
      reporterOrganization: office ?? state.hospital,
    });
  }

  /** Most handovers never come so far: there is nothing to take back. */
  private async withdraw(event: Recorded): Promise<void> {
    const signal = leakOf(event.aggregate.id);
    if (!(await this.directory.heads.of(event.prefecture, issueSignalKind.kind, [signal])).has(signal)) return;
    await askSignal(this.cases, event, 'leak-signals', signal, { type: 'WithdrawIssueSignal' });
  }
}
