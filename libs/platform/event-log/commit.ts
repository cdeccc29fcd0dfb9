import { crossBorder, DomainError, type Actor, type AreaRef, type Instant, type Recorded } from '#kernel';

/** A fact on its way into the log: the envelope without what only the log can say. */
export interface NewEvent {
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Instant;
  readonly kind: string;
  readonly stream: string;
  readonly seq: number;
  readonly area: AreaRef | null;
  readonly other_areas: readonly AreaRef[] | null;
  readonly actor: Actor;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly rule_set: { readonly id: string; readonly version: number } | null;
  readonly patient_ref: string | null;
  readonly payload: object;
}

export interface HeadRow {
  readonly stream: string;
  readonly kind: string;
  readonly base: number;
  readonly version: number;
  readonly state_version: number;
  /** The state's name, for lists. */
  readonly status: string;
  /** Who stands in which relation to the case: ids of organizations, users and areas. */
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly state: unknown;
}

/** The columns of `obligation`; `fence` only when a worker acts under a lease. */
export interface ObligationRow {
  readonly id: string;
  readonly case_kind: string;
  readonly case_id: string;
  readonly step: string;
  readonly owed_by: string;
  readonly municipality_id: string | null;
  readonly class: number;
  readonly state: string;
  readonly due_at: Instant;
  readonly next_at: Instant | null;
  readonly level: number | null;
  readonly unattended: boolean;
  readonly base: number;
  readonly seq: number;
  readonly body: unknown;
  readonly fence: number | null;
}

export interface MessageRow {
  readonly id: string;
  readonly key: string;
  readonly at: Instant;
  readonly to_user: string;
  readonly template: string;
  readonly level: number | null;
  readonly about_kind: string;
  readonly about: string;
  readonly step: string | null;
  readonly deliver_after: Instant;
}

/** Names, dates of birth and free text, kept apart from the log. */
export interface PersonalRow {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly subject: string | null;
  readonly body: object;
}

/** Everything one command changes: whole, or not at all (design decision 3). */
export interface Commit {
  readonly prefecture: string;
  readonly heads: readonly HeadRow[];
  readonly obligations: readonly ObligationRow[];
  readonly events: readonly NewEvent[];
  /** Whether it changes what commands look up and keep: institutions, areas, rules. */
  readonly reference: boolean;
  readonly messages: readonly MessageRow[];
  readonly personal: readonly PersonalRow[];
  /** Unique things taken and given back: one live case per patient. */
  readonly claims: readonly { readonly claim: string; readonly stream: string }[];
  readonly released: readonly { readonly claim: string; readonly stream: string }[];
  readonly answer: {
    readonly user_id: string;
    readonly key: string;
    readonly body_hash: string;
    readonly answer: unknown;
  } | null;
}

/** The envelope of a fact, where nothing more is said of it. */
export const newEvent = (
  said: Pick<
    NewEvent,
    'event_id' | 'type' | 'occurred_at' | 'kind' | 'stream' | 'seq' | 'actor' | 'correlation_id' | 'payload'
  > &
    Partial<NewEvent>,
): NewEvent => ({
  schema_version: 1,
  area: null,
  other_areas: null,
  causation_id: null,
  rule_set: null,
  patient_ref: null,
  ...said,
});

/** A commit that changes nothing but what it is told to. */
export const commitOf = (prefecture: string, parts: Partial<Omit<Commit, 'prefecture'>>): Commit => ({
  prefecture,
  heads: [],
  obligations: [],
  events: [],
  reference: false,
  messages: [],
  personal: [],
  claims: [],
  released: [],
  answer: null,
  ...parts,
});

/** Which race a commit lost: somebody else wrote the stream or an obligation, took the claim, or answered the key. */
export class LostRace extends Error {
  constructor(readonly race: 'stream' | 'obligation' | 'claim' | 'key') {
    super(`lost the race for a ${race}`);
    this.name = 'LostRace';
  }
}

/** A key stands for one body of one command. */
export const reusedKey = (): DomainError =>
  new DomainError(
    'invalid',
    'idempotency_key_reused',
    'この Idempotency-Key は別の内容ですでに使われています。新しい値で送り直してください。',
    'This Idempotency-Key was already used for something else. Send again with a new one.',
  );

export interface Appended {
  /** Position of the commit's last event; where it has none, the end of the log before it. */
  readonly position: number;
  readonly recordedAt: Instant;
}

/** The form of what is appended. From it on what a case owes is not written beside its facts: it follows from them. */
export const DERIVING = 2;

/** A row of `event` as the envelope of model.md 2.2. */
export interface EventRow extends Omit<NewEvent, 'occurred_at'> {
  readonly prefecture: string;
  readonly position: number;
  /** How its hash is made, and whether what follows from it is written. */
  readonly form: number;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
}

export const recorded = (row: EventRow): Recorded => ({
  eventId: row.event_id,
  prefecture: row.prefecture,
  position: row.position,
  type: row.type,
  schemaVersion: row.schema_version,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  aggregate: { kind: row.kind, id: row.stream, seq: row.seq },
  ...(row.area && { area: row.area }),
  ...(row.area && row.other_areas && { crossBorder: crossBorder(row.area, row.other_areas) }),
  actor: row.actor,
  correlationId: row.correlation_id,
  ...(row.causation_id && { causationId: row.causation_id }),
  ...(row.rule_set && { ruleSet: row.rule_set }),
  ...(row.patient_ref && { subject: { patientRef: row.patient_ref } }),
  payload: row.payload,
});

export const EVENT_COLUMNS = `prefecture, position, event_id, type, schema_version, occurred_at, recorded_at, kind, stream,
  seq, area, other_areas, actor, correlation_id, causation_id, rule_set, patient_ref, payload, form`;
