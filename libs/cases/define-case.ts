import type { Type } from '@nestjs/common';
import {
  invalidState,
  type Actor,
  type Bearings,
  type Capability,
  type Circumstances,
  type Decider,
  type Duty,
  type Event,
  type Instant,
  type Notice,
} from '#kernel';
import type { Obligation } from '#obligations';
import type { Ask } from './ask.js';

export type Person = Extract<Actor, { userId: string }>;

/** Which capability in which relation to the case suffices: `{ care_office: 'care_management' }`. */
export type Grants = Readonly<Record<string, Capability | readonly Capability[]>>;

/** How a command is posted. A command without a route is asked by workers only. */
export interface Route {
  /** Below /api/v1. The parameter is named as in the command's payload and is the case's id. */
  readonly path: string;
  readonly body: Type<object>;
  /** What it does, in the words of the field (ja). */
  readonly summary: string;
  /** Fields with names or free text, by the kind of record they become. They never reach the command. */
  readonly personal?: Readonly<Record<string, readonly string[]>>;
  /** The field that says when it happened, where it is not `occurredAt`: `admittedAt`, `on`. */
  readonly occurred?: string;
  /** The id, where the key of the thing gives it. */
  readonly idOf?: (caller: { readonly prefecture: string }, body: Readonly<Record<string, unknown>>) => string;
}

/** One command of a kind of case: how it comes, who may ask it, in which states, what it looks up, what it decides. */
export interface CommandEntry<State, C extends { readonly type: string }, E extends Event, LookUps, Found> {
  readonly route?: Route;
  /** Begins a case: then whoever has the capability of `anyone` may ask it. */
  readonly begins?: true;
  /** Left out: workers only. */
  readonly may?: Grants;
  /** Of a command that begins a case: in which relation to the person it is about; left out: of anybody's. */
  readonly about?: Grants;
  /** What no relation says: that an action is one's own, that a stay begins at one's own hospital. */
  readonly allowed?: (person: Person, command: C, state: State) => boolean;
  /** The states it may come from; left out: `decide` takes every state. */
  readonly from?: (state: NonNullable<State>) => boolean;
  /** In any other state `decide` itself says what has become of it, in better words than that it is too late. */
  readonly explained?: true;
  readonly find?: (lookUps: LookUps, command: C, state: State, ask: Ask<C>, now: Instant) => Promise<Found>;
  readonly decide: (command: C, state: State, given: Circumstances<Found>) => readonly E[];
}

/** An entry whose look-up and decision agree with each other; the table of a kind need not know about what. */
export type AnyEntry<State, C extends { readonly type: string }, E extends Event, LookUps> = CommandEntry<
  State,
  C,
  E,
  LookUps,
  unknown
>;

/** A step of the case that somebody owes (an obligation's key), and the commands that fulfil it. */
export interface StepEntry<C extends { readonly type: string }> {
  readonly by: readonly C['type'][];
  /** False where only an answer counts, and "I have it, by …" would mislead. */
  readonly promisable?: false;
}

/** An event type as it is written today, and how its older shapes become this one. */
export interface EventEntry {
  readonly version: number;
  /** By the version that they turn into the next. */
  readonly upcasts?: Readonly<Record<number, (payload: Readonly<Record<string, unknown>>) => object>>;
}

