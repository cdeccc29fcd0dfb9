import { pathOf, type Answered, type Body, type CommandName, type Question, type Read } from './contract.ts';
import { COMMANDS, type paths } from './schema.ts';
import type { Answer, Me, ProblemBody } from './types.ts';

/** What the server refused, in both languages and by field. Without a status the server was not reached. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.en);
    this.name = 'Problem';
    this.status = body.status;
    this.body = body;
  }
}

const unreachable = (): Problem =>
  new Problem({
    status: 0,
    code: 'offline',
    ja: '通信できません。つながってから、もう一度試してください。',
    en: 'There is no connection. Try again once you are online.',
    errors: [],
  });

/** Whose this page is. */
let person: string | undefined;
export const actAs = (userId: string | undefined): void => {
  person = userId;
};

/** Reads and writes are those of the person of this page, and of nobody who has signed in since in another tab. */
export const meant = (): Record<string, string> => (person === undefined ? {} : meantFor(person));
const meantFor = (userId: string) => ({ 'tsunagi-user': userId });

export async function call<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, method, credentials: 'same-origin' });
  } catch {
    throw unreachable();
  }
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : parsed(text);
  if (answer.ok) return body as T;
  if (answer.status === 401 && isProblem(body) && Object.hasOwn(OUT, body.code)) wentOut(OUT[body.code]);
  throw new Problem(isProblem(body) ? body : unexpected(answer.status));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'ja' in body;

/** A proxy between here and the server answers in its own words. */
const unexpected = (status: number): ProblemBody => ({
  status,
  code: 'unexpected',
  ja: `サーバーが応えられません（${status}）。少し待ってから、もう一度試してください。`,
  en: `The server cannot answer (${status}). Wait a moment and try again.`,
  errors: [],
});

/** Nobody is signed in with this browser any more, or somebody else. */
export type Away = 'nobody' | 'another';
export const awayOf = (problem: unknown): Away | undefined => {
  if (!(problem instanceof Problem)) return undefined;
  if (problem.status === 401) return 'nobody';
  return problem.body.code === 'signed_in_as_another' ? 'another' : undefined;
};

/** Why the server takes nothing from this page any more: nobody touched it for a while, or the session is over. */
export type Out = 'locked' | 'over';
const OUT: Readonly<Record<string, Out>> = { session_locked: 'locked', not_signed_in: 'over' };

let out: Out | undefined;
const listeners = new Set<() => void>();
function wentOut(how: Out | undefined): void {
  out = how;
  for (const listener of listeners) listener();
}
export const isBack = (): void => wentOut(undefined);
export const outNow = (): Out | undefined => out;
export const onOut = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Parameters that the path does not name go into the query, a list once for each; those without a value nowhere. */
function addressOf(path: keyof paths, params: Params): string {
  const query = new URLSearchParams();
  let address: string = path;
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    if (path.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else for (const one of [value].flat()) query.append(name, String(one));
  }
  return query.size > 0 ? `${address}?${query}` : address;
}

export const get = <Path extends keyof paths>(path: Path, params: Params = {}): Promise<Read<Path>> =>
  call('GET', addressOf(path, params), { headers: meant() });

/** Where to listen to what the server says to somebody: a browser sends no headers for a stream. */
export const streamOf = (path: keyof paths, userId: string): string =>
  `${path}?${new URLSearchParams(meantFor(userId))}`;

export const remove = (path: keyof paths, params: Params = {}): Promise<void> =>
  call('DELETE', addressOf(path, params), { keepalive: true, headers: meant() });

export const put = <T>(
  path: keyof paths,
  params: Params,
  body: string,
  init: { ifMatch: string; keepalive: boolean },
) =>
  call<T>('PUT', addressOf(path, params), {
    headers: { ...meant(), 'content-type': 'application/json', 'if-match': init.ifMatch },
    body,
    keepalive: init.keepalive,
  });

/** Gives one command. The same key twice happens once. */
export const post = <Name extends CommandName>(
  command: Name,
  id: string | undefined,
  body: Body<Name>,
  key: string,
): Promise<Answer> => send(pathOf(command, id), body, key, meant());

export const openSession = (body: Body<'OpenSession'>): Promise<Me> => send(COMMANDS.OpenSession, body, newKey());

const send = <T>(path: string, body: unknown, key: string, headers: Record<string, string> = {}): Promise<T> =>
  call('POST', path, {
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });

/** Asks what may stand in no address, as a name. It changes nothing, and is asked as often as one likes. */
export const ask = <Path extends keyof paths>(
  path: Path,
  question: Question<Path> | Record<string, never>,
  params: Params = {},
): Promise<Answered<Path>> =>
  call('POST', addressOf(path, params), {
    headers: { ...meant(), 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });

/** Says something that needs no answer. */
export const tell = (path: keyof paths, said: object = {}): Promise<void> =>
  call('POST', path, {
    headers: { ...meant(), 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });

/** A UUID for Idempotency-Key. `crypto.randomUUID` is missing where an office serves its network without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
