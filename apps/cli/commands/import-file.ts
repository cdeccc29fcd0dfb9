import { HttpException, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import { decodedText } from '#imports';
import type { FieldError } from '#kernel';
import { jsonOf, PinoLogger, settings, type Problem } from '#platform';
import { refuseUnsafe } from '../../platform-options.js';
import { AllInOneModule } from '../all-in-one.module.js';
import { withOwnDatabase } from '../own-server.js';

export type Encoding = 'UTF-8' | 'UTF-8 with a byte order mark' | 'CP932 (Shift_JIS)';

/** What a file to import says, or why it cannot be read: each reason a line of its own. */
export type ImportFile =
  | { readonly said: Partial<Record<string, unknown>>; readonly encoding: Encoding }
  | { readonly faults: readonly string[] };

/** The file that is named, read whole; undefined where none is, or it cannot be opened, and that is said. */
export async function fileNamedIn(args: readonly string[], usage: string): Promise<Buffer | undefined> {
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    process.stderr.write(`${usage}\n`);
    return undefined;
  }
  try {
    return await readFile(file);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    process.stderr.write(`ファイルを開けません / cannot open ${file} (${code})\n${usage}\n`);
    return undefined;
  }
}

/** Says why nothing of a file was stored. */
export function refused(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stderr.write(`${faults.length} faults; nothing was stored\n`);
  return 1;
}

/** The system on its own database, for as long as something is imported. */
export const withOwnSystem = <T>(use: (app: INestApplicationContext) => Promise<T>): Promise<T> =>
  withOwnDatabase(async (connection) => {
    refuseUnsafe(settings(), false);
    const app = await NestFactory.createApplicationContext(
      AllInOneModule.of({ connection, queue: { kind: 'none' }, queuePrefix: 'import', driven: true }),
      { logger: new PinoLogger('error'), abortOnError: false },
    );
    try {
      return await use(app);
    } finally {
      await app.close();
    }
  });

/** Reads a JSON file as offices have them: UTF-8 with or without a mark, or CP932. */
export function importFileOf(bytes: Buffer): ImportFile {
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
    return { said: jsonOf(Buffer.from(text)), encoding };
  } catch (error) {
    return { faults: faultsOf(error).map(lineOf) };
  }
}

export const lineOf = ({ path, ja, en }: FieldError): string => (path === '' ? '' : `${path}: `) + `${ja} / ${en}`;

/** What the edge of the API says of a body, field by field. @throws anything else */
export function faultsOf(error: unknown): readonly FieldError[] {
  if (!(error instanceof HttpException)) throw error;
  const { ja, en, code, errors } = error.getResponse() as Problem;
  return errors && errors.length > 0 ? errors : [{ path: '', code, ja, en }];
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'UTF-8 (BOM)': 'UTF-8 with a byte order mark',
  CP932: 'CP932 (Shift_JIS)',
};

function textOf(bytes: Buffer): { text: string; encoding: Encoding } | undefined {
  const read = decodedText(bytes);
  return read && { text: read.text, encoding: ENCODINGS[read.encoding] ?? 'UTF-8' };
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
