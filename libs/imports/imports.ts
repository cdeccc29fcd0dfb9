import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
import { can, DomainError, forbidden, notFound } from '#kernel';
import { csvOf } from './domain/csv.js';
import type { Fault } from './domain/faults.js';
import { BUSY, IMPORT_RULES, type ImportState } from './domain/import-rules.js';
import type { Decision, Decisions } from './domain/plan.js';
import { previewOf } from './domain/preview.js';
import type { SheetRow } from './domain/sheet.js';
import { FIELDS, faultsOfMapping, TARGETS, twice, type Mapping, type Target } from './domain/targets.js';
import type {
  Imports as Listing,
  ImportContent,
  ImportFaults,
  ImportField,
  ImportListed,
  ImportShown,
} from './http/imports.dto.js';
import { ImportStore, type FileHead, type ImportFile, type ImportRun } from './import-store.js';
import { ImportQueue } from './jobs/import-jobs.js';

/** Whoever may register one of a kind may bring in a list of them. */
const BEGINS: Readonly<Record<Target, string>> = {
  areas: 'ImportAreas',
  organizations: 'RegisterInstitution',
  staff: 'RegisterUser',
  patients: 'RegisterPatient',
};

/** What a person asks of an import: to take a file, to read its columns so, to check, to store, to undo. */
@Injectable()
export class Imports {
  constructor(
    private readonly store: ImportStore,
    private readonly queue: ImportQueue,
    private readonly kinds: Kinds,
  ) {}

  /** One's own; who administers sees that others have imported, and not what. */
  async listed(caller: Caller): Promise<Listing> {
    const { prefecture, actor } = caller;
    const runs = await this.store.runs(prefecture, can(actor.role, 'administration') ? null : actor.userId);
    const targets = this.targetsOf(caller);
    const forms = targets.map((target) => ({ target, fields: columnsOf(target) }));
    return { targets, forms, imports: runs.map(listedAs) };
  }

  async begin(
    caller: Caller,
    id: string,
    target: string | undefined,
    name: string,
    bytes: Buffer,
  ): Promise<ImportListed> {
    const { prefecture, actor } = caller;
    const wanted = TARGETS.find((one) => one === target);
    if (!wanted || !this.targetsOf(caller).includes(wanted)) throw notYours();
    const run = { prefecture, id, userId: actor.userId, organization: actor.orgId, role: actor.role, target: wanted };
    const outcome = await this.store.begin(run, name, bytes);
    if (outcome === 'too_many') throw tooMany();
    const begun = await this.own(caller, id);
    if (outcome === 'begun') await this.queue.tell(begun, 'READING');
    return listedAs(begun);
  }

  async shown(caller: Caller, id: string): Promise<ImportShown> {
    const run = await this.seen(caller, id);
    const file =
      run.userId === caller.actor.userId ? await this.store.file(run, ['name', 'head', 'mapping']) : undefined;
    const content = file?.head && file.mapping ? contentOf(run.target, file.name, file.head, file.mapping) : null;
    return Object.assign({ content }, listedAs(run));
  }

  /** Which column is which. What was checked before has to be checked again. */
  async map(caller: Caller, id: string, columns: readonly string[]): Promise<ImportShown> {
    const run = await this.own(caller, id);
    const file = await this.store.file(run, ['head']);
    if (!file?.head) throw gone();
    const mapping: Mapping = file.head.headings.map((_heading, i) => (columns[i] ? columns[i] : null));
    if (
      columns.length !== mapping.length ||
      faultsOfMapping(run.target, mapping).some(({ code }) => code === 'unknown_field')
    )
      throw new DomainError(
        'invalid',
        'invalid_input',
        '列の数か項目の名前がファイルと合いません。画面を読み直してください。',
        'The columns or fields do not fit the file. Reload the page.',
      );
    await this.move(
      run,
      ['MAPPED', 'CHECKED'],
      { state: 'MAPPED', faults: 0, refusal: null },
      { mapping, faults: [], decisions: {} },
    );
    return this.shown(caller, id);
  }

