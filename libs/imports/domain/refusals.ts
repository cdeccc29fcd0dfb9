import type { DomainError, FieldError } from '#kernel';
import { fault, type Fault } from './faults.js';
import type { PlannedRow } from './plan.js';
import type { Mapping } from './targets.js';

/** Where a row has what a command names by a path: `codes[0].code` came from the column of codes. */
const fieldOf = (path: string): string => (/^codes\b/.test(path) ? 'code' : (path.split(/[.[]/).at(0) ?? ''));

/** Why a command of a row is refused, as faults of its row: by column where the reason names a field. */
export function refusedAs(
  row: PlannedRow,
  { ja, en, code, errors }: Pick<DomainError, 'ja' | 'en' | 'code' | 'errors'>,
  { headings, mapping }: { readonly headings: readonly string[]; readonly mapping: Mapping },
): Fault[] {
  const heading = (field: string) => headings[mapping.indexOf(field)] ?? '';
  if (errors.length === 0) return [fault(row.line, '', code, ja, en)];
  return errors.map((error) => {
    const { line, field } = row.lines ? placeIn(row, error) : { line: row.line, field: fieldOf(error.path) };
    return fault(line, heading(field), error.code, error.ja, error.en);
  });
}

/** The row of an area or of one of its municipalities. */
function placeIn(
  { line, lines = [] }: PlannedRow,
  { path }: FieldError,
): { readonly line: number; readonly field: string } {
  const [, area = '0', town = '0', field] =
    /^homeCareAreas\[(\d+)\](?:\.municipalities\[(\d+)\])?(?:\.(\w+))?/.exec(path) ?? [];
  return { line: lines[Number(area)]?.[Number(town)] ?? line, field: field ?? '' };
}
