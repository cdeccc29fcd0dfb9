import { levels, whole, term, type Bounds, type RuleTerms } from '#kernel';

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

/** What they are called, and what they mean to whoever decides about them. */
export const HANDOVER_TERMS: RuleTerms<typeof HANDOVER_RULES> = {
  title: { ja: '入退院の引継ぎ', en: 'Discharge handovers' },
  rules: {
    admissionInformationDay: term(
      'nth_day',
      ['入院時情報提供の期限', '入院日を1日目として、何日目までにケアマネジャーが病院へ情報を渡すか。'],
      ['Admission information', 'By which day the care manager informs the hospital, the admission being day 1.'],
      { source: '入院時情報連携加算Ⅱ' },
    ),
    admissionInformationAfterHoursDays: term(
      'day',
      ['営業時間外の入院で延びる日数', '営業時間外や休みの日に入院したとき、入院時情報提供の期限を何日延ばすか。'],
      ['Later after hours', 'So many days later where somebody is admitted after hours or on a closed day.'],
      { source: '入院時情報連携加算Ⅱ' },
    ),
    screeningDaysStrong: term(
      'day',
      [
        '退院支援の要否判定（手厚い体制の病院）',
        '入退院支援加算1の体制を届け出た病院で、入院から何日以内に判定するか。',
      ],
      [
        'Screening (stronger staffing)',
        'Within so many days of the admission, at a hospital that declared the stronger staffing.',
      ],
      { source: '入退院支援加算1' },
    ),
    screeningDays: term(
      'day',
      ['退院支援の要否判定', '入院から何日以内に、退院支援が要るかを判定するか。'],
      ['Screening', 'Within so many days of the admission.'],
      { source: '入退院支援加算' },
    ),
    familyInterviewDays: term(
      'day',
      ['家族との面談', '入院から何日以内に、本人・家族と面談するか。'],
      ['Interview with the family', 'Within so many days of the admission.'],
      { source: '入退院支援加算' },
    ),
    dischargePlanDays: term(
      'day',
      ['退院支援計画の着手', '入院から何日以内に、退院支援計画に着手するか。'],
      ['Start of the discharge plan', 'Within so many days of the admission.'],
      { source: '入退院支援加算' },
    ),
    dischargeConferenceDays: term(
      'day',
      ['多職種カンファレンス', '入院から何日以内に、カンファレンスを開くか。'],
      ['Discharge conference', 'Within so many days of the admission.'],
      { source: '入退院支援加算' },
    ),
    plannedDischargeDays: term(
      'day',
      [
        '退院予定日を決めるまで',
        '支援が要るとき、入院から何日以内に退院予定日を決めるか。決まるまで、ほかの期限は始まりません。',
      ],
      ['A planned date of discharge', 'Within so many days of the admission: without a date nothing else is due.'],
    ),
    dischargeRecordBusinessDays: term(
      'business_day',
      ['退院の記録', '退院予定日を過ぎて何営業日以内に、退院したかを記録するか。'],
      ['Record of the discharge', 'So many business days after the planned day.'],
    ),
    startNoticeDays: term(
      'day',
      ['退院支援開始の連絡', '退院予定日の何日前までに、ケアマネジャーへ連絡するか。'],
      ['Notice that support starts', 'So many days before the planned discharge.'],
      { source: '福井県「退院支援ルール」（おおむね1週間前）' },
    ),
    handoverDocumentDays: term(
      'day',
      ['引継書を渡す期限', '退院予定日の何日前までに、引継書をケアマネジャーへ渡すか。'],
      ['Handover document', 'So many days before the planned discharge.'],
    ),
    acknowledgementBusinessDays: term(
      'business_day',
      ['引継書の受領確認', '引継書が届いてから何営業日以内に、ケアマネジャーが受領を確認するか。'],
      ['Acknowledgement', 'So many business days after the document came.'],
    ),
    acknowledgementShortHours: term(
      'opening_hour',
      ['急な退院のときの受領確認', '退院が近いとき、営業時間で何時間以内に受領を確認するか。'],
      ['Acknowledgement at short notice', 'Within so many opening hours where the discharge is near.'],
    ),
    answerBusinessDays: term(
      'business_day',
      ['問い合わせ・差し戻しへの返事', '質問や差し戻しから何営業日以内に、病院が答えるか。'],
      ['Answer to a question or a return', 'The hospital answers within so many business days.'],
    ),
    shortNoticeDays: term(
      'day',
      ['急な退院とみなす日数', '予定を決めた日から退院まで何日以内なら、急な退院として催促を早めるか。'],
      ['Short notice', 'A discharge within so many days of its planning is chased at once.'],
    ),
    shortNoticeThirdHours: term(
      'hour',
      ['急な退院で相談窓口に知らせるまで', '急な退院で、何時間後に3段目（相談窓口）へ知らせるか。'],
      ['Short notice: the desk hears', 'After so many hours the third level is told.'],
    ),
    recoveryDays: term(
      'day',
      ['遅れても間に合う日数', '退院から何日以内に届いた情報を、間に合ったものとして数えるか。'],
      ['Recovery window', 'What comes within so many days of the discharge still counts.'],
      { source: '退院・退所加算' },
    ),
    feedbackDays: term(
      'day',
      ['退院後の様子の返信', '退院から何日以内に、ケアマネジャーが病院へ様子を返すか。'],
      ['Feedback', 'The care manager tells the hospital within so many days of the discharge.'],
    ),
    chaseOffsets: term(
      'business_days_by_level',
      [
        '催促の段',
        '最初は事前のお知らせ（0段目）、続いて担当者・責任者・相談窓口・拠点。期限（T）を過ぎた場合に備え、どの段に、担当機関の何営業日後（前はマイナス）に知らせるか。',
      ],
      [
        'Levels of the chase',
        'Reminder, then who owes, the head, the desk, the base. By level: so many business days after the due moment (before it: minus) the next is told.',
      ],
    ),
  },
};

export type HandoverRules = typeof HANDOVER_RULES;
export const HANDOVER_CONTEXT = 'handovers';
