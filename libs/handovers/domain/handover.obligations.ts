import {
  atMinute,
  chaseLadder,
  closingOn,
  compressedLadder,
  dateIn,
  daysBetween,
  dutyKey,
  isOpenAt,
  isOpenOn,
  openOnOrAfter,
  openOnOrBefore,
  plusDays,
  plusOpenDays,
  plusOpenMinutes,
  type Addressee,
  type AreaRef,
  type Duties,
  type Instant,
  type LocalDate,
  type Opening,
  type Plan,
} from '#kernel';
import type { NamedCareManager } from './handover.events.js';
import type { HandoverRules } from './handover.rules.js';

export const CHASE_TEMPLATE = 'handover.chase';

/** Two parties owe: the hospital its steps, the care office its own. Each by its own calendar. */
export interface Party {
  readonly organization: string;
  readonly opening: Opening;
}

export interface Setting {
  /** When it is written down: what is overdue by then is chased from now on. */
  readonly now: Instant;
  /** When it happened: what is owed is due from then on (model.md 2.2). */
  readonly at: Instant;
  readonly rules: HandoverRules;
  readonly area: AreaRef;
}

const upperLevels = (area: AreaRef): Record<number, readonly Addressee[]> => ({
  3: [{ role: 'coordinator', kind: 'help_desk', area }],
  4: [{ role: 'base_secretariat', kind: 'cooperation_base', area }],
});

/** Who hears at which level when the hospital owes: discharge nurse, head of the liaison office, coordinator, base (model.md 2.4). */
const hospitalLadder = (hospital: string, area: AreaRef): Record<number, readonly Addressee[]> => ({
  0: [{ role: 'discharge_nurse', organization: hospital }],
  1: [{ role: 'discharge_nurse', organization: hospital }],
  2: [{ role: 'liaison_manager', organization: hospital }],
  ...upperLevels(area),
});

const careOfficeLadder = (
  { user, organization }: NamedCareManager,
  area: AreaRef,
): Record<number, readonly Addressee[]> => ({
  0: [{ user }],
  1: [{ user }],
  2: [{ role: 'office_manager', organization }],
  ...upperLevels(area),
});

const chased = (
  { now, rules }: Setting,
  step: string,
  dueAt: Instant,
  { organization, opening }: Party,
  told: Record<number, readonly Addressee[]>,
  instance?: string,
): Plan => {
  const offsets = rules.chaseOffsets.map((businessDays, level) => ({ level, businessDays }));
  return {
    step,
    owedBy: organization,
    dueAt,
    urgency: 'routine',
    template: CHASE_TEMPLATE,
    rungs: chaseLadder({ dueAt, now, opening, offsets }, told),
    ...(instance !== undefined && { instance }),
  };
};

/** 入院時情報提供: by day 3, a day later when the admission fell outside the care office's hours (model.md 2.4 [L1]). */
export function admissionInformation(
  setting: Setting,
  admittedAt: Instant,
  careManager: NamedCareManager,
  opening: Opening,
): Plan {
  const { rules, area } = setting;
  const late = isOpenAt(admittedAt, opening) ? 0 : rules.admissionInformationAfterHoursDays;
  const on = plusDays(dateIn(admittedAt), rules.admissionInformationDay - 1 + late);
  const party = { organization: careManager.organization, opening };
  return chased(setting, 'admission_information', closingOn(on, opening), party, careOfficeLadder(careManager, area));
}

/** Which level of 入院時情報連携加算 the information earns by its day. */
export function informationLevel(
  rules: HandoverRules,
  admittedAt: Instant,
  sentAt: Instant,
  opening: Opening,
): 'I' | 'II' | 'late' {
  const late = isOpenAt(admittedAt, opening) ? 0 : rules.admissionInformationAfterHoursDays;
  const day = daysBetween(dateIn(admittedAt), dateIn(sentAt)) + 1 - late;
  if (day <= 1) return 'I';
  return day <= rules.admissionInformationDay ? 'II' : 'late';
}

/** 要否判定: a fee-rule clock. When all its days are closed, the first open day after (Q&A [L30]). */
export function screening(setting: Setting, admittedAt: Instant, hospital: Party, strong: boolean): Plan {
  const { rules, area } = setting;
  const admittedOn = dateIn(admittedAt);
  const days = strong ? rules.screeningDaysStrong : rules.screeningDays;
  const window = Array.from({ length: days + 1 }, (_, i) => plusDays(admittedOn, i));
  const last = plusDays(admittedOn, days);
  const on = window.some((day) => isOpenOn(day, hospital.opening)) ? last : openOnOrAfter(last, hospital.opening);
  return chased(
    setting,
    'screening',
    closingOn(on, hospital.opening),
    hospital,
    hospitalLadder(hospital.organization, area),
  );
}

/** 家族面談・計画着手・カンファレンス: so many days from admission [L7]. */
export function supportSteps(setting: Setting, admittedAt: Instant, hospital: Party): Plan[] {
  const { rules, area } = setting;
  const steps: readonly (readonly [step: string, days: number])[] = [
    ['family_interview', rules.familyInterviewDays],
    ['discharge_plan', rules.dischargePlanDays],
    ['discharge_conference', rules.dischargeConferenceDays],
  ];
  return steps.map(([step, days]) => {
    const dueAt = closingOn(plusDays(dateIn(admittedAt), days), hospital.opening);
    return chased(setting, step, dueAt, hospital, hospitalLadder(hospital.organization, area));
  });
}

