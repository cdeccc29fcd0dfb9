import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { useLanguage } from '../../i18n/index.tsx';

const ja = {
  saved: { all: 'すべて', untouched: '未対応', mine: '自分の担当', overdue: '期限超過', overThisMonth: '今月終結' },
  lists: 'よく使う一覧',
  kind: '種類',
  everyKind: 'すべての種類',
  none: 'この条件に当てはまる案件はありません',
  noneAtAll: '見られる案件はまだありません',
  noneAtAllHelp: '案件が始まると、終わったあともここに残ります。',
  clear: '条件を外す',
  shown: (n: number, more: boolean) => (more ? `新しい順に${n}件を表示` : `${n}件`),
  more: '続きを表示する',
  loadingMore: '読み込んでいます',
  begun: (at: string) => `${at}から`,
  overAt: (at: string) => `${at}に終結`,
  due: (step: string, at: string) => `${step}：${at}まで`,
  searchTitle: 'さがす',
  searchHelp:
    '氏名（漢字・かな・ローマ字、旧字体でも）、電話番号、相談などに書いた二文字以上の言葉、案件の番号で探せます。終わった案件も見つかります。',
  found: (q: string) => `「${q}」で見つかったもの`,
  people: '人',
  morePeople: '同じ名前の人がほかにもいます。姓と名を続けて入れてください。',
  cases: '案件',
  noCases: 'この人の案件で、あなたが見られるものはありません。',
  why: { number: '番号', telephone: '電話番号', text: '言葉' },
  nothing: '見つかりません',
  nothingHelp: '言葉を短くするか、かなや電話番号で試してください。あなたが見てよいものだけを探しています。',
};

const en: Widened<typeof ja> = {
  saved: { all: 'All', untouched: 'Not begun', mine: 'Mine', overdue: 'Overdue', overThisMonth: 'Closed this month' },
  lists: 'Saved lists',
  kind: 'Kind',
  everyKind: 'Every kind',
  none: 'No case fits these filters',
  noneAtAll: 'There is no case yet that you may see',
  noneAtAllHelp: 'Once a case has begun, it stays here, also when it is over.',
  clear: 'Clear the filters',
  shown: (n: number, more: boolean) => (more ? `The newest ${n}` : `${n}`),
  more: 'Show more',
  loadingMore: 'Loading',
  begun: (at: string) => `Since ${at}`,
  overAt: (at: string) => `Closed ${at}`,
  due: (step: string, at: string) => `${step}: by ${at}`,
  searchTitle: 'Search',
  searchHelp:
    'Look for a name (kanji, kana or Latin letters, old glyphs too), a telephone number, a word of two characters or more that somebody wrote down, or the number of a case. Closed cases are found too.',
  found: (q: string) => `Found for “${q}”`,
  people: 'People',
  morePeople: 'There are more people of this name. Give family name and given name.',
  cases: 'Cases',
  noCases: 'There is no case of this person that you may see.',
  why: { number: 'Number', telephone: 'Telephone', text: 'Word' },
  nothing: 'Nothing was found',
  nothingHelp: 'Try a shorter word, kana, or a telephone number. Only what you may see is looked through.',
};

const WORDS: Pair<Widened<typeof ja>> = { ja, en };

/** What lists and the search say; it comes with their pages. */
export const useListWords = () => WORDS[useLanguage().language];
