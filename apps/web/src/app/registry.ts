import { isCommand, type CommandName } from '../api/contract.ts';
import type { Me, Row, Timeline } from '../api/types.ts';
import type { Around, ContextWords, Feature, Giving, Said } from '../feature.ts';
import { FEATURES } from '../features/index.ts';
import { labelOf, textOf, type Dictionary, type Language } from '../i18n/dictionary.ts';

/** Which feature answers for a kind of case; none for a kind that this version does not know. */
export const featureOf = (kind: string): Feature | undefined =>
  FEATURES.find(({ kinds }) => Object.hasOwn(kinds, kind));

export const givingOf = (command: CommandName): Giving | undefined =>
  FEATURES.find(({ commands }) => commands[command] !== undefined)?.commands[command];

type Table = 'command' | 'short' | 'nav' | 'kind' | 'step' | 'event' | 'template' | 'record';

/** What things are called, whichever context they are of. A code that nobody knows shows as it is. */
export interface Labels {
  readonly of: (table: Table, code: string) => string;
  readonly state: (kind: string, code: string) => string;
  /** A step of the chase. */
  readonly level: (kind: string, level: number) => string;
}

export function labelsIn(language: Language, text: Dictionary): Labels {
  const words = FEATURES.map((feature): ContextWords => feature.words[language]);
  const own: Partial<Record<Table, object>> = { event: text.event, template: text.template };
  return {
    of: (table, code) =>
      labelOf(
        [own[table] ?? {}, ...words.map((each) => each[table])].find((one) => Object.hasOwn(one, code)) ?? {},
        code,
      ),
    state: (kind, code) => labelOf(words.find(({ state }) => Object.hasOwn(state, kind))?.state[kind] ?? {}, code),
    level: (kind, level) =>
      labelOf(words.find((each) => Object.hasOwn(each.level, kind))?.level[kind] ?? text.level, level),
  };
}

/** Buttons of a case: what this person may do now and a screen has a form for. */
export interface Actions {
  /** Most pressing first. */
  readonly main: readonly CommandName[];
  readonly apart: readonly CommandName[];
}

const isLive = ({ state }: Pick<Row, 'state'>): boolean => state !== 'met' && state !== 'cancelled';
/** Whether it has a form or a page in a case. */
const opens = (giving: Giving | undefined): giving is Extract<Giving, { apart?: boolean }> =>
  giving !== undefined && ('form' in giving || ('page' in giving && !('begins' in giving)));

/** Whether an address may ask for it in a case: what has no screen there would be a page with nothing on it. */
export const opensInCase = (command: unknown): command is CommandName => isCommand(command) && opens(givingOf(command));

export function actionsOf({ about, commands, obligations }: Timeline): Actions {
  const feature = featureOf(about.kind);
  const possible = Object.entries(feature?.commands ?? {}).flatMap(([name, giving]) =>
    isCommand(name) && commands.includes(name) && opens(giving) ? [{ name, apart: giving.apart === true }] : [],
  );
  const owed = obligations.filter((row) => row.mine && isLive(row)).map((row) => fulfilling(row, commands));
  // What is owed soonest stands first.
  const first = [...new Set(owed)].flatMap((one) => possible.filter(({ name }) => name === one));
  const rest = possible.filter(({ name }) => !owed.includes(name));
  return {
    main: [...first, ...rest.filter(({ apart }) => !apart)].map(({ name }) => name),
    apart: rest.filter(({ apart }) => apart).map(({ name }) => name),
  };
}

/** The command that fulfils what is owed, if this person may give it now. */
export const fulfilling = (
  { about, step, instance }: Pick<Row, 'about' | 'step' | 'instance'>,
  commands: readonly string[],
): CommandName | undefined => {
  const steps = featureOf(about.kind)?.steps ?? {};
  const of = steps[`${step}#${instance?.split('-')[0]}`] ?? steps[step];
  return of?.find((command) => commands.includes(command));
};

/** Whether it is up to this person, and not to others of the same institution or elsewhere. */
export const isUpTo = (
  row: Pick<Row, 'about' | 'step' | 'instance' | 'mine' | 'promisable'>,
  commands: readonly string[],
): boolean => row.mine && (row.promisable || fulfilling(row, commands) !== undefined);

/** The card that shows what is owed instead of a row, while it is up to this person to give its command. */
export const cardOf = ({
  about,
  step,
  commands,
  mine,
  state,
}: Pick<Row, 'about' | 'step' | 'commands' | 'mine' | 'state'>) => {
  const card = featureOf(about.kind)?.cards?.[step];
  return card && mine && state === 'open' && commands.includes(card.command) ? card : undefined;
};

/** What this person may begin, with the page where that is done. */
export const beginnings = ({ commands }: Pick<Me, 'commands'>): { command: CommandName; to: string }[] =>
  FEATURES.flatMap((feature) => Object.entries(feature.commands)).flatMap(([name, giving]) =>
    isCommand(name) && 'begins' in giving && commands.includes(name) ? [{ command: name, to: giving.begins }] : [],
  );

