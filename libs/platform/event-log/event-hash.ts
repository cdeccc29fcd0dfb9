/**
 * The chain: each event's hash covers the hash before it and everything the row says. jsonb prints in one form only, and
 * moments go in as seconds, so that neither client nor time zone matters. `verify` computes this itself and does not
 * trust the function that the database holds.
 */
export const EVENT_HASH_SQL = `sha256(before || convert_to(jsonb_build_array("position", event_id, type, schema_version,
  extract(epoch FROM occurred_at), extract(epoch FROM recorded_at), kind, stream, seq, area, other_areas, actor,
  correlation_id, causation_id, rule_set, patient_ref, payload)::text, 'UTF8'))`;
