import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { can, isTooEarly, type Capability, type Event, type Instant, type Role } from '#kernel';
import { EventLog } from '#platform';
import {
  allows,
  entryOf,
  type AnyEntry,
  type CaseKind,
  type EventEntry,
  type Grants,
  type Person,
} from './define-case.js';

interface AnyCommand {
  readonly type: string;
}
/** A kind whose own types matter to nobody but its context. */
export type AnyKind = CaseKind<
  unknown,
  Readonly<Record<string, AnyEntry<unknown, AnyCommand, Event, unknown>>>,
  Event,
  unknown
>;
/** As contexts hand them in: a kind takes and gives its own types only. */
export type DeclaredKind = CaseKind<never, never, never>;

export const KINDS = Symbol('kinds of cases');

/** Every kind of case there is, by name (design decision 15). The program does not start on a gap. */
@Injectable()
export class Kinds implements OnModuleInit {
  private readonly byName: ReadonlyMap<string, AnyKind>;
  private readonly shapes: ReadonlyMap<string, EventEntry>;

  constructor(
    @Inject(KINDS) declared: readonly DeclaredKind[],
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(EventLog) private readonly log: EventLog,
  ) {
    const kinds = declared as unknown as readonly AnyKind[];
    this.byName = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.shapes = new Map(kinds.flatMap(({ events }) => Object.entries(events)));
    const gaps = gapsOf(kinds);
    if (gaps.length > 0) throw new Error(`the kinds of cases do not fit together:\n${gaps.join('\n')}`);
  }

  /** Whoever looks up for a kind must be there before the first command asks; the log is read in today's shapes. */
  onModuleInit(): void {
    this.log.readAs(({ type, schemaVersion, payload }) => this.asToday(type, schemaVersion, payload));
    for (const { lookUps } of this.all()) if (lookUps) this.modules.get(lookUps, { strict: false });
  }

  all(): AnyKind[] {
    return [...this.byName.values()];
  }

  find(name: string): AnyKind | undefined {
    return this.byName.get(name);
  }

  of(name: string): AnyKind {
    const kind = this.byName.get(name);
    if (!kind) throw new Error(`nobody declares cases of the kind ${name}`);
    return kind;
  }

  /** What a fact says, in the shape that it would be written in today. */
  asToday(type: string, version: number, payload: object): object {
    return upcast(this.shapes.get(type), version, payload);
  }

  /** Whether "I have it, by …" says what it means: not where only an answer counts. */
  isPromisable(name: string, step: string): boolean {
    return this.byName.get(name)?.steps[step]?.promisable !== false;
  }

  /**
   * What a person may do now with a case, standing in these relations to it. What follows a moment that is still to come,
   * as a decision its meeting, is not offered; where the command names its moment itself, the person does.
   */
  commandsNow(name: string, person: Person, relations: readonly string[], state: unknown, now: Instant): string[] {
    if (state === null || state === undefined) return [];
    const told = { occurredAt: now, actor: person };
    return Object.entries(this.of(name).commands)
      .filter(
        ([, entry]) =>
          entry.route !== undefined &&
          !entry.begins &&
          mayAsk(entry, person.role, relations) &&
          allows(entry, state) &&
          (entry.route.occurred !== undefined || !isTooEarly(entry.after ?? [], state, told)),
      )
      .map(([command]) => command);
  }

  /** Kinds of free text that the person does not read of a case: what every relation that shows it to him withholds. */
  withheldFrom(name: string, role: Role, relations: readonly string[]): ReadonlySet<string> {
    const { sees, withheld = {} } = this.of(name);
    const [first = [], ...others] = granted(sees, role)
      .filter((relation) => relations.includes(relation))
      .map((relation) => withheld[relation] ?? []);
    return new Set(first.filter((record) => others.every((other) => other.includes(record))));
  }

  /** Where its ward is written down, unless that is withheld from somebody who stands to it like this. */
  wardOf(name: string, role: Role, relations: readonly string[]): AnyKind['ward'] {
    const { ward } = this.of(name);
    return ward && !this.withheldFrom(name, role, relations).has(ward.record) ? ward : undefined;
  }

  /** What a person of this role may begin. */
  beginnings(role: Role): string[] {
    return this.all().flatMap(({ commands }) =>
      Object.entries(commands)
        .filter(([, entry]) => entry.route && entry.begins && mayAsk(entry, role, []))
        .map(([command]) => command),
    );
  }

  /** Of that, what is begun for some people only: by command, in which relations the person must stand to them. */
  beginningsAmong(role: Role): Readonly<Record<string, readonly string[]>> {
    const begins = new Set(this.beginnings(role));
    return Object.fromEntries(
      this.all().flatMap(({ commands }) =>
        Object.entries(commands).flatMap(([name, { about }]) =>
          about && begins.has(name) ? [[name, granted(about, role)]] : [],
        ),
      ),
    );
  }

  /** What a person of this role may begin about somebody, standing in these relations to that person. */
  beginningsAbout(role: Role, relations: readonly string[]): string[] {
    const begins = new Set(this.beginnings(role));
    return this.all().flatMap(({ commands }) =>
      Object.entries(commands)
        .filter(
          ([name, { about }]) =>
            begins.has(name) && (!about || granted(about, role).some((r) => relations.includes(r))),
        )
        .map(([name]) => name),
    );
  }

