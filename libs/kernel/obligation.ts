import type { AreaRef, Role } from './event.js';
import type { Instant } from './time.js';

/** Whom a step of a ladder tells. Roles are resolved to the persons who hold them when the step is due, never before. */
export type Addressee =
  | { readonly user: string }
  | { readonly role: Role; readonly organization: string }
  /** Everyone in the role at the organizations of that kind that serve the area (desk, base, health center); `*` is any kind. */
  | { readonly role: Role; readonly kind: string; readonly area: AreaRef | null };

/** One step of a chase ladder (催促の段): at `at`, tell these. Level 0 is a friendly reminder, from 1 on it is overdue. */
export interface Rung {
  readonly level: number;
  readonly at: Instant;
  readonly to: readonly Addressee[];
}

export const URGENCIES = ['emergency', 'urgent', 'routine'] as const;
/** The class in which due rows are taken, most urgent first. */
export type Urgency = (typeof URGENCIES)[number];

/** What is owed (果たすべきこと): a step of a case, by whom, until when, and who hears of it next if nothing happens. */
export interface Plan {
  /** The obligation's key within its case, as `handover_document`. */
  readonly step: string;
  /** Set apart where a step can be owed several times in one case: the offer number, the handover version. */
  readonly instance?: string;
  readonly owedBy: string;
  readonly dueAt: Instant;
  readonly urgency: Urgency;
  /** Template of its chases, as `handover.chase`. */
  readonly template: string;
  readonly rungs: readonly Rung[];
  /** When the context itself must act: an offer times out, a window is over. */
  readonly actAt?: Instant;
}

export type DutyState = 'open' | 'met' | 'missed' | 'cancelled';

/** A plan with what has become of it, as the state of its case holds it. */
export type Duty = Plan & { readonly state: DutyState };

/** The duties of a case by key. Every aggregate keeps them so, and its events carry plans that are put in here. */
export type Duties = Readonly<Record<string, Duty>>;

export const dutyKey = ({ step, instance }: Pick<Plan, 'step' | 'instance'>): string =>
  instance === undefined ? step : `${step}#${instance}`;

/** New or re-dated plans are open. What is met or missed stays so unless it is planned anew. */
export const planned = (duties: Duties, plans: readonly Plan[]): Duties => ({
  ...duties,
  ...Object.fromEntries(plans.map((plan) => [dutyKey(plan), { ...plan, state: 'open' as const }])),
});

/** Ends duties in the given state; those that are not open (or missed, for `met`) stay as they are. */
export const settled = (duties: Duties, state: Exclude<DutyState, 'open'>, ...keys: readonly string[]): Duties => {
  const next = { ...duties };
  for (const key of keys) {
    const duty = next[key];
    if (duty?.state === 'open') next[key] = { ...duty, state };
  }
  return next;
};

/** The state of a case that owes. */
export interface Owing {
  readonly duties?: Duties;
}

/** Everything that a case owes and what became of it. It is of the state and nothing else, so that it can be rebuilt. */
export const dutiesOf = (state: Owing | null): readonly Duty[] => Object.values(state?.duties ?? {});

export const openKeys = (duties: Duties): string[] =>
  Object.entries(duties)
    .filter(([, duty]) => duty.state === 'open')
    .map(([key]) => key);

/** What is the same for every obligation of a case. */
export interface CaseRef {
  readonly kind: string;
  readonly id: string;
  readonly area?: AreaRef;
  readonly patientRef?: string;
}

/** A message that a fact itself calls for, beside all chasing: an acceptance tells the care team. */
export interface Notice {
  readonly template: string;
  readonly to: readonly Addressee[];
  readonly step?: string;
  /** Routine unless said: only what cannot wait goes out in quiet hours. */
  readonly urgency?: Urgency;
  /** Sets apart two notices of one template that one command causes. */
  readonly key?: string;
}
