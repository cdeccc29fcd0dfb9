import type { Type } from '@nestjs/common';
import {
  dutiesOf,
  inOrder,
  invalidState,
  notFound,
  type Actor,
  type Bearings,
  type Capability,
  type Circumstances,
  type Decider,
  type Duty,
  type Earlier,
  type Event,
  type Instant,
  type Notice,
  type Owing,
} from '#kernel';
import type { Obligation } from '#obligations';
import type { Ask } from './ask.js';

export type Person = Extract<Actor, { userId: string }>;

/** Which capability in which relation to the case suffices: `{ care_office: 'care_management' }`. */
export type Grants = Readonly<Record<string, Capability | readonly Capability[]>>;

/** How a command is posted. */
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
  readonly may?: Grants;
  /** Asked by workers only: without route and grants. */
  readonly workers?: true;
  /** Comes over an edge of its own and is no POST of its kind: with grants, and never offered on a case. */
  readonly edge?: true;
  /** Of a command that begins a case: in which relation to the person it is about; left out: of anybody's. */
  readonly about?: Grants;
  /** What no relation says: that an action is one's own, that a stay begins at one's own hospital. */
  readonly allowed?: (person: Person, command: C, state: State) => boolean;
  /** The states it may come from; left out: `decide` takes every state. */
  readonly from?: (state: NonNullable<State>) => boolean;
  /** In any other state `decide` itself says what has become of it, in better words than that it is too late. */
  readonly explained?: true;
  /** 時の順: what it cannot precede. What is left out may come in any order: late logging is normal. */
  readonly after?: readonly Earlier<NonNullable<State>>[];
  /** The same for days that it names. */
  readonly daysAfter?: Readonly<Record<string, Earlier<NonNullable<State>>>>;
  readonly find?: (lookUps: LookUps, command: C, state: State, ask: Ask<C>, now: Instant) => Promise<Found>;
  /**
   * The records as they are kept, where the command says only what of one has changed: the rest stands in the personal-data
   * store, and never in a fact.
   */
  readonly completes?: (lookUps: LookUps, ask: Ask<C>) => Promise<NonNullable<Ask<C>['personal']>>;
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

/** The commands of a kind, by name. */
export type Table<State, E extends Event, LookUps> = Readonly<Record<string, AnyEntry<State, never, E, LookUps>>>;

/** What can be asked, as the table says it: an entry's command under the entry's name. */
export type CommandIn<Entries> = {
  [Name in keyof Entries & string]: Entries[Name] extends {
    readonly decide: (command: infer C, ...rest: never) => unknown;
  }
    ? C & { readonly type: Name }
    : never;
}[keyof Entries & string];

/** A step of the case that somebody owes (an obligation's key), and the commands that fulfil it. */
export interface StepEntry<Command extends string> {
  readonly by: readonly Command[];
  /** False where only an answer counts, and "I have it, by …" would mislead. */
  readonly promisable?: false;
}

/** An event type as it is written today, and how its older shapes become this one. */
export interface EventEntry {
  readonly version: number;
  /** By the version that they turn into the next. */
  readonly upcasts?: Readonly<Record<number, (payload: Readonly<Record<string, unknown>>) => object>>;
}

