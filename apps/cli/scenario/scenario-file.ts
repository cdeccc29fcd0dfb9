import { CAPABILITIES, ORGANIZATION_KINDS } from '#directory';
import { isInstantText, isLocalDate, ROLES } from '#kernel';

type Json = Record<string, unknown>;

export interface ScenarioOrganization {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly municipality: string;
  readonly block?: string;
  readonly capabilities?: readonly string[];
  readonly hours?: Record<string, string[]>;
  readonly closedDays?: readonly string[];
  readonly serves?: readonly string[];
  readonly satelliteOf?: string;
}
export interface ScenarioUser {
  readonly id: string;
  readonly role: string;
  readonly organization: string;
}
export interface ScenarioPatient {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly municipality: string;
  readonly careManager?: string;
  readonly primaryPhysician?: string;
  readonly careTeam?: readonly string[];
  readonly block?: string;
  readonly consent?: boolean;
}
export interface ScenarioStep {
  readonly at: string;
  readonly as: string;
  readonly do: string;
  readonly with: Json;
  readonly save?: string;
  readonly fails?: string;
}
export interface Expectation {
  readonly of?: readonly string[];
  readonly exactly?: readonly Json[];
  readonly includes?: readonly Json[];
  readonly excludes?: readonly Json[];
}
export const LISTS = ['events', 'messages', 'obligations', 'issues', 'agendaItems', 'rates', 'steps'] as const;
export type ListName = (typeof LISTS)[number];

export interface Scenario {
  readonly name: string;
  readonly clock: string;
  readonly until: string;
  readonly prefecture: string;
  readonly organizations: readonly ScenarioOrganization[];
  readonly users: readonly ScenarioUser[];
  readonly patients: readonly ScenarioPatient[];
  readonly steps: readonly ScenarioStep[];
  readonly expect: { readonly [List in ListName]?: Expectation } & {
    readonly states?: Readonly<Record<string, string>>;
  };
}

/** The file is not what scenarios/README.md describes: where, and what is wrong with it. */
export class BadScenario extends Error {
  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.name = 'BadScenario';
  }
}

type Check = (value: unknown, path: string) => void;

const fail = (path: string, what: string): never => {
  throw new BadScenario(path, what);
};
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, path) => void (typeof value === 'string' && value !== '' ? 0 : fail(path, 'must be text'));
const flag: Check = (value, path) => void (typeof value === 'boolean' ? 0 : fail(path, 'must be true or false'));
const anything: Check = (value, path) => void (isJson(value) ? 0 : fail(path, 'must be an object'));
const moment: Check = (value, path) =>
  void (typeof value === 'string' && isInstantText(value) ? 0 : fail(path, 'must be a moment with an offset'));
const day: Check = (value, path) =>
  void (typeof value === 'string' && isLocalDate(value) ? 0 : fail(path, 'must be a day that exists, YYYY-MM-DD'));
const oneOf =
  (...codes: readonly string[]): Check =>
  (value, path) =>
    void (typeof value === 'string' && codes.includes(value) ? 0 : fail(path, `must be one of ${codes.join(', ')}`));
const listOf =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) fail(path, 'must be a list');
    (value as unknown[]).forEach((entry, i) => check(entry, `${path}[${i}]`));
  };
const optional = (check: Check): Check => Object.assign((v: unknown, p: string) => check(v, p), { optional: true });
const shape =
  (keys: Record<string, Check>): Check =>
  (value, path) => {
    if (!isJson(value)) return fail(path, 'must be an object');
    for (const key of Object.keys(value)) if (!(key in keys)) fail(`${path}.${key}`, 'is not a known key');
    for (const [key, check] of Object.entries(keys)) {
      if (value[key] === undefined && !('optional' in check)) fail(`${path}.${key}`, 'is missing');
      if (value[key] !== undefined) check(value[key], `${path}.${key}`);
    }
    return undefined;
  };

const expectation = shape({
  of: optional(listOf(text)),
  exactly: optional(listOf(anything)),
  includes: optional(listOf(anything)),
  excludes: optional(listOf(anything)),
});

const file = shape({
  name: text,
  clock: moment,
  until: moment,
  prefecture: optional((value, path) =>
    typeof value === 'string' && /^\d\d$/.test(value) ? undefined : fail(path, 'must be two digits'),
  ),
  organizations: listOf(
    shape({
      id: text,
      kind: oneOf(...ORGANIZATION_KINDS),
      name: text,
      municipality: text,
      block: optional(text),
      capabilities: optional(listOf(oneOf(...CAPABILITIES))),
      hours: optional(anything),
      closedDays: optional(listOf(day)),
      serves: optional(listOf(text)),
      satelliteOf: optional(text),
    }),
  ),
  users: listOf(shape({ id: text, role: oneOf(...ROLES), organization: text })),
  patients: listOf(
    shape({
      id: text,
      name: text,
      kana: text,
      birthDate: day,
      sex: oneOf('male', 'female', 'other', 'unknown'),
      municipality: text,
      careManager: optional(text),
      primaryPhysician: optional(text),
      careTeam: optional(listOf(text)),
      block: optional(text),
      consent: optional(flag),
    }),
  ),
  steps: listOf(shape({ at: moment, as: text, do: text, with: anything, save: optional(text), fails: optional(text) })),
  expect: shape({
    ...Object.fromEntries(LISTS.map((list) => [list, optional(expectation)])),
    states: optional(anything),
  }),
});

/** @throws BadScenario */
export function readScenario(json: string): Scenario {
  const parsed = ((): unknown => {
    try {
      return JSON.parse(json) as unknown;
    } catch (error) {
      return fail('$', (error as Error).message);
    }
  })();
  file(parsed, '$');
  const scenario = { prefecture: '01', ...(parsed as object) } as Scenario;
  coherent(scenario);
  return scenario;
}

/** What a shape cannot say: names that refer to something, steps in order. */
function coherent({ organizations, users, patients, steps, clock, until }: Scenario): void {
  const ids = [...organizations, ...users, ...patients].map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) fail('$', `the id "${id}" is there twice`);
  });
  const known = new Set(organizations.map(({ id }) => id));
  users.forEach(({ organization }, i) => {
    if (!known.has(organization)) fail(`$.users[${i}].organization`, `there is no organization "${organization}"`);
  });
  const people = new Set(users.map(({ id }) => id));
  steps.forEach(({ as, at }, i) => {
    if (!people.has(as)) fail(`$.steps[${i}].as`, `there is no user "${as}"`);
    const before = Date.parse(steps[i - 1]?.at ?? clock);
    if (Date.parse(at) < before) fail(`$.steps[${i}].at`, 'lies before the step or clock before it');
    if (Date.parse(at) > Date.parse(until)) fail(`$.steps[${i}].at`, 'lies after "until"');
  });
}
