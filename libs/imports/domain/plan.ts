import type { Fault } from './faults.js';
import { Register, type Known } from './known.js';
import type { SheetRow } from './sheet.js';
import { planAreas } from './plan-areas.js';
import { planOrganization } from './plan-organization.js';
import { planPatient } from './plan-patient.js';
import { planStaff } from './plan-staff.js';
import { RowReader } from './row-reader.js';
import type { Mapping, Target } from './targets.js';

/** A command that a row leads to, as it would be posted. Without an id it begins something. */
export interface Step {
  readonly kind: 'areas' | 'organization' | 'user' | 'patient';
  readonly command: string;
  readonly id: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a row comes to. */
export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed' | 'same' | 'skipped';
  readonly steps: readonly Step[];
  /** Where one command is of many rows: the lines of its parts. */
  readonly lines?: readonly (readonly number[])[];
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly Fault[];
}

/** What a person has decided about a row: another person, not to be imported, or the one with this id. */
export type Decision = 'another' | 'skip' | `same:${string}`;
export type Decisions = Readonly<Record<string, Decision>>;

export interface Planning {
  readonly register: Register;
  /** Who and what earlier rows of the file are, by what makes them the same. */
  readonly seen: Map<string, number>;
  readonly decisionOf: (line: number) => Decision | undefined;
}

/** How a row of a target is read: what it comes to, or undefined where it has faults. */
export type PlanRow = (row: RowReader, planning: Planning) => PlannedRow | undefined;

const PLANS: Readonly<Record<Exclude<Target, 'areas'>, PlanRow>> = {
  organizations: planOrganization,
  staff: planStaff,
  patients: planPatient,
};

/** What all rows of a file come to: every fault of every row, and nothing of it is stored. */
export function planOf(
  target: Target,
  {
    headings,
    mapping,
    rows,
  }: { readonly headings: readonly string[]; readonly mapping: Mapping; readonly rows: readonly SheetRow[] },
  known: Known,
  decisions: Decisions = {},
): Plan {
  const readers = rows.map((row) => new RowReader(row, headings, mapping));
  if (target === 'areas') return planAreas(readers, known);
  const planning: Planning = {
    register: new Register(known),
    seen: new Map(),
    decisionOf: (line) => decisions[String(line)],
  };
  const planned = readers.flatMap((reader) => PLANS[target](reader, planning) ?? []);
  return { rows: planned, faults: readers.flatMap(({ faults }) => faults) };
}
