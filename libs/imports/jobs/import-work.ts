import { HttpException, Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { CaseSets, Kinds, saidBy, type Posting, type Weighed } from '#cases';
import { areaTreeKind } from '#directory';
import { DomainError, idOf, type Actor } from '#kernel';
import { BodyPipe, LostRace, type Problem } from '#platform';
import { KnownDirectory } from '../commands/known-directory.js';
import { Unreadable, type Fault } from '../domain/faults.js';
import { IMPORT_RULES } from '../domain/import-rules.js';
import type { Known } from '../domain/known.js';
import { planOf, type Decisions, type Plan, type PlannedRow, type Step } from '../domain/plan.js';
import { refusedAs } from '../domain/refusals.js';
import type { SheetRow } from '../domain/sheet.js';
import { guessed, headingsKey, knownHeadings, type Mapping } from '../domain/targets.js';
import { beforeOf, undoing, type Before } from '../domain/undo.js';
import { dayOf } from '../domain/values.js';
import { DoneAlready, ImportStore, type Deed, type ImportRun } from '../import-store.js';
import { readFile } from '../reading/read-file.js';

/** How often a worker tries what fails for a reason of its own before it says so. [D] */
const ATTEMPTS = 5;
const RACES = 3;
/** After so many rows others of this process get their turn. */
const TOGETHER = 100;

/** The rows of a file with what is known of it. */
interface Material {
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly SheetRow[];
  readonly decisions: Decisions;
}

/** What has been found out about all rows. */
interface Weighing {
  readonly known: Known;
  readonly plan: Plan;
  readonly weighed: readonly Weighed[];
  readonly of: ReadonlyMap<Posting, PlannedRow>;
  readonly faults: readonly Fault[];
}

/**
 * Does what an import waits for, whichever worker comes to it: reads the file, checks every row against the directory by the
 * very commands that will be given, stores them whole or not at all, or undoes it.
 */
@Injectable()
export class ImportWork {
  private readonly logger = new Logger(ImportWork.name);
  private readonly pipe = new BodyPipe();

  constructor(
    private readonly store: ImportStore,
    private readonly directory: KnownDirectory,
    private readonly sets: CaseSets,
    private readonly kinds: Kinds,
  ) {}

  async work(prefecture: string, id: string): Promise<void> {
    const run = await this.store.take(prefecture, id);
    if (!run) return;
    if (run.attempts > ATTEMPTS) {
      await this.store.move(run, [run.state], { state: run.state === 'UNDOING' ? 'DONE' : 'FAILED', refusal: BROKEN });
      return;
    }
    if (run.state === 'READING') await this.read(run);
    else if (run.state === 'CHECKING') await this.check(run);
    else if (run.state === 'IMPORTING') await this.import(run);
    else await this.undo(run);
  }

  private async read(run: ImportRun): Promise<void> {
    const file = await this.store.file(run, ['bytes']);
    if (!file?.bytes) return;
    try {
      const { found, sheet } = await readFile(file.bytes, knownHeadings(run.target));
      const { headings, rows } = sheet;
      const kept = await this.store.remembered(run, hashOf(headings));
      const mapping = kept?.length === headings.length ? kept : guessed(run.target, headings);
      const head = { found, headings, first: rows.slice(0, IMPORT_RULES.previewed) };
      await this.store.move(
        run,
        ['READING'],
        { state: 'MAPPED', rows: rows.length },
        { bytes: null, head, rows, mapping },
      );
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { code, ja, en } = error.fault;
      await this.store.move(run, ['READING'], { state: 'UNREADABLE', refusal: { code, ja, en } }, { bytes: null });
    }
  }

  private async check(run: ImportRun): Promise<void> {
    const material = await this.materialOf(run);
    if (!material) return;
    const weighing = await this.weigh(run, material, 98);
    await this.store.noteMet(run, metIn(run, weighing));
    await this.store.remember(run, hashOf(material.headings), material.mapping);
    await this.checked(run, 'CHECKING', weighing);
  }

  private async checked(run: ImportRun, from: 'CHECKING' | 'IMPORTING', { plan, faults }: Weighing): Promise<void> {
    const bad = new Set(faults.map(({ line }) => line)).size;
    await this.store.move(run, [from], { state: 'CHECKED', faults: bad, refusal: null, ...countsOf(plan) }, { faults });
  }

  private async import(run: ImportRun): Promise<void> {
    const material = await this.materialOf(run);
    if (!material) return;
    for (let race = 1; ; race++) {
      const weighing = await this.weigh(run, material, 60);
      if (weighing.faults.length > 0) return this.checked(run, 'IMPORTING', weighing);
      const { weighed, plan } = weighing;
      try {
        await this.sets.write(
          run.prefecture,
          weighed,
          (tx) => this.store.finish(tx, run, 'DONE', countsOf(plan), deedsOf(weighing)),
          (done) => this.store.tell(run, 60 + (39 * done) / weighed.length),
        );
        return;
      } catch (error) {
        if (error instanceof DoneAlready) return;
        if (!(error instanceof LostRace)) throw error;
        this.logger.warn(`import ${run.id} lost a race for a ${error.race}`);
        if (race === RACES) {
          await this.store.move(run, ['IMPORTING'], { state: 'CHECKED', refusal: RACED });
          return;
        }
      }
    }
  }

  private async undo(run: ImportRun): Promise<void> {
    const deeds = await this.store.deeds(run);
    const befores = deeds.flatMap(({ before }) => (before as Before | null)?.record ?? []);
    const records = await this.store.records(run.prefecture, befores);
    const postings: Posting[] = [];
    const refused: DomainError[] = [];
    for (const [i, deed] of deeds.entries()) {
      const before = deed.before as Before | null;
      const steps = undoing({ ...deed, before }, records.get(before?.record ?? ''));
      for (const [n, step] of steps.entries()) {
        const posting = await this.postingOf(run, step, `undo ${i} ${n}`);
        if (posting instanceof DomainError) refused.push(posting);
        else if (deed.deed === 'changed' && n === 0)
          postings.push({ ...posting, ask: { ...posting.ask, ifMatch: deed.version } });
        else postings.push(posting);
      }
    }
    const weighed = await this.sets.weigh(postings, (done) => this.store.tell(run, (60 * done) / postings.length));
    refused.push(...weighed.flatMap((one) => ('refused' in one ? [one.refused] : [])));
    const [first] = refused;
    if (first) {
      await this.store.move(run, ['UNDOING'], { state: 'DONE', refusal: notUndone(refused.length, first) });
      return;
    }
    try {
      await this.sets.write(
        run.prefecture,
        weighed,
        (tx) => this.store.finish(tx, run, 'UNDONE', {}, []),
        (done) => this.store.tell(run, 60 + (39 * done) / weighed.length),
      );
    } catch (error) {
      if (error instanceof LostRace) await this.store.move(run, ['UNDOING'], { state: 'DONE', refusal: RACED });
      else if (!(error instanceof DoneAlready)) throw error;
    }
  }

  /** What each row would come to, by the commands themselves: what they would refuse is a fault of the row. */
  private async weigh(
    run: ImportRun,
    { headings, mapping, rows, decisions }: Material,
    upTo: number,
  ): Promise<Weighing> {
    const born = mapping.indexOf('birthDate');
    const days = rows.flatMap(({ cells }) => {
      const said = born < 0 ? undefined : dayOf(cells[born] ?? '');
      return said && 'value' in said ? [said.value] : [];
    });
    const known = await this.directory.of(run.prefecture, days);
    const plan = planOf(run.target, { headings, mapping, rows }, known, decisions);
    const faults = [...plan.faults];
    const of = new Map<Posting, PlannedRow>();
    for (const [i, row] of plan.rows.entries()) {
      if (i % TOGETHER === 0) await breath();
      for (const [n, step] of row.steps.entries()) {
        const posting = await this.postingOf(run, step, `${row.line} ${n}`);
        if (posting instanceof DomainError) faults.push(...refusedAs(row, posting, { headings, mapping }));
        else of.set(posting, row);
      }
    }
    const weighed = await this.sets.weigh([...of.keys()], (done) => this.store.tell(run, (upTo * done) / of.size));
    for (const one of weighed) {
      const row = of.get(one.posting);
      if (row && 'refused' in one) faults.push(...refusedAs(row, one.refused, { headings, mapping }));
    }
    return { known, plan, weighed, of, faults: faults.toSorted((a, b) => a.line - b.line) };
  }

  /** A row's command as if it had been posted: the same checks of its fields, the same parting of what is personal. */
  private async postingOf(
    run: ImportRun,
    { kind: name, command, id, body }: Step,
    place: string,
  ): Promise<Posting | DomainError> {
    const kind = this.kinds.of(name === 'areas' ? areaTreeKind.kind : name);
    const route = kind.commands[command]?.route;
    if (!route) throw new Error(`${name} has no command ${command} that can be posted`);
    const { prefecture } = run;
    const actor: Actor = { userId: run.userId, role: run.role, orgId: run.organization };
    try {
      const dto = (await this.pipe.transform(body, { type: 'body', metatype: route.body })) as object;
      const said = saidBy({ command, ...route }, dto, { caller: { prefecture }, params: {}, id });
      return {
        kind: kind.kind,
        ask: { ...said, prefecture, actor, key: idOf('import', run.id, command, place), causationId: run.id },
      };
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      const { code, ja, en, errors } = error.getResponse() as Problem;
      return new DomainError('invalid', code, ja, en, errors);
    }
  }

  private async materialOf(run: ImportRun): Promise<Material | undefined> {
    const file = await this.store.file(run, ['head', 'rows', 'mapping', 'decisions']);
    if (!file?.head || !file.rows || !file.mapping) return undefined;
    const { head, rows, mapping, decisions } = file;
    return { headings: head.headings, rows, mapping, decisions };
  }
}

const hashOf = (headings: readonly string[]): string =>
  createHash('sha256').update(headingsKey(headings)).digest('hex');

function countsOf({ rows }: Plan): Pick<ImportRun, 'made' | 'changed' | 'same' | 'skipped'> {
  const count = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return { made: count('new'), changed: count('changed'), same: count('same'), skipped: count('skipped') };
}

/** One for each stream that was written: what a later undoing has to know. */
function deedsOf({ weighed, of, known }: Weighing): Deed[] {
  const byStream = new Map<string, Deed>();
  for (const one of weighed) {
    const row = of.get(one.posting);
    const [head] = 'commit' in one ? one.commit.heads : [];
    if (!row || !head || one.posting.kind === areaTreeKind.kind) continue;
    byStream.set(head.stream, {
      kind: one.posting.kind,
      stream: head.stream,
      deed: row.outcome === 'new' ? 'made' : 'changed',
      version: head.version,
      before: row.outcome === 'new' ? null : beforeOf(row.steps, known),
    });
  }
  return [...byStream.values()];
}

/** Persons who are registered already, of whom the answer tells. */
const metIn = ({ target }: ImportRun, { plan, faults }: Weighing): string[] =>
  target === 'patients'
    ? [
        ...new Set([
          ...plan.rows.flatMap(({ steps }) => steps.flatMap(({ id }) => id ?? [])),
          ...faults.flatMap(({ candidates = [] }) => candidates),
        ]),
      ]
    : [];

const BROKEN = {
  code: 'internal',
  ja: 'システムの不具合で取り込めませんでした。何も登録していません。もう一度試し、続くときは管理者に知らせてください。',
  en: 'Something is broken on our side; nothing was stored. Try again, and tell the administrator if it goes on.',
};
const RACED = {
  code: 'raced',
  ja: '取り込みの間に、ほかの人が同じものを変えました。何も登録していません。もう一度確かめてから取り込んでください。',
  en: 'Meanwhile somebody else changed the same things; nothing was stored. Check again and import.',
};
const notUndone = (count: number, { ja, en }: DomainError) => ({
  code: 'not_undone',
  ja: `${count}件がすでに使われているか変えられているので、取り消していません。${ja}`,
  en: `Nothing was undone: ${count} of them are in use or were changed since. ${en}`,
});
