import { word } from './known.js';
import type { PlannedRow, Planning } from './plan.js';
import { filled, type RowReader } from './row-reader.js';
import { roleOf } from './values.js';

/** 職員: recognized by where they work and their name. They get no login by it. */
export function planStaff(row: RowReader, { register, seen }: Planning): PlannedRow | undefined {
  const name = row.required('name');
  const role = row.value('role', roleOf);
  const place = row.text('municipality');
  const municipality =
    place === '' ? undefined : row.one('municipality', register.municipality(place), NO_PLACE, PLACES);
  const said = row.required('organization');
  const organization =
    said === undefined
      ? undefined
      : row.one(
          'organization',
          register.organization(said, municipality),
          [
            `「${said}」という機関は台帳にありません。先に機関を取り込むか、名称を台帳と同じにしてください。`,
            'The directory has no such organization. Import the organizations first, or write its name as the directory does.',
          ],
          [
            `「${said}」という機関は2つ以上あります。市町村の列を加えるか、番号（事業所番号・医療機関コード）で書いてください。`,
            'The directory has more than one of this name. Add a column of municipalities, or write its number.',
          ],
        );
  if (row.faults.length > 0 || name === undefined || role === undefined || organization === undefined) return undefined;

  const key = `${organization.id} ${word(name)}`;
  const other = seen.get(key);
  if (other !== undefined) {
    row.fault(
      'name',
      'duplicate',
      `同じ所属の同じ氏名が${other}行目にもあります。同姓同名の別の人なら、氏名に区別（病棟など）を書き足してください。`,
      `Line ${other} has the same name at the same organization. If this is another person, add something to the name that tells them apart.`,
    );
    return undefined;
  }
  seen.set(key, row.line);

  const ward = row.text('ward');
  const known = register.usersOf(organization.id).filter((one) => word(one.name) === word(name));
  const [one] = known;
  if (known.length > 1) {
    row.fault(
      'name',
      'ambiguous',
      'この所属に同じ氏名の職員が2人以上登録されています。画面で直してください。',
      'More than one person of this name is registered at this organization. Change them on the screen.',
    );
    return undefined;
  }
  if (!one)
    return {
      line: row.line,
      outcome: 'new',
      steps: [
        {
          kind: 'user',
          command: 'RegisterUser',
          id: null,
          body: filled({ name, role, organization: organization.id, ward }),
        },
      ],
    };
  const changes = {
    ...(one.role !== role && { role }),
    ...(one.name !== name && { name }),
    ...(ward !== '' && one.ward !== ward && { ward }),
  };
  if (Object.keys(changes).length === 0) return { line: row.line, outcome: 'same', steps: [] };
  return {
    line: row.line,
    outcome: 'changed',
    steps: [{ kind: 'user', command: 'ChangeUser', id: one.id, body: changes }],
  };
}

const NO_PLACE = [
  'この市町村は圏域にありません。名前か6桁の団体コードを確かめてください。',
  'There is no such municipality. Check its name or its six-digit code.',
] as const;
const PLACES = [
  'この名前の市町村は2つ以上あります。6桁の団体コードで書いてください。',
  'There is more than one municipality of this name. Write its six-digit code.',
] as const;
