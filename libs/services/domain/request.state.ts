import type { Addressee, AreaRef, Duties, Earlier, Instant, LocalDate, Opening } from '#kernel';
import type { Service } from './request.commands.js';
import type { ServiceRules } from './services.rules.js';

export const SERVICE_STATUSES = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'COMPLETED', 'CANCELLED'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** サービス依頼: that somebody do 口腔ケア, 訪問薬剤 … for a person at home (B-09). */
export interface ServiceRequest {
  readonly status: ServiceStatus;
  readonly patient: string;
  readonly service: Service;
  readonly to: string;
  readonly requester: { readonly organization: string; readonly user: string };
  readonly origin?: string;
  readonly area: AreaRef;
  /** Who hears of it beside all chasing. */
  readonly told: readonly Addressee[];
  readonly requestedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly doneBy?: LocalDate;
  readonly endedAt?: Instant;
  /** It ended because nothing may be shared any more. */
  readonly withoutConsent?: true;
  readonly rules: ServiceRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly duties: Duties;
}

export type State = ServiceRequest | null;

/**
 * [D] So long whoever did it, or had agreed to, still reads a request that is over: to write down what was done late. Whoever
 * declined, or never came to answer, reads nothing of it from then on.
 */
export const PROVIDER_KEEPS_HOURS = 72;

/** Whoever is asked, by whose calendar the answer is due. */
export interface Provider {
  readonly organization: string;
  readonly opening: Opening;
}

/** What a request looks up. */
export interface Requesting {
  readonly consent: boolean;
  /** Whether whoever asks cares for the person, or is the desk of the person's municipality. */
  readonly theirs: boolean;
  readonly area: AreaRef;
  readonly provider: Provider;
  /** Whether somebody at that organization hears of it here; where nobody does, the desk telephones. */
  readonly attended: boolean;
  readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: ServiceRules };
}

/** What an answer looks up. */
export interface Answering {
  readonly consent: boolean;
  readonly provider: Provider;
}

/** 時の順: moments of a request that something else cannot lie before. */
export const REQUEST: Earlier<ServiceRequest> = { ja: '依頼', en: 'the request', at: ({ requestedAt }) => requestedAt };
export const ACCEPTANCE: Earlier<ServiceRequest> = {
  ja: '受諾',
  en: 'the acceptance',
  at: ({ acceptedAt }) => acceptedAt,
};
