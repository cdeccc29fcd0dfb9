import { RuleBook } from '#directory';
import type { Connection } from '#platform';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase, dropDatabase, migrate } from '../../../migrations/run.js';
import { PROJECT_ROOT } from '../../project-root.js';
import { runScenario } from '../scenario/run-scenario.js';
import { readScenario, type Scenario } from '../scenario/scenario-file.js';
import { World } from '../scenario/world.js';
import { withScratchServer } from '../server.js';

const USAGE = 'usage: defaults [--only CONTEXT.KEY]';
const FOLDER = join(PROJECT_ROOT, 'test/scenarios');

type Value = number | boolean | string;

/** A default with one number or entry of it changed, as a trial run takes it. */
export interface Change {
  /** `context.key`, of a list `context.key[index]`, of lists by name `context.key.name[index]`. */
  readonly name: string;
  readonly context: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What it was, and what is tried. */
  readonly from: Value;
  readonly to: Value;
}

/** Defaults that no file of test/scenarios can hold, and what holds them instead. */
export const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'help_desk.duplicateDays':
    'it changes what is read and no fact; libs/consultations/consultations.int.spec.ts holds it',
  'help_desk.checkLists':
    'it changes what the log screen reminds of and no fact; libs/consultations/consultation-form.int.spec.ts holds it',
};

/** The rule that a change is about: `help_desk.checkLists` of `help_desk.checkLists.daily_care[0]`. */
export const ruleOf = (name: string): string => /^\w+\.\w+/.exec(name)?.[0] ?? name;

