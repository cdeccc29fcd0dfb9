import { anyOf, levels, whole, term, type Bounds, type Urgency as Alarm, type RuleTerms } from '#kernel';
import { BACKUP_URGENCIES, type BackupUrgency } from './request.commands.js';

/**
 * Rule set "JP-default" of emergency backup (model.md 2.5 and 2.16). Every number is data: an area overrides it from a
 * day on, and a request keeps what held when it was made. [D] marks what is our own default.
 */
export const BACKUP_RULES = {
  /** How long an offer (打診) stands, by urgency [D]. */
  immediateOfferMinutes: 5,
  urgentOfferMinutes: 15,
  plannedOfferMinutes: 24 * 60,
  /** Urgencies that ask a whole tier at once, the first to accept winning; the others ask one candidate after another [D]. */
  broadcast: ['immediate'] as readonly string[],
  /** Whoever has taken the fewest requests in so many days is asked first (公平) [D]. */
  fairnessDays: 30,
  /** Whoever has taken a request says how it ended within so many minutes, by urgency [D]; the base hears so much later. */
  immediateCompletionMinutes: 120,
  urgentCompletionMinutes: 6 * 60,
  plannedCompletionMinutes: 24 * 60,
  completionBaseMinutes: 60,
  /** When nobody is left to ask, the base finds somebody within so many minutes [D]; the coordinator hears so much later. */
  assignmentMinutes: 5,
  assignmentCoordinatorMinutes: 10,
  /** Hand-back (申し送り) so many business days after the day of completion, at this minute of the day: 09:00 [D]. */
  handBackBusinessDays: 1,
  handBackMinute: 9 * 60,
  /** Its acknowledgement at this minute of the day, 12:00, that day or the next business day [D]. */
  acknowledgementMinute: 12 * 60,
  /** Ladder of these two: business days from T of level 1 (the owner) and level 2 (the base) (scenarios/README.md) [D]. */
  chaseOffsets: [0, 1] as readonly number[],
};

const A_WEEK = 7 * 24 * 60;
const LAST_MINUTE = 24 * 60 - 1;

/** What an area may set [D]. An offer that stands for no time at all could never be taken. */
export const BACKUP_BOUNDS: Bounds<typeof BACKUP_RULES> = {
  immediateOfferMinutes: whole(1, A_WEEK),
  urgentOfferMinutes: whole(1, A_WEEK),
  plannedOfferMinutes: whole(1, A_WEEK),
  broadcast: anyOf(BACKUP_URGENCIES),
  fairnessDays: whole(1, 366),
  immediateCompletionMinutes: whole(1, A_WEEK),
  urgentCompletionMinutes: whole(1, A_WEEK),
  plannedCompletionMinutes: whole(1, A_WEEK),
  completionBaseMinutes: whole(0, A_WEEK),
  assignmentMinutes: whole(0, A_WEEK),
  assignmentCoordinatorMinutes: whole(0, A_WEEK),
  handBackBusinessDays: whole(0, 60),
  handBackMinute: whole(0, LAST_MINUTE),
  acknowledgementMinute: whole(0, LAST_MINUTE),
  chaseOffsets: levels(2, 0, 60),
};

