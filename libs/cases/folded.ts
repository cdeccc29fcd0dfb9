import { areaStanding, type CaseRef } from '#kernel';
import type { EventLog, HeadRow } from '#platform';
import type { AnyKind } from './kinds.js';

/** A head that an older `evolve` has folded is folded again from its stream. */
export async function stateOf(
  log: EventLog,
  { decider }: AnyKind,
  prefecture: string,
  { stream, state, state_version }: Pick<HeadRow, 'stream' | 'state' | 'state_version'>,
): Promise<unknown> {
  if (state_version === decider.stateVersion) return state;
  const events = await log.stream(prefecture, stream);
  return events.reduce((s, event) => decider.evolve(s, event, event.occurredAt), decider.initial);
}

/** The head of a stream as its table keeps it. */
export function headOf(
  { kind, decider }: AnyKind,
  prefecture: string,
  folded: Pick<HeadRow, 'stream' | 'base' | 'version' | 'state'>,
): HeadRow {
  const { area, relations = {} } = decider.bearings(folded.state);
  const standing = { ...relations, ...(area && { area: areaStanding(prefecture, area) }) };
  return {
    ...folded,
    kind,
    state_version: decider.stateVersion,
    status: decider.status(folded.state),
    relations: Object.fromEntries(
      Object.entries(standing).flatMap(([relation, ids]) => (ids.length > 0 ? [[relation, [...new Set(ids)]]] : [])),
    ),
  };
}

/** What is the same for everything that a case owes. */
export function aboutOf({ kind, decider }: AnyKind, id: string, state: unknown): CaseRef {
  const { area, patientRef } = decider.bearings(state);
  return { kind, id, ...(area && { area }), ...(patientRef && { patientRef }) };
}