/** Steps that only the hospital's own people hear of: the region has nothing to do about them. */
const withinHospital = (setting: Setting, step: string, on: LocalDate, hospital: Party): Plan => {
  const { 1: nurse = [], 2: head = [] } = hospitalLadder(hospital.organization, setting.area);
  const dueAt = closingOn(on, hospital.opening);
  return { ...chased(setting, step, dueAt, hospital, { 1: nurse, 2: head }), template: `handover.${step}` };
};

/** 退院予定日: support is required, and nobody has said yet when the patient goes home [D]. */
export const dischargeDate = (setting: Setting, admittedAt: Instant, hospital: Party): Plan => {
  const by = plusDays(dateIn(admittedAt), setting.rules.plannedDischargeDays);
  return withinHospital(setting, 'planned_discharge', openOnOrAfter(by, hospital.opening), hospital);
};

/** 退院の記録: the planned day is over, and whether the patient has gone is not known [D]. */
export const dischargeRecord = (setting: Setting, plannedOn: LocalDate, hospital: Party): Plan => {
  const on = plusOpenDays(plannedOn, setting.rules.dischargeRecordBusinessDays, hospital.opening);
  return withinHospital(setting, 'discharge_record', on, hospital);
};

/** 急な退院: judged when the discharge is (re)scheduled, not as time passes. */
export const isShortNotice = ({ at, rules }: Setting, plannedOn: LocalDate): boolean =>
  daysBetween(dateIn(at), plannedOn) <= rules.shortNoticeDays;

/**
 * Steps that count back from the planned discharge: 開始連絡 and 引継書. Short notice compresses their ladders; the base
 * stays on them, for it hears at the latest when the discharge has happened.
 */
export function beforeDischarge(
  setting: Setting,
  step: 'start_notice' | 'handover_document',
  plannedOn: LocalDate,
  hospital: Party,
): Plan {
  const { rules, area } = setting;
  const days = step === 'start_notice' ? rules.startNoticeDays : rules.handoverDocumentDays;
  const on = openOnOrBefore(plusDays(plannedOn, -days), hospital.opening);
  const told = hospitalLadder(hospital.organization, area);
  const plan = chased(setting, step, closingOn(on, hospital.opening), hospital, told);
  return isShortNotice(setting, plannedOn) ? compressed(setting, plan, told) : plan;
}

const compressed = ({ now, rules }: Setting, plan: Plan, told: Record<number, readonly Addressee[]>): Plan => ({
  ...plan,
  rungs: [...compressedLadder(now, rules.shortNoticeThirdHours, told), ...plan.rungs.filter(({ level }) => level > 3)],
});

/** 受領確認: next business day; within some opening hours when the discharge is near and has not happened yet [D]. */
export function acknowledgement(
  setting: Setting,
  version: number,
  careManager: NamedCareManager,
  opening: Opening,
  dischargeOn: LocalDate | undefined,
): Plan {
  const { at, rules, area } = setting;
  const near = dischargeOn !== undefined && isShortNotice(setting, dischargeOn);
  const dueAt = near
    ? plusOpenMinutes(at, rules.acknowledgementShortHours * 60, opening)
    : closingOn(plusOpenDays(dateIn(at), rules.acknowledgementBusinessDays, opening), opening);
  const party = { organization: careManager.organization, opening };
  return chased(setting, 'acknowledgement', dueAt, party, careOfficeLadder(careManager, area), String(version));
}

/** The discharge moves to very soon, and the document lies unread: whoever is to read it hears at once, and it is due no later than before. */
export function hastened(
  setting: Setting,
  version: number,
  careManager: NamedCareManager,
  opening: Opening,
  dischargeOn: LocalDate,
  duties: Duties,
): Plan {
  const plan = acknowledgement(setting, version, careManager, opening, dischargeOn);
  const { dueAt = plan.dueAt } = duties[dutyKey(plan)] ?? {};
  return compressed(
    setting,
    { ...plan, dueAt: dueAt < plan.dueAt ? dueAt : plan.dueAt },
    careOfficeLadder(careManager, setting.area),
  );
}

/** What the hospital owes after a question or a return: a supplement, or the right addressee [D]. */
export function answerOwed(setting: Setting, instance: string, hospital: Party): Plan {
  const { at, rules, area } = setting;
  const dueAt = closingOn(plusOpenDays(dateIn(at), rules.answerBusinessDays, hospital.opening), hospital.opening);
  return chased(setting, 'handover_document', dueAt, hospital, hospitalLadder(hospital.organization, area), instance);
}

/** 退院後情報: no chase ladder (scenarios/README.md). */
export const feedback = ({ rules }: Setting, dischargedAt: Instant, careOffice: Party): Plan => ({
  step: 'feedback',
  owedBy: careOffice.organization,
  dueAt: closingOn(
    openOnOrAfter(plusDays(dateIn(dischargedAt), rules.feedbackDays), careOffice.opening),
    careOffice.opening,
  ),
  urgency: 'routine',
  template: CHASE_TEMPLATE,
  rungs: [],
});

/** An obligation that only shows at the discharge: nobody had planned it, and its ladder goes out as a whole. */
export const suddenHandover = ({ now, at: dueAt, area }: Setting, hospital: string): Plan => ({
  step: 'handover_document',
  owedBy: hospital,
  dueAt,
  urgency: 'routine',
  template: CHASE_TEMPLATE,
  rungs: Object.entries(hospitalLadder(hospital, area)).map(([level, to]) => ({ level: Number(level), at: now, to })),
});

/** 回復期間: through the whole last day; what arrives until then still counts (退院・退所加算 [L3]). */
export const recoverUntil = (rules: HandoverRules, dischargedAt: Instant): Instant =>
  atMinute(plusDays(dateIn(dischargedAt), rules.recoveryDays + 1), 0);
