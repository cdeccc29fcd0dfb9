import { createHash } from 'node:crypto';
import type { AnsweredBy, HandoverAnswer } from '#handovers';
import { clockOf } from '../formats/sheet.js';
import { MOST_TRIES_ON_PAGE, sheetNumber, type Standing } from '../domain/reply-sheet.js';
import type { SheetInHand } from '../reply-sheets.js';

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f2f2f2;color:#1a1a1a;font:17px/1.7 "Noto Sans JP","Hiragino Sans","BIZ UDPGothic","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:40rem;margin:0 auto;padding:16px;background:#fff;min-height:100vh}
h1{font-size:1.5rem;line-height:1.4;margin:8px 0}
h2{font-size:1.2rem;margin:24px 0 8px}
.en{display:block;color:#444;font-size:.9rem;line-height:1.5;font-weight:400}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:16px 0;padding:12px;border:1px solid #767676;border-radius:8px}
dt{color:#444}dd{margin:0;font-weight:700;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0}
legend,.label{font-weight:700;padding:0;display:block}
.field{margin:20px 0}
.choice{display:flex;gap:12px;align-items:center;min-height:56px;padding:8px 12px;margin:8px 0;border:2px solid #767676;border-radius:8px}
.choice:has(input:checked){border-color:#0017c1;background:#e8f1fe}
.choice input{width:24px;height:24px;flex:none}
input[type=text],textarea{font:inherit;width:100%;min-height:48px;padding:8px 12px;border:1px solid #1a1a1a;border-radius:8px;background:#fff}
input.code{max-width:16rem;font-size:1.4rem;letter-spacing:.08em}
button{font:inherit;font-size:1.2rem;font-weight:700;width:100%;min-height:64px;border:0;border-radius:8px;background:#0017c1;color:#fff;cursor:pointer}
:focus-visible{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
.wrong{margin:16px 0;padding:12px;border:3px solid #a1000e;border-radius:8px}
.wrong a,.fault{color:#a1000e;font-weight:700}
.fault{display:block}
.done{padding:12px;border:3px solid #197a4b;border-radius:8px}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is fetched, nothing runs, nothing frames it, and a form goes nowhere but here. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

export type Field = 'outcome' | 'text' | 'toldBy' | 'code';
export interface Said {
  readonly outcome: string;
  readonly text: string;
  readonly toldBy: string;
}
export interface Fault {
  readonly field: Field;
  readonly ja: string;
  readonly en: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
/** Japanese first, English below. */
const both = (ja: string, en: string): string => `${escaped(ja)}<span class="en" lang="en">${escaped(en)}</span>`;

const pageOf = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main>
${body}
</main></body></html>
`;

const factsOf = ({ sheet, sender, deadline }: SheetInHand): string => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['送り元', 'From', sender.name],
    ['電話', 'Telephone', sender.phone ?? '—'],
    ['用紙番号', 'Number', sheetNumber(sheet.number)],
    ['回答の期限', 'Answer by', deadline === null ? '—' : clockOf(deadline)],
  ];
  return `<dl>${rows.map(([ja, en, value]) => `<dt>${both(ja, en)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
};

type Pair = readonly [ja: string, en: string];
export const OUTCOMES: Readonly<Record<HandoverAnswer, Pair>> = {
  received: ['受け取り、内容を確認しました', 'Received and read'],
  question: ['確認したいことがあります', 'I have a question'],
  returned: ['担当ではないため返します', 'Returned: this is not ours'],
};
const CAME_BY: Readonly<Record<AnsweredBy, Pair>> = {
  page: ['この画面', 'this page'],
  phone: ['電話', 'telephone'],
  fax: ['FAX', 'FAX'],
};

/** 回答の画面. What is wrong is named at the top and at its field; what was typed stays, but for the code. */
export function formPage(inHand: SheetInHand, said: Said, faults: readonly Fault[] = []): string {
  const at = (field: Field) => faults.filter((fault) => fault.field === field);
  const told = (field: Field) =>
    at(field)
      .map(({ ja, en }) => `<span class="fault" id="${field}-fault">${both(ja, en)}</span>`)
      .join('');
  const marked = (field: Field) =>
    at(field).length > 0 ? ` aria-invalid="true" aria-describedby="${field}-fault"` : '';
  const summary =
    faults.length === 0
      ? ''
      : `<div class="wrong" role="alert"><strong>${both('まだ送信していません。次を直してください。', 'Nothing was sent yet. Please mend this:')}</strong><ul>${faults
          .map(({ field, ja, en }) => `<li><a href="#${field}">${both(ja, en)}</a></li>`)
          .join('')}</ul></div>`;
  const choices = Object.entries(OUTCOMES).map(
    ([value, [ja, en]], i) =>
      `<label class="choice"><input type="radio" name="outcome" value="${value}"${i === 0 ? ' id="outcome"' : ''}${said.outcome === value ? ' checked' : ''} required><span>${both(ja, en)}</span></label>`,
  );
  return pageOf(
    '引継書への回答 / Reply to a handover',
    `<h1>${both('退院時の引継書への回答', 'Reply to a discharge handover')}</h1>
${summary}
<p>${both('登録やパスワードは要りません。一度だけ回答できます。', 'No account or password is needed. You can answer once.')}</p>
${factsOf(inHand)}
<form method="post" autocomplete="off">
<fieldset class="field"><legend>${both('回答', 'Your answer')}</legend>${told('outcome')}${choices.join('')}</fieldset>
<div class="field"><label class="label" for="text">${both('確認したいこと・返す理由（上の2つ目か3つ目のとき）', 'Your question, or why you return it (second or third choice)')}</label>${told('text')}<textarea id="text" name="text" rows="4" maxlength="4000"${marked('text')}>\n${escaped(said.text)}</textarea></div>
<div class="field"><label class="label" for="toldBy">${both('回答する方のお名前', 'Your name')}</label>${told('toldBy')}<input type="text" id="toldBy" name="toldBy" maxlength="100" value="${escaped(said.toldBy)}" required${marked('toldBy')}></div>
<div class="field"><label class="label" for="code">${both('用紙の回答番号（9桁の数字）', 'Reply code on the sheet (nine digits)')}</label>${told('code')}<input class="code" type="text" inputmode="numeric" id="code" name="code" maxlength="40" required${marked('code')}></div>
<button type="submit">回答を送る / Send the answer</button>
</form>`,
  );
}

export const donePage = (inHand: SheetInHand, outcome: HandoverAnswer): string =>
  pageOf(
    '回答を記録しました / Recorded',
    `<h1>${both('回答を記録しました', 'Your answer is recorded')}</h1>
<p class="done"><strong>${both(...OUTCOMES[outcome])}</strong></p>
<p>${both('送り元の画面に、すぐ表示されます。この画面は閉じて構いません。', 'The sender sees it at once. You may close this page.')}</p>
${factsOf(inHand)}`,
  );

/** Nobody learns from it whether there ever was such a sheet. */
export const unknownPage = (): string =>
  pageOf(
    'この画面はありません / Not found',
    `<h1>${both('この回答画面は見つかりません', 'There is no such reply page')}</h1>
<p>${both('用紙のQRコードをもう一度読み取るか、用紙にある電話番号へ回答番号をお伝えください。', 'Scan the code on the sheet again, or telephone the number on the sheet and tell the reply code.')}</p>`,
  );

const OVER: Readonly<Record<Exclude<Standing, 'open'>, readonly [title: string, ja: string, en: string]>> = {
  answered: [
    '回答済みです',
    'この用紙には、すでに回答があります。変更や質問は、送り元へ電話してください。',
    'This sheet has been answered. To change it or to ask, telephone the sender.',
  ],
  replaced: [
    '新しい用紙があります',
    'この引継書には新しい用紙が送られています。新しい用紙から回答してください。',
    'There is a newer sheet for this handover. Answer from that one.',
  ],
  expired: [
    '期限が切れています',
    '送り元へ電話し、新しい用紙を送ってもらうか、電話で回答してください。',
    'This page is too old. Telephone the sender for a new sheet, or answer by telephone.',
  ],
  closed: [
    'この画面では回答できません',
    `合わない回答番号が${MOST_TRIES_ON_PAGE}回入力されました。送り元へ電話で回答してください。`,
    `A wrong reply code was typed ${MOST_TRIES_ON_PAGE} times. Answer the sender by telephone.`,
  ],
  settled: [
    '回答は要りません',
    'この引継書は、ほかの方法で回答済みか、新しい版になっています。分からないときは送り元へ電話してください。',
    'This handover was answered otherwise, or there is a newer version. If in doubt, telephone the sender.',
  ],
};

/** Used, too old, or of no use any more: what has become of it, and what to do. */
export function overPage(inHand: SheetInHand, standing: Exclude<Standing, 'open'>): string {
  const { sheet } = inHand;
  const [title, ja, en] = OVER[standing];
  const outcome = sheet.outcome === null ? undefined : OUTCOMES[sheet.outcome];
  const by = sheet.via === null ? undefined : CAME_BY[sheet.via];
  const answer =
    standing === 'answered' && outcome && by && sheet.overAt !== null
      ? `<p class="done"><strong>${both(`${outcome[0]}（${by[0]}・${clockOf(sheet.overAt)}）`, `${outcome[1]} (by ${by[1]})`)}</strong></p>`
      : '';
  return pageOf(`${title} / Reply page`, `<h1>${escaped(title)}</h1>${answer}<p>${both(ja, en)}</p>${factsOf(inHand)}`);
}
