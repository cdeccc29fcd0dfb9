import { Injectable } from '@nestjs/common';
import { Directory, RuleBook, type IssuesMoved, type TrialAsked } from '#directory';
import { Databases } from '#platform';
import { AreaNodes, type AreaNode } from '../domain/area-nodes.js';
import { ISSUE_CONTEXT, type IssueRules } from '../domain/issue.rules.js';
import { countingOf, rollUpCounted } from '../domain/roll-up.js';
import * as rows from './issue-signal.rows.js';

/** So many keys are counted at once. */
const KEYS_AT_ONCE = 50;

/** しきい値の試算: the roll-up over the signals that stand, once as things are and once under other rules. Nothing is written. */
@Injectable()
export class ThresholdTrial {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    book: RuleBook,
  ) {
    book.tries(ISSUE_CONTEXT, { run: async (asked) => ({ issues: await this.run(asked) }) });
  }

  private async run({ prefecture, areas, before, after }: TrialAsked): Promise<IssuesMoved> {
    const nodes = new AreaNodes(await this.directory.tree(prefecture));
    const asOf = await this.databases.now();
    const places = new Set(areas.map(({ municipalityId }) => municipalityId));
    const by = (rulesOf: TrialAsked['before']) => (node: AreaNode) => ({
      ref: { id: '', version: 0 },
      values: rulesOf(node.area) as IssueRules,
    });
    return this.databases.reading(prefecture, async (tx) => {
      const moved = { arising: 0, falling: 0 };
      const keys = await rows.keysOf(tx, prefecture);
      for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
        const some = keys.slice(at, at + KEYS_AT_ONCE);
        // oxlint-disable no-await-in-loop -- as many at a time as fit
        const standing = await rows.standingByKey(tx, prefecture, some);
        const signals = await rows.signalsByKey(tx, prefecture, some);
        // oxlint-enable no-await-in-loop
        for (const key of some) {
          const own = signals.get(key) ?? [];
          if (!own.some(({ municipality }) => places.has(municipality))) continue;
          const stands = standing.get(key) ?? new Map();
          const reached = (rulesOf: TrialAsked['before']) => {
            const rules = by(rulesOf);
            const counts = countingOf({ key, nodes, standing: stands, rules }).whole(own);
            const wanted = rollUpCounted({ key, nodes, standing: stands, rules, asOf, counts });
            return new Set(
              wanted.flatMap(({ id, reached: how }) => (how === 'recurrent' || how === 'rolled_up' ? [id] : [])),
            );
          };
          const [now, then] = [reached(before), reached(after)];
          moved.arising += [...then].filter((id) => !now.has(id)).length;
          moved.falling += [...now].filter((id) => !then.has(id)).length;
        }
      }
      return moved;
    });
  }
}
