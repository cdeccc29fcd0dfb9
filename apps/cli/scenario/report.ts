import { Kinds, told } from '#cases';
import { DischargeRates } from '#handovers';
import { dateIn, SYSTEM, toInstant } from '#kernel';
import { EVENT_COLUMNS, type EventRow } from '#platform';
import { differences } from './match.js';
import type { Play, StepResult } from './play.js';
import { LISTS, type ListName, type Scenario } from './scenario-file.js';
import type { World } from './world.js';

type Json = Record<string, unknown>;

/** What a scenario's run left behind (scenarios/README.md). */
export type Report = { readonly [List in ListName]: readonly Json[] } & {
  readonly name: string;
  readonly states: Readonly<Record<string, string>>;
  readonly chased: { readonly worker: number; readonly poller: number };
};

interface HeadState {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly state: Json;
}

export async function reportOf(world: World, scenario: Scenario, play: Play): Promise<Report> {
  const { prefecture } = scenario;
  const { events, messages, obligations, heads } = await world.databases.reading(prefecture, async (tx) => ({
    events: told(
      world.app.get(Kinds),
      (await tx.query<EventRow>(`SELECT ${EVENT_COLUMNS} FROM event ORDER BY position`)).rows,
    ),
    messages: (
      await tx.query<Json>('SELECT at, to_user AS "to", template, level, about, step FROM message ORDER BY at, ordinal')
    ).rows,
    obligations: (
      await tx.query<Json>(
        `SELECT case_id AS about, step, owed_by AS "owedBy", due_at AS "dueAt", state, level, unattended
           FROM obligation WHERE owed_by <> $1 ORDER BY body ->> 'openedAt', case_id, step, body -> 'plan' ->> 'instance'`,
        [SYSTEM],
      )
    ).rows,
    heads: (await tx.query<HeadState>('SELECT stream AS id, kind, status, state FROM stream_head ORDER BY stream'))
      .rows,
  }));
  const rates = await world.queries.execute(
    new DischargeRates(prefecture, dateIn(toInstant(scenario.clock)), dateIn(toInstant(scenario.until))),
  );
  const of = (kind: string) => heads.filter((head) => head.kind === kind);
  const named = play.named({
    events,
    messages,
    obligations,
    issues: of('regional_issue').map(issue),
    agendaItems: of('agenda_item').map(issue),
    rates,
    steps: play.results as readonly StepResult[],
    states: Object.fromEntries(heads.map(({ id, status }) => [id, status])),
  }) as Omit<Report, 'name' | 'chased'>;
  return { name: scenario.name, ...named, chased: { ...world.tally } };
}

const issue = ({ id, status, state }: HeadState): Json => {
  const { key, level, areaId, distinctCases, distinctOrganizations, children } = state;
  return {
    id,
    key,
    level,
    area: areaId,
    state: status,
    distinctCases,
    distinctOrganizations,
    children: Array.isArray(children) ? children.length : 0,
  };
};

const NARROWED_BY: Partial<Record<ListName, string>> = {
  messages: 'template',
  events: 'type',
  issues: 'key',
  agendaItems: 'key',
  obligations: 'step',
};

/** What of the file's expectations does not hold. */
export function unmet(report: Report, { expect }: Scenario, play: Play): string[] {
  const wrong = [...play.failures];
  for (const list of LISTS) {
    const wanted = expect[list];
    if (!wanted) continue;
    const by = NARROWED_BY[list];
    const { of } = wanted;
    const entries = of && by ? report[list].filter((entry) => of.includes(String(entry[by]))) : report[list];
    wrong.push(...differences(list, play.resolved(wanted) as typeof wanted, entries, list === 'events'));
  }
  const states = play.resolved(expect.states ?? {}) as Record<string, string>;
  for (const [id, state] of Object.entries(states))
    if (report.states[id] !== state) wrong.push(`states.${id}: expected ${state} but found ${report.states[id]}`);
  return wrong;
}