/** What they are called, and what they mean to whoever decides about them. */
export const BACKUP_TERMS: RuleTerms<typeof BACKUP_RULES> = {
  title: { ja: '急変時の代わりの医師', en: 'Emergency backup' },
  rules: {
    immediateOfferMinutes: term(
      'minute',
      ['打診の返事を待つ時間（今すぐ）', '「今すぐ」の打診に、何分待って次に進むか。'],
      ['Offer stands, immediate', 'After so many minutes the next are asked.'],
    ),
    urgentOfferMinutes: term(
      'minute',
      ['打診の返事を待つ時間（急ぎ）', '「急ぎ」の打診に、何分待って次に進むか。'],
      ['Offer stands, urgent', 'After so many minutes the next is asked.'],
    ),
    plannedOfferMinutes: term(
      'minute',
      ['打診の返事を待つ時間（予定）', '「予定」の打診に、何分待って次に進むか。'],
      ['Offer stands, planned', 'After so many minutes the next is asked.'],
    ),
    broadcast: term(
      'choice',
      ['一度に全員へ打診する緊急度', '同じ段の全員に一度に打診し、最初に受けた人に決める緊急度。ほかは一人ずつです。'],
      [
        'Asked all at once',
        'At these urgencies a whole tier is asked at once and the first to accept goes; else one after another.',
      ],
      {
        labels: {
          immediate: { ja: '今すぐ', en: 'Immediate' },
          urgent: { ja: '急ぎ', en: 'Urgent' },
          planned: { ja: '予定', en: 'Planned' },
        },
      },
    ),
    fairnessDays: term(
      'day',
      ['公平に頼むための期間', 'この日数に受けた件数が少ない人から打診します。'],
      ['Fairness', 'Whoever has taken the fewest in so many days is asked first.'],
    ),
    immediateCompletionMinutes: term(
      'minute',
      ['対応の報告（今すぐ）', '引き受けてから何分以内に、どう終わったかを知らせるか。'],
      ['Completion, immediate', 'Whoever took it says how it ended within so many minutes.'],
    ),
    urgentCompletionMinutes: term(
      'minute',
      ['対応の報告（急ぎ）', '引き受けてから何分以内に、どう終わったかを知らせるか。'],
      ['Completion, urgent', 'Whoever took it says how it ended within so many minutes.'],
    ),
    plannedCompletionMinutes: term(
      'minute',
      ['対応の報告（予定）', '引き受けてから何分以内に、どう終わったかを知らせるか。'],
      ['Completion, planned', 'Whoever took it says how it ended within so many minutes.'],
    ),
    completionBaseMinutes: term(
      'minute',
      ['報告がないときに拠点へ知らせるまで', '報告の期限から何分後に、拠点へ知らせるか。'],
      ['Completion: the base hears', 'So many minutes after that.'],
    ),
    assignmentMinutes: term(
      'minute',
      ['拠点が人を決めるまで', 'だれも受けなかったとき、拠点が何分以内に人を決めるか。'],
      ['Assignment by the base', 'When nobody is left to ask, the base finds somebody within so many minutes.'],
    ),
    assignmentCoordinatorMinutes: term(
      'minute',
      ['相談窓口へ知らせるまで', '拠点の期限から何分後に、相談窓口へ知らせるか。'],
      ['Assignment: the coordinator hears', 'So many minutes after that.'],
    ),
    handBackBusinessDays: term(
      'business_day',
      ['主治医への申し送り', '対応の日から何営業日後までに、主治医へ申し送るか。'],
      ['Hand-back', 'So many business days after the day of completion.'],
    ),
    handBackMinute: term(
      'minute_of_day',
      ['申し送りの時刻', 'その日の何時までに申し送るか。'],
      ['Hand-back: time of day', 'By this time of that day.'],
    ),
    acknowledgementMinute: term(
      'minute_of_day',
      ['申し送りの確認の時刻', '主治医が、その日か次の営業日の何時までに確認するか。'],
      ['Acknowledgement: time of day', 'By this time of that or the next business day.'],
    ),
    chaseOffsets: term(
      'business_days_by_level',
      [
        '申し送りの催促の段',
        '担当者、続いて拠点。期限（T）を過ぎた場合に備え、どの段に、担当機関の何営業日後（前はマイナス）に知らせるか。',
      ],
      [
        'Levels of the chase',
        'The owner, then the base. By level: so many business days after the due moment (before it: minus) the next is told.',
      ],
    ),
  },
};

export type BackupRules = typeof BACKUP_RULES;
export const BACKUP_CONTEXT = 'backup';

export const offerMinutes = (rules: BackupRules, urgency: BackupUrgency): number =>
  ({
    immediate: rules.immediateOfferMinutes,
    urgent: rules.urgentOfferMinutes,
    planned: rules.plannedOfferMinutes,
  })[urgency];

export const completionMinutes = (rules: BackupRules, urgency: BackupUrgency): number =>
  ({
    immediate: rules.immediateCompletionMinutes,
    urgent: rules.urgentCompletionMinutes,
    planned: rules.plannedCompletionMinutes,
  })[urgency];

/** In which class its alarms are taken. */
export const alarmOf = (urgency: BackupUrgency): Alarm => (urgency === 'immediate' ? 'emergency' : 'urgent');
