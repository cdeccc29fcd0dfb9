import type { Council, EstablishCouncil, Member } from '#councils';
import type { AreaLevel, AreaTree } from '#directory';
import { idOf, type FieldError } from '#kernel';
import type { CouncilRow, Entry } from './council-file.js';

/** What a prefecture has already, as far as a file of councils names it. */
export interface Known {
  readonly tree: AreaTree;
  readonly councils: ReadonlyMap<string, Council>;
  /** Ids of the organizations of a name. */
  readonly organizations: ReadonlyMap<string, readonly string[]>;
}

/** A council that can be set up: every name has become an id. */
export interface SetUp {
  readonly id: string;
  readonly wanted: Omit<EstablishCouncil, 'type'>;
  readonly members: readonly Member[];
}

/** Of an entry of the file, by its place in it. */
export interface Placed {
  readonly at: number;
  readonly name: string;
  /** The council above it, where that is to be set up by this file. */
  readonly above?: string;
  readonly result: SetUp | { readonly faults: readonly FieldError[] };
}

/** Councils in the order in which they can be set up: those above before those below. */
export function councilsToSetUp(prefecture: string, entries: readonly Entry[], known: Known): Placed[] {
  const rows = entries.flatMap((entry, at) => ('row' in entry ? [{ at, row: entry.row }] : []));
  const byName = new Map([...known.councils].map(([id, { name }]) => [name, id]));
  // What was imported once is known again, also under the name that it was given since.
  const idOfName = (name: string) => byName.get(name) ?? idOf('imported_council', prefecture, name);
  const inFile = new Map(rows.map(({ row: { name, parent } }) => [name, parent]));
  const placed = entries.map((entry, at): Placed => {
    if ('faults' in entry) return { at, name: '', result: entry };
    const { row } = entry;
    const isTwice = rows.some(({ at: other, row: { name } }) => other < at && name === row.name);
    const faults = [
      ...(isTwice ? [twice] : []),
      ...(row.parent !== undefined && !inFile.has(row.parent) && !byName.has(row.parent) ? [noParent] : []),
      ...(leadsBack(row.name, inFile) ? [loop] : []),
    ];
    const isNew = row.parent !== undefined && !byName.has(row.parent);
    const result = setUp(row, known, idOfName, faults);
    return { at, name: row.name, ...(isNew && { above: row.parent }), result };
  });
  const depth = (name: string): number => {
    const parent = inFile.get(name);
    return parent === undefined || leadsBack(name, inFile) ? 0 : 1 + depth(parent);
  };
  return placed.toSorted((a, b) => depth(a.name) - depth(b.name) || a.at - b.at);
}

function setUp(
  { areas, secretariat, parent, members = [], ...row }: CouncilRow,
  { tree, councils, organizations }: Known,
  idOfName: (name: string) => string,
  before: readonly FieldError[],
): Placed['result'] {
  const faults = [...before];
  const of = <T>(path: string, found: readonly T[], what: readonly [ja: string, en: string]): T | undefined => {
    if (found.length !== 1) faults.push(found.length === 0 ? none(path, what) : several(path, what));
    return found.length === 1 ? found[0] : undefined;
  };
  const organization = (path: string, said: string) =>
    of(path, organizations.get(said) ?? [], ['機関', 'organization']) ?? '';
  const wanted = {
    ...row,
    areas: areas.map((said, i) => of(`areas[${i}]`, areasNamed(tree, said, row.level), ['圏域', 'area']) ?? ''),
    secretariat: organization('secretariat', secretariat),
    ...(parent !== undefined && { parent: idOfName(parent) }),
  };
  const seated = members.map(({ organization: said, body }, i) => ({
    organization: organization(`members[${i}].organization`, said),
    body,
  }));
  const id = idOfName(row.name);
  const level = councils.get(id)?.level;
  if (level !== undefined && level !== row.level) faults.push(otherLevel);
  return faults.length > 0 ? { faults } : { id, wanted, members: seated };
}

const WIDER: readonly AreaLevel[] = ['municipality', 'home_care_area', 'secondary_area', 'tertiary_area', 'prefecture'];

/**
 * Areas of a name, or the one of an id or code. A name stands at several tiers (富良野 is a home-care area and a secondary
 * one): that of the council's own tier is meant, else the widest below it.
 */
function areasNamed({ areas }: AreaTree, said: string, level: string): string[] {
  if (Object.hasOwn(areas, said)) return [said];
  const own = WIDER.indexOf(level === 'medical_association' ? 'municipality' : (level as AreaLevel));
  const named = Object.values(areas).filter(({ name }) => name === said);
  const order = [...WIDER.slice(0, own + 1).toReversed(), ...WIDER.slice(own + 1)];
  const meant = order.find((tier) => named.some((area) => area.level === tier));
  return named.filter((area) => area.level === meant).map(({ id }) => id);
}

/** Whether the councils above one lead back to it within the file. */
function leadsBack(name: string, above: ReadonlyMap<string, string | undefined>): boolean {
  let at = above.get(name);
  for (let steps = 0; at !== undefined && steps <= above.size; at = above.get(at), steps++)
    if (at === name) return true;
  return at !== undefined;
}

const none = (path: string, [ja, en]: readonly [string, string]): FieldError => ({
  path,
  code: 'unknown_name',
  ja: `この名前の${ja}はありません。先に登録するか、名前を直してください。`,
  en: `There is no ${en} of that name. Register it first, or mend the name.`,
});
const several = (path: string, [ja, en]: readonly [string, string]): FieldError => ({
  path,
  code: 'several_of_that_name',
  ja: `同じ名前の${ja}がいくつもあります。名前の代わりにIDかコードを書いてください。`,
  en: `There is more than one ${en} of that name. Write its id or code instead.`,
});
const twice: FieldError = {
  path: 'name',
  code: 'duplicate',
  ja: '同じ名前の会議体がファイルに二度あります。片方を消すか、名前を変えてください。',
  en: 'A council of that name is in the file twice. Remove one, or rename it.',
};
const noParent: FieldError = {
  path: 'parent',
  code: 'unknown_name',
  ja: 'この名前の上位の会議体は、ファイルにも登録済みのものにもありません。',
  en: 'No council of that name is above: neither in the file nor among those set up.',
};
export const aboveRefused: FieldError = {
  path: 'parent',
  code: 'above_refused',
  ja: '上位の会議体を登録できなかったため、この会議体も登録していません。上位の会議体を直してから読み込み直してください。',
  en: 'The council above was refused, and so is this one. Mend the one above and import again.',
};
const loop: FieldError = {
  path: 'parent',
  code: 'leads_back',
  ja: '上位の会議体がこの会議体自身に戻ります。上位の会議体を直してください。',
  en: 'The councils above lead back to this one. Mend which is above.',
};
const otherLevel: FieldError = {
  path: 'level',
  code: 'other_level',
  ja: '登録済みの会議体の段階は変えられません。別の名前で新しく置いてください。',
  en: 'The level of a council that is set up cannot change. Set up a new one under another name.',
};