/** Pages beyond boards and cases that this person may open. */
export const pagesOf = ({ pages }: Pick<Me, 'pages'>): { name: string; to: string }[] =>
  FEATURES.flatMap((feature) => Object.entries(feature.pages ?? {})).flatMap(([name, { path, hidden }]) =>
    hidden !== true && pages.includes(name) ? [{ name, to: path }] : [],
  );

/** Where there is more of a case, for whoever may open it. */
export const aroundOf = ({ about, facts }: Pick<Timeline, 'about' | 'facts'>, { pages }: Pick<Me, 'pages'>): Around[] =>
  FEATURES.flatMap(({ around = {} }) => around[about.kind]?.(about.id, facts) ?? []).filter(({ name }) =>
    pages.includes(name),
  );

/** What a case about nobody is called by those who wrote it down, where they gave it a title that the reader may see. */
export function titleOf({ about, entries }: Pick<Timeline, 'about' | 'entries'>): string | undefined {
  const record = featureOf(about.kind)?.titles?.[about.kind];
  return entries.flatMap(({ texts }) => texts).find(({ kind }) => kind === record)?.text;
}

/** How times and steps read; the page knows the clock and the language. */
export interface Sayings {
  readonly moment: (moment: string) => string;
  readonly day: (day: string) => string;
  readonly step: (step: string) => string;
  /** Undefined where it is not known. */
  readonly organization: (id: string) => string | undefined;
  /** Between the members of a list. */
  readonly comma: string;
}

/** A detail in words; undefined where it has nothing to say. */
export function say(
  how: Said,
  value: unknown,
  words: ContextWords,
  { moment, day, step, organization, comma }: Sayings,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (how === 'moment') return moment(textOf(value));
  if (how === 'day') return day(textOf(value));
  // A missed handover names its obligation by key, "acknowledgement#2".
  if (how === 'step') return step(textOf(value).split('#')[0] ?? '');
  if (how === 'mark') return textOf(value);
  if (how === 'organization') return organization(textOf(value));
  if ('unit' in how) {
    const counted = how.of === undefined ? value : (value as Record<string, unknown>)[how.of];
    return counted === undefined ? undefined : words.unit[how.unit]?.(Number(counted));
  }
  const labels = words.codes[how.codes] ?? {};
  if (typeof value === 'boolean') return labels[String(value)];
  const codes = Array.isArray(value)
    ? value.map(String)
    : typeof value === 'object'
      ? Object.entries(value).flatMap(([code, holds]) => (holds === true ? [code] : []))
      : how.between === undefined
        ? [textOf(value)]
        : textOf(value).split(how.between);
  return codes.length === 0 ? undefined : codes.map((code) => labelOf(labels, code)).join(comma);
}

/** A fact's details as pairs of words, in the order of their declaration. */
export function detailsOf(
  kind: string,
  type: string,
  details: Readonly<Record<string, unknown>>,
  language: Language,
  sayings: Sayings,
): { label: string; value: string }[] {
  const feature = FEATURES.find(({ facts }) => Object.hasOwn(facts, type)) ?? featureOf(kind);
  const words: ContextWords | undefined = feature?.words[language];
  if (!feature || !words) return [];
  return Object.entries(feature.facts[type] ?? {}).flatMap(([name, how]) => {
    const value = say(how, details[name], words, sayings);
    return value === undefined ? [] : [{ label: labelOf(words.detail, name), value }];
  });
}

/** What a row's case is about, in the few words that tell it from the others. */
export function factsOf(
  { about, facts }: Pick<Row, 'about' | 'facts'>,
  language: Language,
  sayings: Sayings,
): string[] {
  const feature = featureOf(about.kind);
  const words: ContextWords | undefined = feature?.words[language];
  if (!feature || !words) return [];
  return Object.entries(feature.rows[about.kind] ?? {}).flatMap(([name, how]) => {
    if (typeof how === 'object' && 'unit' in how && Number(facts[name] ?? 0) === 0) return [];
    const value = say(how, facts[name], words, sayings);
    if (value === undefined) return [];
    return [how === 'day' || how === 'moment' ? `${labelOf(words.detail, name)} ${value}` : value];
  });
}

/** By what a case is called on the telephone, and found again: its number. */
export const marksOf = ({ about, facts }: Pick<Row, 'about' | 'facts'>): string[] =>
  Object.entries(featureOf(about.kind)?.rows[about.kind] ?? {}).flatMap(([name, how]) =>
    how === 'mark' && facts[name] !== undefined ? [textOf(facts[name])] : [],
  );

const LOUD = new Set([...FEATURES.flatMap(({ loud }) => loud), 'ObligationMissed', 'ObligationUnattended']);
/** Whether an event must not be overlooked. */
export const isLoud = (type: string): boolean => LOUD.has(type);
