import qrcode from 'qrcode';
import { dateIn, minuteOfDay, type Instant } from '#kernel';
import { typeset } from '#platform';
import { spoken } from '../domain/reply-code.js';
import { sheetNumber } from '../domain/reply-sheet.js';
import type { Issued } from '../reply-sheets.js';
import { TEMPLATE } from './sheet.typ.js';

/** 2025-06-09 17:00, in Japan. */
export const clockOf = (at: Instant): string => {
  const minute = minuteOfDay(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dateIn(at)} ${two(Math.trunc(minute / 60))}:${two(minute % 60)}`;
};

/** FAX送付状と回答用紙 as PDF. It names institutions only: a FAX that goes to the wrong number tells of nobody. */
export async function sheetOf({ sheet, sender, deadline, code }: Issued, page: string): Promise<Buffer> {
  const phone = sender.phone ?? '（用紙と一緒にお知らせした番号）';
  return typeset(TEMPLATE, {
    title: '退院時の引継書　送付状・回答用紙',
    titleEn: 'Discharge handover: cover sheet and reply form',
    facts: [
      ['用紙番号', 'Number', sheetNumber(sheet.number)],
      ['送り元', 'From', sender.phone === null ? sender.name : `${sender.name}　電話 ${sender.phone}`],
      ['回答の期限', 'Please answer by', deadline === null ? '早めに／soon' : clockOf(deadline)],
      ['用紙の有効期限', 'This sheet is good until', clockOf(sheet.expiresAt)],
    ],
    howTitle: '回答の方法（どれか一つ）／How to answer (any one)',
    ways: [
      [
        '1. 右のQRコードを読み取り、画面で回答する（登録不要）',
        'Scan the code at the right and answer on the page. No account is needed.',
      ],
      [`2. 電話で、回答番号と回答を伝える：${phone}`, 'Telephone: tell the reply code and your answer.'],
      ['3. 下に記入し、この用紙を送り元へFAXで返す', 'Fill in below and send this sheet back by FAX.'],
    ],
    codeLabel: '回答番号／Reply code',
    code: spoken(code),
    qr: await qrcode.toString(page, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    qrAlt: '回答の画面を開くQRコード',
    qrNote: '回答の画面／Reply page',
    replyTitle: '回答欄（一つに印を付けてください）',
    replyTitleEn: 'Your answer (mark one). Write no name of a patient here.',
    choices: [
      ['受け取り、内容を確認しました', 'Received and read', 0],
      ['確認したいことがあります', 'I have a question', 2],
      ['担当ではないため返します', 'Returned: not ours', 2],
    ],
    toldBy: '回答した方（Name）',
    date: '日時（When）',
    wrongTitle: '間違って届いたとき／If this reached you by mistake',
    wrong: `送り元に電話し、この用紙を破棄してください：${sender.name} ${phone}`,
    wrongEn: 'Please telephone the sender and destroy this sheet.',
  });
}
