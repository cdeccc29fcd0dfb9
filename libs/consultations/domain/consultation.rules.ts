import { levels, whole, term, type Bounds, type RuleTerms } from '#kernel';

/**
 * Rule set "JP-default" of consultations (model.md 2.3 and 2.16). Every number is data: an area overrides it from a day
 * on, and a consultation keeps what held when it was received. All of them are our own defaults [D]; no source has any.
 */
export const CONSULTATION_RULES = {
  /** First action on an immediate consultation: clock hours, for the night does not wait for the desk to open [D]. */
  firstActionImmediateHours: 2,
  /** First action on a normal one, and on one that nobody has triaged yet [D]. */
  firstActionNormalBusinessDays: 3,
  /** A reply that the desk waits for, where it names no day; also the answer of a desk referred to [D]. */
  replyBusinessDays: 5,
  /** Open for so many days: the base secretariat hears of it [D]. */
  longOpenDays: 30,
  /** Ladder: business days from T by level, the first being level 1; there is no reminder (scenarios/README.md) [D]. */
  chaseOffsets: [0, 1] as readonly number[],
};

/** What an area may set [D]. */
export const CONSULTATION_BOUNDS: Bounds<typeof CONSULTATION_RULES> = {
  firstActionImmediateHours: whole(0, 72),
  firstActionNormalBusinessDays: whole(0, 60),
  replyBusinessDays: whole(0, 60),
  longOpenDays: whole(1, 366),
  chaseOffsets: levels(2, 0, 60),
};

/** What they are called, and what they mean to whoever decides about them. */
export const CONSULTATION_TERMS: RuleTerms<typeof CONSULTATION_RULES> = {
  title: { ja: '相談', en: 'Consultations' },
  rules: {
    firstActionImmediateHours: term(
      'hour',
      ['初回対応（すぐ）', '緊急度「すぐ」の相談に、何時間以内に最初の対応をするか。夜も時間は進みます。'],
      ['First action, immediate', 'Within so many clock hours, at night too.'],
    ),
    firstActionNormalBusinessDays: term(
      'business_day',
      ['初回対応（通常）', '緊急度「通常」か、まだ決めていない相談に、何営業日以内に最初の対応をするか。'],
      ['First action, normal', 'Within so many business days; also for what nobody has triaged yet.'],
    ),
    replyBusinessDays: term(
      'business_day',
      ['返答待ちの期限', '日を決めずに返答を待つとき、何営業日で催促するか。他の窓口へ紹介したときの返事も同じです。'],
      [
        'A reply that is waited for',
        'So many business days where no day was named; also the answer of a desk referred to.',
      ],
    ),
    longOpenDays: term(
      'day',
      ['長く開いている相談', '受けてから何日たって終わっていなければ、拠点に知らせるか。'],
      ['Open for long', 'After so many days the base hears of it.'],
    ),
    chaseOffsets: term(
      'business_days_by_level',
      [
        '催促の段',
        '窓口の担当者、続いて拠点。期限（T）を過ぎた場合に備え、どの段に、担当機関の何営業日後（前はマイナス）に知らせるか。',
      ],
      [
        'Levels of the chase',
        'The desk, then the base. By level: so many business days after the due moment (before it: minus) the next is told.',
      ],
    ),
  },
};

export type ConsultationRules = typeof CONSULTATION_RULES;
export const CONSULTATION_CONTEXT = 'consultations';
