import {
  CAPABILITIES,
  chaseLadder,
  closingOn,
  dateIn,
  openOnOrAfter,
  plusOpenDays,
  type Addressee,
  type AreaRef,
  type Instant,
  type LocalDate,
  type Plan,
} from '#kernel';
import type { Provider } from './request.state.js';
import type { ServiceRules } from './services.rules.js';

export const CHASE_TEMPLATE = 'service.chase';

export interface Setting {
  readonly now: Instant;
  readonly rules: ServiceRules;
  readonly area: AreaRef;
  /** User id of whoever asked. */
  readonly requester: string;
}

/** Whoever can answer at an organization. */
export const answeringAt = (organization: string): readonly Addressee[] =>
  CAPABILITIES.service_providing.map((role) => ({ role, organization }));

/** 相談窓口 of the person's municipality. */
export const deskOf = (area: AreaRef): readonly Addressee[] => [{ role: 'coordinator', kind: 'help_desk', area }];

const chased = (
  { now, rules, area, requester }: Setting,
  step: 'service_answer' | 'service_completion',
  dueAt: Instant,
  { organization, opening }: Provider,
): Plan => ({
  step,
  owedBy: organization,
  dueAt,
  urgency: 'routine',
  template: CHASE_TEMPLATE,
  rungs: chaseLadder(
    { dueAt, now, opening, offsets: rules.chaseOffsets.map((businessDays, i) => ({ level: i + 1, businessDays })) },
    { 1: answeringAt(organization), 2: [{ user: requester }], 3: deskOf(area) },
  ),
});

/** 依頼への返事. */
export const answer = (setting: Setting, from: Instant, provider: Provider): Plan => {
  const on = plusOpenDays(dateIn(from), setting.rules.answerBusinessDays, provider.opening);
  return chased(setting, 'service_answer', closingOn(on, provider.opening), provider);
};

/** 実施: on the day agreed, or the next on which whoever does it works. */
export const completion = (setting: Setting, doneBy: LocalDate, provider: Provider): Plan =>
  chased(setting, 'service_completion', closingOn(openOnOrAfter(doneBy, provider.opening), provider.opening), provider);
