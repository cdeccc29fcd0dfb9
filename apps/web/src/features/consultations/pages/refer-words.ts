import { coordinationTerms as coordinationTermsEn } from '../../../i18n/coordination-terms.en.ts';
import { coordinationTerms } from '../../../i18n/coordination-terms.ja.ts';
import type { Pair, Widened } from '../../../i18n/dictionary.ts';

/** What the form of a referral says of coordinators (調整役). */
const ja = {
  ...coordinationTerms,
  wanted: (field: string, level: string) => `${field}（${level}）`,
  fits: '合う調整役がいます',
  holder: (name: string, kind: string) => `${name}（${kind}）`,
  fitting: (wanted: string) => `${wanted}の調整役がいる窓口`,
  others: 'ほかの窓口は、下の欄に名前の一部を入れて選べます。',
  unfit: (wanted: string) => `この窓口には、${wanted}の調整役がいません。`,
  unfitHelp: 'このままつなぐこともできます。',
  rather: (names: string) => `合う調整役がいるのは：${names}`,
  nobody: '合う調整役は、この圏域にはまだいません。',
};

const en: Widened<typeof ja> = {
  ...coordinationTermsEn,
  wanted: (field: string, level: string) => `${field} (${level})`,
  fits: 'Has a fitting coordinator',
  holder: (name: string, kind: string) => `${name} (${kind})`,
  fitting: (wanted: string) => `With a coordinator for: ${wanted}`,
  others: 'For any other desk, type a part of its name below.',
  unfit: (wanted: string) => `This desk has no coordinator for: ${wanted}.`,
  unfitHelp: 'You can refer to it all the same.',
  rather: (names: string) => `A fitting coordinator is at: ${names}`,
  nobody: 'No coordinator of this area fits yet.',
};

export const referWords: Pair<Widened<typeof ja>> = { ja, en };
