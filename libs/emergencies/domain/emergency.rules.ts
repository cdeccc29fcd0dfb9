import { term, whole, type Bounds, type RuleTerms } from '#kernel';

/** Rules of emergency looks (緊急閲覧). G11 has the hours; the others no source has, they are our own defaults [D]. */
export const EMERGENCY_RULES = {
  /** So many hours the sections can be read (G11: "ends at 4 h"). */
  hours: 4,
  /** From so many openings of one person within an hour on, each is told of apart [D]. */
  manyAnHour: 5,
  /** Until this day of the next month it is reviewed [D]. */
  reviewDay: 10,
};
export type EmergencyRules = typeof EMERGENCY_RULES;
export const EMERGENCY_BOUNDS: Bounds<EmergencyRules> = {
  hours: whole(1, 24),
  manyAnHour: whole(2, 100),
  reviewDay: whole(1, 28),
};
/** What they are called, and what they mean to whoever decides about them. */
export const EMERGENCY_TERMS: RuleTerms<EmergencyRules> = {
  title: { ja: '緊急閲覧', en: 'Emergency looks' },
  rules: {
    hours: term(
      'hour',
      ['緊急閲覧の期限', '関わりのない方の情報を、理由とともに何時間まで見られるか。'],
      ['End of an emergency look', 'So many hours the sections that were opened can be read.'],
    ),
    manyAnHour: term(
      'times',
      ['続けて開いたと知らせる件数', '一人が1時間に何件目を開いたら、管理者に別に知らせるか。'],
      ['Many within an hour', 'From so many openings of one person within an hour on, administrators are told apart.'],
    ),
    reviewDay: term(
      'nth_day',
      ['点検の期限', '翌月の何日までに点検するか。'],
      ['Reviewed by', 'Until this day of the next month each is reviewed.'],
    ),
  },
};
export const EMERGENCY_CONTEXT = 'emergencies';
