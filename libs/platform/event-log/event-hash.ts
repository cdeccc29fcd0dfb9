import { hash } from 'node:crypto';
import { millisOf } from '#kernel';
import type { NewEvent } from './commit.js';

/** What parts the texts of a digest: nothing in them holds it, for JSON writes it out. */
const SEPARATOR = '\u001f';

/** The texts of a fact, as they are stored and as its digest covers them. */
export interface FactTexts {
  readonly area: string | null;
  readonly other_areas: string | null;
  readonly actor: string;
  readonly rule_set: string | null;
  readonly payload: string;
}

export const textsOf = ({ area, other_areas, actor, rule_set, payload }: NewEvent): FactTexts => ({
  area: area && JSON.stringify(area),
  other_areas: other_areas && JSON.stringify(other_areas),
  actor: JSON.stringify(actor),
  rule_set: rule_set && JSON.stringify(rule_set),
  payload: JSON.stringify(payload),
});

/**
 * Everything that a fact says but its place in the log, as one SHA-256 (form 2). The place is added where it is known,
 * in the append: hash = sha256(hash before, digest, position, moment of recording).
 */
export const digestOf = (fact: NewEvent, { area, other_areas, actor, rule_set, payload }: FactTexts): string =>
  hash(
    'sha256',
    [
      'event.2',
      fact.event_id,
      fact.type,
      fact.schema_version,
      millisOf(fact.occurred_at) * 1_000,
      fact.kind,
      fact.stream,
      fact.seq,
      area ?? '',
      other_areas ?? '',
      actor,
      fact.correlation_id,
      fact.causation_id ?? '',
      rule_set ?? '',
      fact.patient_ref ?? '',
      payload,
    ].join(SEPARATOR),
    'hex',
  );

/**
 * Form 1, of what was appended before texts were kept as they were written: jsonb prints in one form only, and moments
 * go in as seconds, so that neither client nor time zone matters. The first migration is made of it: it never changes.
 */
export const EVENT_HASH_SQL = `sha256(before || convert_to(jsonb_build_array("position", event_id, type, schema_version,
  extract(epoch FROM occurred_at), extract(epoch FROM recorded_at), kind, stream, seq, area, other_areas, actor,
  correlation_id, causation_id, rule_set, patient_ref, payload)::text, 'UTF8'))`;

const FORM_2_SQL = `sha256(before || sha256(convert_to(concat_ws(E'\\x1f', 'event.2', event_id, type, schema_version,
  (extract(epoch FROM occurred_at) * 1000000)::bigint, kind, stream, seq, coalesce(area::text, ''),
  coalesce(other_areas::text, ''), actor::text, correlation_id, coalesce(causation_id::text, ''),
  coalesce(rule_set::text, ''), coalesce(patient_ref::text, ''), payload::text), 'UTF8'))
  || int8send("position") || int8send((extract(epoch FROM recorded_at) * 1000000)::bigint))`;

/**
 * The chain: each event's hash covers the hash before it and everything the row says. `verify` computes this itself and
 * does not trust what the append has done. Of an unknown form there is none.
 */
export const CHAIN_HASH_SQL = `CASE form WHEN 2 THEN ${FORM_2_SQL} WHEN 1 THEN ${EVENT_HASH_SQL} END`;
