import type { INestApplicationContext } from '@nestjs/common';
import { Cases, Heads } from '#cases';
import { councilKind, type Council, type CouncilCommand, type Member } from '#councils';
import { Directory, type Organization } from '#directory';
import { DomainError, idOf, isId, type FieldError } from '#kernel';
import { councilFileOf, type Entry } from './council-file.js';
import { aboveRefused, councilsToSetUp, type Known, type SetUp } from './councils-to-set-up.js';
import { fileNamedIn, lineOf, refused, withOwnSystem } from './import-file.js';

const USAGE = 'usage: import-councils FILE [--dry-run]';
const JOB = 'import-councils';

/** What became of one council of the file. */
export interface Imported {
  /** Its place in the file. */
  readonly at: number;
  readonly name: string;
  readonly became: 'established' | 'revised' | 'unchanged' | 'readable' | 'refused';
  readonly appointed: number;
  /** Members that the file does not name: an import ends nobody's seat. */
  readonly kept: number;
  readonly faults: readonly FieldError[];
}

/** Sets up the councils of a file, each for itself: what is refused takes no other with it. `--dry-run` only reads names. */
export async function importCouncils(args: readonly string[]): Promise<number> {
  const bytes = await fileNamedIn(args, USAGE);
  if (!bytes) return 2;
  const read = await councilFileOf(bytes);
  if ('faults' in read) return refused(read.faults);
  const imported = await withOwnSystem((app) =>
    setUpCouncils(app, read.prefecture, read.entries, args.includes('--dry-run')),
  );
  return reported(imported);
}

/** In the order of the file. */
export async function setUpCouncils(
  app: INestApplicationContext,
  prefecture: string,
  entries: readonly Entry[],
  dryRun = false,
): Promise<Imported[]> {
  const known = await knownTo(app, prefecture, entries);
  const without = new Set<string>();
  const imported: Imported[] = [];
  for (const { at, name, above, result } of councilsToSetUp(prefecture, entries, known)) {
    const one = { at, name, appointed: 0, kept: 0, faults: [] };
    const faults =
      'faults' in result ? result.faults : above !== undefined && without.has(above) ? [aboveRefused] : undefined;
    if (faults || 'faults' in result) imported.push({ ...one, became: 'refused', faults: faults ?? [] });
    else if (dryRun) imported.push({ ...one, became: 'readable' });
    else imported.push({ ...one, ...(await setUpOne(app, prefecture, result)) });
    if (imported.at(-1)?.became === 'refused') without.add(name);
  }
  return imported.toSorted((a, b) => a.at - b.at);
}

async function knownTo(app: INestApplicationContext, prefecture: string, entries: readonly Entry[]): Promise<Known> {
  const heads = app.get(Heads);
  const rows = entries.flatMap((entry) => ('row' in entry ? [entry.row] : []));
  const named = [
    ...new Set(
      rows.flatMap(({ secretariat, members = [] }) => [
        secretariat,
        ...members.map(({ organization }) => organization),
      ]),
    ),
  ];
  const ids = named.filter(isId);
  const [tree, councils, byId, ...byName] = await Promise.all([
    app.get(Directory).tree(prefecture),
    heads.where<Council>(prefecture, 'council'),
    heads.of<Organization>(prefecture, 'organization', ids),
    ...named.map((name) => heads.where<Organization>(prefecture, 'organization', { name })),
  ]);
  return {
    tree,
    councils: new Map(councils.map(({ id, state }) => [id, state])),
    organizations: new Map(
      named.map((name, i) => [name, byId.has(name) ? [name] : (byName[i] ?? []).map(({ id }) => id)]),
    ),
  };
}

/** By the commands of the screen. What is there already is asked nothing. */
async function setUpOne(
  app: INestApplicationContext,
  prefecture: string,
  { id, wanted, members }: SetUp,
): Promise<Pick<Imported, 'became' | 'appointed' | 'kept' | 'faults'>> {
  const read = async () => (await app.get(Heads).of<Council>(prefecture, 'council', [id])).get(id);
  const ask = async (command: CouncilCommand): Promise<void> => {
    // The same may be asked again after something else has happened, and must then count.
    const key = idOf(JOB, id, JSON.stringify(command), JSON.stringify((await read()) ?? null));
    await app.get(Cases).work(councilKind, { prefecture, id, command, job: JOB, key });
  };
  const before = await read();
  try {
    await ask(before ? revision(wanted) : { type: 'EstablishCouncil', ...wanted });
    const constituted = await read();
    const isSeated = (member: Member, seats: readonly Member[] = []) =>
      seats.some(({ organization, body }) => organization === member.organization && body === member.body);
    const missing = members.filter((member) => !isSeated(member, constituted?.members));
    for (const member of missing) await ask({ type: 'AppointCouncilMember', ...member });
    const isRevised = missing.length > 0 || JSON.stringify(before) !== JSON.stringify(constituted);
    return {
      became: before ? (isRevised ? 'revised' : 'unchanged') : 'established',
      appointed: missing.length,
      kept: (before?.members ?? []).filter((member) => !isSeated(member, members)).length,
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { ja, en, code, errors } = error;
    return {
      became: 'refused',
      appointed: 0,
      kept: 0,
      faults: errors.length > 0 ? errors : [{ path: '', code, ja, en }],
    };
  }
}

/** A level stands for good, and is no part of it. */
const revision = ({ level: _level, ...wanted }: SetUp['wanted']): CouncilCommand => ({
  type: 'ReviseCouncil',
  ...wanted,
});

function reported(imported: readonly Imported[]): number {
  for (const { at, name, became, appointed, kept, faults } of imported) {
    const members = [
      ...(appointed > 0 ? [`${appointed} members appointed`] : []),
      ...(kept > 0 ? [`${kept} not in the file stay`] : []),
    ];
    process.stdout.write(`${became.padEnd(12)} ${[name || `councils[${at}]`, ...members].join(', ')}\n`);
    for (const fault of faults)
      process.stderr.write(
        `${lineOf({ ...fault, path: ['councils[' + at + ']', fault.path].filter(Boolean).join('.') })}\n`,
      );
  }
  const lost = imported.filter(({ became }) => became === 'refused').length;
  if (lost > 0)
    process.stderr.write(
      `${lost} of ${imported.length} councils refused${lost < imported.length ? '; nothing else is lost' : ''}\n`,
    );
  return lost > 0 ? 1 : 0;
}