  /** 試し読み (dry run), with what was decided about rows since the last one. */
  async check(
    caller: Caller,
    id: string,
    said: readonly { readonly line: number; readonly decision: string }[],
  ): Promise<ImportListed> {
    const run = await this.own(caller, id);
    const file = await this.store.file(run, ['mapping', 'decisions']);
    if (!file?.mapping) throw gone();
    if (faultsOfMapping(run.target, file.mapping).length > 0) throw notMapped();
    const decisions: Decisions = {
      ...file.decisions,
      ...Object.fromEntries(said.map(({ line, decision }) => [line, decision as Decision])),
    };
    return this.hand(caller, run, ['MAPPED', 'CHECKED'], 'CHECKING', { decisions });
  }

  /** Stores all rows, or none. */
  async run(caller: Caller, id: string): Promise<ImportListed> {
    const run = await this.own(caller, id);
    if (run.state === 'CHECKED' && run.faults > 0) throw stillFaults(run.faults);
    if (run.state === 'CHECKED' && run.made + run.changed === 0) throw nothingToDo();
    return this.hand(caller, run, ['CHECKED'], 'IMPORTING');
  }

  async undo(caller: Caller, id: string): Promise<ImportListed> {
    const run = await this.seen(caller, id);
    if (run.target === 'areas') throw notUndoable();
    return this.hand(caller, run, ['DONE'], 'UNDOING');
  }

  async discard(caller: Caller, id: string): Promise<void> {
    const run = await this.own(caller, id);
    if (BUSY.includes(run.state)) throw busy();
    await this.store.discard(run);
  }

  async faults(caller: Caller, id: string, from: number, most: number): Promise<ImportFaults> {
    const { faults, rows, head } = await this.checked(caller, id);
    const cell = cellsOf(head, rows);
    return {
      total: faults.length,
      faults: faults.slice(from, from + most).map((fault) => ({ ...fault, cell: cell(fault) })),
    };
  }

  /** All faults as a file, with what stands in each cell, so that it can be worked through in a spreadsheet. */
  async faultsAsCsv(caller: Caller, id: string, language: string): Promise<string> {
    const { faults, rows, head } = await this.checked(caller, id);
    const cell = cellsOf(head, rows);
    const isEnglish = language === 'en';
    return csvOf([
      isEnglish
        ? ['Line', 'Column', 'What stands there', 'What is wrong, and what to do']
        : ['行', '列', '書かれていること', '理由と直し方'],
      ...faults.map((fault) => [String(fault.line), fault.column, cell(fault), isEnglish ? fault.en : fault.ja]),
    ]);
  }

  private async checked(caller: Caller, id: string) {
    const run = await this.own(caller, id);
    const file = await this.store.file(run, ['faults', 'rows', 'head']);
    if (!file) throw gone();
    return { faults: file.faults, rows: file.rows ?? [], head: file.head };
  }

  private targetsOf({ actor }: Caller): Target[] {
    const begins = this.kinds.beginnings(actor.role);
    return TARGETS.filter((target) => begins.includes(BEGINS[target]));
  }

  private async seen(caller: Caller, id: string): Promise<ImportRun> {
    const { prefecture, actor } = caller;
    const run = await this.store.run(prefecture, id);
    if (!run || (run.userId !== actor.userId && !can(actor.role, 'administration'))) throw gone();
    return run;
  }

  private async own(caller: Caller, id: string): Promise<ImportRun> {
    const run = await this.seen(caller, id);
    if (run.userId !== caller.actor.userId) throw gone();
    return run;
  }

