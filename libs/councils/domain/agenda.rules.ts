import { levels, whole, term, type Bounds, type RuleTerms } from '#kernel';

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

/** What they are called, and what they mean to whoever decides about them. */
export const AGENDA_TERMS: RuleTerms<typeof AGENDA_RULES> = {
  title: { ja: '協議会と議題', en: 'Councils and agendas' },
  rules: {
    actionChaseDays: term(
      'days_by_level',
      ['決めたことの催促', '期限を過ぎた取り組みを、何日後に担当・事務局・座長へ知らせるか。'],
      ['Chase of overdue actions', 'So many days after the due day the owner, the secretariat and the chairs hear.'],
    ),
    agendaCloseDays: term(
      'day',
      ['議題の締切', '会議の何日前に議題を締め切るか。'],
      ['Agenda closes', 'So many days before the meeting.'],
    ),
    materialDays: term(
      'day',
      ['資料の事前送付', '会議の何日前までに資料を委員に送るか。'],
      ['Materials', 'With the members so many days before the meeting.'],
    ),
    minutesDays: term(
      'day',
      ['議事要旨', '会議から何日以内に議事要旨の案をつくるか。'],
      ['Minutes', 'Drafted within so many days of the meeting.'],
    ),
    continuedTimes: term(
      'times',
      ['継続審議の印', '続けて何回先送りされたら、印を付けて目立たせるか。'],
      ['Continued items', 'Put off so often in a row, an item is flagged.'],
    ),
    effectShortestDays: term(
      'day',
      ['効果を測る期間（短くとも）', '取り組みの前と後を、少なくとも何日ずつ比べるか。'],
      ['Effect: shortest window', 'Before and after are compared over at least so many days.'],
    ),
    effectLongestDays: term(
      'day',
      ['効果を測る期間（長くとも）', '取り組みの前と後を、長くとも何日ずつ比べるか。'],
      ['Effect: longest window', 'Before and after are compared over at most so many days.'],
    ),
    effectFewestSignals: term(
      'number',
      ['効果を測るのに要る兆し', '取り組みの前に何件以上の兆しがあれば、効果を数で言えるとするか。'],
      ['Effect: fewest signals', 'Fewer signals before than this tell nothing.'],
    ),
    effectiveDropPercent: term(
      'percent',
      ['「効果あり」とする減り方', '兆しが何％以上減ったら「効果あり」とするか。'],
      ['Effective', 'Signals fell by at least so many percent.'],
    ),
    partlyDropPercent: term(
      'percent',
      ['「一部効果あり」とする減り方', '兆しが何％以上減ったら「一部効果あり」とするか。'],
      ['Partly effective', 'Signals fell by at least so many percent.'],
    ),
    effectJudgedAfterDays: term(
      'day',
      ['効果を数で決めるまで', '確かめる日から何日たってもだれも判断しなければ、数で決めるか。'],
      ['Effect judged by numbers', 'So many days after the day of the check, if nobody has judged.'],
    ),
    reportBackDays: term(
      'day',
      ['相談者へ返す範囲', '議題になる前の何日間に困りごとを知らせた人へ、結果を返すか。'],
      ['Report back', 'Whoever reported the trouble within so many days before hears what became of it.'],
    ),
  },
};

export type AgendaRules = typeof AGENDA_RULES;
export const AGENDA_CONTEXT = 'councils';
