import { Secret, TOTP } from 'otpauth';

/** A phone and the server may differ by one step of 30 s each way, and by no more (A3 of reliability.md). */
const STEPS_APART = 1;
const PERIOD_S = 30;

const totpOf = (secret: Buffer, label = 'Tsunagi'): TOTP =>
  new TOTP({
    issuer: 'Tsunagi',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromHex(secret.toString('hex')),
  });

/** 20 bytes as RFC 4226 recommends. */
export const SECRET_BYTES = 20;

/** What an authenticator app reads out of a QR code, and the same to be typed. */
export const enrolment = (secret: Buffer, label: string): { uri: string; text: string } => ({
  uri: totpOf(secret, label).toString(),
  text: Secret.fromHex(secret.toString('hex')).base32,
});

/** Full width is what a Japanese keyboard writes; a space in the middle is how apps show it. */
export const digitsOf = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '');

/**
 * The step (of 30 s) of a six-digit code (ワンタイムコード, RFC 6238), undefined where it is wrong. A step that was used is
 * not taken again: who has looked over a shoulder comes too late.
 */
export function stepOf(secret: Buffer, typed: string, at: number, lastStep: number): number | undefined {
  const token = digitsOf(typed);
  if (!/^\d{6}$/.test(token)) return undefined;
  const totp = totpOf(secret);
  const apart = totp.validate({ token, timestamp: at, window: STEPS_APART });
  if (apart === null) return undefined;
  const step = totp.counter({ timestamp: at }) + apart;
  return step > lastStep ? step : undefined;
}

/** The code of a moment: what the app shows. */
export const codeAt = (secret: Buffer, at: number): string => totpOf(secret).generate({ timestamp: at });

/** The secret out of its text, as an app keeps it. */
export const secretOf = (text: string): Buffer => Buffer.from(Secret.fromBase32(text).hex, 'hex');
