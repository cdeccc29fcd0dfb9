import { Injectable } from '@nestjs/common';
import { OFFICE_HOURS, type AreaRef, type Duties, type Opening } from '#kernel';
import { Databases } from '#platform';
import { Directory } from './directory.js';
import { movedBy, type Moved, type Replans } from './domain/due-trial.js';
import type { DuesMoved, RuleTrial, TrialAsked } from './rule-book.js';

/** A case as a trial needs it. */
interface Tried {
  readonly area: AreaRef;
  readonly rules: object;
  readonly duties: Duties;
}

/** So many open cases are looked at; more would not say more about a rule. */
const MOST_CASES = 5_000;

/** Runs other rules over what is open of a kind (試算), by the functions with which its context dates it. */
@Injectable()
export class DueTrials {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
  ) {}

  of<State extends Tried, Values extends object>(kind: string, replans: Replans<State, Values>): RuleTrial {
    return { run: async (asked) => ({ dues: await this.run(kind, replans, asked) }) };
  }

  private async run<State extends Tried, Values extends object>(
    kind: string,
    replans: Replans<State, Values>,
    { prefecture, areas, before, after }: TrialAsked,
  ): Promise<DuesMoved> {
    const now = await this.databases.now();
    const { rows } = await this.databases.writer.query<{ id: string }>({
      name: 'open-cases-of-places',
      text: `SELECT DISTINCT case_id AS id FROM obligation
              WHERE prefecture = $1 AND case_kind = $2 AND municipality_id = ANY ($3::text[])
                AND state IN ('open', 'promised') ORDER BY case_id LIMIT ${MOST_CASES + 1}`,
      values: [prefecture, kind, areas.map(({ municipalityId }) => municipalityId)],
    });
    const ids = rows.slice(0, MOST_CASES).map(({ id }) => id);
    const states = [...(await this.directory.heads.of<State>(prefecture, kind, ids)).values()];
    const owing = states.flatMap(({ duties }) => Object.values(duties).map(({ owedBy }) => owedBy));
    const known = await this.directory.organizations(prefecture, [...new Set(owing)]);
    const opening = (id: string): Opening => known.get(id)?.opening ?? OFFICE_HOURS;
    const count: Record<Moved, number> = {
      earlier: 0,
      at_once: 0,
      later: 0,
      chased_otherwise: 0,
      same: 0,
      otherwise: 0,
    };
    for (const state of states) {
      const under = (rules: object) => ({ rules: rules as Values, now, opening });
      for (const duty of Object.values(state.duties))
        if (duty.state === 'open')
          count[
            movedBy(replans, state, duty, {
              own: under(state.rules),
              before: under(before(state.area)),
              after: under(after(state.area)),
            })
          ] += 1;
    }
    return {
      looked: Object.values(count).reduce((sum, n) => sum + n, 0),
      earlier: count.earlier + count.at_once,
      later: count.later,
      atOnce: count.at_once,
      chasedOtherwise: count.chased_otherwise,
      otherwise: count.otherwise,
      more: rows.length > MOST_CASES,
    };
  }
}
