import type { KnownOrganization } from './known.js';
import { word } from './known.js';
import { municipalityOf } from './place.js';
import type { PlannedRow, Planning, Step } from './plan.js';
import { filled, type RowReader } from './row-reader.js';
import { codeOf, kindOf, phoneOf } from './values.js';

/** 機関: recognized by the number of a national list and kind, else by name and municipality. An empty cell says nothing. */
export function planOrganization(row: RowReader, { register, seen }: Planning): PlannedRow | undefined {
  const name = row.required('name');
  const kind = row.said('kind', kindOf(row.text('kind'), name ?? ''));
  const municipality = municipalityOf(row, register);
  const phone = row.optional('phone', phoneOf);
  const code =
    kind === undefined ? undefined : row.optional('code', (text) => codeOf(text, kind, register.known.prefecture));
  if (row.faults.length > 0 || name === undefined || kind === undefined || municipality === undefined) return undefined;

  const keys = [
    ...(code ? [[`code ${kind} ${code.code}`, 'code', `番号${code.code}`, `the number ${code.code}`] as const] : []),
    [`name ${kind} ${word(name)} ${municipality}`, 'name', `「${name}」`, 'this name and municipality'] as const,
  ];
  for (const [key, field, ja, en] of keys) {
    const other = seen.get(key);
    // Two houses of one name with numbers of their own are two.
    if (other !== undefined && !(field === 'name' && code !== undefined)) {
      row.fault(
        field,
        'duplicate',
        `${ja}は${other}行目にもあります。どちらかを消してください。`,
        `Line ${other} has ${en} as well. Take one of them out.`,
      );
      return undefined;
    }
    seen.set(key, row.line);
  }

  const named = register
    .organizationsNamed(name)
    .filter((one) => one.municipality === municipality && one.kind === kind);
  const byCode = code ? register.organizationsWithCode(code.code).filter((one) => one.kind === kind) : [];
  // One that has another number is another house.
  const byName = code ? named.filter(({ codes }) => !codes.some(({ list }) => list === code.list)) : named;
  const candidates = byCode.length > 0 ? byCode : byName;
  const [known] = candidates;
  if (candidates.length > 1) {
    row.fault(
      'name',
      'ambiguous',
      '同じ名称・市町村の機関が台帳に2つ以上あります。番号（コード）の列を加えてください。',
      'The directory has more than one of this name and municipality. Add a column with its number.',
    );
    return undefined;
  }
  const said = filled({ name, kind, municipality, phone, block: row.text('block'), group: row.text('group') });
  if (!known)
    return {
      line: row.line,
      outcome: 'new',
      steps: [
        {
          kind: 'organization',
          command: 'RegisterInstitution',
          id: null,
          body: { ...said, ...(code && { codes: [code] }) },
        },
      ],
    };
  const changes = { ...otherThan(known, said), ...codesAfter(known, code) };
  if (Object.keys(changes).length === 0) return { line: row.line, outcome: 'same', steps: [] };
  const step: Step = { kind: 'organization', command: 'ChangeInstitution', id: known.id, body: changes };
  return { line: row.line, outcome: 'changed', steps: [step] };
}

const otherThan = (known: KnownOrganization, said: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said).filter(([name, value]) => known[name as keyof KnownOrganization] !== value));

/** The number of the file in the place of an older one of its list; those of other lists stay. */
function codesAfter({ codes }: KnownOrganization, code: { readonly list: string; readonly code: string } | undefined) {
  if (!code || codes.some((one) => one.list === code.list && one.code === code.code)) return {};
  return { codes: [...codes.filter(({ list }) => list !== code.list), code] };
}
