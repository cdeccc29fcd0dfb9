import { NestFactory } from '@nestjs/core';
import { Cases } from '#cases';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { areaTreeId, areaTreeKind, controlReport, faultsOf, type ImportAreas } from '#directory';
import { DomainError, idOf, type FieldError } from '#kernel';
import { PinoLogger } from '#platform';
import { AllInOneModule } from '../all-in-one.module.js';
import { withOwnDatabase } from '../own-server.js';

/** Loads a prefecture's areas from a file, whole or not at all, and prints the control report. `--dry-run` only checks. */
export async function importAreas(args: readonly string[]): Promise<number> {
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    process.stderr.write('usage: import-areas FILE [--dry-run]\n');
    return 2;
  }
  const text = await readFile(file, 'utf8');
  const { prefecture, homeCareAreas, counts } = JSON.parse(text) as Omit<ImportAreas, 'type'>;
  const command: ImportAreas = { type: 'ImportAreas', prefecture, homeCareAreas, ...(counts && { counts }) };
  const faults = faultsOf(command);
  if (faults.length > 0) return refused(faults);
  if (!args.includes('--dry-run')) {
    try {
      await load(command, idOf('import-areas', createHash('sha256').update(text).digest('hex')));
    } catch (error) {
      if (error instanceof DomainError) return refused(error.errors);
      throw error;
    }
  }
  for (const [what, { loaded, expected, missing }] of Object.entries(controlReport(command)))
    process.stdout.write(
      `${what.padEnd(16)} ${loaded.toLocaleString('en').padStart(10)} loaded` +
        (expected === undefined ? '\n' : `, ${expected} expected, ${missing} missing\n`),
    );
  return 0;
}

const load = (command: ImportAreas, key: string): Promise<unknown> =>
  withOwnDatabase(async (connection) => {
    const app = await NestFactory.createApplicationContext(
      AllInOneModule.of({ connection, queue: { kind: 'none' }, queuePrefix: 'import', driven: true }),
      { logger: new PinoLogger('error'), abortOnError: false },
    );
    try {
      await app.get(Cases).execute(areaTreeKind, {
        prefecture: command.prefecture.code,
        id: areaTreeId(command.prefecture.code),
        command,
        actor: { system: 'worker', job: 'import-areas' },
        key,
        bodyHash: '00',
      });
    } finally {
      await app.close();
    }
  });

function refused(faults: readonly FieldError[]): number {
  for (const { path, ja, en } of faults) process.stderr.write(`${path}: ${ja} / ${en}\n`);
  process.stderr.write(`${faults.length} faults; nothing was stored\n`);
  return 1;
}
