import { dateIn } from '#kernel';
import type { Audience, PackContent, Shown, SplitBy } from '../domain/pack.content.js';
import { bothCalendars, called, monthOf, themeOf, WORDS } from './words.js';

/** A cell of a table: a text, or a number that may be kept back. */
export type Cell = string | { readonly figure: Shown };

export interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string;
}

/** A pack as every format lays it out: each takes its numbers from here and from nowhere else. */
export interface Paper {
  readonly number: string;
  readonly title: string;
  readonly subtitle: string;
  /** 作成日, in both calendars. */
  readonly madeOn: string;
  readonly audience: Audience;
  /** 部外秘, unless it is for the public. */
  readonly confidential: boolean;
  readonly sheets: readonly Sheet[];
  /** この資料について: what was counted, how, when, and by which rule numbers were kept back. */
  readonly conditions: readonly (readonly [label: string, value: string])[];
}

export interface Printed {
  readonly content: PackContent;
  readonly version: number;
  readonly hash: string;
}

const figure = (shown: Shown): Cell => ({ figure: shown });

export function paperOf(
  { content, version, hash }: Printed,
  audience: Audience,
  narratives: readonly string[] = [],
): Paper {
  const { key, level, area, names, window, population, least, decisions, options = [] } = content;
  const figures = content.figures[audience];
  const place = names[area] ?? '';
  const [first = '', last = ''] = [window.months[0], window.months.at(-1)];
  const isHidden = figures.cases === null;
  const summary: Sheet = {
    title: '概要',
    columns: ['項目', '値'],
    rows: [
      ['事例（同じ人は一度だけ数える）', figure(figures.cases)],
      ['課題の兆し', figure(figures.signals)],
      ['報告した機関', figure(figures.organizations)],
      ['市町村', figure(figures.municipalities)],
      ...(population === null ? [] : [['人口1万人あたりの事例', figure(figures.perTenThousand)] as const]),
      ['圏域で調整が要る理由', figures.reasons.map((code) => called(WORDS.reason, code)).join('、') || '―'],
    ],
    ...((isHidden || population === null) && {
      note: isHidden
        ? `事例が${least[audience]}件に満たないか、ほかの資料から数が分かってしまうため、数と内訳は出していません。`
        : 'この圏域の人口のデータがないため、人口あたりの値は出していません。',
    }),
  };
  const splits = (isHidden ? [] : figures.splits).map(({ by, lines }): Sheet => {
    const name = { month: monthOf, source: sourceOf, scene: sceneOf, area: (id: string) => names[id] ?? id }[by];
    return {
      title: WORDS.by[by],
      columns: [HEADS[by], '事例'],
      rows: lines.map(({ code, cases }) => [name(code), figure(cases)]),
    };
  });
  const earlier: Sheet = {
    title: '同じ課題についての以前の決定',
    columns: ['決めた日', '圏域', '決定'],
    rows: decisions.map(({ area: of, decision, decidedOn }) => [
      bothCalendars(decidedOn),
      names[of] ?? of,
      called(WORDS.decision, decision),
    ]),
    ...(decisions.length === 0 && { note: '以前の決定はありません。' }),
  };
  const told: Sheet = {
    title: '事例の要旨',
    columns: ['要旨（誰のことか分からないように、相談窓口が確かめたもの）'],
    rows: narratives.map((text) => [text]),
  };
  const proposed: Sheet = {
    title: '考えられる決め方（案）',
    columns: ['決め方'],
    rows: options.map((code) => [called(WORDS.option, code)]),
    note: '協議のための案です。どう決めるかは会議が決めます。',
  };
  const inside = (sheet: Sheet): Sheet[] => (audience === 'council' && sheet.rows.length > 0 ? [sheet] : []);
  return {
    number: `資料${version}`,
    title: `${themeOf(key)}の根拠資料`,
    subtitle: `${place}（${called(WORDS.level, level)}）`,
    madeOn: `${bothCalendars(dateIn(window.knownAt))} 作成`,
    audience,
    confidential: audience === 'council',
    sheets: [summary, ...splits, ...inside(told), earlier, ...inside(proposed)],
    conditions: [
      ['課題', themeOf(key)],
      ['圏域', `${place}（${called(WORDS.level, level)}）`],
      ['期間', `${monthOf(first)}から${monthOf(last)}まで`],
      ['数えた時点', `${bothCalendars(dateIn(window.knownAt))} までに記録されたもの`],
      ['用途', WORDS.audience[audience]],
      [
        '秘匿',
        `1件以上${least[audience]}件未満の数と、それを計算できる数は「${WORDS.hidden}」とし、どの形式にも含めていません。`,
      ],
      ['人口', population === null ? 'データなし' : `${population}人`],
      ['版', `第${version}版`],
      ['内容の識別（SHA-256）', hash],
    ],
  };
}

const sourceOf = (code: string): string => called(WORDS.source, code);
const sceneOf = (code: string): string => called(WORDS.scene, code);
const HEADS: Readonly<Record<SplitBy, string>> = { month: '月', source: '記録', scene: '場面', area: '圏域・市町村' };
