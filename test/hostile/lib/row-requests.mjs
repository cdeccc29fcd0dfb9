import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { faultOf } from './answers.mjs';
import { HERE, STRANGERS } from './region.mjs';

const SLOW_MS = 2_000;
/** A server that reads as long as one writes is cut off by the one who waits. */
const RAW_MS = 45_000;
const DAY_MS = 86_400_000;
/** A body ends without a line break, so that the next answer begins in its line. */
const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;

/** Sends what the rows say, and tells what came back otherwise than they say. */
export class RowRequests {
  constructor({ client, database, document, people, bodies, names }) {
    Object.assign(this, { client, database, people, bodies });
    this.names = new Map(Object.entries(names));
    this.operations = new Map(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { operationId }]) => [
          operationId,
          { method: method.toUpperCase(), path },
        ]),
      ),
    );
  }

  /** The faults of one try of a row: of each variant, and of what the log holds afterwards. */
  async faultsOf(one) {
    const variants = one.each ?? [{}];
    const faults = [];
    for (const { expect, ...overlay } of variants) {
      const steps = one.steps ?? [
        {
          send: { ...one.send, ...overlay, headers: { ...one.send.headers, ...overlay.headers } },
          expect: { ...one.expect, ...expect },
        },
      ];
      faults.push(...(await this.stepFaults(steps, one.leaves)));
    }
    return faults;
  }

  async stepFaults(steps, leaves) {
    const before = await this.position();
    const faults = [];
    let accepted = false;
    for (const { send, expect, keep = {}, times = 1 } of steps) {
      this.names.set('key', randomUUID());
      const request = this.request(send);
      const answers = await Promise.all(Array.from({ length: times }, () => this.send(request)));
      for (const answer of answers) {
        accepted ||= answer.status < 300;
        faults.push(...this.answerFaults(request, answer, expect).map((fault) => `${asCurl(request)}: ${fault}`));
      }
      if (expect.statuses) {
        const counted = {};
        for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
        if (!isDeepStrictEqual(counted, expect.statuses))
          faults.push(`${asCurl(request)}: answered ${JSON.stringify(counted)}`);
      }
      for (const [name, path] of Object.entries(keep))
        this.names.set(
          name,
          path.split('.').reduce((at, part) => at?.[part], jsonOf(answers[0])),
        );
    }
    // A refusal leaves nothing; what is accepted leaves what the row says.
    const wanted = leaves ?? (accepted ? undefined : []);
    const left = await this.left(before);
    const mayLeave = steps.some(({ send }) => send.raw === undefined);
    if (mayLeave && wanted && !isDeepStrictEqual(left, wanted))
      faults.push(`the log has ${left.join(', ') || 'nothing'} more`);
    return faults;
  }

  async position() {
    const { rows } = await this.database.query(
      `SELECT coalesce(max(position), 0)::bigint AS at FROM event WHERE prefecture = $1`,
      [HERE],
    );
    return rows[0].at;
  }

  /** What people, not workers, have brought into the log since. */
  async left(before) {
    const { rows } = await this.database.query(
      `SELECT type FROM event WHERE prefecture = $1 AND position > $2 AND actor ->> 'userId' IS NOT NULL ORDER BY position`,
      [HERE, before],
    );
    return rows.map(({ type }) => type);
  }

  request(said) {
    const send = this.filled(said);
    if (send.raw !== undefined) return { raw: send.raw };
    const operation = this.operations.get(send.operation);
    if (send.operation && !operation) throw new Error(`there is no operation ${send.operation}`);
    const method = send.method ?? operation.method;
    const about = [send.about ?? []].flat();
    let n = 0;
    const path = (send.path ?? operation.path).replaceAll(/\{\w+\}/g, () => about[n++] ?? 'nothing');
    const json = send.like ? merged(structuredClone(this.filled(this.bodies[send.like])), send.with) : send.json;
    const body = send.bytes ?? send.text ?? (json === undefined ? undefined : JSON.stringify(json));
    const person = this.person(send.as ?? 'coordinator');
    const headers = {
      ...(person && { authorization: `Bearer ${person.token}` }),
      ...(method === 'POST' && { 'idempotency-key': this.names.get('key') }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...send.headers,
    };
    for (const [name, value] of Object.entries(headers)) if (value === null) delete headers[name];
    if (body !== undefined && !headers['transfer-encoding']) headers['content-length'] ??= Buffer.byteLength(body);
    return { method, path: path + (send.query ? `?${send.query}` : ''), headers, body };
  }

  person(said) {
    if (said === 'nobody') return undefined;
    const [role, where] = said.split(' of ');
    const prefecture = where === 'strangers' ? STRANGERS : HERE;
    const found = this.people.find((one) => one.role === role && one.prefecture === prefecture);
    if (!found) throw new Error(`there is no ${said}`);
    return found;
  }

  /** Texts with the names that are known put in: `${patient}`, `${day +30}`, `${moment -1}` in days, `${uuid}`. */
  filled(value) {
    if (typeof value === 'string')
      return value.replaceAll(/\$\{([^}]+)\}/g, (whole, name) => this.named(name) ?? whole);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
    return Array.isArray(value) ? value.map((one) => this.filled(one)) : mapped(value, (one) => this.filled(one));
  }

  named(name) {
    if (this.names.has(name)) return this.names.get(name);
    if (name === 'uuid') return randomUUID();
    const [, form, days] = /^(day|moment) ([+-][\d.]+)$/.exec(name) ?? [];
    if (!form) return undefined;
    const at = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    return form === 'day' ? at.slice(0, 10) : at;
  }

  send(request) {
    return request.raw === undefined ? this.client.send(request) : sendRaw(this.client.port, request.raw);
  }

  answerFaults(request, answer, expect) {
    const faults = [];
    const { status, text = '', headers = {}, ms, cut } = answer;
    const wanted = [expect.status ?? []].flat();
    if (wanted.length > 0 && !wanted.includes(status) && !(cut && wanted.includes('cut')))
      faults.push(`${status ?? cut} and not ${wanted.join(' or ')}: ${text.slice(0, 200)}`);
    const general =
      request.raw === undefined &&
      !cut &&
      faultOf({ method: request.method, body: request.body }, { ...answer, ms: 0 });
    if (general) faults.push(general.join(' '));
    if (ms > (expect.within ?? SLOW_MS) && !(request.raw !== undefined && expect.within === undefined))
      faults.push(`it took ${Math.round(ms)} ms`);
    if (expect.closed && !answer.closed) faults.push('the connection stays open');
    if (/HTTP\/1\.1 5\d\d /.test(answer.raw ?? '')) faults.push('it is answered with 5xx');
    const problem = jsonOf(answer);
    if (expect.code && problem?.code !== expect.code) faults.push(`code ${problem?.code} and not ${expect.code}`);
    const named = (problem?.errors ?? []).map(({ path, code }) => `${path} ${code}`);
    for (const field of [expect.field ?? []].flat())
      if (!named.includes(field)) faults.push(`names ${named.join(', ') || 'no field'} and not ${field}`);
    for (const language of ['ja', 'en'])
      if (expect[language] && !JSON.stringify([problem?.[language], problem?.errors]).includes(expect[language]))
        faults.push(`${language} does not say “${expect[language]}”: ${problem?.[language]}`);
    if (expect.json && !holds(problem, this.filled(expect.json)))
      faults.push(`it does not hold ${JSON.stringify(this.filled(expect.json))}: ${text.slice(0, 300)}`);
    const whole = answer.raw ?? `${JSON.stringify(headers)}${text}`;
    for (const part of this.filled([expect.holds ?? []].flat()))
      if (!whole.includes(part)) faults.push(`“${part}” is not in it: ${whole.slice(0, 300)}`);
    for (const part of this.filled([expect.not ?? []].flat()))
      if (whole.includes(part)) faults.push(`“${part}” is in it`);
    for (const [name, value] of Object.entries(expect.header ?? {}))
      if ((headers[name] ?? null) !== value) faults.push(`${name} is ${headers[name]} and not ${value}`);
    return faults;
  }
}

