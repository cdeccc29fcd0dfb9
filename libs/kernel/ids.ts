import { createHash } from 'node:crypto';
import { millisOf, type Instant } from './time.js';

const hex = (bytes: Buffer): string => bytes.toString('hex');
const dashed = (h: string): string =>
  `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20, 32)}`;

const digest = (...parts: readonly (string | number)[]): Buffer =>
  createHash('sha256').update(parts.join('\u001f')).digest();

/**
 * A UUIDv7 whose random part is the hash of its cause and ordinal. The same cause at the same moment names the same
 * thing, so a decision can be made twice and a scenario gives the same report on each run; ids still sort by time.
 */
export function idFrom(now: Instant, cause: string, ordinal: number | string): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(millisOf(now)));
  const bytes = Buffer.concat([time.subarray(2), digest(cause, ordinal).subarray(0, 10)]);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(hex(bytes));
}

/** The id of something that its key names once and for all: an obligation of a case, an issue of an area (UUIDv8 shape, hash of the key). */
export function idOf(...key: readonly (string | number)[]): string {
  const bytes = digest('tsunagi', ...key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(hex(bytes));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