export interface CaseDefinition<State, Entries, E extends Event, LookUps> {
  /** Name of the kind in the log. */
  readonly kind: string;
  /** Heading of its routes in the OpenAPI document. */
  readonly tag: string;
  /** What commands of all kinds look up and what rarely changes: it is kept by its readers until any of it changes. */
  readonly reference?: true;
  /** Raised whenever `evolve` or `bearings` changes: an older head is folded again wherever it is read. */
  readonly stateVersion: number;
  readonly initial: State;
  /** Every state that `status` can name. */
  readonly states: readonly string[];
  readonly commands: Entries;
  readonly events: { readonly [T in E['type']]: EventEntry };
  readonly evolve: (state: State, event: E, occurredAt: Instant) => State;
  /** Its area, person, rules, and who stands in which relation to it. `area` is itself a relation. */
  readonly bearings: (state: State) => Bearings;
  readonly notices?: (events: readonly E[], state: State) => readonly Notice[];
  readonly claims?: NonNullable<Decider<State, never, E>['claims']>;
  readonly status: (state: State) => string;
  /** 域をまたぐ (P-13): relations whose institutions, where they sit in another municipality, make it a matter of both. */
  readonly across?: readonly string[];
  /** Who sees the case: its timeline, its rows on a board, what it is called in a list. */
  readonly sees: Grants;
  /**
   * その後: whoever was told of it in this relation and no longer sees it still hears of these facts, each with its moment,
   * and of what the own institution did: that it is taken, and when; of the person, and of the case, nothing.
   */
  readonly afterwards?: { readonly to: string; readonly facts: readonly (E['type'] & string)[] };
  /** On whose board its rows stand; left out: of all who see it. */
  readonly board?: Grants;
  /** Free text that is kept from whoever stands in no other relation than this: kinds of records. */
  readonly withheld?: Readonly<Record<string, readonly string[]>>;
  /**
   * Fields of its facts that count cases. Whoever does not judge issues gets such numbers where they are kept back (課題台帳,
   * 根拠資料), and nowhere else: two places with different numbers would tell what each keeps back.
   */
  readonly counts?: readonly string[];
  /** Codes of the case that a board may show. Never a name, never free text. */
  readonly card: (state: NonNullable<State>) => Readonly<Record<string, unknown>>;
  /** 番号: by which people name it to each other. */
  readonly number?: (state: NonNullable<State>) => string | undefined;
  /** 終結: nothing is left to do in it; left out: nothing of what it owed is open. */
  readonly isOver?: (state: NonNullable<State>) => boolean;
  /** The organization to telephone about it (連絡先). */
  readonly contact?: (state: NonNullable<State>) => string | undefined;
  /** The record that says in which ward (病棟) of an institution it is, for boards, and its field. */
  readonly ward?: { readonly record: string; readonly field: string };
  /** What it owes lies in its state under `duties`. */
  readonly steps: Readonly<Record<string, StepEntry<keyof Entries & string>>>;
  /** Defaults of the rules that a case keeps from its beginning, in its state under `rules`. */
  readonly rules?: object;
  /** What the case can send and keep apart: templates of messages, kinds of personal records. */
  readonly texts: {
    readonly templates: readonly string[];
    readonly records: readonly string[];
    /** Records that are about a matter and no person: whoever sees the case reads them, also who works without names. */
    readonly open?: readonly string[];
  };
  /** The case that a record belongs to, where that is one that these facts begin: the text of what is split off. */
  readonly belongsTo?: (facts: readonly E[], record: string) => string | undefined;
  /** The provider that looks up for its commands. */
  readonly lookUps?: Type<LookUps>;
  /** Relations that stand elsewhere than in its own head: the hospital where a person lies. */
  readonly standing?: (lookUps: LookUps, person: Person, prefecture: string, id: string) => Promise<readonly string[]>;
  /** What the case does when a step is due that changes it: harmless when asked twice. */
  readonly due?: { readonly job: string; readonly command: (due: Obligation) => CommandIn<Entries> };
}

interface CaseDecider<State, Command, E extends Event> extends Decider<State, Command, E, unknown> {
  /** Everything owed and what became of it. */
  readonly duties: (state: State) => readonly Duty[];
}

/** A declared kind of case with its decider. */
export interface CaseKind<State, Entries, E extends Event, LookUps = never> extends CaseDefinition<
  State,
  Entries,
  E,
  LookUps
> {
  readonly decider: CaseDecider<State, CommandIn<Entries>, E>;
}

/** The commands of a kind. */
export type CommandOf<Kind extends { readonly commands: unknown }> = CommandIn<Kind['commands']>;

/**
 * The one registration of a kind of case (design decision 15): its commands, states, relations, steps and texts. Routes,
 * rebuild, due handlers, boards, timelines, messages and the command line go over it.
 */
