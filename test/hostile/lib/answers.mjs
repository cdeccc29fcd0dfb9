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

  note(request, answer) {
    this.sent++;
    const status = answer.status ?? answer.cut ?? answer.unsent;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (answer.ms > (this.slowest.at(-1)?.ms ?? 0) || this.slowest.length < 5)
      this.slowest = [...this.slowest, { ms: answer.ms, line: lineOf(request) }]
        .toSorted((a, b) => b.ms - a.ms)
        .slice(0, 5);
    const fault = faultOf(request, answer);
    if (!fault) return;
    this.add(
      fault[0],
      `${request.operation.id}: ${fault[1]}`,
      `${lineOf(request)} -> ${fault[1]} ${(answer.text ?? '').slice(0, 160)}`,
    );
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
