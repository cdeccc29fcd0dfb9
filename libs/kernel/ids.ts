import { hash } from 'node:crypto';
import { millisOf, plusMillis, type Instant } from './time.js';

const EPOCH: Instant = '1970-01-01T00:00:00.000Z';

const dashed = (h: string): string =>
  `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20, 32)}`;

const digest = (...parts: readonly (string | number)[]): string => hash('sha256', parts.join('\u001f'), 'hex');

/** The digit at the place of a UUID's variant, with the variant's two bits. */
const variant = (digit: string | undefined): string => '89ab'[parseInt(digit ?? '0', 16) & 3] ?? '8';

/**
 * A UUIDv7 whose random part is the hash of its cause and ordinal. The same cause at the same moment names the same
 * thing, so a decision can be made twice and a scenario gives the same report on each run; ids still sort by time.
 */
export function idFrom(now: Instant, cause: string, ordinal: number | string): string {
  const time = millisOf(now).toString(16).padStart(12, '0');
  const h = digest(cause, ordinal);
  return dashed(`${time}7${h.slice(1, 4)}${variant(h[4])}${h.slice(5, 20)}`);
}

/** The moment that an id of `idFrom` was made at. */
export const madeAt = (id: string): Instant => plusMillis(EPOCH, parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

/** The id of something that its key names once and for all: an obligation of a case, an issue of an area (UUIDv8 shape, hash of the key). */
export function idOf(...key: readonly (string | number)[]): string {
  const h = digest('tsunagi', ...key);
  return dashed(`${h.slice(0, 12)}8${h.slice(13, 16)}${variant(h[16])}${h.slice(17, 32)}`);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);

/** Who acts or owes where no person and no institution does: a worker, a job of every night. */
export const SYSTEM = '00000000-0000-8000-8000-000000000000';
