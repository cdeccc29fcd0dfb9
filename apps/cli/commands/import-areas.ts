import { NestFactory } from '@nestjs/core';
import { Cases } from '#cases';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import {
  areaTreeId,
  areaTreeKind,
  controlReport,
  Directory,
  faultsOf,
  keptBy,
  type Area,
  type ImportAreas,
} from '#directory';
import { DomainError, idOf } from '#kernel';
import { PinoLogger } from '#platform';
import { AllInOneModule } from '../all-in-one.module.js';
import { withOwnDatabase } from '../own-server.js';
import { areaFileOf } from './area-file.js';
import { lineOf } from './import-file.js';

const USAGE = 'usage: import-areas FILE [--dry-run]';

/** Loads a prefecture's areas from a file, whole or not at all, and prints the control report. `--dry-run` only checks. */
export async function importAreas(args: readonly string[]): Promise<number> {
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    process.stderr.write(`ファイルを開けません / cannot open ${file} (${code})\n${USAGE}\n`);
    return 2;
  }
  const read = await areaFileOf(bytes);
  if ('faults' in read) return refused(read.faults);
  const { command, encoding } = read;
  const faults = faultsOf(command);
  if (faults.length > 0) return refused(faults.map(lineOf));
  let kept: readonly Area[] = [];
  if (!args.includes('--dry-run')) {
    try {
      kept = await load(command, createHash('sha256').update(bytes).digest('hex'));
    } catch (error) {
      if (error instanceof DomainError)
        return refused(error.errors.length > 0 ? error.errors.map(lineOf) : [`${error.ja} / ${error.en}`]);
      throw error;
    }
  }
  process.stdout.write(`${'encoding'.padEnd(16)} ${encoding}\n`);
  for (const [what, { loaded, expected, missing }] of Object.entries(controlReport(command)))
    process.stdout.write(
      `${what.padEnd(16)} ${loaded.toLocaleString('en').padStart(10)} loaded` +
        (expected === undefined ? '\n' : `, ${expected} expected, ${missing} missing\n`),
    );
  if (kept.length > 0)
    process.stdout.write(
      `${'kept'.padEnd(16)} ${String(kept.length).padStart(10)} known before and not in the file: ` +
        `${kept.map(({ name, level }) => `${name} (${level})`).join(', ')}\n`,
    );
  return 0;
}

/** What was known before and is not in the file, which the import keeps. */
const load = (command: ImportAreas, digest: string): Promise<readonly Area[]> =>
  withOwnDatabase(async (connection) => {
    const app = await NestFactory.createApplicationContext(
      AllInOneModule.of({ connection, queue: { kind: 'none' }, queuePrefix: 'import', driven: true }),
      { logger: new PinoLogger('error'), abortOnError: false },
    );
    try {
      const { code } = command.prefecture;
      const tree = await app.get(Directory).tree(code);
      await app.get(Cases).execute(areaTreeKind, {
        prefecture: code,
        id: areaTreeId(code),
        command,
        actor: { system: 'worker', job: 'import-areas' },
        // A file that was loaded once may be loaded again after another one, and must then count.
        key: idOf('import-areas', digest, JSON.stringify(tree)),
      });
      return keptBy(tree, command);
    } finally {
      await app.close();
    }
  });

function refused(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stderr.write(`${faults.length} faults; nothing was stored\n`);
  return 1;
}
