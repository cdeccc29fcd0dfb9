import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type { AgendaItemEscalated } from '#councils';
import { Directory, RuleBook } from '#directory';
import { dateIn, idOf, type Recorded } from '#kernel';
import { Follows, type Follower, type Queryable } from '#platform';
import { regionalIssueKind } from '../issues.kinds.js';
import { AreaNodes, type AreaNode } from '../domain/area-nodes.js';
import { ISSUE_CONTEXT, ISSUE_RULES, type IssueRules } from '../domain/issue.rules.js';
import type { IssueSignalRaised, IssueSignalWithdrawn } from '../domain/issue-signal.events.js';
import type { WantedIssue } from '../domain/regional-issue.commands.js';
import type { RegionalIssueClosed, RegionalIssueDismissed } from '../domain/regional-issue.events.js';
import { differences, rollUp, type RulesInForce, type Signal, type Standing } from '../domain/roll-up.js';
import * as rows from '../views/issue-signal.rows.js';

type Heard =
  IssueSignalRaised | IssueSignalWithdrawn | RegionalIssueClosed | RegionalIssueDismissed | AgendaItemEscalated;

/**
 * Writes the signals' rows and rolls them up (課題の集約). One follower, so that what is counted is exactly what the log
 * said up to this event, however far the log has grown meanwhile: a rebuild comes to the same issues.
 */
@Follows('issues.roll-up')
@Injectable()
export class RollUpIssues implements Follower<Heard> {
  readonly owns = ['issue_signal', 'issue_standing'];

  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    IssueSignalRaised: (event, tx) => this.after(tx, event, event.payload.key, () => rows.insertSignal(tx, event)),
    IssueSignalWithdrawn: (event, tx) => this.after(tx, event, event.payload.key, () => rows.withdrawSignal(tx, event)),
    RegionalIssueClosed: (event, tx) =>
      this.after(tx, event, event.payload.key, () =>
        rows.closeStanding(tx, event.prefecture, event.aggregate.id, event.occurredAt),
      ),
    RegionalIssueDismissed: (event, tx) =>
      this.after(tx, event, event.payload.key, () =>
        rows.dismissStanding(tx, event.prefecture, event.aggregate.id, event.occurredAt),
      ),
    AgendaItemEscalated: (event, tx) =>
      this.after(tx, event, event.payload.key, () =>
        rows.escalateStanding(tx, event.prefecture, event.payload.issue, event.occurredAt),
      ),
  };

  /** Counts a key before and after a change, and asks for what became different. */
  private async after(tx: Queryable, event: Recorded, key: string, change: () => Promise<unknown>): Promise<void> {
    const { prefecture } = event;
    const tree = await this.directory.tree(prefecture);
    const count = async () => {
      const signals = await rows.signalsOf(tx, prefecture, key);
      const standing = await rows.standingOf(tx, prefecture, key);
      return { signals, standing };
    };
    const earlier = await count();
    await change();
    const now = await count();
    const rules = await this.rulesFor(event, new AreaNodes(tree), [...earlier.signals, ...now.signals], now.standing);
    const roll = (counted: typeof now) => rollUp({ key, tree, rules, asOf: event.recordedAt, ...counted });
    for (const wanted of differences(roll(earlier), roll(now), now.standing)) {
      await this.ask(event, wanted);
      await rows.remember(tx, prefecture, wanted);
    }
  }

  private ask(event: Recorded, wanted: WantedIssue): Promise<unknown> {
    return this.cases.work(regionalIssueKind, {
      prefecture: event.prefecture,
      id: wanted.id,
      command: { type: 'RecordIssue', wanted, through: event.position },
      job: 'roll-up',
      key: idOf('roll-up', event.eventId, wanted.id),
      causationId: event.eventId,
    });
  }

  /** The rules of every node that may be counted, on the day the change was recorded. */
  private async rulesFor(
    { prefecture, recordedAt }: Recorded,
    nodes: AreaNodes,
    signals: readonly Signal[],
    standing: ReadonlyMap<string, Standing>,
  ): Promise<(node: AreaNode) => RulesInForce> {
    const municipalities = new Set(signals.map(({ municipality }) => municipality));
    const places = new Map(
      [
        ...[...municipalities].flatMap((municipality) => nodes.above(municipality)),
        ...[...standing.values()].map(({ level, areaId }) => nodes.at(level, areaId)),
      ].map((node) => [node.id, node]),
    );
    const on = dateIn(recordedAt);
    const inForce = new Map(
      await Promise.all(
        [...places.values()].map(
          async ({ id, area }) =>
            [id, await this.rules.inForce<IssueRules>(prefecture, ISSUE_CONTEXT, area, on)] as const,
        ),
      ),
    );
    return ({ id }) => inForce.get(id) ?? { ref: { id: '', version: 0 }, values: ISSUE_RULES };
  }
}
