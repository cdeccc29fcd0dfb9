import { millisOf, plusMillis, plusMinutes, type Instant } from '#kernel';
import type { ContactKind } from './contact.js';
import type { DeliveryClass } from './notice-class.js';
import { notPast } from './preferences.js';

/** [D] Numbers of how messages leave the system. */
export const SENDING_RULES = {
  /** 一人に一通: within this, what comes is put together. */
  windowMinutes: 2,
  /** So many within so many minutes, by channel; what comes above it goes out together later and is never dropped (features.md 49). */
  caps: {
    email: [[12, 60]],
    sms: [
      [5, 15],
      [11, 60],
      [21, 180],
    ],
    voice: [
      [3, 15],
      [7, 60],
      [15, 180],
    ],
    fax: [[6, 60]],
    push: [[20, 60]],
    webhook: [[60, 60]],
    line_works: [[20, 60]],
  } as Readonly<Record<ContactKind, readonly (readonly [most: number, minutes: number])[]>>,
  /** Between an attempt and the next, in seconds; the last holds from then on (G7). */
  retrySeconds: [5, 15, 60, 300, 900, 3_600, 14_400],
  retryEmergencySeconds: [5, 15, 60, 300],
  /** What is no emergency is given up after this; it still stands in the app, and the sender sees that it did not arrive. */
  giveUpHours: 72,
  /** Whoever waits for a code asks for another by then. */
  giveUpVerificationHours: 0.5,
  /** The next channel is tried, beside this one, when nobody has taken the message for so long. */
  fallbackMinutes: 30,
  fallbackEmergencySeconds: 30,
  /** A message whose worker dies this often is set aside (G8). */
  mostCrashes: 5,
} as const;

export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'expired' | 'bundled';

/** A delivery that is due, as much of it as says whether and with which others it goes out now. */
export interface Due {
  readonly id: string;
  readonly contact: string;
  readonly kind: ContactKind;
  readonly class: DeliveryClass;
  readonly attempts: number;
  /** Whether the case still needs it. */
  readonly needed: boolean;
  /** Not later than this. */
  readonly latestAt: Instant | null;
  readonly nextAt: Instant;
}

/** One message on the wire, and those that it speaks for as well. */
export interface Sending {
  readonly lead: string;
  readonly with: readonly string[];
}

export interface Packed {
  readonly send: readonly Sending[];
  readonly hold: readonly { readonly id: string; readonly until: Instant }[];
  readonly expire: readonly string[];
}

const isAlone = ({ class: of }: Due): boolean => of === 'emergency' || of === 'verification';

/** The earliest moment, from now on, at which one more message may go to a contact. */
export function freeAt(kind: ContactKind, sentAt: readonly Instant[], now: Instant): Instant {
  const sent = sentAt.toSorted();
  const last = sent.at(-1);
  const waits = [last === undefined ? now : plusMinutes(last, SENDING_RULES.windowMinutes)];
  for (const [most, minutes] of SENDING_RULES.caps[kind]) {
    const oldest = sent.at(-most);
    if (oldest !== undefined) waits.push(plusMinutes(oldest, minutes));
  }
  return waits.reduce((a, b) => (a > b ? a : b), now);
}

/**
 * What of everything that is due goes out now, and how it is put together (まとめて一通). An emergency and a second attempt
 * go by themselves; of the rest one message speaks for all. Each that comes in goes out, waits, or is needed no more:
 * nothing is dropped.
 */
export function packed(due: readonly Due[], sentAt: (contact: string) => readonly Instant[], now: Instant): Packed {
  const send: Sending[] = [];
  const hold: { id: string; until: Instant }[] = [];
  const expire: string[] = [];
  const waiting = new Map<string, Due[]>();
  for (const one of due)
    if (!one.needed) expire.push(one.id);
    else if (one.attempts > 0 || isAlone(one)) send.push({ lead: one.id, with: [] });
    else waiting.set(one.contact, [...(waiting.get(one.contact) ?? []), one]);
  for (const [contact, all] of waiting) {
    const [first, ...others] = all as [Due, ...Due[]];
    const free = freeAt(first.kind, sentAt(contact), now);
    const until = all.reduce((at, { latestAt }) => notPast(at, now, latestAt), free);
    if (until > now) hold.push(...all.map(({ id }) => ({ id, until })));
    else send.push({ lead: first.id, with: others.map(({ id }) => id) });
  }
  return { send, hold, expire };
}

/** How an attempt ended. `again`: it may go another time; `bounced`: that address takes nothing. */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'delivered' }
  | { readonly state: 'bounced'; readonly error: string }
  | { readonly state: 'again'; readonly error: string };

/** What becomes of a delivery after an attempt. */
export interface After {
  readonly state: DeliveryState;
  readonly nextAt: Instant | null;
  /** The next channel is to be tried now. */
  readonly elsewhere: boolean;
}

export function after(
  { class: of, attempts, queuedAt }: { class: DeliveryClass; attempts: number; queuedAt: Instant },
  outcome: Outcome,
  now: Instant,
): After {
  if (outcome.state === 'sent' || outcome.state === 'delivered')
    return { state: outcome.state, nextAt: null, elsewhere: false };
  if (outcome.state === 'bounced') return { state: 'bounced', nextAt: null, elsewhere: true };
  const emergency = of === 'emergency';
  const seconds = emergency ? SENDING_RULES.retryEmergencySeconds : SENDING_RULES.retrySeconds;
  const wait = seconds[Math.min(attempts, seconds.length) - 1] ?? seconds[0];
  const nextAt = plusMillis(now, wait * 1_000);
  const hours = of === 'verification' ? SENDING_RULES.giveUpVerificationHours : SENDING_RULES.giveUpHours;
  if (!emergency && millisOf(nextAt) - millisOf(queuedAt) > hours * 3_600_000)
    return { state: 'failed', nextAt: null, elsewhere: true };
  return { state: 'queued', nextAt, elsewhere: false };
}

/** When the next channel is tried if nobody has taken the message by then. */
export const fallbackAt = (of: DeliveryClass, at: Instant): Instant | null =>
  of === 'verification'
    ? null
    : of === 'emergency'
      ? plusMillis(at, SENDING_RULES.fallbackEmergencySeconds * 1_000)
      : plusMinutes(at, SENDING_RULES.fallbackMinutes);
