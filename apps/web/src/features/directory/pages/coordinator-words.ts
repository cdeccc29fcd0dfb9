import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { useWords } from '../../../i18n/index.tsx';
import { words, type Words } from '../words.ts';

/** What the pages of coordinators say beside the words of the feature: nobody else fetches it. */
const ja = {
  grid: {
    title: '配置表',
    intro: '市町村ごとに、分野とレベルの調整役を並べます。広い圏域の調整役は、その中の市町村も受け持ちます。',
    area: '圏域',
    level: 'レベル',
    counts: (gaps: number, overlaps: number) => `欠け ${gaps}・重なり ${overlaps}`,
    covered: '担当あり',
    overlap: '重なり',
    gap: '欠け',
    legend: '印の意味',
    overlapHelp: '同じ圏域に二人以上（登録はできます。分担を決めてください）',
    gapHelp: '調整役がいない',
    municipality: '市町村',
    around: (area: string) => `${area}圏域`,
    none: 'この圏域には、調整役がまだ登録されていません。',
    noneHelp: '調整役を置くと、重なりと欠けがここに出て、相談をつなぐときに合う窓口が先に並びます。',
  },
  list: {
    title: 'この圏域の調整役',
    since: '着任',
    trained: (on: string) => `養成修了（${on}）`,
    end: '任を終える',
    endOf: (name: string) => `${name}の任を終える`,
    open: '記録を開く',
    openOf: (name: string) => `${name}の記録を開く`,
  },
  appoint: {
    saved: '調整役を登録しました。',
    savedWithOverlap: '登録しました。同じ枠に、ほかの調整役もいます。',
    overlap: 'この枠には、すでに調整役がいます。このまま登録できます。',
    overlapLine: (name: string, organization: string, fields: string) => `${name}（${organization}）：${fields}`,
    overlapHelp: 'だれがどこまで受け持つか、互いに決めておいてください。',
    choose: '圏域を選んでください',
    noPlace: '調整役を置ける圏域がありません。圏域の拠点か管理者に依頼してください。',
  },
  areaLevel: { municipality: '市町村', home_care_area: '在宅医療圏', secondary_area: '二次医療圏' },
};

const en: Widened<typeof ja> = {
  grid: {
    title: 'Grid',
    intro: 'Coordinators of each municipality by field and level. Those of a larger area cover what lies in it.',
    area: 'Area',
    level: 'Level',
    counts: (gaps: number, overlaps: number) => `Gaps ${gaps}, overlaps ${overlaps}`,
    covered: 'Covered',
    overlap: 'Overlap',
    gap: 'Gap',
    legend: 'What the marks mean',
    overlapHelp: 'two or more of the same area (allowed: settle who does what)',
    gapHelp: 'nobody coordinates it',
    municipality: 'Municipality',
    around: (area: string) => `${area} area`,
    none: 'No coordinators are recorded for this area yet.',
    noneHelp: 'Once they are, overlaps and gaps show here, and referrals offer the fitting desk first.',
  },
  list: {
    title: 'Coordinators of this area',
    since: 'Since',
    trained: (on: string) => `Trained (${on})`,
    end: 'End the post',
    endOf: (name: string) => `End the post of ${name}`,
    open: 'Open the record',
    openOf: (name: string) => `Open the record of ${name}`,
  },
  appoint: {
    saved: 'The coordinator has been recorded.',
    savedWithOverlap: 'Recorded. Somebody else coordinates the same.',
    overlap: 'Somebody coordinates this already. You can record it all the same.',
    overlapLine: (name: string, organization: string, fields: string) => `${name} (${organization}): ${fields}`,
    overlapHelp: 'Settle between them who does what.',
    choose: 'Choose the area',
    noPlace: 'There is no area for which you may place a coordinator. Ask the base of the area or an administrator.',
  },
  areaLevel: { municipality: 'Municipality', home_care_area: 'Home-care area', secondary_area: 'Secondary area' },
};

const pageWords: Pair<Widened<typeof ja>> = { ja, en };

export type CoordinatorWords = Words & Widened<typeof ja>;
export const useCoordinatorWords = (): CoordinatorWords => ({ ...useWords(words), ...useWords(pageWords) });