/** The file in which a change shows first; without it the files are tried in their order. */
const LIKELIEST: Readonly<Record<string, string>> = {
  'consents.exceptionHours': 'consent-ledger',
  'emergencies.hours': 'emergency-look',
  'emergencies.manyAnHour': 'emergency-look',
  'emergencies.reviewDay': 'emergency-look',
  'handovers.admissionInformationDay': 'happy-path',
  'handovers.admissionInformationAfterHoursDays': 'fee-rule-clocks',
  'handovers.screeningDaysStrong': 'fee-rule-clocks',
  'handovers.screeningDays': 'happy-path',
  'handovers.familyInterviewDays': 'happy-path',
  'handovers.dischargePlanDays': 'happy-path',
  'handovers.dischargeConferenceDays': 'happy-path',
  'handovers.plannedDischargeDays': 'stay-without-an-end',
  'handovers.dischargeRecordBusinessDays': 'stay-without-an-end',
  'handovers.startNoticeDays': 'happy-path',
  'handovers.handoverDocumentDays': 'missed-handover',
  'handovers.acknowledgementBusinessDays': 'happy-path',
  'handovers.acknowledgementShortHours': 'short-notice',
  'handovers.answerBusinessDays': 'clarified-and-returned',
  'handovers.shortNoticeDays': 'short-notice',
  'handovers.shortNoticeThirdHours': 'short-notice',
  'handovers.recoveryDays': 'never-acknowledged',
  'handovers.feedbackDays': 'happy-path',
  'handovers.chaseOffsets': 'fee-rule-clocks',
  'consultations.firstActionImmediateHours': 'consultation-chases',
  'consultations.firstActionNormalBusinessDays': 'consultation-chases',
  'consultations.replyBusinessDays': 'consultation-chases',
  'consultations.longOpenDays': 'consultation-chases',
  'consultations.chaseOffsets': 'consultation-chases',
  'backup.immediateOfferMinutes': 'backup-exhausted',
  'backup.urgentOfferMinutes': 'backup-one-by-one',
  'backup.plannedOfferMinutes': 'backup-one-by-one',
  'backup.broadcast': 'backup-ladder',
  'backup.fairnessDays': 'backup-shared-fairly',
  'backup.immediateCompletionMinutes': 'taken-and-silent',
  'backup.urgentCompletionMinutes': 'taken-and-silent',
  'backup.plannedCompletionMinutes': 'taken-and-silent',
  'backup.completionBaseMinutes': 'taken-and-silent',
  'backup.assignmentMinutes': 'taken-and-silent',
  'backup.assignmentCoordinatorMinutes': 'taken-and-silent',
  'backup.handBackBusinessDays': 'backup-ladder',
  'backup.handBackMinute': 'backup-ladder',
  'backup.acknowledgementMinute': 'hand-back',
  'backup.chaseOffsets': 'hand-back',
  'councils.actionChaseDays': 'council-action',
  'packs.leastCases': 'evidence-pack',
  'packs.leastPublicCases': 'evidence-pack',
  'packs.months': 'evidence-pack',
  'councils.agendaCloseDays': 'council-consequences',
  'councils.materialDays': 'council-year',
  'councils.minutesDays': 'council-year',
  'councils.continuedTimes': 'council-consequences',
  'councils.effectShortestDays': 'council-effect',
  'councils.effectLongestDays': 'council-effect',
  'councils.effectFewestSignals': 'council-effect',
  'councils.effectiveDropPercent': 'council-effect',
  'councils.partlyDropPercent': 'council-effect',
  'councils.effectJudgedAfterDays': 'council-effect',
  'councils.reportBackDays': 'the-asker-hears-back',
  'services.answerBusinessDays': 'service-request-chased',
  'services.chaseOffsets': 'service-request-chased',
  'reports.submissionBusinessDay': 'activity-report',
  'reports.resubmissionBusinessDays': 'activity-report',
  'reports.approvalBusinessDays': 'activity-report-deadlocked',
  'reports.deadlockDays': 'activity-report-deadlocked',
  'reports.decisionBusinessDays': 'activity-report-deadlocked',
  'reports.chaseOffsets': 'activity-report-deadlocked',
  'issues.windowDays': 'issue-windows',
  'issues.cases': 'recurring-issue',
  'issues.organizations': 'recurring-issue',
  'issues.aloneAtSeverity': 'backup-exhausted',
  'issues.seasonTimes': 'recurs-by-season',
  'issues.seasonYears': 'recurs-by-season',
  'issues.seasonCases': 'recurs-by-season',
  'issues.rollUpDays': 'issue-windows',
  'issues.municipalities': 'issue-windows',
  'issues.homeCareAreas': 'recurring-issue',
  'issues.dormantDays': 'issue-windows',
  'issues.reviewMinute': 'dormant-by-the-calendar',
  'issues.leakLevel': 'never-acknowledged',
  'issues.farTier': 'backup-exhausted',
  'issues.lackingDeclines': 'backup-lacks-a-capability',
  'promises.emergencyHours': 'promised-too-far',
  'promises.urgentHours': 'promised-too-far',
  'promises.routineDays': 'promised-too-far',
};

