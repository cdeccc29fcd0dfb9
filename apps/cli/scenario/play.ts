import {
  areaTreeKind,
  organizationKind,
  patientKind,
  userKind,
  type AreaTree,
  type HomeCareAreaRow,
  areaTreeId,
  Directory,
} from '#directory';
import { dateIn, idOf, plusDays, toInstant, type Actor } from '#kernel';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../project-root.js';
import { referencesOf } from './references.js';
import type { Scenario, ScenarioStep } from './scenario-file.js';
import type { World } from './world.js';

const SETUP: Actor = { system: 'worker', job: 'scenario' };
export interface StepResult {
  readonly do: string;
  readonly status: number;
  readonly result?: unknown;
  readonly problem?: unknown;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

/** Plays a scenario's people and steps in a world, and knows every id by the name the file gives it. */
export class Play {
  readonly results: StepResult[] = [];
  readonly failures: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly saved = new Map<string, Record<string, unknown>>();
  private readonly tokens = new Map<string, string>();
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly references: ReadonlySet<string>;
  private tree: AreaTree = { prefecture: '', areas: {} };

  constructor(
    private readonly world: World,
    private readonly scenario: Scenario,
    private readonly seed: string,
  ) {
    this.routes = routesOf(world);
    this.references = referencesOf(world.openApi);
    for (const { id } of [...scenario.organizations, ...scenario.users, ...scenario.patients])
      this.names.set(this.idOf(id), id);
  }

  private idOf(name: string): string {
    return idOf('scenario', this.seed, name);
  }

  async all(): Promise<void> {
    await this.setUp();
    for (const [i, step] of this.scenario.steps.entries()) {
      await this.world.moveTo(toInstant(step.at));
      await this.step(step, i);
      await this.world.settle();
    }
    await this.world.moveTo(toInstant(this.scenario.until));
  }

  /** The id that a step's answer named. */
  idOfResult(step: number): string {
    const result = this.results[step]?.result as { id?: string } | undefined;
    return result?.id ?? '';
  }

  /** Posts as one of the file's people. */
  as(user: string, path: string, body: object, key: string): Promise<{ status: number; body: unknown }> {
    const authorization = `Bearer ${this.tokens.get(user) ?? ''}`;
    return this.world.post(path, { authorization, 'idempotency-key': key }, body);
  }

  /** Reads as one of the file's people. */
  get(user: string, path: string): Promise<{ status: number; body: unknown }> {
    return this.world.get(path, { authorization: `Bearer ${this.tokens.get(user) ?? ''}` });
  }

