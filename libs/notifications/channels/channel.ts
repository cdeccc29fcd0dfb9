import type { ContactAddress, ContactKind } from '../domain/contact.js';
import type { OutsideText } from '../domain/outside-text.js';
import type { Outcome } from '../domain/sending.js';

/** One message on its way out. */
export interface Outgoing extends OutsideText {
  /** The same however often it is tried: whoever gets it twice can tell. */
  readonly id: string;
  readonly prefecture: string;
  readonly userId: string;
  readonly class: string;
  /** Minutes after which it is of no use, for those who keep it for a device that is away. */
  readonly urgent: boolean;
}

/** 連絡手段: what carries a message out of the system. */
export interface Channel {
  readonly kind: ContactKind;
  /** It writes to the outbox page and reaches nobody. */
  readonly simulated: boolean;
  /** @throws invalid_input for an address that it must never send to. */
  readonly check?: (address: ContactAddress) => Promise<void>;
  /**
   * Whatever goes wrong is an outcome, by a code of ours: what the other side says may hold anything, and is never kept
   * (reliability.md W8).
   */
  readonly send: (to: ContactAddress, message: Outgoing, signal: AbortSignal) => Promise<Outcome>;
}

/** A short code of an error, and nothing that anybody else has worded. */
export const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const known = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  return (known ?? 'failed').toLowerCase();
};
