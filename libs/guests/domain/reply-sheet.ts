import { plusDays, atMinute, dateIn, minuteOfDay, type Instant } from '#kernel';

/** [D] 回答用紙の有効期間: after this a sheet is too old; the sender makes another. */
export const GOOD_FOR_DAYS = 14;
/** [D] Wrong codes on one page; then the page is closed, and the sender makes another sheet. */
export const MOST_TRIES_ON_PAGE = 5;
/** [D] Codes that lead to nothing, of one person at a desk, in so many minutes. */
export const MOST_TRIES_AT_DESK = 10;
export const TRIES_WINDOW_MIN = 15;

export const expiryOf = (issuedAt: Instant): Instant =>
  atMinute(plusDays(dateIn(issuedAt), GOOD_FOR_DAYS), minuteOfDay(issuedAt));

/** 回答用紙. */
export interface ReplySheet {
  readonly id: string;
  readonly number: number;
  readonly caseId: string;
  readonly version: number;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly tries: number;
  readonly overAt: Instant | null;
  readonly over: 'answered' | 'replaced' | null;
  readonly via: 'page' | 'phone' | 'fax' | null;
  readonly outcome: 'received' | 'question' | 'returned' | null;
}

/** How a sheet stands. `settled`: the case waits for no answer to it any more, as where somebody has clicked. */
export type Standing = 'open' | 'answered' | 'replaced' | 'expired' | 'closed' | 'settled';

export function standingOf(sheet: ReplySheet, isAwaited: boolean, now: Instant): Standing {
  if (sheet.over !== null) return sheet.over;
  if (!isAwaited) return 'settled';
  if (sheet.expiresAt <= now) return 'expired';
  return sheet.tries >= MOST_TRIES_ON_PAGE ? 'closed' : 'open';
}

/** 用紙番号: by which sender and receiver name it to each other. */
export const sheetNumber = (number: number): string => `H-${String(number).padStart(6, '0')}`;
