import { HttpException } from '@nestjs/common';
import { isUtf8 } from 'node:buffer';
import { BodyPipe, jsonOf, type Problem } from '#platform';
import { ImportAreasBody, type ImportAreas } from '#directory';
import type { FieldError } from '#kernel';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type Encoding = 'UTF-8' | 'UTF-8 with a byte order mark' | 'CP932 (Shift_JIS)';

/** What an area file says, or why it cannot be read: each reason a line of its own. */
export type AreaFile =
  { readonly command: ImportAreas; readonly encoding: Encoding } | { readonly faults: readonly string[] };

/** Reads a file of areas as offices have them: UTF-8 with or without a mark, or CP932. */
export async function areaFileOf(bytes: Buffer): Promise<AreaFile> {
  const read = textOf(bytes);
  if (!read)
    return {
      faults: [
        '文字コードがUTF-8でもCP932（Shift_JIS）でもありません。UTF-8で保存し直してください。 / The file is neither UTF-8 nor CP932 (Shift_JIS). Save it as UTF-8.',
      ],
    };
  const { text, encoding } = read;
  const broken = brokenAt(text);
  if (broken !== undefined)
    return { faults: [`JSONとして読み取れません（${broken}）。 / The file is not valid JSON (${broken}).`] };
  try {
    const said = jsonOf(Buffer.from(text)) as Partial<Record<string, unknown>>;
    const { prefecture, homeCareAreas, counts } = said;
    const body = (await new BodyPipe().transform(
      { prefecture, homeCareAreas },
      { type: 'body', metatype: ImportAreasBody },
    )) as ImportAreasBody;
    const command: ImportAreas = {
      type: 'ImportAreas',
      // Plain values, without the fields that a class declares and nobody filled.
      ...(JSON.parse(JSON.stringify(body)) as Omit<ImportAreas, 'type'>),
      ...(isPlain(counts) && { counts }),
    };
    return { command, encoding };
  } catch (error) {
    if (!(error instanceof HttpException)) throw error;
    return { faults: linesOf(error.getResponse() as Problem) };
  }
}

export const lineOf = ({ path, ja, en }: FieldError): string => `${path}: ${ja} / ${en}`;

const linesOf = ({ ja, en, errors }: Problem): string[] =>
  errors && errors.length > 0 ? errors.map(lineOf) : [`${ja} / ${en}`];

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(bytes: Buffer): { text: string; encoding: Encoding } | undefined {
  if (bytes.subarray(0, MARK.length).equals(MARK)) {
    const rest = bytes.subarray(MARK.length);
    return isUtf8(rest) ? { text: rest.toString(), encoding: 'UTF-8 with a byte order mark' } : undefined;
  }
  if (isUtf8(bytes)) return { text: bytes.toString(), encoding: 'UTF-8' };
  // EUC-JP passes for Shift_JIS here and there, never the other way round.
  const text = decoded('euc-jp', bytes) === undefined ? decoded('shift_jis', bytes) : undefined;
  return text === undefined ? undefined : { text, encoding: 'CP932 (Shift_JIS)' };
}

function decoded(encoding: 'euc-jp' | 'shift_jis', bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where a text stops being JSON. JSON.parse's own message quotes the file. */
function brokenAt(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n');
    return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  }
}