/** One more of a number; a switch thrown; a code that nobody uses. */
function otherThan(value: Value): Value {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${value}_changed`;
}

function known(value: unknown): Value {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  throw new Error(`a default of this kind is not known: ${JSON.stringify(value)}`);
}

/** What has parts, as the check-list of each scene. */
const hasParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each default of a context changed by itself; of a list, each entry by itself; of what has parts, each part by itself. */
export function changesOf(context: string, stated: Readonly<Record<string, unknown>>): Change[] {
  return Object.entries(stated).flatMap(([key, value]): Change[] => {
    const name = `${context}.${key}`;
    if (hasParts(value))
      return changesOf(name, value).map((change) => ({
        ...change,
        context,
        values: { [key]: { ...value, ...change.values } },
      }));
    if (!Array.isArray(value)) {
      const from = known(value);
      const to = otherThan(from);
      return [{ name, context, values: { [key]: to }, from, to }];
    }
    const list = value as readonly unknown[];
    return list.map((entry, i) => {
      const from = known(entry);
      const to = otherThan(from);
      return { name: `${name}[${i}]`, context, values: { [key]: list.with(i, to) }, from, to };
    });
  });
}

/** All defaults as the contexts state them, so that none is forgotten here. */
async function allChanges(server: Connection): Promise<Change[]> {
  const connection = { ...server, database: `defaults_${process.pid}` };
  await createDatabase(connection);
  try {
    await migrate(connection);
    const world = await World.open({
      connection,
      queue: { kind: 'none' },
      queuePrefix: connection.database,
      start: '2025-04-01T00:00:00+09:00',
    });
    try {
      const contexts = world.app.get(RuleBook).contexts();
      return [...contexts].flatMap(([context, stated]) => changesOf(context, stated));
    } finally {
      await world.close();
    }
  } finally {
    await dropDatabase(connection);
  }
}

type Files = ReadonlyMap<string, Scenario>;

async function readFiles(): Promise<Files> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted();
  const read = names.map(
    async (name) => [name.replace(/\.json$/, ''), readScenario(await readFile(join(FOLDER, name), 'utf8'))] as const,
  );
  return new Map(await Promise.all(read));
}

type Holds = (file: string, change?: Change) => Promise<boolean>;

/** Whether a file holds, under a change or as things are: the latter is played once for each file. */
function player(files: Files, server: Connection): Holds {
  const unchanged = new Map<string, Promise<boolean>>();
  const play: Holds = async (file, change) => {
    const tryOut = change && { [change.context]: change.values };
    const { unmet } = await runScenario(
      files.get(file) as Scenario,
      server,
      { kind: 'none' },
      { ...(tryOut && { tryOut }) },
    );
    return unmet.length === 0;
  };
  return (file, change) => {
    if (change) return play(file, change);
    const played = unchanged.get(file) ?? play(file);
    unchanged.set(file, played);
    return played;
  };
}

/** The first file that holds as things are and does not under the change. */
async function heldBy(change: Change, files: Files, holds: Holds): Promise<string | undefined> {
  const likeliest = LIKELIEST[change.name.replace(/\[\d+\]$/, '')];
  const order = [...files.keys()].toSorted((a, b) => Number(b === likeliest) - Number(a === likeliest));
  for (const file of order) if (!(await holds(file, change)) && (await holds(file))) return file;
  return undefined;
}

/** Two at a time: while one waits for the database the other decides. */
async function inPairs<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  const worker = async () => {
    for (const [i, thing] of queue) results[i] = await work(thing);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Changes each default in turn and looks for a scenario file that notices. 0: each is held; 1: one is not; 2: bad arguments. */
export async function defaults(args: readonly string[]): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  let only: string | undefined;
  try {
    ({ only } = parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values);
  } catch {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  return withScratchServer(async (server) => {
    const files = await readFiles();
    const changes = (await allChanges(server)).filter(
      ({ name }) => only === undefined || name === only || name.startsWith(`${only}[`) || name.startsWith(`${only}.`),
    );
    if (changes.length === 0) {
      process.stderr.write(`${USAGE}\nthere is no default ${only}\n`);
      return 2;
    }
    const shown = ({ name, from, to }: Change) => `${name}: ${from} → ${to}`;
    const width = Math.max(...changes.map((change) => shown(change).length));
    const holds = player(files, server);
    // What no file can hold is not looked for in each of them: a list of codes by scene would take the night.
    const found = await inPairs(changes, async (change) =>
      OUT_OF_REACH[ruleOf(change.name)] === undefined ? heldBy(change, files, holds) : undefined,
    );
    let loose = 0;
    for (const [i, change] of changes.entries()) {
      const file = found[i];
      const why = OUT_OF_REACH[ruleOf(change.name)];
      if (file === undefined && why === undefined) loose++;
      say(`${shown(change).padEnd(width)}  → ${file ?? `not held by a file${why === undefined ? '' : `: ${why}`}`}`);
    }
    if (loose > 0) process.stderr.write(`${loose} of ${changes.length} defaults are not held by a file\n`);
    return loose === 0 ? 0 : 1;
  });
}
