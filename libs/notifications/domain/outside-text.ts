import type { DeliveryClass } from './notice-class.js';

/** What goes out: fixed words, a link, who sent it. Nobody is named, and nothing is said of what it is about (G19). */
export interface OutsideText {
  readonly subject: string;
  readonly body: string;
  /** The shortest form, for SMS, voice and a lock screen. */
  readonly short: string;
  readonly link: string;
  /** What its owner types in, of a test message. */
  readonly code?: string;
}

const SUBJECTS: Readonly<Record<DeliveryClass, { readonly ja: string; readonly en: string }>> = {
  emergency: { ja: '【緊急】至急の依頼があります', en: 'There is an urgent request' },
  urgent: { ja: '本日中の対応が必要な連絡があります', en: 'There is something to do today' },
  chase: { ja: '期限を過ぎた予定があります', en: 'Something is overdue' },
  notice: { ja: '新しい連絡があります', en: 'There is something new' },
  verification: { ja: '連絡先の確認', en: 'Confirm your contact' },
};
const SEVERAL = { ja: '新しい連絡が複数あります', en: 'There are several new messages' };

const MOST = 80;
/** The name of an institution on one line: it is kept as it was typed, whatever that was. */
const oneLine = (name: string): string =>
  name
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MOST);

/** The whole text of one message outside. `several`: it speaks for more than one. */
export function outsideText({
  class: of,
  several,
  organization,
  link,
  code,
}: {
  readonly class: DeliveryClass;
  readonly several: boolean;
  /** Name of the institution that it comes from; undefined where nobody in particular sent it. */
  readonly organization: string | undefined;
  readonly link: string;
  readonly code?: string;
}): OutsideText {
  const { ja, en } = several && of !== 'emergency' ? SEVERAL : SUBJECTS[of];
  const coded = code === undefined ? [] : [`確認番号 ${code}`, `Code ${code}`];
  const from = organization === undefined ? [] : [`送信元：${oneLine(organization)}`];
  return {
    subject: `つなぎ：${ja}`,
    body: [
      `${ja}。`,
      ...coded,
      ...from,
      '内容は、サインインしてご覧ください。',
      link,
      '',
      `${en}. Sign in to read it.`,
      'このメッセージには、個人の情報は含まれていません。',
    ].join('\n'),
    short: [`つなぎ：${ja}。`, ...coded.slice(0, 1), ...from, link].join(' '),
    link,
    ...(code !== undefined && { code }),
  };
}
