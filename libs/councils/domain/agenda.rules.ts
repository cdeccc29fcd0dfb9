import { levels, whole, type Bounds } from '#kernel';

/** Rule set of councils and their agendas (model.md 2.7 and 2.16). Every number is data; [D] marks what is our own default. */
export const AGENDA_RULES = {
  /** Chase of an overdue action: calendar days from T by level, the first being level 1 [D]. */
  actionChaseDays: [0, 7, 14] as readonly number[],
  /** 議題の締切: so many days before the meeting its agenda closes (model.md 2.7). */
  agendaCloseDays: 14,
  /** 資料の事前送付: so many days before the meeting its materials are with the members (model.md 2.7). */
  materialDays: 7,
  /** 議事要旨: so many days after the meeting its minutes are drafted [D]. */
  minutesDays: 14,
  /** 継続審議: put off so often in a row, an item is flagged (model.md 2.7). */
  continuedTimes: 3,
  /** 効果の確認: the windows before and after are of one length, at least and at most so many days [D]. */
  effectShortestDays: 28,
  effectLongestDays: 90,
  /** Fewer signals before than this tell nothing about an effect [D]. */
  effectFewestSignals: 3,
  /** 効果あり: signals fell by at least so many percent [D]. */
  effectiveDropPercent: 50,
  /** 一部効果あり: by at least so many [D]. */
  partlyDropPercent: 20,
  /** So many days after the day of the check the numbers are taken for the effect if nobody has judged it [D]. */
  effectJudgedAfterDays: 7,
  /** 相談者へ返す: whoever reported the trouble within so many days before hears what became of it [D]. */
  reportBackDays: 365,
};

/** What an area may set [D]. */
export const AGENDA_BOUNDS: Bounds<typeof AGENDA_RULES> = {
  actionChaseDays: levels(3, 0, 366),
  agendaCloseDays: whole(0, 90),
  materialDays: whole(0, 90),
  minutesDays: whole(1, 180),
  continuedTimes: whole(1, 20),
  effectShortestDays: whole(1, 366),
  effectLongestDays: whole(1, 366),
  effectFewestSignals: whole(1, 1_000),
  effectiveDropPercent: whole(1, 100),
  partlyDropPercent: whole(1, 100),
  effectJudgedAfterDays: whole(0, 90),
  reportBackDays: whole(0, 3_660),
};

export type AgendaRules = typeof AGENDA_RULES;
export const AGENDA_CONTEXT = 'councils';
