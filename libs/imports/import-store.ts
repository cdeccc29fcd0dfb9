import { Injectable } from '@nestjs/common';
import type { Role } from '#kernel';
import { Databases, recordJson, Vault, type Queryable, type StoredRecord } from '#platform';
import type { Fault } from './domain/faults.js';
import { BUSY, IMPORT_RULES, type ImportState } from './domain/import-rules.js';
import type { Decisions } from './domain/plan.js';
import type { FileFound, SheetRow } from './domain/sheet.js';
import type { Mapping, Target } from './domain/targets.js';

/** An import as it stands: codes, numbers and ids. */
export interface ImportRun {
  readonly prefecture: string;
  readonly id: string;
  readonly userId: string;
  readonly organization: string;
  readonly role: Role;
  readonly target: Target;
  readonly state: ImportState;
  readonly percent: number;
  readonly rows: number;
  readonly faults: number;
  readonly made: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly refusal: { readonly code: string; readonly ja: string; readonly en: string } | null;
  readonly begunAt: string;
  readonly doneAt: string | null;
  readonly attempts: number;
}

export interface FileHead {
  readonly found: FileFound;
  readonly headings: readonly string[];
  readonly first: readonly SheetRow[];
}

/** The parts of a file that are kept; each is read only where it is needed, for the rows may be many. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Buffer | null;
  readonly head: FileHead | null;
  readonly rows: readonly SheetRow[] | null;
  readonly mapping: Mapping | null;
  readonly decisions: Decisions;
  readonly faults: readonly Fault[];
}
type Part = keyof ImportFile;

/** What was done to one stream, and what stood there before. */
export interface Deed {
  readonly kind: string;
  readonly stream: string;
  readonly deed: 'made' | 'changed';
  /** The stream's version that it left: a change is undone only while nobody has changed it since. */
  readonly version: number;
  readonly before: object | null;
}

export type RunRef = Pick<ImportRun, 'prefecture' | 'id' | 'userId'>;

const RUN = `prefecture, id, user_id AS "userId", organization, role, target, state, percent, rows, faults, made, changed, same,
  skipped, refusal, begun_at AS "begunAt", done_at AS "doneAt", attempts`;
/** Who works on it holds it for so long after each sign of life. */
const LEASE_SECONDS = 30;

