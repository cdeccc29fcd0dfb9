import { Cases } from '#cases';
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
import { areaFileOf } from './area-file.js';
import { fileNamedIn, lineOf, refused, withOwnSystem } from './import-file.js';

const USAGE = 'usage: import-areas FILE [--dry-run]';

/** Loads a prefecture's areas from a file, whole or not at all, and prints the control report. `--dry-run` only checks. */
export async function importAreas(args: readonly string[]): Promise<number> {
  const bytes = await fileNamedIn(args, USAGE);
  if (!bytes) return 2;
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
  withOwnSystem(async (app) => {
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
  });
