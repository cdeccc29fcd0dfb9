import { isUtf8 } from 'node:buffer';
import { Unreadable } from '../domain/faults.js';
import type { FileFound } from '../domain/sheet.js';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<FileFound['encoding'], 'Excel'>;
}

/**
 * The text of a file as offices have them: UTF-8 with or without a mark, or CP932, which WHATWG calls shift_jis and which
 * has the characters of the makers (①㈱髙﨑) that JIS has not. Undefined where it is neither, or where it is two at once.
 */
export function decodedText(bytes: Buffer): DecodedText | undefined {
  if (bytes.subarray(0, MARK.length).equals(MARK)) {
    const rest = bytes.subarray(MARK.length);
    return isUtf8(rest) ? { text: rest.toString(), encoding: 'UTF-8 (BOM)' } : undefined;
  }
  if (isUtf8(bytes)) return { text: bytes.toString(), encoding: 'UTF-8' };
  // EUC-JP passes for Shift_JIS here and there, never the other way round.
  const text = decoded('euc-jp', bytes) === undefined ? decoded('shift_jis', bytes) : undefined;
  return text === undefined ? undefined : { text, encoding: 'CP932' };
}

function decoded(encoding: 'euc-jp' | 'shift_jis', bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const LINE_FEED = 0x0a;
/** A line of UTF-8 of which so many characters are not ASCII is no accident of another encoding. [D] */
const TELLING = 3;

/** Lines that are of another encoding than the rest: two files that somebody has joined. Line numbers from 1. */
export function linesOfOtherEncoding(bytes: Buffer): number[] {
  const of = { utf8: [] as number[], cp932: [] as number[] };
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, at);
    const piece = bytes.subarray(at, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + 1;
    if (piece.every((byte) => byte < 0x80)) continue;
    if (isUtf8(piece)) {
      if (Array.from(piece.toString()).filter((char) => char > '\u007F').length >= TELLING) of.utf8.push(line);
    } else if (decoded('shift_jis', piece) !== undefined) of.cp932.push(line);
  }
  if (of.utf8.length === 0 || of.cp932.length === 0) return [];
  return of.utf8.length < of.cp932.length ? of.utf8 : of.cp932;
}

/** @throws Unreadable */
export function textOf(bytes: Buffer): DecodedText {
  const other = linesOfOtherEncoding(bytes);
  if (other.length > 0) {
    const some = other.slice(0, 5).join(', ');
    throw new Unreadable(
      'mixed_encodings',
      `文字コードの違う行が混ざっています（${some}行目${other.length > 5 ? 'など' : ''}）。別々のファイルをつなげていないか確かめ、1つの文字コード（UTF-8）で保存し直してください。`,
      `Lines of another encoding are mixed in (line ${some}${other.length > 5 ? ' and others' : ''}). See whether two files were joined, and save it in one encoding (UTF-8).`,
    );
  }
  const read = decodedText(bytes);
  if (!read || read.text.includes('\u0000') || read.text.includes('\uFFFD'))
    throw new Unreadable(
      'unknown_encoding',
      '文字コードがUTF-8でもCP932（Shift_JIS）でもありません。Excelで開き、「CSV UTF-8」か「Excelブック（.xlsx）」で保存し直してください。',
      'The file is neither UTF-8 nor CP932 (Shift_JIS). Open it in Excel and save it as “CSV UTF-8” or as a workbook (.xlsx).',
    );
  return read;
}
