/**
 * What the API answers. Kept by hand for the moment: the board and the timeline are still being shaped, and a client
 * generated from /api/openapi.json (design.md) replaces this file once they stand.
 */
import type { ja } from '../i18n/ja/index.ts';

export type Role = keyof typeof ja.codes.role;
export type Step = keyof typeof ja.codes.step;
export type CommandName = keyof typeof ja.command;

/** A moment, ISO 8601 with offset. */
export type Moment = string;

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Organization extends Named {
  readonly kind: string;
  readonly municipality?: Named;
}
export interface DemoAccount {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly organization: Organization;
  /** What there is to try, in Japanese. */
  readonly hint?: string;
}
export interface Me extends DemoAccount {
  readonly prefecture: string;
}
export interface Patient extends Named {
  readonly kana: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly municipality?: Named;
}
export interface User extends Named {
  readonly role: Role;
  readonly organization: Named;
}

export interface About {
  readonly kind: string;
  readonly id: string;
}
export type ObligationState = keyof typeof ja.codes.obligationState;
export interface Row {
  readonly id: string;
  readonly about: About;
  readonly patient: Patient | null;
  readonly caseState: string;
  readonly step: string;
  readonly state: ObligationState;
  /** The last step of the chase that was sent. */
  readonly level: number | null;
  readonly dueAt: Moment | null;
  readonly since: Moment;
  readonly owedBy: Named;
  readonly mine: boolean;
  readonly unattended: boolean;
  readonly heldUntil: Moment | null;
  readonly next: { readonly level: number; readonly at: Moment; readonly to: readonly string[] } | null;
  readonly urgency: 'emergency' | 'urgent' | 'routine';
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface Board {
  readonly position: number;
  readonly now: Moment;
  readonly rows: readonly Row[];
}

export interface Entry {
  readonly position: number;
  readonly type: string;
  readonly occurredAt: Moment;
  readonly recordedAt: Moment;
  readonly actor: { readonly name: string; readonly role: Role } | { readonly system: string };
  readonly details: Readonly<Record<string, unknown>>;
  readonly texts: readonly { readonly kind: string; readonly text: string }[];
}
export interface Timeline {
  readonly about: About;
  readonly state: string;
  readonly version: number;
  readonly patient: Patient | null;
  readonly obligations: readonly Row[];
  readonly entries: readonly Entry[];
}
export interface Message {
  readonly id: string;
  readonly at: Moment;
  readonly template: string;
  readonly level: number | null;
  readonly about: About;
  readonly step: string | null;
}

export interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly position: number;
}
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}
/** RFC 9457. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly errors: readonly FieldError[];
}
