import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaRef } from '#kernel';
import type { AreaTree, HomeCareAreaRow } from './area-tree.js';
import { servesPlace } from './serving.js';

const { homeCareAreas } = JSON.parse(
  readFileSync(join(process.cwd(), 'data/hokkaido-home-care-areas.json'), 'utf8'),
) as { homeCareAreas: readonly HomeCareAreaRow[] };

/** Ids are `tier:name` here, so that expectations read as the map does. */
const rows = homeCareAreas.flatMap(({ tertiary, secondary, homeCareArea, municipalities }) => [
  [`t:${tertiary}`, '01'] as const,
  [`s:${secondary}`, `t:${tertiary}`] as const,
  [`h:${homeCareArea}`, `s:${secondary}`] as const,
  ...municipalities.map(({ name }) => [name, `h:${homeCareArea}`] as const),
]);
const parents = new Map<string, string>(rows);
const tree: AreaTree = {
  prefecture: '01',
  areas: Object.fromEntries(
    [...parents].map(([id, parent]) => [id, { id, level: 'municipality', name: id, parent } as const]),
  ),
};

const up = (id: string) => parents.get(id) ?? '';
const nowhere: AreaRef = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: '', tertiaryAreaId: '' };
const secondary = (id: string, only = ''): AreaRef => ({
  ...nowhere,
  homeCareAreaId: only,
  secondaryAreaId: id,
  tertiaryAreaId: up(id),
});
const homeCare = (id: string): AreaRef => ({ ...secondary(up(id)), homeCareAreaId: id });
const municipality = (id: string): AreaRef => ({ ...homeCare(up(id)), municipalityId: id });

describe('who is there for a place', () => {
  it.each<[string, AreaRef, readonly string[], readonly string[]]>([
    [
      'a municipality: itself and what lies around it',
      municipality('遠軽町'),
      ['遠軽町', 'h:遠軽', 's:遠紋', '01'],
      ['湧別町', 'h:紋別', '旭川市', 's:上川中部'],
    ],
    [
      'one alone in its home-care area',
      municipality('旭川市'),
      ['旭川市', 'h:旭川市', 's:上川中部'],
      ['美瑛町', 'h:上川'],
    ],
    [
      'a home-care area: its towns and its base',
      homeCare('h:遠軽'),
      ['h:遠軽', '遠軽町', '湧別町', 's:遠紋', '01'],
      ['西興部村', 'h:紋別', '旭川市'],
    ],
    [
      'a secondary area: the bases and towns in it, and its health center',
      secondary('s:遠紋'),
      ['s:遠紋', 'h:遠軽', 'h:紋別', '西興部村', '01'],
      ['北見市', 'h:北見', 's:北網', '旭川市'],
    ],
    [
      'one that coincides with its home-care area',
      secondary('s:富良野', 'h:富良野'),
      ['s:富良野', 'h:富良野', '占冠村', '01'],
      ['旭川市', 's:上川中部'],
    ],
    ['the prefecture: who serves it all', nowhere, ['01'], ['旭川市', 'h:富良野', 's:遠紋', 't:道北', '']],
  ])('%s', (_what, area, inside, outside) => {
    for (const id of inside) expect([id, servesPlace([id], area, tree)]).toEqual([id, true]);
    for (const id of outside) expect([id, servesPlace([id], area, tree)]).toEqual([id, false]);
    expect(servesPlace([], area, tree)).toBe(false);
    expect(servesPlace([...outside, ...inside], area, tree)).toBe(true);
  });
});
