const SLOW_MS = 2_000;
const TOO_LARGE = 1_048_576;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const ENGLISH = /[A-Za-z]{3}/;
/** What belongs into the log and not into an answer. */
const INSIDES =
  /\n\s+at |node_modules|\.[jt]s:\d+|SQLSTATE|pg_catalog|relation "|violates [a-z-]+ constraint|syntax error at|invalid input syntax|duplicate key value|Cannot read prop|is not a function|is not iterable/;
/** These carry no body. */
const BARE = new Set(['HEAD']);

/** What is wrong with an answer, by kind; nothing where all is well. */
export function faultOf({ method, body }, answer) {
  const { status, ms, text = '', headers = {}, cut, unsent } = answer;
  if (unsent) return undefined;
  // The server may close before all of too large a body has gone out.
  if (cut) return Buffer.byteLength(body ?? '') > TOO_LARGE ? undefined : ['no answer', cut];
  if (status >= 500) return ['5xx', String(status)];
  if (ms > SLOW_MS) return ['slow', `${Math.round(ms)} ms`];
  if (status >= 400 && !BARE.has(method)) {
    const wrong = wrongProblem(status, text, headers);
    if (wrong) return ['problem', wrong];
  }
  if (status < 300 && headers['content-type']?.startsWith('application/json') && text && !isJson(text))
    return ['problem', `an answer that is no JSON: ${text.slice(0, 60)}`];
  if (INSIDES.test(text)) return ['insides', INSIDES.exec(text)[0]];
  return undefined;
}

/** What is answered otherwise than described. An id or a method that was made up may have reached another operation. */
export function contractFault(contract, { operation, method, spoils }, { status, headers = {}, text = '' }) {
  const isElsewhere = /id|method/.test(spoils) && status < 400;
  if (!status || !text || method === 'HEAD' || isElsewhere || !headers['content-type']?.includes('json'))
    return undefined;
  const [fault] = contract.faultsOf(operation.id, status, JSON.parse(text));
  return fault && ['contract', `${status} ${fault}`.replaceAll(/\d+(?=\/)/g, 'n')];
}

/** An id of another prefecture in what somebody is answered, that nobody of the own one has said before: records of looks hold what was asked for. */
export function foreignFault(pool, { caller }, { status, text = '' }) {
  if (!caller || !(status < 300)) return undefined;
  const foreign = (text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []).find((id) => {
    const { prefecture = caller.prefecture } = pool.known.get(id) ?? {};
    return prefecture !== caller.prefecture && !pool.heard.has(`${caller.prefecture} ${id}`);
  });
  return foreign && ['foreign', `the id of a ${pool.known.get(foreign).kind}`];
}

export function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function wrongProblem(status, text, headers) {
  if (!headers['content-type']?.startsWith('application/problem+json'))
    return `content type ${headers['content-type']}`;
  let problem;
  try {
    problem = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  const { code, ja, en, title, type, errors } = problem;
  if (problem.status !== status) return `status ${problem.status} in the body`;
  if (!/^[a-z][a-z0-9_]*$/.test(code)) return `code ${code}`;
  if (!JAPANESE.test(ja)) return `ja ${ja}`;
  if (!ENGLISH.test(en)) return `en ${en}`;
  if (typeof title !== 'string' || typeof type !== 'string' || !Array.isArray(errors)) return 'title, type or errors';
  const field = errors.find(
    (one) => typeof one.path !== 'string' || !one.code || !JAPANESE.test(one.ja) || !ENGLISH.test(one.en),
  );
  return field && `field ${JSON.stringify(field).slice(0, 200)}`;
}

/** What went wrong, by kind and place, each with its first examples. */
export class Faults {
  byKind = new Map();
  statuses = new Map();
  slowest = [];
  sent = 0;
  /** The simplest request of each kind of fault, in a line. */
  simple = [];

  /** @param look the faults of an answer, each as a kind and what of it; or nothing */
  constructor(look) {
    this.look = look;
  }

  /** What goes wrong with an answer, by kind and group. */
  found(request, answer) {
    return this.look(request, answer)
      .filter(Boolean)
      .map(([kind, what]) => ({ kind, group: `${request.operation.id}: ${what}`, what }));
  }

  /** Notes what goes wrong, and gives back what went wrong for the first time. */
  note(request, answer) {
    this.sent++;
    const status = answer.status ?? answer.cut ?? answer.unsent;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (answer.ms > (this.slowest.at(-1)?.ms ?? 0) || this.slowest.length < 5)
      this.slowest = [...this.slowest, { ms: answer.ms, line: lineOf(request) }]
        .toSorted((a, b) => b.ms - a.ms)
        .slice(0, 5);
    const found = this.found(request, answer);
    const fresh = found.filter(({ kind, group }) => !this.byKind.get(kind)?.has(group));
    for (const { kind, group, what } of found)
      this.add(kind, group, `${lineOf(request)} -> ${what} ${(answer.text ?? '').slice(0, 160)}`);
    return fresh;
  }

  add(kind, group, line) {
    if (!this.byKind.has(kind)) this.byKind.set(kind, new Map());
    const groups = this.byKind.get(kind);
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(line);
  }

  /** Every group of every kind. */
  all() {
    return [...this.byKind.keys()].flatMap((kind) => this.of(kind).map((line) => `${kind}: ${line}`));
  }

  /** One line for each group, the most frequent first. */
  of(kind) {
    return [...(this.byKind.get(kind) ?? [])]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([group, lines]) => `${lines.length} x ${group}; first: ${lines[0]}`);
  }
}

/** A request in one line, enough to send it again. */
export function lineOf({ ordinal, method, path, caller, spoils, headers, body }) {
  const { authorization: _authorization, 'content-length': _length, ...rest } = headers;
  const said = Object.entries(rest).filter(([name, value]) => name !== 'content-type' || value !== 'application/json');
  return `#${ordinal} ${method} ${short(path, 200)} as ${caller?.role ?? 'nobody'} (spoils ${spoils}) ${short(JSON.stringify(Object.fromEntries(said)), 160)} ${short(String(body ?? ''), 400)}`;
}

const short = (text, most) => (text.length > most ? `${text.slice(0, most)}… (${text.length})` : text);
