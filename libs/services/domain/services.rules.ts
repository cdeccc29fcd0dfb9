import { levels, whole, term, type Bounds, type RuleTerms } from '#kernel';

/**
 * Rule set "JP-default" of service requests (B-09, model.md 2.16). Every number is data: an area overrides it from a day
 * on, and a request keeps what held when it was made. No source has any of them: all are our own defaults [D].
 */
export const SERVICE_RULES = {
  /** An answer so many business days of whoever is asked after the request (口腔ケア依頼の催促) [D]. */
  answerBusinessDays: 3,
  /** Ladder: business days from T of whoever is asked, of whoever asked, of the desk of the person's municipality [D]. */
  chaseOffsets: [0, 1, 2] as readonly number[],
};

/** What an area may set [D]. */
export const SERVICE_BOUNDS: Bounds<typeof SERVICE_RULES> = {
  answerBusinessDays: whole(0, 60),
  chaseOffsets: levels(3, 0, 60),
};

/** What they are called, and what they mean to whoever decides about them. */
export const SERVICE_TERMS: RuleTerms<typeof SERVICE_RULES> = {
  title: { ja: 'サービスの依頼', en: 'Service requests' },
  rules: {
    answerBusinessDays: term(
      'business_day',
      ['依頼への返事', '依頼から何営業日以内に、頼まれた機関が返事をするか。'],
      ['Answer to a request', 'Within so many business days of whoever is asked.'],
    ),
    chaseOffsets: term(
      'business_days_by_level',
      [
        '催促の段',
        '頼まれた機関、頼んだ人、相談窓口。期限（T）を過ぎた場合に備え、どの段に、担当機関の何営業日後（前はマイナス）に知らせるか。',
      ],
      [
        'Levels of the chase',
        'Whoever is asked, whoever asked, the desk. By level: so many business days after the due moment (before it: minus) the next is told.',
      ],
    ),
  },
};

export type ServiceRules = typeof SERVICE_RULES;
export const SERVICE_CONTEXT = 'services';