/** Where imports lie: how far each is (import_run), and its file, which only the person sees who chose it. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  async begin(
    run: RunRef & Pick<ImportRun, 'organization' | 'role' | 'target'>,
    name: string,
    bytes: Buffer,
  ): Promise<'begun' | 'there' | 'too_many'> {
    const { prefecture, id, userId, organization, role, target } = run;
    return this.databases.ofPerson(prefecture, userId, async (tx) => {
      const { rows: waiting } = await tx.query<{ n: number; there: boolean }>({
        name: 'imports-waiting',
        text: `SELECT count(*)::int AS n, coalesce(bool_or(id = $3), false) AS there FROM import_file WHERE prefecture = $1 AND user_id = $2`,
        values: [prefecture, userId, id],
      });
      if (waiting[0]?.there) return 'there';
      if ((waiting[0]?.n ?? 0) >= IMPORT_RULES.mostWaiting) return 'too_many';
      const { rowCount } = await tx.query({
        name: 'import-begin',
        text: `INSERT INTO import_run (prefecture, id, user_id, organization, role, target, state, begun_at, touched_at)
               VALUES ($1, $2, $3, $4, $5, $6, 'READING', app.now(), app.now()) ON CONFLICT DO NOTHING`,
        values: [prefecture, id, userId, organization, role, target],
      });
      if (rowCount === 0) return 'there';
      await tx.query({
        name: 'import-file-begin',
        text: `INSERT INTO import_file (prefecture, id, user_id, name, bytes, expires_at)
               VALUES ($1, $2, $3, $4, $5, app.now() + make_interval(days => ${IMPORT_RULES.keptDays}))`,
        values: [prefecture, id, userId, name, bytes],
      });
      return 'begun';
    });
  }

  async run(prefecture: string, id: string): Promise<ImportRun | undefined> {
    const { rows } = await this.databases.writer.query<ImportRun>({
      name: 'import-run',
      text: `SELECT ${RUN} FROM import_run WHERE prefecture = $1 AND id = $2`,
      values: [prefecture, id],
    });
    return rows[0];
  }

  /** Newest first: of one person, or of all. */
  async runs(prefecture: string, userId: string | null): Promise<ImportRun[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<ImportRun>({
        name: 'import-runs',
        text: `SELECT ${RUN} FROM import_run WHERE prefecture = $1 AND ($2::uuid IS NULL OR user_id = $2)
                ORDER BY begun_at DESC, id LIMIT 100`,
        values: [prefecture, userId],
      });
      return rows;
    });
  }

  /** Parts of a file; undefined where it is gone. */
  async file<P extends Part>(
    { prefecture, id, userId }: RunRef,
    parts: readonly P[],
  ): Promise<Pick<ImportFile, P> | undefined> {
    return this.databases.ofPerson(prefecture, userId, async (tx) => {
      const { rows } = await tx.query<Pick<ImportFile, P>>(
        `SELECT ${parts.join(', ')} FROM import_file WHERE prefecture = $1 AND id = $2 AND user_id = $3`,
        [prefecture, id, userId],
      );
      return rows[0];
    });
  }

  /** Changes a file and how far its import is, together; false where it is no longer in one of these states. */
  async move(
    ref: RunRef,
    from: readonly ImportState[],
    run: Partial<
      Pick<
        ImportRun,
        'state' | 'rows' | 'faults' | 'made' | 'changed' | 'same' | 'skipped' | 'refusal' | 'role' | 'organization'
      >
    >,
    file: Partial<ImportFile> = {},
  ): Promise<boolean> {
    return this.databases.ofPerson(ref.prefecture, ref.userId, async (tx) => {
      if (!(await this.moveRun(tx, ref, from, run))) return false;
      await this.changeFile(tx, ref, file);
      return true;
    });
  }

  private async moveRun(
    tx: Queryable,
    { prefecture, id }: RunRef,
    from: readonly ImportState[],
    run: Partial<ImportRun>,
  ): Promise<boolean> {
    const said = Object.entries(run);
    const sets = said.map(([name], i) => `${name} = $${i + 4}`);
    const { rowCount } = await tx.query(
      `UPDATE import_run SET ${[...sets, 'percent = 0', 'attempts = 0', 'lease_until = NULL', 'touched_at = app.now()'].join(', ')}
        WHERE prefecture = $1 AND id = $2 AND state = ANY ($3)`,
      [
        prefecture,
        id,
        from,
        ...said.map(([name, value]) => (name === 'refusal' && value !== null ? JSON.stringify(value) : value)),
      ],
    );
    return rowCount === 1;
  }

  private async changeFile(
    tx: Queryable,
    { prefecture, id, userId }: RunRef,
    file: Partial<ImportFile>,
  ): Promise<void> {
    const said = Object.entries(file);
    if (said.length === 0) return;
    await tx.query(
      `UPDATE import_file SET ${said.map(([name], i) => `${name} = $${i + 4}`).join(', ')}
        WHERE prefecture = $1 AND id = $2 AND user_id = $3`,
      [
        prefecture,
        id,
        userId,
        ...said.map(([name, value]) => (name === 'bytes' || value === null ? value : JSON.stringify(value))),
      ],
    );
  }

  async discard({ prefecture, id, userId }: RunRef): Promise<void> {
    await this.databases.ofPerson(prefecture, userId, async (tx) => {
      await tx.query('DELETE FROM import_file WHERE prefecture = $1 AND id = $2 AND user_id = $3', [
        prefecture,
        id,
        userId,
      ]);
      await tx.query(`DELETE FROM import_run WHERE prefecture = $1 AND id = $2 AND done_at IS NULL`, [prefecture, id]);
    });
  }

  /** Takes an import that a worker has to do; undefined where another is at it, or nothing is to be done. */
  async take(prefecture: string, id: string): Promise<ImportRun | undefined> {
    const { rows } = await this.databases.writer.query<ImportRun>({
      name: 'import-take',
      text: `UPDATE import_run SET lease_until = app.now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
              WHERE prefecture = $1 AND id = $2 AND state = ANY ($3) AND (lease_until IS NULL OR lease_until < app.now())
              RETURNING ${RUN}`,
      values: [prefecture, id, BUSY],
    });
    return rows[0];
  }

  /** A sign of life. */
  async tell({ prefecture, id }: RunRef, percent: number): Promise<void> {
    await this.databases.writer.query({
      name: 'import-tell',
      text: `UPDATE import_run SET percent = $3, lease_until = app.now() + make_interval(secs => ${LEASE_SECONDS})
              WHERE prefecture = $1 AND id = $2`,
      values: [prefecture, id, Math.floor(percent)],
    });
  }

  /** Imports that wait for a worker longer than one needs. */
  async waiting(seconds: number): Promise<Pick<ImportRun, 'prefecture' | 'id'>[]> {
    const { rows } = await this.databases.writer.query<Pick<ImportRun, 'prefecture' | 'id'>>({
      name: 'imports-to-do',
      text: `SELECT prefecture, id FROM import_run
              WHERE state IN ('READING', 'CHECKING', 'IMPORTING', 'UNDOING') AND touched_at <= app.now() - make_interval(secs => $1)
                AND (lease_until IS NULL OR lease_until < app.now())`,
      values: [seconds],
    });
    return rows;
  }

  /**
   * Ends an import in the very transaction in which its rows are stored: whoever did it at the same time finds it done, and
   * stores nothing.
   */
  async finish(
    tx: Queryable,
    ref: RunRef,
    state: 'DONE' | 'UNDONE',
    counts: Partial<ImportRun>,
    deeds: readonly Deed[],
  ): Promise<void> {
    const { prefecture, id, userId } = ref;
    const from: ImportState = state === 'DONE' ? 'IMPORTING' : 'UNDOING';
    if (!(await this.moveRun(tx, ref, [from], { ...counts, state, refusal: null }))) throw new DoneAlready();
    await tx.query(
      'UPDATE import_run SET percent = 100, done_at = coalesce(done_at, app.now()) WHERE prefecture = $1 AND id = $2',
      [prefecture, id],
    );
    await tx.query({
      name: 'as-person',
      text: `SELECT set_config('app.prefecture', $1, true), set_config('app.person', $2, true)`,
      values: [prefecture, userId],
    });
    await tx.query('DELETE FROM import_file WHERE prefecture = $1 AND id = $2 AND user_id = $3', [
      prefecture,
      id,
      userId,
    ]);
    if (deeds.length === 0) return;
    await tx.query({
      name: 'import-deeds',
      text: `INSERT INTO import_deed (prefecture, run, ordinal, kind, stream, deed, version, before)
             SELECT $1, $2, n, kind, stream, deed, version, before::json
               FROM unnest($3::text[], $4::uuid[], $5::text[], $6::int[], $7::text[]) WITH ORDINALITY
                    AS d(kind, stream, deed, version, before, n)`,
      values: [
        prefecture,
        id,
        deeds.map(({ kind }) => kind),
        deeds.map(({ stream }) => stream),
        deeds.map(({ deed }) => deed),
        deeds.map(({ version }) => version),
        deeds.map(({ before }) => (before === null ? null : JSON.stringify(before))),
      ],
    });
  }

  async deeds({ prefecture, id }: RunRef): Promise<Deed[]> {
    const { rows } = await this.databases.writer.query<Deed>({
      name: 'import-deeds-of',
      text: 'SELECT kind, stream, deed, version, before FROM import_deed WHERE prefecture = $1 AND run = $2 ORDER BY ordinal DESC',
      values: [prefecture, id],
    });
    return rows;
  }

  /** Record bodies that stood before a change: who a person or a user was. */
  async records(prefecture: string, ids: readonly string[]): Promise<Map<string, Readonly<Record<string, string>>>> {
    const { rows } = await this.databases.writer.query<{ record: StoredRecord }>({
      name: 'import-records-before',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p WHERE prefecture = $1 AND id = ANY ($2::uuid[])`,
      values: [prefecture, ids],
    });
    const records = rows.map(({ record }) => record);
    const bodies = await this.vault.opened<Readonly<Record<string, string>>>(prefecture, records);
    return new Map(bodies.map((body, i) => [records[i]?.id ?? '', body]));
  }

  async remembered(
    run: Pick<ImportRun, 'prefecture' | 'organization' | 'target'>,
    headings: string,
  ): Promise<Mapping | undefined> {
    const { rows } = await this.databases.writer.query<{ mapping: Mapping }>({
      name: 'import-mapping',
      text: 'SELECT mapping FROM import_mapping WHERE prefecture = $1 AND organization = $2 AND target = $3 AND headings = $4',
      values: [run.prefecture, run.organization, run.target, headings],
    });
    return rows[0]?.mapping;
  }

  async remember(
    run: Pick<ImportRun, 'prefecture' | 'organization' | 'target'>,
    headings: string,
    mapping: Mapping,
  ): Promise<void> {
    await this.databases.writer.query({
      name: 'import-remember',
      text: `INSERT INTO import_mapping (prefecture, organization, target, headings, mapping) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (prefecture, organization, target, headings) DO UPDATE SET mapping = excluded.mapping`,
      values: [run.prefecture, run.organization, run.target, headings, JSON.stringify(mapping)],
    });
  }

  /** That somebody was told of persons who are registered already is on record like any other look. */
  async noteMet(
    { prefecture, userId, role }: RunRef & Pick<ImportRun, 'role'>,
    people: readonly string[],
  ): Promise<void> {
    if (people.length === 0) return;
    await this.databases.writer.query({
      name: 'import-note-met',
      text: `INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
             SELECT $1, $2, $3, 'registered_already', about, 1 FROM unnest($4::uuid[]) AS about`,
      values: [prefecture, userId, role, people],
    });
  }

  /** Files that nobody imported for as long as the rule says. An import without its file is over. */
  async clearOver(): Promise<number> {
    const { rows } = await this.databases.writer.query<{ prefecture: string; id: string }>({
      name: 'import-clear',
      text: 'DELETE FROM import_file WHERE expires_at <= app.now() RETURNING prefecture, id',
    });
    for (const { prefecture, id } of rows)
      await this.databases.writer.query(
        'DELETE FROM import_run WHERE prefecture = $1 AND id = $2 AND done_at IS NULL',
        [prefecture, id],
      );
    return rows.length;
  }
}

/** Another worker has stored it. */
export class DoneAlready extends Error {
  constructor() {
    super('this import is done already');
    this.name = 'DoneAlready';
  }
}
