import { appendFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { built } from './region.mjs';
import { chance } from './chance.mjs';

const ANSWER_MS = 20_000;
/** So long one request is sent again and again before it counts as never answered. */
const GIVE_UP_MS = 90_000;
const CASES_KEPT = 60;

const STEPS = [
  [30, logConsultation],
  [22, recordAction],
  [14, awaitReply],
  [6, promise],
  [3, promiseAgain],
  [6, close],
  [6, urgentRequest],
  [6, contestedRequest],
  [4, again],
  [4, twins],
];

/**
 * Clients that command without a pause. Each request is on record before it is sent; without a clear answer it is sent
 * again under its key, as the screens do, until there is one.
 */
export class Load {
  /** Every request with all its answers. */
  requests = [];
  wrong = [];

  constructor({ server, region, seed, clients, file }) {
    Object.assign(this, { server, region, seed, file });
    this.cases = [];
    this.clients = Array.from({ length: clients }, (_, n) => ({ n, chance: chance(seed * 1_000 + n), made: 0 }));
  }

  async start() {
    this.kernel = await built('libs/kernel/index.js');
    this.running = Promise.all(this.clients.map((client) => this.work(client)));
  }

  /** Lets every client end what it has begun. */
  async stop() {
    this.stopping = true;
    await this.running;
  }

  get acknowledged() {
    return this.requests.filter(({ status }) => status >= 200 && status < 300);
  }

  async work(client) {
    const weight = STEPS.reduce((sum, [share]) => sum + share, 0);
    while (!this.stopping) {
      let left = client.chance.next() * weight;
      const [, step] = STEPS.find(([share]) => (left -= share) < 0);
      const before = client.made;
      await step(this, client);
      if (client.made === before) await pause(5);
    }
  }

  /** Sends one command to its end. */
  async post(client, who, path, body, of) {
    const request = {
      n: this.requests.length,
      client: client.n,
      who,
      key: uuid(`${this.seed}:${client.n}:${client.made++}`),
      path,
      of,
      body,
      answers: [],
    };
    this.requests.push(request);
    await this.send(request);
    return request;
  }

  async send(request) {
    const until = Date.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await this.attempt(request);
      request.answers.push(answer);
      appendFileSync(this.file, `${JSON.stringify({ ...request, answers: undefined, answer })}\n`);
      const clear = answer.status !== undefined && answer.status < 500;
      if (clear && request.status === undefined) Object.assign(request, { status: answer.status, answer: answer.body });
      if (clear) return answer;
      if (Date.now() > until) return answer;
      await pause(this.server.ready ? 20 : 50);
    }
  }

  async attempt({ who, key, path, body }) {
    const at = Date.now();
    try {
      const response = await fetch(`${this.server.url}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.region.people[who].token}`,
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      return { at, ms: Date.now() - at, status: response.status, body: await response.json() };
    } catch (error) {
      return { at, ms: Date.now() - at, cut: error.cause?.code ?? error.name };
    }
  }

  keep(kept) {
    this.cases.push(kept);
    if (this.cases.length > CASES_KEPT) this.cases.shift();
  }
}

const done = ({ status }) => status >= 200 && status < 300;
const soon = (client, from, to) => new Date(Date.now() + client.chance.between(from, to)).toISOString();
const DESK = ['coordinator1', 'coordinator2'];

async function logConsultation(load, client) {
  const request = await load.post(client, client.chance.oneOf(DESK), 'consultations', {
    channel: 'phone',
    consulter: { side: 'medical', callbackTo: '0000-00-0000' },
    patient: client.chance.oneOf(load.region.patients),
    scene: 'daily_care',
    topics: ['family_burden'],
    urgency: client.chance.next() < 0.8 ? 'immediate' : 'normal',
    summary: '故障試験の相談',
  });
  if (done(request)) load.keep({ id: request.answer.id, step: 'first_action', acted: false });
}

async function recordAction(load, client) {
  const kept = caseOf(load, client, ({ acted }) => !acted);
  if (!kept) return;
  const body = { kind: 'advice', minutes: 5, note: '助言した' };
  const request = await load.post(client, client.chance.oneOf(DESK), `consultations/${kept.id}/actions`, body, kept.id);
  if (done(request)) kept.acted = true;
}

/** A reply that is due in a few seconds: its chase falls at a random moment of the rounds. */
async function awaitReply(load, client) {
  const kept = caseOf(load, client, ({ acted }) => acted);
  if (!kept) return;
  const body = { until: soon(client, 400, 9_000) };
  const path = `consultations/${kept.id}/awaited-replies`;
  const request = await load.post(client, client.chance.oneOf(DESK), path, body, kept.id);
  if (done(request)) kept.step = 'reply';
}

async function promise(load, client) {
  const kept = caseOf(load, client, () => true);
  if (!kept) return;
  const id = load.kernel.idOf('obligation', kept.id, kept.step);
  const path = `obligations/${id}/promises`;
  // Promised twice by one person, it must be asked for twice.
  const who = DESK[0];
  if (done(await load.post(client, who, path, { until: soon(client, 500, 5_000) }, id))) load.promised = { id, who };
}

async function promiseAgain(load, client) {
  const { id, who } = load.promised ?? {};
  if (id) await load.post(client, who, `obligations/${id}/promises`, { until: soon(client, 500, 3_000) }, id);
}

async function close(load, client) {
  const kept = caseOf(load, client, ({ acted }) => acted);
  if (!kept) return;
  const body = { outcome: 'solved', issueAssessment: { raises: false } };
  const path = `consultations/${kept.id}/closings`;
  const request = await load.post(client, client.chance.oneOf(DESK), path, body, kept.id);
  if (done(request)) load.cases = load.cases.filter(({ id }) => id !== kept.id);
}

const backup = (load, client, urgency) =>
  load.post(client, 'drA', 'backup-requests', {
    patient: client.chance.oneOf(load.region.patients),
    reason: 'night',
    urgency,
    need: ['home_visit'],
    summary: '故障試験の依頼',
  });

/** Its offers lapse at once, one after the other: the worker commands the case until nobody is left. */
async function urgentRequest(load, client) {
  await backup(load, client, 'urgent');
}

/** Two accept at the same moment; one of them may have it. */
async function contestedRequest(load, client) {
  const request = await backup(load, client, 'immediate');
  if (!done(request)) return;
  const { id } = request.answer;
  const both = await Promise.all(
    ['drB', 'drC'].map((who) => load.post(client, who, `backup-requests/${id}/acceptances`, {}, id)),
  );
  const won = both.filter(done).length;
  if (won !== 1 && both.every(({ status }) => status !== undefined))
    load.wrong.push(`backup request ${id} was accepted by ${won}`);
}

/** A key sent once more, long after its answer. */
async function again(load, client) {
  const mine = load.requests.filter((request) => request.client === client.n && done(request)).slice(-200);
  if (mine.length === 0) return;
  client.made++;
  await load.send(client.chance.oneOf(mine));
}

/** The same key twice at the same moment. */
async function twins(load, client) {
  const first = logConsultation(load, client);
  const sent = load.requests.at(-1);
  await Promise.all([first, load.send(sent)]);
}

const caseOf = (load, client, fits) => {
  const fitting = load.cases.filter(fits);
  return fitting.length > 0 ? client.chance.oneOf(fitting) : undefined;
};

function uuid(text) {
  const h = createHash('sha256').update(text).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
