import { areaStanding, type Bearings, type CaseRef, type Plan } from '#kernel';
import type { EventLog, HeadRow } from '#platform';
import { keptOf, wholeOf } from './head-form.js';
import type { AnyKind } from './kinds.js';

/**
 * The state of a stream, its ladders from what its rows hold: whoever only looks gives none. A head that an older `evolve`
 * has folded, or under other defaults, is folded again from its stream.
 */
export async function stateOf(
  log: EventLog,
  kind: AnyKind,
  prefecture: string,
  { stream, state, state_version }: Pick<HeadRow, 'stream' | 'state' | 'state_version'>,
  plans: readonly Plan[] = [],
): Promise<unknown> {
  const { decider } = kind;
  const known = state_version === decider.stateVersion ? wholeOf(kind, state, plans) : undefined;
  if (known !== undefined) return known;
  const events = await log.stream(prefecture, stream);
  return events.reduce((s, event) => decider.evolve(s, event, event.occurredAt), decider.initial);
}

/** The head of a stream as its table keeps it. */
export function headOf(
  kind: AnyKind,
  prefecture: string,
  folded: Pick<HeadRow, 'stream' | 'base' | 'version' | 'state'>,
  { area, relations = {} }: Bearings = kind.decider.bearings(folded.state),
): HeadRow {
  const { decider } = kind;
  // A case of several areas says itself who stands in them: what they have in common is wider.
  const standing = { ...(area && { area: areaStanding(prefecture, area) }), ...relations };
  return {
    ...folded,
    state: keptOf(kind, folded.state),
    kind: kind.kind,
    state_version: decider.stateVersion,
    status: decider.status(folded.state),
    relations: Object.fromEntries(
      Object.entries(standing).flatMap(([relation, ids]) => (ids.length > 0 ? [[relation, [...new Set(ids)]]] : [])),
    ),
  };
}

/** What is the same for everything that a case owes. */
export const aboutOf = ({ kind }: Pick<AnyKind, 'kind'>, id: string, { area, patientRef }: Bearings): CaseRef => ({
  kind,
  id,
  ...(area && { area }),
  ...(patientRef && { patientRef }),
});