export const defineCase = <State, Entries extends Table<State, E, LookUps>, E extends Event, LookUps = never>(
  definition: CaseDefinition<State, Entries, E, LookUps>,
): CaseKind<State, Entries, E, LookUps> => ({ ...definition, decider: deciderOf(definition) });

/** Writes the entries of a kind's table, each checked for itself: what it finds is what it decides on. */
export const entriesOf = <State, E extends Event, LookUps = never>() => ({
  /** A command that begins a case. What has begun begins no second time, unless the entry says otherwise. */
  begins: <C extends { readonly type: string }, Found>(
    entry: Omit<CommandEntry<State, C, E, LookUps, Found>, 'begins'>,
  ): AnyEntry<State, C, E, LookUps> =>
    ({ from: () => false, ...entry, begins: true }) as AnyEntry<State, C, E, LookUps>,
  /** What a worker tells of what may not be there yet, or any more. */
  heard: <C extends { readonly type: string }, Found>(
    entry: Pick<CommandEntry<State, C, E, LookUps, Found>, 'find' | 'decide'>,
  ): AnyEntry<State, C, E, LookUps> => ({ ...entry, begins: true, workers: true }) as AnyEntry<State, C, E, LookUps>,
  /** A command about a case that is there. */
  asked: <C extends { readonly type: string }, Found>(
    entry: Omit<CommandEntry<NonNullable<State>, C, E, LookUps, Found>, 'begins'>,
  ): AnyEntry<State, C, E, LookUps> => entry as AnyEntry<State, C, E, LookUps>,
});

/** The table's guard and decisions as a state machine in pure values. */
function deciderOf<State, Entries extends Table<State, E, LookUps>, E extends Event, LookUps>(
  definition: CaseDefinition<State, Entries, E, LookUps>,
): CaseDecider<State, CommandIn<Entries>, E> {
  const { kind, stateVersion, initial, evolve, bearings, notices, claims, status, steps } = definition;
  // What is owed under a name that nobody declares could be fulfilled by no command and called nothing on a screen.
  const duties = (state: State): readonly Duty[] => {
    const owed = dutiesOf(state as Owing | null);
    const stray = owed.find(({ step }) => !(step in steps));
    if (stray) throw new Error(`${kind} owes ${stray.step}, which is no step of it`);
    return owed;
  };
  const { commands }: { readonly commands: Table<State, E, LookUps> } = definition;
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
      const entry = entryOf({ commands }, asked);
      mustAllow(entry, asked.type, state, status(state));
      const { after = [], daysAfter = {}, route } = entry;
      if (state) inOrder({ after, daysAfter, path: route?.occurred ?? 'occurredAt' }, asked, state, given);
      return entry.decide(asked, state, given);
    },
  };
}

/**
 * Nothing but a beginning can be said of a case that is not there, and of one that is only what its state allows.
 * @throws not_found, invalid_state
 */
export function mustAllow<State>(
  entry: Pick<AnyEntry<State, never, Event, never>, 'begins' | 'explained' | 'from'>,
  command: string,
  state: State,
  status: string,
): void {
  if (!entry.begins && (state === null || state === undefined)) throw notFound('case', '案件');
  if (!entry.explained && !allows(entry, state)) throw invalidState(command, status);
}

/** Whether the command may come in this state. */
export const allows = <State>(
  { from, begins }: { from?: (state: NonNullable<State>) => boolean; begins?: true },
  state: State,
): boolean => (state === null || state === undefined ? begins === true : (from?.(state) ?? true));

export function entryOf<State, E extends Event, LookUps>(
  { commands }: { readonly commands: Table<State, E, LookUps> },
  { type }: { readonly type: string },
): AnyEntry<State, { readonly type: string }, E, LookUps> {
  const entry = commands[type];
  if (!entry) throw new Error(`there is no command ${type}`);
  // Which command an entry takes, its name says.
  return entry as unknown as AnyEntry<State, { readonly type: string }, E, LookUps>;
}