  /** Hands it to the workers, under the role in which the person asks now. */
  private async hand(
    caller: Caller,
    run: ImportRun,
    from: readonly ImportState[],
    state: ImportState,
    file: Partial<ImportFile> = {},
  ): Promise<ImportListed> {
    const { role, orgId: organization } = caller.actor;
    const own = run.userId === caller.actor.userId ? { role, organization } : {};
    await this.move(run, from, { state, refusal: null, ...own }, file);
    await this.queue.tell(run, state);
    return listedAs(await this.seen(caller, run.id));
  }

  private async move(
    run: ImportRun,
    ...[from, to, file]: [readonly ImportState[], Parameters<ImportStore['move']>[2], Partial<ImportFile>]
  ): Promise<void> {
    if (!(await this.store.move(run, from, to, file))) throw BUSY.includes(run.state) ? busy() : otherState();
  }
}

const listedAs = (run: ImportRun): ImportListed => {
  const { prefecture: _prefecture, organization: _organization, role: _role, attempts: _attempts, ...rest } = run;
  return { ...rest, undoable: run.state === 'DONE' && run.target !== 'areas' };
};

function contentOf(
  target: Target,
  name: string,
  { found, headings, first }: FileHead,
  mapping: Mapping,
): ImportContent {
  const again = twice(headings);
  return {
    name,
    encoding: found.encoding,
    sheet: found.sheet ?? null,
    unreadSheets: [...(found.others ?? [])],
    columns: headings.map((heading, i) => ({ heading, field: mapping[i] ?? null, twice: again.includes(heading) })),
    fields: columnsOf(target),
    mappingFaults: faultsOfMapping(target, mapping),
    preview: previewOf(target, mapping, first.slice(0, IMPORT_RULES.previewed)),
  };
}

const columnsOf = (target: Target): ImportField[] =>
  FIELDS[target].map(({ name, required, headings }) => ({ name, required, heading: headings[0] ?? name }));

/** What stands where a fault is. */
function cellsOf(head: FileHead | null, rows: readonly SheetRow[]): (fault: Fault) => string {
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]));
  return ({ line, column }) => (column === '' ? '' : (byLine.get(line)?.[head?.headings.indexOf(column) ?? -1] ?? ''));
}

const gone = () => notFound('import', '取り込み');
const notYours = () =>
  forbidden(
    'この種類の一覧は、あなたの役割では取り込めません。管理者に依頼してください。',
    'Your role may not import such a list. Ask an administrator.',
  );
const conflict = (code: string, ja: string, en: string) => new DomainError('conflict', code, ja, en);
const tooMany = () =>
  conflict(
    'too_many_imports',
    `取り込んでいないファイルが${IMPORT_RULES.mostWaiting}件あります。取り込むか、消してから選んでください。`,
    `There are ${IMPORT_RULES.mostWaiting} files that you have not imported. Import or discard one first.`,
  );
const busy = () =>
  conflict('busy', 'いま作業中です。終わるまで待ってください。', 'It is being worked on. Wait until that is done.');
const otherState = () =>
  conflict(
    'invalid_state',
    '今の状態ではできません。画面を読み直してください。',
    'It cannot be done as it stands. Reload the page.',
  );
const notMapped = () =>
  conflict(
    'not_mapped',
    '読み込む列が決まっていません。足りない列を選んでください。',
    'It is not clear which column is which. Choose those that are missing.',
  );
const stillFaults = (n: number) =>
  conflict(
    'faults',
    `直すところのある行が${n}行あります。すべて直してから取り込んでください。何も登録していません。`,
    `Rows that are wrong: ${n}. Mend all of them first; nothing was stored.`,
  );
const nothingToDo = () =>
  conflict(
    'nothing_to_import',
    'どの行も登録済みの内容と同じです。取り込むものがありません。',
    'Every row is as it is registered already. There is nothing to import.',
  );
const notUndoable = () =>
  conflict(
    'not_undoable',
    '圏域の取り込みは取り消せません（ほかの記録がその上に立つためです）。直したファイルをもう一度取り込んでください。',
    'An import of areas is not undone, for everything stands on them. Import a mended file again.',
  );