export interface CaseDefinition<State, C extends { readonly type: string }, E extends Event, LookUps> {
  /** Name of the kind in the log. */
  readonly kind: string;
  /** Heading of its routes in the OpenAPI document. */
  readonly tag: string;
  /** Raised whenever `evolve` or `bearings` changes: an older head is folded again wherever it is read. */
  readonly stateVersion: number;
  readonly initial: State;
  /** Every state that `status` can name. */
  readonly states: readonly string[];
  readonly commands: { readonly [T in C['type']]: AnyEntry<State, Extract<C, { readonly type: T }>, E, LookUps> };
  readonly events: { readonly [T in E['type']]: EventEntry };
  readonly evolve: (state: State, event: E, occurredAt: Instant) => State;
  readonly duties: (state: State) => readonly Duty[];
  /** Its area, person, rules, and who stands in which relation to it. `area` is itself a relation. */
  readonly bearings: (state: State) => Bearings;
  readonly notices?: (events: readonly E[], state: State) => readonly Notice[];
  readonly claims?: NonNullable<Decider<State, C, E, unknown>['claims']>;
  readonly status: (state: State) => string;
  /** Who sees the case: its timeline, its rows on a board, what it is called in a list. */
  readonly sees: Grants;
  /** On whose board its rows stand; left out: of all who see it. */
  readonly board?: Grants;
  /** Free text that is kept from whoever stands in no other relation than this: kinds of records. */
  readonly withheld?: Readonly<Record<string, readonly string[]>>;
  /** Codes of the case that a board may show. Never a name, never free text. */
  readonly card: (state: NonNullable<State>) => Readonly<Record<string, unknown>>;
  /** The organization to telephone about it (連絡先). */
  readonly contact?: (state: NonNullable<State>) => string | undefined;
  readonly steps: Readonly<Record<string, StepEntry<C>>>;
  /** What the case can send and keep apart: templates of messages, kinds of personal records. */
  readonly texts: { readonly templates: readonly string[]; readonly records: readonly string[] };
  /** The provider that looks up for its commands. */
  readonly lookUps?: Type<LookUps>;
  /** Relations that stand elsewhere than in its own head: the hospital where a person lies. */
  readonly standing?: (lookUps: LookUps, person: Person, prefecture: string, id: string) => Promise<readonly string[]>;
  /** What the case does when a step is due that changes it: harmless when asked twice. */
  readonly due?: { readonly job: string; readonly command: (due: Obligation) => C };
}

/** A declared kind of case with its decider. */
export interface CaseKind<
  State,
  C extends { readonly type: string },
  E extends Event,
  LookUps = never,
> extends CaseDefinition<State, C, E, LookUps> {
  readonly decider: Decider<State, C, E, unknown>;
}

/** The commands of a kind. */
export type CommandOf<Kind extends { readonly decider: { readonly decide: (...said: never) => unknown } }> =
  Kind['decider']['decide'] extends (command: infer C, ...rest: never) => unknown ? C : never;

/**
 * The one registration of a kind of case (design decision 15): its commands, states, relations, steps and texts. Routes,
 * rebuild, due handlers, boards, timelines, messages and the command line go over it.
 */
export const defineCase = <State, C extends { readonly type: string }, E extends Event, LookUps = never>(
  definition: CaseDefinition<State, C, E, LookUps>,
): CaseKind<State, C, E, LookUps> => ({ ...definition, decider: deciderOf(definition) });

/** An entry for the table, checked for itself: what it finds is what it decides on. */
export const command =
  <State, E extends Event, LookUps>() =>
  <C extends { readonly type: string }, Found>(
    entry: CommandEntry<State, C, E, LookUps, Found>,
  ): AnyEntry<State, C, E, LookUps> =>
    entry as AnyEntry<State, C, E, LookUps>;

/** The table's guard and decisions as a state machine in pure values. */
function deciderOf<State, C extends { readonly type: string }, E extends Event, LookUps>(
  definition: CaseDefinition<State, C, E, LookUps>,
): Decider<State, C, E, unknown> {
  const { kind, stateVersion, initial, evolve, bearings, notices, claims, status, steps } = definition;
  // What is owed under a name that nobody declares could be fulfilled by no command and called nothing on a screen.
  const duties = (state: State): readonly Duty[] => {
    const owed = definition.duties(state);
    const stray = owed.find(({ step }) => !(step in steps));
    if (stray) throw new Error(`${kind} owes ${stray.step}, which is no step of it`);
    return owed;
  };
  return {
    kind,
    stateVersion,
    initial,
    evolve,
    duties,
    bearings,
    status,
    ...(notices && { notices }),
    ...(claims && { claims }),
    decide(asked, state, given) {
      const entry = entryOf(definition, asked);
      if (!entry.explained && !allows(entry, state)) throw invalidState(asked.type, status(state));
      return entry.decide(asked, state, given);
    },
  };
}

/** Whether the command may come in this state. What has begun begins no second time unless it says so itself. */
export const allows = <State>(
  { from, begins }: { from?: (state: NonNullable<State>) => boolean; begins?: true },
  state: State,
): boolean => (state === null || state === undefined ? begins === true || !from : (from?.(state) ?? true));

export function entryOf<State, C extends { readonly type: string }, E extends Event, LookUps>(
  { commands }: Pick<CaseDefinition<State, C, E, LookUps>, 'commands'>,
  { type }: C,
): AnyEntry<State, C, E, LookUps> {
  const entry = (commands as unknown as Readonly<Record<string, AnyEntry<State, C, E, LookUps> | undefined>>)[type];
  if (!entry) throw new Error(`there is no command ${type}`);
  return entry;
}
