import { createHash } from 'node:crypto';
import { chance } from '../../faults/lib/chance.mjs';
import { isJson } from './answers.mjs';
import { hostileId, hostileQuery, rawBody, spoil, spoilHeaders } from './hostile.mjs';
import { KIND_OF_FIELD, KIND_OF_PARAMETER } from './pool.mjs';

const DAY_MS = 86_400_000;
const SENTENCES = [
  '故障ではない普通の文です。',
  '在宅での療養を続けたいとのこと。',
  '夜間の連絡先を確認した。',
  'A plain sentence.',
];

/** Builds requests from the OpenAPI document; the same intent (intents.mjs) and pool give the same request. */
export class Generator {
  usedKeys = [];
  /** Who was answered with 2xx, by operation. */
  succeeded = new Map();
  /** The body that last went through, by operation. */
  bodies = new Map();
  /** How often a role was forbidden, and a state refused, by operation; less what went through. */
  refusals = new Map();
  meant = { well: 0, through: 0 };

  constructor({ document, pool, people, seed, areas, handoverDocument }) {
    Object.assign(this, { document, pool, people, seed, areas, handoverDocument });
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        queries: (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name),
        body: operation.requestBody && Object.values(operation.requestBody.content)[0].schema,
        form: operation.requestBody && Object.keys(operation.requestBody.content)[0],
      })),
    );
    this.organizations = new Map(people.map((person) => [person.id, person.organization]));
  }

  /** What was intended, with whatever there is by now: `ordinal` makes its key. */
  request({ luck, spoils }, ordinal) {
    const dice = chance(luck);
    const operation = this.pick(dice);
    const ids = spoils.filter(({ what }) => what === 'id');
    const about = operation.parameters.map(
      (name, i) => ids[i]?.id ?? this.idFor(dice, operation, name, ids.length > 0 || dice.next() < 0.1),
    );
    return this.built(dice, ordinal, operation, about, spoils);
  }

  /** Commands count double, for they move the states on; an import of all areas is long and seldom. */
  pick(dice) {
    const operation = dice.oneOf(this.operations);
    if (operation.id === 'importAreas' && dice.next() < 0.7) return this.pick(dice);
    return operation.method === 'POST' || dice.next() < 0.7 ? operation : this.pick(dice);
  }

  idFor(dice, operation, parameter, wrong) {
    const kind = KIND_OF_PARAMETER[parameter];
    if (!wrong && kind)
      return (
        this.likeliest(
          dice,
          operation,
          () => this.pool.one(dice, kind),
          ({ status }) => status,
        )?.id ?? uuidOf('none')
      );
    return dice.next() < 0.65 ? this.pool.any(dice).id : hostileId(dice);
  }

  /** The request of one operation about the things with these ids. */
  built(dice, ordinal, operation, ids, spoils = [], { caller = this.caller(dice, operation, ids[0]), said } = {}) {
    let { method } = operation;
    let path = operation.parameters.reduce((at, name, i) => at.replace(`{${name}}`, ids[i]), operation.path);
    let body = operation.body && this.valid(dice, operation.body, operation.id);
    let headers = {
      ...(caller && { authorization: `Bearer ${caller.token}` }),
      ...(method === 'POST' && { 'idempotency-key': uuidOf(`${this.seed}:${ordinal}`) }),
      ...(body && { 'content-type': operation.form }),
    };
    let queried = false;
    let raw;
    for (const one of spoils) {
      if (one.what === 'body' && typeof body === 'object')
        body = spoil(body, one, (name, value) => this.hintFor(name, value));
      if (one.what === 'raw' && body !== undefined) raw = one;
      if (one.what === 'headers') headers = spoilHeaders(chance(one.luck), headers, this.usedKeys);
      if (one.what === 'method') ({ method } = one);
      if (one.what === 'query' && !queried) {
        queried = true;
        path += `?${hostileQuery(chance(one.luck), operation.queries)}`;
      }
    }
    if (!queried && operation.queries.length > 0 && dice.next() < 0.5)
      path += `?${this.query(dice, operation.queries)}`;
    const text = said ?? (body && (raw ? rawBody(chance(raw.luck), body) : bytesOf(body)));
    if (text !== undefined) headers['content-length'] = Buffer.byteLength(text);
    const status = this.pool.known.get(ids[0])?.status;
    return {
      ordinal,
      operation,
      spoils: spoils.map(({ what }) => what).join() || 'nothing',
      method,
      path,
      headers,
      body: text,
      caller,
      status,
    };
  }

  /** Mostly somebody whose office it is: whom the thing concerns, or who was let through before. */
  caller(dice, operation, about) {
    const { id, path } = operation;
    if (path.endsWith('/demo-accounts') || path.endsWith('/sessions') || dice.next() < 0.01) return undefined;
    if (path.endsWith('/sessions/current')) return { ...dice.oneOf(this.people), token: this.spare ?? 'none' };
    const parties = new Set(this.pool.known.get(about)?.parties);
    const passed = this.succeeded.get(id) ?? [];
    const roles = new Set(passed.map(({ role }) => role));
    const wish = dice.next();
    const near = this.people.filter((one) => parties.has(one.id) || parties.has(one.organization));
    const both = near.filter(({ role }) => roles.has(role));
    if (wish < 0.5 && both.length > 0) return dice.oneOf(both);
    if (wish < 0.65 && passed.length > 0) return dice.oneOf(passed);
    const people = wish < 0.85 && near.length > 0 ? near : this.people;
    return this.likeliest(
      dice,
      operation,
      () => dice.oneOf(people),
      ({ role }) => role,
    );
  }

  query(dice, names) {
    return names
      .filter(() => dice.next() < 0.7)
      .map((name) => {
        if (name === 'target') return `target=${dice.oneOf(['areas', 'organizations', 'staff', 'patients'])}`;
        if (name === 'kind') return 'kind=hospital';
        if (name === 'role') return 'role=care_manager';
        if (name === 'from' || name === 'to') return `${name}=${this.day(dice, 60)}`;
        return `${name}=${Math.floor(dice.next() * 500)}`;
      })
      .join('&');
  }

  hintFor(name, value) {
    return {
      kind: KIND_OF_FIELD[name],
      type: Array.isArray(value) ? 'array' : typeof value,
      format: /(At|until)$/.test(name) ? 'date-time' : /(On|Date|effectiveFrom)$/.test(name) ? 'date' : undefined,
    };
  }

  /** What the schema allows, with ids of things that there are. */
  valid(dice, schema, name, depth = 0) {
    if (schema.$ref)
      return this.valid(dice, this.document.components.schemas[schema.$ref.split('/').at(-1)], name, depth);
    if (schema.allOf) return this.valid(dice, schema.allOf[0], name, depth);
    if (schema.enum) return dice.oneOf(schema.enum);
    if (name === 'importAreas') return this.areas;
    if (schema.properties) return this.object(dice, schema, depth);
    if (schema.type === 'array') {
      const least = schema.minItems ?? 0;
      const items = Array.from({ length: least + Math.floor(dice.next() * 3) }, () =>
        this.valid(dice, schema.items, name, depth + 1),
      );
      return schema.uniqueItems ? [...new Set(items)] : items;
    }
    if (schema.type === 'boolean') return dice.next() < 0.5;
    if (schema.type === 'number' || schema.type === 'integer')
      return Math.floor(dice.between(schema.minimum ?? 0, Math.min(schema.maximum ?? 60, 60)));
    if (schema.format === 'binary') return this.list(dice);
    if (schema.format === 'date-time' || name === 'until') return this.moment(dice, name);
    if (schema.format === 'date') return this.day(dice, /due|planned|check|meeting/i.test(name) ? -30 : 30);
    if (schema.type === 'object') return this.free(dice, name);
    return this.text(dice, schema, name);
  }

  object(dice, { properties, required = [] }, depth) {
    const often = depth > 0 ? 0.4 : 0.3;
    const chosen = Object.entries(properties).filter(
      ([name]) => required.includes(name) || dice.next() < (name === 'occurredAt' ? 0.1 : often),
    );
    return Object.fromEntries(chosen.map(([name, schema]) => [name, this.valid(dice, schema, name, depth + 1)]));
  }

  /** A list that somebody would import, as a file: some of its rows are wrong. */
  list(dice) {
    const rows = Array.from({ length: Math.floor(dice.next() * 5) }, () =>
      [this.text(dice, {}, 'name'), dice.oneOf(['薬局', '病院', '?']), dice.oneOf(['富良野市', '', '=1+1'])].join(','),
    );
    return ['名称,種類,市町村', ...rows, ''].join('\n');
  }

  moment(dice, name) {
    const ahead = /until|^to$/.test(name);
    return new Date(Date.now() + (ahead ? dice.between(0.1, 3) : -dice.between(0, 2)) * DAY_MS).toISOString();
  }

  day(dice, back) {
    return new Date(Date.now() - dice.next() * back * DAY_MS).toISOString().slice(0, 10);
  }

  free(dice, name) {
    if (name === 'document')
      return dice.next() < 0.9 ? this.handoverDocument : { addressee: '宛先', notes: dice.oneOf(SENTENCES) };
    if (name === 'hours') return { sat: ['18:00-08:00'], mon: ['08:30-17:15'] };
    if (name === 'values')
      return dice.oneOf([
        { recoveryDays: 7 },
        { windowDays: 90 },
        { replyBusinessDays: 5 },
        { chaseOffsets: [0, 1] },
        {},
      ]);
    if (name === 'programItem') return { version: dice.oneOf(['r5', 'r8']), letter: 'ウ' };
    return {};
  }

  text(dice, { pattern, maxLength }, name) {
    const kind = KIND_OF_FIELD[name];
    if (kind) return this.pool.one(dice, dice.next() < 0.9 ? kind : dice.oneOf(this.pool.kinds))?.id ?? uuidOf(name);
    if (name === 'prefecture') return dice.oneOf(['01', '02', '99']);
    if (/unicipalit|^serves$/.test(name)) return dice.oneOf(['富良野市', '旭川市', '美瑛町', '上富良野町', 'ない町']);
    if (name === 'area') return dice.oneOf(['012297', 'home_care_area 01 富良野', 'ZZ99']);
    if (name === 'context')
      return dice.oneOf(['handovers', 'consultations', 'issues', 'backup', 'councils', 'nothing']);
    if (name === 'kana') return 'カクウ タロウ';
    if (pattern) return 'care_manager';
    return dice.oneOf(SENTENCES).slice(0, maxLength);
  }

  learnRefusal({ operation, caller, status }, answer) {
    this.meant.well++;
    if (answer.status < 300) this.meant.through++;
    const by = answer.status < 300 ? -5 : 1;
    const add = (key) => this.refusals.set(key, (this.refusals.get(key) ?? 0) + by);
    if (caller && (by < 0 || answer.status === 403)) add(`${operation.id} ${caller.role}`);
    if (status && (by < 0 || [403, 404, 409].includes(answer.status))) add(`${operation.id} ${status}`);
  }

  /** The one of a few that was refused least. */
  likeliest(dice, operation, things, of) {
    const few = Array.from({ length: 6 }, () => things()).filter(Boolean);
    const score = (one) => this.refusals.get(`${operation.id} ${of(one)}`) ?? 0;
    return few.toSorted((a, b) => score(a) - score(b))[0];
  }

  /** What came of it: later requests are about it too. */
  learn(request, answer) {
    const { operation, spoils, headers, caller, path } = request;
    if (spoils === 'nothing') this.learnRefusal(request, answer);
    if (!(answer.status >= 200 && answer.status < 300)) return;
    const key = headers['idempotency-key'];
    if (typeof key === 'string') this.usedKeys.push(key);
    if (operation.id === 'openSession') {
      this.spare = /tsunagi_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? this.spare;
      return;
    }
    if (!caller || operation.method !== 'POST' || spoils.includes('method') || !isJson(answer.text)) return;
    const { id, state } = JSON.parse(answer.text);
    const kind = this.pool.known.get(id)?.kind ?? kindMadeBy(operation);
    const right = operation.parameters.length === 0 || path.includes(id);
    if (kind && right) {
      const { parties = [] } = this.pool.known.get(id) ?? {};
      this.pool.add({
        id,
        kind,
        status: state,
        prefecture: caller.prefecture,
        parties: [...new Set([...parties, caller.id, caller.organization])],
      });
    }
    if (!this.succeeded.has(operation.id)) this.succeeded.set(operation.id, []);
    const passed = this.succeeded.get(operation.id);
    // What goes through on a thing of another kind says nothing about whose office it is.
    const kindHere = KIND_OF_PARAMETER[operation.parameters[0]];
    if (kindHere && kindHere !== kind) return;
    this.bodies.set(operation.id, request.body);
    if (!passed.some((one) => one.id === caller.id)) passed.push(caller);
  }
}

const MADE_BY = {
  registerInstitution: 'organization',
  registerUser: 'user',
  registerPatient: 'patient',
  activateRuleSet: 'rule_set',
  changeRules: 'rule_set',
  registerAdmission: 'discharge_case',
  logConsultation: 'consultation',
  raiseIssueSignal: 'issue_signal',
  agreeBackupArrangement: 'backup_arrangement',
  publishOnCallShifts: 'on_call_roster',
  requestEmergencyBackup: 'backup_request',
  requestService: 'service_request',
  appointCoordinator: 'coordinator_post',
  arrangeDeskCover: 'desk_cover',
};

const kindMadeBy = ({ id }) => MADE_BY[id];

/** A UUID that follows from a name. */
export function uuidOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const bytesOf = (body) => (typeof body === 'string' ? body : JSON.stringify(body));
