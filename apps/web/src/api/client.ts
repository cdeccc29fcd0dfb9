import type { ProblemBody } from './types.ts';

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

async function call<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/${path}`, { ...init, method, credentials: 'same-origin' });
  } catch {
    throw unreachable();
  }
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : parsed(text);
  if (answer.ok) return body as T;
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

export const get = <T>(path: string): Promise<T> => call('GET', path);
export const remove = (path: string): Promise<void> => call('DELETE', path);
export const post = <T>(path: string, body: object, key: string): Promise<T> =>
  call('POST', path, {
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });

/** A UUID for Idempotency-Key. `crypto.randomUUID` is missing where an office serves its network without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
