import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../../scripts/lib/ensure.mjs';
import { built } from '../../faults/lib/region.mjs';
import { Api } from './api.mjs';
import { answerOf, DETAILS } from './details.mjs';
import { Policy } from './policy.mjs';
import { reads } from './reads.mjs';
import { Standings } from './standing.mjs';
import { walls } from './walls.mjs';

/** The version of no case: whoever may give the command is told that it is stale, and nothing changes. */
const NO_VERSION = '"999999"';
/** What a list is about; a person, a place or an institution may be named beside. */
const NAMED = new Set([
  'discharge_case',
  'consultation',
  'backup_request',
  'service_request',
  'phone_task',
  'emergency_look',
  'regional_issue',
  'issue_signal',
  'evidence_pack',
  'activity_report',
  'meeting',
]);
/** A message may point to what is seen no more, and whoever reviews looks sees that they were, not what was seen. */
const POINTING = new Set(['/api/v1/messages', '/api/v1/read-log']);
const byText = (a, b) => (a < b ? -1 : 1);
const commandOf = (operation) => operation.slice(0, 1).toUpperCase() + operation.slice(1);

/** The first cell that is not as the table says, where no more is asked for. */
export class Red extends Error {}

/** Everything that there is to ask of a running server, each answer held against `policy.csv`. */
export class Comparison {
  policy = new Policy();
  /** Cells by channel, and those of them that are not as the table says. */
  cells = new Map();

  /** `most`: cases of each kind; `stops`: at the first cell that is red. */
  constructor({ client, database, people, report, most, stops = false }) {
    Object.assign(this, { client, database, people, report, most, stops });
  }

  cell = (channel, what, given, expected) => {
    if (!this.cells.has(channel)) this.cells.set(channel, { all: 0, wrong: [] });
    const of = this.cells.get(channel);
    of.all++;
    if (expected.includes(given)) return;
    const said = `${what}: ${given} instead of ${expected.join(' or ')}`;
    of.wrong.push(said);
    if (this.stops) throw new Red(`${channel}: ${said}`);
  };

  /** Begins cases of the kinds of which the demo has none. */
  async prepare() {
    const document = JSON.parse((await this.client.send({ method: 'GET', path: '/api/openapi.json' })).text);
    this.api = new Api(this.client, document, await whatNoSchemaSays());
    this.kinds = [...new Set(this.policy.rows.map(({ resource }) => resource))].filter(
      (kind) => kind !== 'page' && kind !== 'capability',
    );
    if (!this.stops) await beginWhatTheDemoLacks(this.api, this.database, this.people, this.report);
    this.standings = await Standings.of(this.database);
  }

  /** Whether there is somebody and something for everything that the table names. */
  completeness() {
    const roles = new Set(this.people.map(({ role }) => role));
    return {
      'somebody of every role is asked for': this.policy.roles.filter((role) => !roles.has(role)),
      'every detail is one that the API has': Object.keys(DETAILS).filter(
        (id) => !this.api.operations.some((one) => one.id === id),
      ),
      'there is a case of every kind': this.kinds.filter(
        (kind) => !this.standings.heads.some((head) => head.kind === kind),
      ),
    };
  }

  async all() {
    await walls(this.database, this.cell);
    await this.bySql();
    await this.overHttp();
  }

  async overHttp() {
    await reads(this);
    await this.lists();
    for (const kind of this.kinds) for (const head of this.casesOf(kind)) await this.askOf(kind, head);
    await this.beginnings();
  }

  /** Of each kind a few, no two of the same state while there are others. */
  casesOf(kind) {
    const all = this.standings.heads.filter((head) => head.kind === kind);
    const byState = [...new Map(all.map((head) => [head.status, head])).values()];
    return [...new Set([...byState, ...all])].slice(0, Number(this.most));
  }

  /** One for each role in each set of relations to the case: everybody else would be a repetition. */
  callersFor(head) {
    const distinct = new Map();
    for (const person of this.people) {
      const relations = this.standings.relationsToAll(person, head);
      const key = [person.role, person.prefecture === head.prefecture, ...[...relations].toSorted(byText)].join(' ');
      if (!distinct.has(key)) distinct.set(key, { person, relations });
    }
    return [...distinct.values()];
  }

