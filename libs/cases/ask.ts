import type { Actor, Instant, LocalDate } from '#kernel';

/** A command as it arrives: who asks what of which case, under which key. */
export interface Ask<Command> {
  readonly prefecture: string;
  /** Null for a case that this command begins: its id is made from the key. */
  readonly id: string | null;
  readonly command: Command;
  readonly actor: Actor;
  /** The caller's Idempotency-Key, or the deterministic key of what caused it. */
  readonly key: string;
  /** Hash of the body, so that a key used for something else is noticed. A worker's key says already what it is for. */
  readonly bodyHash?: string;
  readonly occurredAt?: Instant;
  /** Instead of the moment, where only the day is known. */
  readonly occurredOn?: LocalDate;
  /** The version that the caller saw. */
  readonly ifMatch?: number;
  /** Names and free text of the command; the events hold only these rows' ids. */
  readonly personal?: readonly { readonly kind: string; readonly body: object }[];
  readonly causationId?: string;
}

export interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  /** Where in the log it stands: a read that names it sees it. */
  readonly position: number;
}