/** Bytes as they are, and what comes back until the server closes, or has answered as often as was asked. */
function sendRaw(port, { parts, answers = 1 }) {
  return new Promise((resolve) => {
    const began = performance.now();
    let raw = '';
    let said = 0;
    const settle = (closed) => {
      clearTimeout(late);
      socket.destroy();
      const status = Number([...raw.matchAll(STATUS_LINE)].findLast(([, n]) => n !== '100')?.[1]);
      const text = raw.slice(raw.lastIndexOf('\r\n\r\n') + 4);
      resolve({
        status: status || undefined,
        cut: status ? undefined : 'closed',
        raw,
        text,
        closed,
        ms: performance.now() - began,
      });
    };
    const socket = connect(port, '127.0.0.1', async () => {
      for (const part of parts) socket.write(Buffer.from(part, 'latin1'));
    });
    const late = setTimeout(() => settle(false), RAW_MS);
    socket.on('data', (data) => {
      raw += data.toString('latin1');
      said = [...raw.matchAll(STATUS_LINE)].filter(([, n]) => n !== '100').length;
      // Where more was asked for than one, the last is the sign; one alone is waited for until the server closes.
      if (answers > 1 && said >= answers) settle(false);
    });
    socket.once('error', () => settle(true));
    socket.once('close', () => settle(true));
  });
}

/** A request as a line that sends it again. */
export function asCurl({ raw, method, path, headers, body }) {
  if (raw) return `raw ${JSON.stringify(raw.parts.join('')).slice(0, 200)}`;
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'content-length')
    .map(([name, value]) => `-H '${name}: ${name === 'authorization' ? 'Bearer …' : String(value).slice(0, 100)}'`);
  const data =
    body === undefined
      ? ''
      : ` --data-binary '${String(body)
          .slice(0, 300)
          .replaceAll("'", String.raw`'\''`)}'`;
  return `curl -X ${method} '${path.slice(0, 200)}' ${shown.join(' ')}${data}`;
}

function jsonOf({ text }) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const mapped = (object, of) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, of(value)]));

/** null takes a field out. */
function merged(body, changes = {}) {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete body[name];
    else if (typeof value === 'object' && !Array.isArray(value) && typeof body[name] === 'object')
      merged(body[name], value);
    else body[name] = value;
  }
  return body;
}

/** Whether all of the second stands in the first. */
function holds(found, wanted) {
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (Array.isArray(wanted))
    return Array.isArray(found) && wanted.every((one) => found.some((other) => holds(other, one)));
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.entries(wanted).every(([key, value]) => holds(found[key], value))
  );
}