  /** Ids as the file gives them, areas by name. */
  named(value: unknown): unknown {
    if (typeof value === 'string') return this.names.get(value) ?? value;
    if (Array.isArray(value)) return value.map((entry) => this.named(entry));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [this.names.get(key) ?? key, this.named(entry)]),
      );
    return value;
  }

  /** `$name.field` of an expectation, as the report shows it. */
  resolved(value: unknown): unknown {
    if (typeof value === 'string' && value.startsWith('$')) return this.named(this.savedValue(value));
    if (Array.isArray(value)) return value.map((entry) => this.resolved(entry));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
          key.startsWith('$') ? String(this.named(this.savedValue(key))) : key,
          this.resolved(entry),
        ]),
      );
    return value;
  }

  private savedValue(reference: string): unknown {
    const [name = '', ...fields] = reference.slice(1).split('.');
    const saved = this.saved.get(name);
    if (!saved) return reference;
    return fields.length === 0
      ? saved['id']
      : fields.reduce<unknown>((at, field) => (at as Record<string, unknown> | undefined)?.[field], saved);
  }

  private async setUp(): Promise<void> {
    const { prefecture, organizations, users, patients } = this.scenario;
    const areas = await areasOf(prefecture);
    await this.world.cases.execute(areaTreeKind, {
      ...this.ask(areaTreeId(prefecture), 'areas'),
      command: { type: 'ImportAreas', ...areas },
    });
    this.tree = await this.world.app.get(Directory).tree(prefecture);
    for (const { id, name, level } of Object.values(this.tree.areas))
      if (level !== 'prefecture') this.names.set(id, name);
    for (const { id, serves, satelliteOf, ...rest } of organizations)
      await this.world.cases.execute(organizationKind, {
        ...this.ask(this.idOf(id), id),
        command: {
          type: 'RegisterInstitution',
          ...(rest as unknown as Parameters<typeof Object>[0]),
          ...(serves && { serves: serves.map((area) => this.areaByName(area)) }),
          ...(satelliteOf !== undefined && { satelliteOf: this.idOf(satelliteOf) }),
        } as never,
      });
    for (const { id, role, organization } of users)
      await this.world.cases.execute(userKind, {
        ...this.ask(this.idOf(id), id),
        command: { type: 'RegisterUser', role: role as never, organization: this.idOf(organization) },
        personal: [{ kind: 'user_name', body: { name: id } }],
      });
    for (const { id, name, kana, birthDate, sex, careManager, primaryPhysician, careTeam, ...rest } of patients)
      await this.world.cases.execute(patientKind, {
        ...this.ask(this.idOf(id), id),
        command: {
          type: 'RegisterPatient',
          // Most stories are of people who have consented; a file says where somebody has not.
          consent: true,
          ...rest,
          ...(careManager !== undefined && { careManager: this.idOf(careManager) }),
          ...(primaryPhysician !== undefined && { primaryPhysician: this.idOf(primaryPhysician) }),
          ...(careTeam && { careTeam: careTeam.map((user) => this.idOf(user)) }),
        },
        personal: [{ kind: 'patient_identity', body: { name, kana, birthDate, sex } }],
      });
    for (const { id } of users) this.tokens.set(id, await this.world.sessions.open(prefecture, this.idOf(id)));
    await this.world.settle();
  }

  private ask(id: string, name: string) {
    return {
      prefecture: this.scenario.prefecture,
      id,
      actor: SETUP,
      key: idOf(this.seed, 'setup', name),
      bodyHash: '00',
    };
  }

  private areaByName(name: string): string {
    return Object.values(this.tree.areas).find((area) => area.name === name)?.id ?? name;
  }

  private async step({ as, do: command, with: payload, save, fails }: ScenarioStep, index: number): Promise<void> {
    const route = this.routes.get(command[0]?.toLowerCase() + command.slice(1));
    if (!route) {
      this.failures.push(`$.steps[${index}].do: there is no command "${command}"`);
      return;
    }
    const body = this.translated(payload) as Record<string, unknown>;
    const path = route.parameters.reduce((url, name) => {
      const value = String(body[name]);
      delete body[name];
      return url.replace(`{${name}}`, value);
    }, route.path);
    // Files from before rules named their meeting tell of areas that agreed before the story begins.
    if (command === 'ActivateRuleSet') body['agreed'] ??= { elsewhere: { name: '前提', heldOn: this.dayBefore() } };
    const response = await this.as(as, path, body, idOf(this.seed, 'step', index));
    const answer = response.body as Record<string, unknown>;
    const ok = response.status < 400;
    this.results.push({ do: command, status: response.status, ...(ok ? { result: answer } : { problem: answer }) });
    if (ok && save !== undefined) this.saved.set(save, answer);
    if (ok && fails !== undefined) this.failures.push(`steps[${index}] ${command}: succeeded, expected ${fails}`);
    if (!ok && fails !== answer['code'])
      this.failures.push(`steps[${index}] ${command}: failed with ${JSON.stringify(answer)}`);
  }

  private dayBefore(): string {
    return plusDays(dateIn(toInstant(this.scenario.clock)), -1);
  }

  /** References become ids: of the file's people and organizations, of what was saved, of areas. */
  private translated(value: unknown, key?: string): unknown {
    if (typeof value === 'string') {
      if (value.startsWith('$')) return this.savedValue(value);
      if (key === 'area' || key === 'areas') return this.areaByName(value);
      const id = this.idOf(value);
      return key !== undefined && this.references.has(key) && this.names.has(id) ? id : value;
    }
    if (Array.isArray(value)) return value.map((entry) => this.translated(entry, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, this.translated(entry, name)]));
    return value;
  }
}

function routesOf({ openApi }: World): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const [path, methods] of Object.entries(openApi.paths))
    for (const [method, operation] of Object.entries(methods as Record<string, { operationId?: string }>))
      if (operation.operationId)
        routes.set(operation.operationId, {
          method,
          path,
          parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
        });
  return routes;
}

interface AreaFile {
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly homeCareAreas: readonly HomeCareAreaRow[];
}

/** The areas of Hokkaido as the project carries them; another prefecture has none until it brings its own file. */
export async function areasOf(prefecture: string): Promise<AreaFile> {
  const file = JSON.parse(await readFile(join(PROJECT_ROOT, 'data/hokkaido-home-care-areas.json'), 'utf8')) as AreaFile;
  const { code } = file.prefecture;
  if (code !== prefecture) throw new Error(`there is no area data for prefecture ${prefecture}, only for ${code}`);
  return { prefecture: file.prefecture, homeCareAreas: file.homeCareAreas };
}