  async askOf(kind, head) {
    const commands = this.api.operations.filter(
      ({ id, parameters, method }) =>
        method === 'POST' && parameters.length > 0 && this.policy.of(kind, commandOf(id)).length > 0,
    );
    const details = this.api.operations.filter(({ id }) => DETAILS[id]?.kinds.includes(kind));
    const asked = [];
    for (const { person, relations } of this.callersFor(head)) {
      const who = `${person.role} as ${[...relations].join(' ') || 'nobody'} of ${kind} ${head.status} ${head.id}`;
      for (const operation of commands)
        asked.push(async () => {
          const answer = await send(this.api, operation, [head.id], person);
          this.cell(
            'commands over HTTP',
            `${operation.id} by ${who}`,
            answer,
            this.policy.answerTo(kind, commandOf(operation.id), person.role, relations),
          );
        });
      const direct = this.standings.relations(person, head);
      asked.push(async () => {
        const { status } = await this.api.read(`/api/v1/cases/${head.id}/timeline`, person.token);
        this.cell('timelines over HTTP', `timeline by ${who}`, status, [
          this.policy.sees(kind, person.role, direct) ? 200 : 404,
        ]);
      });
      const near = person.prefecture === head.prefecture;
      for (const operation of details)
        asked.push(async () => {
          const { status } = await this.api.read(operation.path.replace(/\{\w+\}/, head.id), person.token);
          const standing = { policy: this.policy, kind, role: person.role, relations: direct, near };
          this.cell('details over HTTP', `${operation.id} by ${who}`, status, [
            answerOf(DETAILS[operation.id], standing),
          ]);
        });
    }
    for (const operation of details)
      asked.push(async () => {
        const { status } = await this.api.read(operation.path.replace(/\{\w+\}/, head.id));
        this.cell('without a session', `${operation.id} of ${kind}`, status, [401]);
      });
    for (const operation of commands)
      for (const token of [undefined, 'A'.repeat(43)])
        asked.push(async () =>
          this.cell(
            'without a session',
            `${operation.id} of ${kind}`,
            await send(this.api, operation, [head.id], { token }),
            [401],
          ),
        );
    await together(asked);
  }

  async beginnings() {
    const begin = this.api.operations.filter(({ method, parameters }) => method === 'POST' && parameters.length === 0);
    const one = new Map(this.people.map((person) => [`${person.role} ${person.prefecture}`, person]));
    await together(
      begin.flatMap((operation) =>
        this.kinds
          .filter((kind) => this.policy.of(kind, commandOf(operation.id)).length > 0)
          .flatMap((kind) =>
            [...one.values()].map((person) => async () => {
              const answer = await send(this.api, operation, [], person);
              this.cell(
                'beginnings over HTTP',
                `${operation.id} by ${person.role}`,
                answer,
                this.policy.answerTo(kind, commandOf(operation.id), person.role, new Set()),
              );
            }),
          ),
      ),
    );
  }

  /** As the login that the program has, in the role that it reads with, by statements that the program never makes. */
  async bySql() {
    const { host, port } = this.database;
    const reader = new pg.Client({ host, port, user: 'tsunagi_app', database: 'tsunagi' });
    await reader.connect();
    await reader.query('SET ROLE tsunagi_reader');
    try {
      const one = new Map(this.people.map((person) => [`${person.role} ${person.organization}`, person]));
      for (const person of one.values())
        for (const prefecture of ['01', '02']) {
          await reader.query(`SELECT set_config('app.prefecture', $1, false)`, [prefecture]);
          const { rows } = await reader.query(
            `SELECT h.stream::text AS id, app.relations_to(h, app.standing($1, $2, $3)) AS relations
               FROM stream_head h WHERE h.prefecture = $1`,
            [person.prefecture, person.id, person.organization],
          );
          const found = new Map(rows.map(({ id, relations }) => [id, relations]));
          for (const head of this.standings.heads.filter((each) => each.prefecture === person.prefecture)) {
            const what = `${head.kind} ${head.id} by ${person.role} of ${person.prefecture} within ${prefecture}`;
            const relations = new Set(found.get(head.id) ?? []);
            const seen = this.policy.sees(head.kind, person.role, relations);
            const should =
              prefecture === person.prefecture &&
              this.policy.sees(head.kind, person.role, this.standings.relations(person, head));
            this.cell('by SQL', what, seen, [should]);
          }
        }
    } finally {
      await reader.end();
    }
  }

  listed() {
    const without = this.api.operations.filter(
      ({ id, method, parameters }) =>
        method === 'GET' && parameters.length === 0 && !['followBoard', 'listDemoAccounts'].includes(id),
    );
    return [...without.map(({ path }) => path), '/api/v1/cases?state=open'];
  }

