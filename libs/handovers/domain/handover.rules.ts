import { levels, whole, type Bounds } from '#kernel';

/**
 * Rule set "JP-default" of discharge handovers (model.md 2.4 and 2.16). Every number is data: an area overrides it from
 * a day on, and a case keeps what held when it was admitted. [D] marks what is our own default.
 */
export const HANDOVER_RULES = {
  /** Admission information by day 3, the admission being day 1 (入院時情報連携加算Ⅱ) [L1][L2]. */
  admissionInformationDay: 3,
  /** Later by so many days when admitted after hours or on a closed day [L1]. */
  admissionInformationAfterHoursDays: 1,
  /** Screening (退院支援の要否判定) where a hospital has declared the stronger staffing (入退院支援加算1) [L7]. */
  screeningDaysStrong: 3,
  screeningDays: 7,
  /** Family interview, start of the plan and conference, from admission [L7]. */
  familyInterviewDays: 7,
  dischargePlanDays: 7,
  dischargeConferenceDays: 7,
  /** A date for the discharge, so many days from admission [D]: without one no other step is ever due. */
  plannedDischargeDays: 14,
  /** Record of the discharge after the planned day [D]: until then nobody can see whether the handover was missed. */
  dischargeRecordBusinessDays: 1,
  /** Notice that discharge support starts: about one week before [L12]. */
  startNoticeDays: 7,
  /** Handover document before the planned discharge [D]. */
  handoverDocumentDays: 3,
  /** Acknowledgement by the care manager [D]. */
  acknowledgementBusinessDays: 1,
  /** … within so many opening hours when the discharge is near [D]. */
  acknowledgementShortHours: 4,
  /** Answer to a clarification, or a new addressee after a return [D]. */
  answerBusinessDays: 1,
  /** Short notice (急な退院): planned at most so many calendar days after the day of (re)scheduling [D]. */
  shortNoticeDays: 2,
  /** … its third level after so many clock hours [D]. */
  shortNoticeThirdHours: 4,
  /** Information until then still counts for 退院・退所加算 [L3]. */
  recoveryDays: 7,
  /** Feedback from care manager to hospital [D]. */
  feedbackDays: 30,
  /** Ladder: business days from T by level, the first being the friendly reminder (level 0) [D]. */
  chaseOffsets: [-1, 0, 1, 2, 3] as readonly number[],
};

/** What an area may set [D]: wide enough for every region, narrow enough that a slip of the keyboard is seen. */
export const HANDOVER_BOUNDS: Bounds<typeof HANDOVER_RULES> = {
  admissionInformationDay: whole(1, 31),
  admissionInformationAfterHoursDays: whole(0, 14),
  screeningDaysStrong: whole(0, 90),
  screeningDays: whole(0, 90),
  familyInterviewDays: whole(0, 366),
  dischargePlanDays: whole(0, 366),
  dischargeConferenceDays: whole(0, 366),
  plannedDischargeDays: whole(0, 366),
  dischargeRecordBusinessDays: whole(0, 60),
  startNoticeDays: whole(0, 90),
  handoverDocumentDays: whole(0, 90),
  acknowledgementBusinessDays: whole(0, 60),
  acknowledgementShortHours: whole(0, 72),
  answerBusinessDays: whole(0, 60),
  shortNoticeDays: whole(0, 60),
  shortNoticeThirdHours: whole(0, 72),
  recoveryDays: whole(0, 366),
  feedbackDays: whole(0, 366),
  chaseOffsets: levels(5, -30, 60),
};

export type HandoverRules = typeof HANDOVER_RULES;
export const HANDOVER_CONTEXT = 'handovers';
