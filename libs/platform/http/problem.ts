import { HttpException } from '@nestjs/common';
import type { FieldError } from '#kernel';
import type { Problem } from './problem.dto.js';

export const problem = (
  status: number,
  code: string,
  ja: string,
  en: string,
  errors: readonly FieldError[] = [],
): Problem => ({
  type: `https://tsunagi.example/problems/${code}`,
  title: en,
  status,
  code,
  ja,
  en,
  errors: [...errors],
});

export const refusal = (...args: Parameters<typeof problem>): HttpException =>
  new HttpException(problem(...args), args[0]);

/** More than this helps nobody, and 100,000 unknown fields must not make an answer of 15 MB. */
const MOST_ERRORS = 100;

/** What was asked can be read, but fields of it are wrong. */
export const invalidFields = (errors: readonly FieldError[]): HttpException =>
  refusal(
    422,
    'invalid_input',
    `入力に${errors.length}件の誤りがあります。示した項目を直して送り直してください。`,
    `Fields that are wrong: ${errors.length}. Mend those named and send again.`,
    errors.slice(0, MOST_ERRORS),
  );

/** What the framework itself refuses, by status: its own texts are neither stable nor in Japanese. */
const PLAIN: Record<number, readonly [code: string, ja: string, en: string]> = {
  400: [
    'malformed_request',
    '送信内容を読み取れません。アドレスとJSONの形式を確かめて送り直してください。',
    'The request cannot be read. Check the address and that the body is valid JSON, then send again.',
  ],
  401: [
    'not_signed_in',
    'サインインしてください。入力した内容は画面に残っています。',
    'Sign in first. What you typed stays on the screen.',
  ],
  403: ['forbidden', 'この操作は許可されていません。', 'You may not do this.'],
  404: ['not_found', '見つかりません。アドレスを確かめてください。', 'There is nothing here. Check the address.'],
  405: [
    'method_not_allowed',
    'このアドレスはこのメソッドでは呼び出せません。応答の Allow ヘッダーにあるメソッドを使ってください。',
    'This address does not take this method. Use one that the Allow header of this answer names.',
  ],
  408: [
    'request_timeout',
    '送信が時間内に終わりませんでした。通信の状態を確かめて送り直してください。',
    'The request did not arrive in time. Check the connection and send again.',
  ],
  413: [
    'too_large',
    '送信内容が大きすぎます（1MBまで）。分けて送ってください。',
    'The request is too large (1 MB at most). Send it in parts.',
  ],
  414: [
    'uri_too_long',
    'アドレスが長すぎます。条件を減らすか、番号を確かめてください。',
    'The address is too long. Use fewer conditions, or check the id.',
  ],
  415: [
    'unsupported_media_type',
    'この形式では受け取れません。UTF-8のJSONを、圧縮せず Content-Type: application/json で送ってください。',
    'This format is not taken. Send JSON in UTF-8, not compressed, with Content-Type: application/json.',
  ],
  428: [
    'idempotency_key_required',
    '二重の登録を防ぐため、Idempotency-Key（UUID）を付けて送ってください。',
    'So that nothing is done twice, send an Idempotency-Key header (a UUID).',
  ],
  429: [
    'too_many_requests',
    '要求が多すぎます。少し待ってから送り直してください。',
    'Too many requests. Wait a moment and send again.',
  ],
  431: [
    'headers_too_large',
    'ヘッダーが大きすぎます。Cookieを消してサインインし直してください。',
    'The headers are too large. Clear the cookies and sign in again.',
  ],
  503: [
    'unavailable',
    'ただいま記録できません。入力した内容を残したまま、少し待ってから送り直してください。',
    'Nothing can be stored just now. Keep what you typed and send it again in a moment.',
  ],
};

/** The problem of a bare status. Any other status of the 400s is a request that cannot be read. */
export function plainProblem(status: number): Problem | undefined {
  const plain = PLAIN[status] ?? (status >= 400 && status < 500 ? PLAIN[400] : undefined);
  return plain && problem(status, ...plain);
}

export const refuse = (status: number): HttpException => new HttpException(plainProblem(status) ?? {}, status);