  /** Whatever a board, its stream or a list shows is of a case that its reader sees. */
  async lists() {
    const one = new Map(this.people.map((person) => [`${person.role} ${person.organization}`, person]));
    await together(
      [...one.values()].map((person) => async () => {
        for (const path of this.listed()) {
          const { status, text } = await this.api.read(path, person.token);
          if (status !== 200) continue;
          for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)) {
            const head = this.standings.byId.get(id);
            if (head && head.prefecture !== person.prefecture)
              this.cell('in lists', `${path} ${id} to ${person.role}`, 'shown', ['hidden']);
          }
          if (POINTING.has(path) || !/^[[{]/.test(text)) continue;
          for (const id of linesIn(JSON.parse(text))) {
            const head = this.standings.byId.get(id);
            if (!head || !NAMED.has(head.kind)) continue;
            const seen = this.policy.sees(head.kind, person.role, this.standings.relations(person, head));
            this.cell('in lists', `${path} ${id} (${head.kind}) to ${person.role} ${person.id}`, seen, [true]);
          }
        }
      }),
    );
  }
}

/** What each line of a list is about. */
const linesIn = (answer) =>
  (Array.isArray(answer) ? [answer] : Object.values(answer).filter(Array.isArray))
    .flat()
    .flatMap((line) => line?.about?.id ?? line?.id ?? []);

async function send(api, operation, ids, person) {
  const { status, text } = await api.ask(operation, ids, person.token, { headers: { 'if-match': NO_VERSION } });
  if (status !== 400 && status !== 422) return status;
  const { errors = [] } = JSON.parse(text);
  return `${status} ${errors.map(({ path, code }) => `${path} ${code}`).join(', ')}`;
}

/** What no schema says. */
async function whatNoSchemaSays() {
  const { prefecture, homeCareAreas } = JSON.parse(
    readFileSync(join(root, 'data/hokkaido-home-care-areas.json'), 'utf8'),
  );
  const { handoverDocument } = await built('apps/cli/demo/handover-text.js');
  return {
    importAreas: { prefecture, homeCareAreas },
    document: handoverDocument('宛先', '差出人'),
    areas: ['012297'],
    programItem: { version: 'r8', letter: 'ウ' },
  };
}

/** Kinds of which the demo has no case. */
async function beginWhatTheDemoLacks(api, database, people, report) {
  const { rows: heads } = await database.query(
    `SELECT stream::text AS id, kind, state FROM stream_head WHERE prefecture = '01' ORDER BY stream`,
  );
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const in01 = people.filter(({ prefecture }) => prefecture === '01');
  const coordinators = in01.filter(({ role }) => role === 'coordinator');
  const [coordinator] = coordinators;
  const admin = in01.find(({ role }) => role === 'admin');
  const organizations = heads.filter(({ kind }) => kind === 'organization');
  const own = organizations.find(({ id }) => id === coordinator.organization).state;
  const near = organizations.filter(({ state }) => state.municipality === own.municipality);
  const agreed = { elsewhere: { name: '在宅医療・介護連携の協議会', heldOn: '2025-05-20' } };
  const wanted = [
    [
      'requestCall',
      coordinator,
      coordinators.map(({ id }) => ({ person: id })).concat(in01.map(({ id }) => ({ person: id }))),
    ],
    [
      'arrangeDeskCover',
      coordinator,
      organizations
        .filter(({ state }) => state.kind === 'help_desk')
        .map(({ id }) => ({ deputy: id, from: today, until: today })),
    ],
    [
      'requestService',
      coordinator,
      heads
        .filter(({ kind, state }) => kind === 'patient' && state.municipality === own.municipality)
        .slice(0, 3)
        .flatMap(({ id: patient }) =>
          near.flatMap(({ id: to }) =>
            ['visiting_nursing', 'visiting_pharmacy'].map((service) => ({
              patient,
              to,
              service,
              wish: '訪問をお願いします。',
            })),
          ),
        ),
    ],
    [
      'openInEmergency',
      in01.find(({ role }) => role === 'secondary_physician'),
      heads
        .filter(({ kind }) => kind === 'patient')
        .map(({ id: patient }) => ({ patient, reason: 'sudden_change', text: '意識がない。', sections: ['contacts'] })),
    ],
    [
      'activateRuleSet',
      admin,
      [{ context: 'help_desk', area: own.municipality, effectiveFrom: today, agreed, values: { required: [] } }],
    ],
  ];
  for (const [id, person, bodies] of wanted) {
    const operation = api.operations.find((one) => one.id === id);
    let last;
    for (const body of bodies) {
      last = await api.ask(operation, [], person.token, { body });
      if (last.status === 201) break;
    }
    if (last?.status !== 201) report.say(`  ${id}: ${last?.text}`);
  }
}

async function together(asked, most = 8) {
  const queue = [...asked];
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await next();
    }),
  );
}
