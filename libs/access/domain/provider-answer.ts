/** [D] So far may a provider's clock be from ours. Servers of hospitals are often a minute or two off. */
export const CLOCK_TOLERANCE_S = 180;
/** [D] So long somebody may be at his provider before he comes back. */
export const AT_PROVIDER_MINUTES = 10;

/** What a person is at his provider for: to sign in, to take up an invitation, to bind his account, or to unlock a screen. */
export type ProviderPurpose = 'sign_in' | 'join' | 'bind' | 'unlock';

/** What of an ID token is looked at beside its signature, issuer, audience, nonce and end. */
export interface Told {
  /** When it was issued, in seconds. */
  readonly iat: number;
  /** By what the person proved himself (RFC 8176), where the provider says. */
  readonly amr?: readonly string[] | undefined;
}

/** Ways to prove oneself that are one and the same factor: what somebody knows. */
const KNOWN = new Set(['pwd', 'kba']);

/**
 * Why an answer of a provider is not believed: it was issued long ago or in the future, or the person has proved himself with a
 * password alone. A provider that does not say how is believed: the administrator has said that it asks for two factors (シ14⑤).
 */
export function faultOf({ iat, amr = [] }: Told, nowS: number): 'clock' | 'one_factor' | undefined {
  if (Math.abs(nowS - iat) > CLOCK_TOLERANCE_S) return 'clock';
  return amr.length > 0 && amr.every((way) => KNOWN.has(way)) ? 'one_factor' : undefined;
}

/**
 * Whether the provider must ask anew who it is: where another may sit before the screen than whoever signed in to it last, and
 * where an account is bound for good.
 */
export const mustAskAnew = (purpose: ProviderPurpose, shared: boolean): boolean => purpose !== 'sign_in' || shared;