  /** By kind, the relations in which a person of this role sees a case: the database's function takes it as it is. */
  sightOf(role: Role): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(this.all().map(({ kind, sees }) => [kind, granted(sees, role)]));
  }

  /** By kind, the relation in which somebody hears what has become of a case that he no longer sees. */
  afterwards(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.all().flatMap(({ kind, afterwards }) => (afterwards ? [[kind, afterwards.to]] : [])),
    );
  }

  /** The same for the rows of a board: what concerns this person now. */
  boardOf(role: Role): Readonly<Record<string, readonly string[]>> {
    // Who may open every case has not every case to do with.
    const nearer = (relation: string) => relation !== 'everyone';
    return Object.fromEntries(
      this.all().map(({ kind, sees, board = sees }) => [kind, granted(board, role).filter(nearer)]),
    );
  }
}

/** An older shape of a fact as it would be written today. */
export function upcast(entry: EventEntry | undefined, version: number, payload: object): object {
  const { version: today = version, upcasts = {} } = entry ?? {};
  let shape = payload;
  for (let from = version; from < today; from++)
    shape = upcasts[from]?.(shape as Readonly<Record<string, unknown>>) ?? shape;
  return shape;
}

export const granted = (grants: Grants, role: Role): string[] =>
  Object.entries(grants)
    .filter(([, of]) =>
      (Array.isArray(of) ? (of as readonly Capability[]) : [of as Capability]).some((c) => can(role, c)),
    )
    .map(([relation]) => relation);

/** `anyone` is a relation in which everybody stands to a case that is yet to begin. */
export const mayAsk = (
  { may, begins }: Pick<AnyEntry<unknown, AnyCommand, Event, unknown>, 'may' | 'begins'>,
  role: Role,
  relations: readonly string[],
): boolean => {
  const by = granted(may ?? {}, role);
  return begins ? by.includes('anyone') : by.some((relation) => relations.includes(relation));
};

/** Whether somebody may give a command; who does not see the case learns nothing of it. */
export type Verdict = 'allowed' | 'forbidden' | 'hidden';

/** `relations` are those in which the person stands to the case; a case that is not there has none. */
export function verdictOn(
  kind: AnyKind,
  person: Person,
  relations: readonly string[],
  command: AnyCommand,
  state: unknown,
): Verdict {
  const entry = entryOf(kind, command);
  const asks = mayAsk(entry, person.role, relations);
  const sees = granted(kind.sees, person.role).some((relation) => relations.includes(relation));
  if (!entry.begins && !asks && !sees) return 'hidden';
  return asks && entry.allowed?.(person, command, state) !== false ? 'allowed' : 'forbidden';
}

/** What is declared twice, or refers to what nobody declares. */
export function gapsOf(kinds: readonly AnyKind[]): string[] {
  const gaps: string[] = [];
  const once = (what: string, names: readonly string[]) => {
    for (const name of new Set(names.filter((each, i) => names.indexOf(each) !== i)))
      gaps.push(`${what} ${name} is declared twice`);
  };
  once(
    'the kind',
    kinds.map(({ kind }) => kind),
  );
  once(
    'the command',
    kinds.flatMap(({ commands }) => Object.keys(commands)),
  );
  once(
    'the event',
    kinds.flatMap(({ events }) => Object.keys(events)),
  );
  once(
    'the route',
    kinds.flatMap(({ commands }) => Object.values(commands).flatMap(({ route }) => route?.path ?? [])),
  );
  for (const { kind, commands, steps, texts, events, due } of kinds) {
    for (const record of texts.open ?? [])
      if (!texts.records.includes(record)) gaps.push(`${kind}: ${record} is open, but is no record of it`);
    for (const [step, { by }] of Object.entries(steps)) {
      if (by.length === 0) gaps.push(`${kind}: no command fulfils the step ${step}`);
      for (const name of by)
        if (!(name in commands))
          gaps.push(`${kind}: the step ${step} is fulfilled by ${name}, which is no command of it`);
    }
    // What acts by itself when due may chase nobody.
    if (Object.keys(steps).length > 0 && texts.templates.length === 0 && !due)
      gaps.push(`${kind}: its steps are chased, but it declares no template of a message`);
    for (const [name, { route, may, begins, workers, edge }] of Object.entries(commands)) {
      if (!route && !may && !workers) gaps.push(`${kind}: ${name} can be asked by nobody`);
      if (workers && (route ?? may)) gaps.push(`${kind}: ${name} is for workers only, but has a route or grants`);
      if (route && !may) gaps.push(`${kind}: ${name} has a route, but nobody may ask it`);
      if (may && !route && !edge) gaps.push(`${kind}: ${name} may be asked, but has no route`);
      if (begins && may && !('anyone' in may))
        gaps.push(`${kind}: ${name} begins a case, but is granted to a relation to it`);
      for (const record of Object.keys(route?.personal ?? {}))
        if (!texts.records.includes(record)) gaps.push(`${kind}: ${name} writes ${record}, which is no record of it`);
    }
    for (const [type, { version, upcasts = {} }] of Object.entries(events))
      for (let from = 1; from < version; from++)
        if (!upcasts[from]) gaps.push(`${kind}: ${type} has no upcast from version ${from}`);
    if (due && !Object.values(commands).some(({ route }) => route === undefined))
      gaps.push(`${kind}: it acts when due, but has no command for a worker`);
  }
  return gaps;
}
