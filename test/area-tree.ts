import type { AreaTree } from '#directory';
import { areaTree } from '../libs/directory/domain/area-tree.js';

/** 富良野: an area whose tiers coincide, by two of its municipalities. */
export const FURANO = {
  tertiary: '道北',
  secondary: '富良野',
  homeCareArea: '富良野',
  municipalities: [
    { code: '012297', name: '富良野市' },
    { code: '014630', name: '占冠村' },
  ],
};

/** The areas of Hokkaido as if these alone had been imported. */
export const treeOf = (...homeCareAreas: readonly (typeof FURANO)[]): AreaTree =>
  areaTree.evolve(
    areaTree.initial,
    { type: 'AreasImported', payload: { prefecture: { code: '01', name: '北海道' }, homeCareAreas } },
    '',
  );
