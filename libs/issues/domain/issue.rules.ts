import { whole, term, type Bounds, type RuleTerms } from '#kernel';

/**
 * Rule set of regional issues (model.md 2.6 and 2.16). Every number is data: an area overrides it from a day on. [D] marks
 * what is our own default.
 */
export const ISSUE_RULES = {
  /** R0: so many distinct cases, reported by so many organizations, within a rolling window [D]. */
  windowDays: 90,
  cases: 3,
  organizations: 2,
  /** R0, shortcut: one signal of this severity is enough [D]. */
  aloneAtSeverity: 3,
  /** R0, by season: so many times the mean of distinct cases in the same quarter of so many years, and at least so many [D]. */
  seasonTimes: 2,
  seasonYears: 3,
  seasonCases: 3,
  /** R2: so many municipalities of one home-care area hold the key within so many days of each other [D]. */
  rollUpDays: 180,
  municipalities: 2,
  /** R3: so many home-care areas of one secondary area hold it. */
  homeCareAreas: 2,
  /** What was only observed sleeps after so many days without a signal [D]. */
  dormantDays: 180,
  /** Every night at this minute after midnight a prefecture looks at all of its issues anew [D]. */
  reviewMinute: 180,
  /** もれ: at this level of the chase a handover that is still owed counts as leaked [D]. */
  leakLevel: 4,
  /** From this tier on a search for a substitute says that the night is not covered [D]. */
  farTier: 3,
  /** So many refusals of one night call for want of a capability say that a resource is lacking [D]. */
  lackingDeclines: 2,
};

/** What an area may set [D]. A severity of 4 does not exist: no single signal is then enough. */
export const ISSUE_BOUNDS: Bounds<typeof ISSUE_RULES> = {
  windowDays: whole(1, 3_660),
  cases: whole(1, 1_000),
  organizations: whole(1, 1_000),
  aloneAtSeverity: whole(1, 4),
  seasonTimes: whole(1, 100),
  seasonYears: whole(1, 10),
  seasonCases: whole(1, 1_000),
  rollUpDays: whole(1, 3_660),
  municipalities: whole(1, 200),
  homeCareAreas: whole(1, 100),
  dormantDays: whole(1, 3_660),
  reviewMinute: whole(0, 1_439),
  // A level beyond the ladder of handovers does not exist: then only a discharge makes a leak.
  leakLevel: whole(1, 5),
  farTier: whole(1, 5),
  lackingDeclines: whole(1, 100),
};

/** What they are called, and what they mean to whoever decides about them. */
export const ISSUE_TERMS: RuleTerms<typeof ISSUE_RULES> = {
  title: { ja: '地域課題のしきい値', en: 'Thresholds of regional issues' },
  rules: {
    windowDays: term(
      'day',
      ['繰り返しを数える期間', '同じ困りごとを、何日の間に何度起きたかで数えるか。'],
      ['Window of recurrence', 'The same trouble is counted over so many days.'],
    ),
    cases: term(
      'number',
      ['繰り返しとみなす件数', '期間内に、別々の案件で何件起きたら、繰り返す課題とするか。'],
      ['Cases', 'So many distinct cases in the window make an issue.'],
    ),
    organizations: term(
      'number',
      ['知らせた機関の数', 'そのうち、何か所以上の機関が知らせていれば、繰り返す課題とするか。'],
      ['Organizations', 'Reported by at least so many organizations.'],
    ),
    aloneAtSeverity: term(
      'severity',
      ['一件で課題とする重さ', 'この重さ以上なら、一件だけでも課題とします。4にすると、一件では課題になりません。'],
      ['One is enough', 'One signal of this severity makes an issue; 4: none does.'],
    ),
    seasonTimes: term(
      'times',
      ['季節の増え方', '前の年までの同じ時期の平均の何倍になったら、課題とするか。'],
      ['By season: times', 'So many times the mean of the same quarter.'],
    ),
    seasonYears: term(
      'year',
      ['季節を比べる年数', '何年分の同じ時期と比べるか。'],
      ['By season: years', 'Compared with so many years.'],
    ),
    seasonCases: term(
      'number',
      ['季節で数える最小の件数', '増え方にかかわらず、少なくとも何件は要るとするか。'],
      ['By season: least cases', 'At least so many.'],
    ),
    rollUpDays: term(
      'day',
      ['圏域の課題にまとめる期間', '何日以内に複数の市町村で繰り返したら、圏域の課題とするか。'],
      ['Roll-up window', 'Municipalities that hold it within so many days of each other.'],
    ),
    municipalities: term(
      'number',
      ['圏域の課題とする市町村の数', '一つの在宅医療圏で、いくつの市町村が抱えたら、圏域の課題とするか。'],
      ['Municipalities', 'So many of one home-care area make it a matter of the area.'],
    ),
    homeCareAreas: term(
      'number',
      ['二次医療圏の課題とする在宅医療圏の数', 'いくつの在宅医療圏が抱えたら、二次医療圏の課題とするか。'],
      ['Home-care areas', 'So many of one secondary area make it a matter of that.'],
    ),
    dormantDays: term(
      'day',
      ['休眠とするまで', '兆しが何日なければ、見守りを休むか。'],
      ['Asleep', 'After so many days without a signal.'],
    ),
    reviewMinute: term(
      'minute_of_day',
      ['毎晩の見直しの時刻', 'すべての課題を見直す時刻。'],
      ['Nightly review', 'Every night at this time all issues are looked at anew.'],
    ),
    leakLevel: term(
      'level',
      ['もれとして数える催促の段', '引継ぎの催促が何段目まで進んだら、もれの兆しとして数えるか。'],
      ['Level of a leak', 'At this level of the chase a handover counts as leaked.'],
    ),
    farTier: term(
      'tier',
      ['夜間の手薄さとして数える打診の段', '代わりの医師の打診が何段目まで進んだら、夜間の体制の兆しとして数えるか。'],
      ['Tier of a thin night', 'From this tier of the search on, the night counts as not covered.'],
    ),
    lackingDeclines: term(
      'times',
      [
        '資源の不足として数える断り',
        '一つの依頼で、対応できる機能がないという断りが何回あれば、資源不足の兆しとして数えるか。',
      ],
      ['Refusals for want of a capability', 'So many on one request say that a resource is lacking.'],
    ),
  },
};

export type IssueRules = typeof ISSUE_RULES;
export const ISSUE_CONTEXT = 'issues';
