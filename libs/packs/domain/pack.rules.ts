import { DISCLOSURE_CONTEXT, whole, term, type Bounds, type RuleTerms } from '#kernel';

/** Rule set of evidence packs (model.md 2.7 and trap 10). Every number is data; [D] marks what is our own default. */
export const PACK_RULES = {
  /** 秘匿の下限 (k): no number of cases from one to below it is shown to a council, nor can be computed [D]. */
  leastCases: 5,
  /** The same for the public: counts below 10 are masked, as with patient counts (model.md 2.7). */
  leastPublicCases: 10,
  /** 推移: so many calendar months, this one the last. */
  months: 12,
};

/** What an area may set [D]. Below 3 nothing would be hidden that a neighbor could not guess. */
export const PACK_BOUNDS: Bounds<typeof PACK_RULES> = {
  leastCases: whole(3, 100),
  leastPublicCases: whole(3, 100),
  months: whole(1, 36),
};

/** What they are called, and what they mean to whoever decides about them. */
export const PACK_TERMS: RuleTerms<typeof PACK_RULES> = {
  title: { ja: '会議資料と数の秘匿', en: 'Evidence packs and small numbers' },
  rules: {
    leastCases: term(
      'number',
      ['会議に示す数の下限', 'これより小さい件数（1以上）は、会議の資料に示しません。'],
      ['Least number for a council', 'Numbers of cases from one to below it are not shown.'],
    ),
    leastPublicCases: term(
      'number',
      ['公表する数の下限', 'これより小さい件数（1以上）は、公表する資料に示しません。'],
      ['Least number for the public', 'Numbers of cases from one to below it are not published.'],
      { source: '病院の指標の公表例（10件未満は表示しない）' },
    ),
    months: term(
      'month',
      ['推移の月数', '今月を含めて何か月の推移を示すか。'],
      ['Months of the trend', 'So many calendar months, this one the last.'],
    ),
  },
};

export type PackRules = typeof PACK_RULES;
export const PACK_CONTEXT = DISCLOSURE_CONTEXT;
