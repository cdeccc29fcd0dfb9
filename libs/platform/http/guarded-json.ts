import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { faultsOf, STRUCTURAL } from './json-faults.js';
import { invalidFields, refusal, refuse } from './problem.js';

/**
 * The only way in for a body: what this returns, JSON.parse would return too, and nothing in it is hidden or lost.
 * A byte order mark is refused (RFC 8259 forbids senders to write one).
 */
export function guardedJson(
  request: FastifyRequest,
  body: Buffer,
  done: (error: Error | null, value?: object) => void,
): void {
  try {
    if (!isPlainUtf8(request)) throw refuse(415);
    done(null, jsonOf(body));
  } catch (error) {
    done(error as Error);
  }
}

export function jsonOf(body: Buffer): object {
  if (body.length === 0)
    throw refusal(
      400,
      'malformed_request',
      '本文が空です。JSONのオブジェクト（{…}）を送ってください。',
      'The body is empty. Send a JSON object.',
    );
  if (!isUtf8(body))
    throw refusal(
      400,
      'invalid_utf8',
      '文字コードがUTF-8ではありません。UTF-8で送り直してください。',
      'The body is not UTF-8. Send it in UTF-8.',
    );
  const text = body.toString();
  const faults = faultsOf(text);
  const structural = faults.find(({ code }) => STRUCTURAL.has(code));
  const refused = structural && refusal(400, structural.code, structural.ja, structural.en, [structural]);
  // Parsing half a million brackets takes 0.2 s; these two need no second opinion.
  if (structural?.code.startsWith('too_')) throw refused;
  const value = parsed(text);
  if (refused) throw refused;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal(
      400,
      'malformed_request',
      '本文はJSONのオブジェクト（{…}）にしてください。',
      'The body must be a JSON object, as {…}.',
    );
  if (faults.length > 0) throw invalidFields(faults);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse's own message quotes the body, and with it what a person said.
    throw refuse(400);
  }
}

/** A body in another encoding, or compressed (10 kB can unpack to 1 GB), is not taken. */
function isPlainUtf8({ headers }: FastifyRequest): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1];
  const encoding = headers['content-encoding'];
  return (
    (charset === undefined || charset.toLowerCase() === 'utf-8') &&
    (encoding === undefined || encoding.toLowerCase() === 'identity')
  );
}
