import { prefectureName } from '#kernel';
import type { Known } from './known.js';
import type { Plan, PlannedRow } from './plan.js';
import type { RowReader } from './row-reader.js';
import { countOf } from './values.js';

/** 圏域: all rows are one command, for the areas of a prefecture hang together; its own rules find what is wrong with them. */
export function planAreas(rows: readonly RowReader[], { prefecture }: Known): Plan {
  const areas = new Map<
    string,
    { head: Record<string, unknown>; people: (number | undefined)[]; towns: Record<string, unknown>[]; lines: number[] }
  >();
  for (const row of rows) {
    const code = row.required('code');
    const name = row.required('name');
    const homeCareArea = row.required('homeCareArea');
    const secondary = row.required('secondary');
    const tertiary = row.text('tertiary') || (prefectureName(prefecture) ?? prefecture);
    const population = row.optional('population', countOf);
    if (code === undefined || name === undefined || homeCareArea === undefined || secondary === undefined) continue;
    const healthCentre = row.text('healthCentre');
    const known = areas.get(homeCareArea);
    const area = known ?? {
      head: { tertiary, secondary, homeCareArea, ...(healthCentre !== '' && { healthCentre }) },
      people: [],
      towns: [],
      lines: [],
    };
    areas.set(homeCareArea, area);
    if (known && (known.head['secondary'] !== secondary || known.head['tertiary'] !== tertiary))
      row.fault(
        'secondary',
        'two_parents',
        `在宅医療圏「${homeCareArea}」は、前の行では別の二次・三次医療圏にあります。どちらかに直してください。`,
        'An earlier row has this home-care area in other areas. Make them the same.',
      );
    const kana = row.text('kana');
    area.lines.push(row.line);
    area.people.push(population);
    area.towns.push({ code: code.normalize('NFKC').replaceAll(/\s/g, ''), name, ...(kana !== '' && { kana }) });
  }
  const faults = rows.flatMap((row) => row.faults);
  const homeCareAreas = [...areas.values()].map(({ head, people, towns }) => ({
    ...head,
    ...(people.every((n) => n !== undefined) && { population: people.reduce<number>((sum, n) => sum + (n ?? 0), 0) }),
    municipalities: towns,
  }));
  const body = { prefecture: { code: prefecture, name: prefectureName(prefecture) ?? prefecture }, homeCareAreas };
  const planned: PlannedRow[] = rows.map(({ line }, i) => ({
    line,
    outcome: 'new',
    ...(i === 0 && { lines: [...areas.values()].map(({ lines }) => lines) }),
    steps: i === 0 && faults.length === 0 ? [{ kind: 'areas', command: 'ImportAreas', id: null, body }] : [],
  }));
  return { rows: planned, faults };
}
