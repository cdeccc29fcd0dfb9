import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { useWords } from '../../../i18n/index.tsx';
import { consultationTerms as consultationTermsEn } from '../../../i18n/consultation-terms.en.ts';
import { consultationTerms } from '../../../i18n/consultation-terms.ja.ts';
import { terms as termsEn } from '../../../i18n/terms.en.ts';
import { terms } from '../../../i18n/terms.ja.ts';
import { words, type Words } from '../words.ts';

/** What the pages of reports say beside the words of the feature: nobody else fetches it. */
const ja = {
  page: {
    title: '月次集計と活動報告',
    desk: '相談窓口',
    month: '月',
    nothing: 'まだ集計する相談がありません。',
    total: (n: number) => `相談 ${n}件`,
    basis: '相談を受けた月で数えます。後から記録した相談も、受けた月に入ります。',
    notOpened: 'この月の報告はまだ作られていません。',
    open: 'この月の報告を作る',
    state: '報告の状態',
    submitted: (edition: number, at: string) => `第${edition}版を提出（${at}）`,
    approved: (body: string, by: string, at: string) => `${body}：承認（${by}、${at}）`,
    waiting: (body: string) => `${body}：まだ承認していません`,
    dissent: (body: string) => `${body}の承認がないまま、市町村が決めました`,
    dissentReturned: (body: string) => `${body}が差し戻したまま、市町村が決めました`,
    differs: (before: number, now: number) =>
      before === now
        ? '提出のあとで集計が変わりました。提出した数は変わりません。'
        : `提出のあとで相談が ${before}件から ${now}件になりました。提出した数は変わりません。`,
    history: '報告の経過を開く',
    by: '集計',
    count: '件数',
    asSubmitted: '提出時',
    matrix: '相談者の側と主な分類',
    topics: '一つの相談に分類は3つまで付くので、合計は相談の数より多くなります。',
    cases: (label: string, n: number) => `${label} の相談 ${n}件`,
    hidden: (n: number) => `ほか ${n}件は、いま受け持つ窓口とその拠点だけが開けます。`,
    close: '一覧を閉じる',
    look: '集計を開いて確かめる',
  },
  dimension: {
    side: '相談者の側',
    profession: '職種・関係',
    topic: '分類',
    scene: '場面',
    municipality: '市町村',
    channel: '方法',
    outcome: '結果',
    time_to_close: '終結までの日数',
  },
  cell: {
    side: consultationTerms.side,
    profession: {
      ...consultationTerms.profession,
      discharge_nurse: '退院支援看護師',
      municipal_staff: '市町村の職員',
      none: '記録なし',
    },
    topic: terms.topic,
    scene: terms.scene,
    municipality: {},
    channel: consultationTerms.channel,
    outcome: {
      ...consultationTerms.outcome,
      open: '終結していない',
    },
    time_to_close: {
      same_day: '当日',
      within_3_days: '3日以内',
      within_7_days: '7日以内',
      within_30_days: '30日以内',
      over_30_days: '30日を超えた',
      open: '終結していない',
    },
  },
};

const en: Widened<typeof ja> = {
  page: {
    title: 'Monthly figures and report',
    desk: 'Help desk',
    month: 'Month',
    nothing: 'There are no consultations to count yet.',
    total: (n: number) => `${n} consultations`,
    basis: 'Counted in the month in which they were asked, however late they were written down.',
    notOpened: 'This month has no report yet.',
    open: 'Make the report of this month',
    state: 'State of the report',
    submitted: (edition: number, at: string) => `Edition ${edition} submitted (${at})`,
    approved: (body: string, by: string, at: string) => `${body}: approved (${by}, ${at})`,
    waiting: (body: string) => `${body}: not approved yet`,
    dissent: (body: string) => `Decided by the municipality without the approval of: ${body}`,
    dissentReturned: (body: string) => `Decided by the municipality though returned by: ${body}`,
    differs: (before: number, now: number) =>
      before === now
        ? 'The figures have changed since the submission. What was submitted stays.'
        : `Since the submission, ${before} consultations have become ${now}. What was submitted stays.`,
    history: 'Open what has happened to the report',
    by: 'Counted by',
    count: 'Number',
    asSubmitted: 'As submitted',
    matrix: 'Side of the asker and main topic',
    topics: 'A consultation has up to three topics: the sum is more than the number of consultations.',
    cases: (label: string, n: number) => `Consultations of “${label}”: ${n}`,
    hidden: (n: number) => `${n} more open only to the desk that has them now and its base.`,
    close: 'Close the list',
    look: 'Open the figures and look',
  },
  dimension: {
    side: 'Side of the asker',
    profession: 'Profession or relation',
    topic: 'Topic',
    scene: 'Scene',
    municipality: 'Municipality',
    channel: 'How',
    outcome: 'Outcome',
    time_to_close: 'Days until closed',
  },
  cell: {
    side: consultationTermsEn.side,
    profession: {
      ...consultationTermsEn.profession,
      discharge_nurse: 'Discharge nurse',
      municipal_staff: 'Municipal staff',
      none: 'Not recorded',
    },
    topic: termsEn.topic,
    scene: termsEn.scene,
    municipality: {},
    channel: consultationTermsEn.channel,
    outcome: {
      ...consultationTermsEn.outcome,
      open: 'Not closed',
    },
    time_to_close: {
      same_day: 'Same day',
      within_3_days: 'Within 3 days',
      within_7_days: 'Within 7 days',
      within_30_days: 'Within 30 days',
      over_30_days: 'Over 30 days',
      open: 'Not closed',
    },
  },
};

const pageWords: Pair<Widened<typeof ja>> = { ja, en };

export type PageWords = Words & Widened<typeof ja>;
export const useReportWords = (): PageWords => ({ ...useWords(words), ...useWords(pageWords) });
