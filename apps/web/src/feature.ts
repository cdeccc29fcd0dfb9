import type { ComponentType } from 'react';
import type { CommandName } from './api/contract.ts';
import type { Answer, Row, Timeline } from './api/types.ts';
import type { FormDefinition, FormWords } from './forms/definitions.ts';
import type { Pair } from './i18n/dictionary.ts';

type Labels = Readonly<Record<string, string>>;

/** What a context calls what it has, by code. */
export interface ContextWords extends FormWords {
  readonly command: Labels;
  /** The same in a row of the board, where it stands beside what is owed. */
  readonly short: Labels;
  /** The same in the navigation. */
  readonly nav: Labels;
  readonly kind: Labels;
  /** States by kind: two kinds may call theirs alike. */
  readonly state: Readonly<Record<string, Labels>>;
  /** Steps of the chase by kind, where they are others than the usual two. */
  readonly level: Readonly<Record<string, Labels>>;
  readonly step: Labels;
  readonly event: Labels;
  readonly template: Labels;
  /** Kinds of free text. */
  readonly record: Labels;
  /** Details of events and rows. */
  readonly detail: Labels;
  /** How a number reads: "第2版". */
  readonly unit: Readonly<Record<string, (n: number) => string>>;
}

/** What a board and the navigation say of a context: all that is fetched before somebody opens a page. */
export type ContextFace = Pick<
  ContextWords,
  'nav' | 'command' | 'short' | 'kind' | 'state' | 'level' | 'step' | 'detail' | 'unit' | 'codes'
>;

/**
 * How a detail of an event or of a row is said; what is not declared is for machines and stays unsaid. `step` names
 * what is owed; `organization` an institution by its id; `codes` a list of choices, `between` which one text holds
 * several; `unit` a number, `of` the part that it is; `mark` a number or name as it is; a label is its name in `detail` unless another is given.
 */
export type Said =
  | 'moment'
  | 'day'
  | 'step'
  | 'organization'
  | 'mark'
  | { readonly codes: string; readonly label?: string; readonly between?: string }
  | { readonly unit: string; readonly of?: string };
export type Facts = Readonly<Record<string, Readonly<Record<string, Said>>>>;

export interface DoingProps {
  readonly command: CommandName;
  readonly timeline: Timeline;
  /** `said`: what has come of it, where "recorded" says too little. */
  readonly onDone: (answer: Answer, said?: string) => void;
  readonly cancel: () => void;
}
/** A part of a screen that is loaded when it is needed. */
export type Part<Props> = () => Promise<ComponentType<Props>>;

/** How a person gives a command. `apart`: rarely needed, or not to be pressed by mistake. */
export type Giving =
  /** Its fields stand in `commands.forms.ts` of the context, and are fetched when somebody opens it. */
  | { readonly form: true; readonly apart?: boolean }
  | { readonly page: Part<DoingProps>; readonly apart?: boolean }
  /** Begins a case, on a page of its own with this address. */
  | { readonly begins: string; readonly page: Part<object> }
  /** Is given on the card of what is owed. */
  | { readonly card: true };

/** Commands whose whole form is a list of fields. */
export type Forms = Readonly<Partial<Record<CommandName, FormDefinition>>>;

/** A page beyond boards and cases: a list, a register. Its label in the navigation is its name among `nav`. */
export interface FeaturePage {
  readonly path: string;
  readonly page: Part<object>;
  /** Is led to by others only. */
  readonly hidden?: boolean;
}

/** A page on which there is more of a case: by its name among the pages, which is its label among `around`. */
export interface Around {
  readonly name: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** What a context declares of itself; the app is made of these. */
export interface Feature {
  readonly words: Pair<ContextWords>;
  /** Kinds of cases, each with the first part of its address, as `/handovers/…`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** By the names that the server has for them; who may open which, it says. */
  readonly pages?: Readonly<Record<string, FeaturePage>>;
  /** Kinds of free text that name a case, by its kind. */
  readonly titles?: Labels;
  /** Stands below the board of whom it concerns; its words come with it. */
  readonly home?: Part<object>;
  /** Pages around a case, by its kind, which may be another context's. */
  readonly around?: Readonly<
    Record<string, (id: string, facts: Readonly<Record<string, unknown>>) => readonly Around[]>
  >;
  /** In the order in which they are offered. */
  readonly commands: Readonly<Partial<Record<CommandName, Giving>>>;
  /**
   * What fulfils a step, most fitting first: which of them is possible now, the server says. Where the answer to a
   * question or a return is owed (`handover_document`, instance `redirect-1`), `handover_document#redirect` says it.
   */
  readonly steps: Readonly<Record<string, readonly CommandName[]>>;
  readonly facts: Facts;
  /** What a row of the board says of its case, by kind. */
  readonly rows: Facts;
  /** Events that must not be overlooked. */
  readonly loud: readonly string[];
  /** Texts that are long, and fold away in the timeline. */
  readonly texts?: Readonly<Record<string, Part<{ text: string }>>>;
  /** Steps that are shown as a card instead of a row, while the reader may give its command. */
  readonly cards?: Readonly<Record<string, { readonly command: CommandName; readonly page: Part<{ row: Row }> }>>;
}
