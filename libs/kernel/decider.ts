import type { Actor, AreaRef, Event } from './event.js';
import type { Notice } from './obligation.js';
import type { Instant } from './time.js';

/** What a decision is told beside the command and the state; it asks for nothing itself. */
export interface Circumstances<Found = undefined> {
  readonly now: Instant;
  /** When it happened in the world; never later than now. */
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** What was looked up for this command: calendars, rules, addressees. */
  readonly found: Found;
  /** The id of the aggregate that is decided about. */
  readonly id: string;
  /** Ids of the names and free text that came with the command, by kind: all that a fact may hold of them. */
  readonly records: Readonly<Record<string, string>>;
  /** A new id, the same for the same command, moment and name. */
  readonly newId: (name: string | number) => string;
}

/** Stands for everybody of the prefecture in a relation: who may then do what is said by capability alone. */
export const EVERYBODY = '*';

/** What the envelope of each of a case's facts says of it. */
export interface Bearings {
  readonly area?: AreaRef;
  readonly patientRef?: string;
  readonly ruleSet?: { readonly id: string; readonly version: number };
  /** Who stands in which relation to the case: ids of organizations, users and areas. */
  readonly relations?: Readonly<Record<string, readonly string[]>>;
}

/**
 * 住所を伏せた方 (支援措置): the relation of those who read where the person lives. While anybody stands in it, nobody else
 * does (personal-data store).
 */
export const ADDRESS_KEEPER = 'address_keeper';

/** 期限のある関係: nobody stands in the relation from that moment on (`app.relations_to`). */
export const endsAt = (relation: string, until: Instant): Readonly<Record<string, readonly string[]>> => ({
  [`${relation}.until`]: [until],
});

/** A state machine in pure values: where it starts, what it allows, what each fact changes, what is owed, who is told. */
export interface Decider<State, Command, E extends Event, Found = undefined> {
  readonly kind: string;
  /** Raised whenever `evolve` folds differently: an older head is folded again at first use. */
  readonly stateVersion: number;
  readonly initial: State;
  readonly decide: (command: Command, state: State, given: Circumstances<Found>) => readonly E[];
  readonly evolve: (state: State, event: E, occurredAt: Instant) => State;
  readonly bearings: (state: State) => Bearings;
  readonly notices?: (events: readonly E[], state: State) => readonly Notice[];
  /** Unique things that these facts take or give back, as one live case per patient. */
  readonly claims?: (
    events: readonly E[],
    state: State,
  ) => { readonly take: readonly string[]; readonly release: readonly string[] };
  /** The state's name for people and policies: 'SUBMITTED'. */
  readonly status: (state: State) => string;
}

/** The id of a record that came with the command. Without it a fact would point to nothing for ever, so that it is not written. */
export function recordOf<Kind extends string>(records: Readonly<Record<string, string>>, kind: Kind): string {
  const id = records[kind];
  if (id === undefined) throw new Error(`the command came without its record "${kind}"`);
  return id;
}
