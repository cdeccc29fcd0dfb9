import { areaChain } from '#kernel';
import { areaId, areaRef } from './area-tree.js';
import { FURANO as FURANO_AREAS, treeOf } from '#test/area-tree.js';
import { desksOf, isDesk } from './desk.js';
import type { Organization, OrganizationKind } from './organization.js';

const FURANO = '012297';
const SHIMUKAPPU = '014630';
const tree = treeOf(FURANO_AREAS);
const HOME_CARE_AREA = areaId('01', 'home_care_area', '富良野');

const organization = (id: string, kind: OrganizationKind, ...serves: string[]) =>
  ({ id, kind, serves }) as unknown as Organization;
const desk = organization('desk', 'help_desk', FURANO);
const village = organization('village', 'help_desk', SHIMUKAPPU);
const base = organization('base', 'cooperation_base', HOME_CARE_AREA);
const hospital = organization('hospital', 'hospital', FURANO);

const desks = (municipality: string, ...organizations: Organization[]) => {
  const area = areaRef(tree, municipality);
  return desksOf(organizations, area ? areaChain('01', area) : []).map(({ id }) => id);
};

describe('the desk of a place', () => {
  it('is no satellite: that hands over to its main desk, and leaves the place to the base', () => {
    const satellite = { ...desk, satelliteOf: 'main' };
    expect(desks(FURANO, satellite, base)).toEqual(['base']);
    expect(isDesk(satellite, [satellite], tree)).toBe(false);
    expect(isDesk(base, [satellite, village], tree)).toBe(true);
  });

  it('is its help desk', () => {
    expect(desks(FURANO, hospital, base, desk, village)).toEqual(['desk']);
  });

  it('is the base where no help desk is', () => {
    expect(desks(FURANO, hospital, base)).toEqual(['base']);
    expect(desks(SHIMUKAPPU, base, desk)).toEqual(['base']);
  });

  it('is nobody where neither is', () => {
    expect(desks(SHIMUKAPPU, hospital, desk)).toEqual([]);
  });
});

describe('an organization is a desk', () => {
  it('if it is a help desk', () => {
    expect(isDesk(desk, [desk, village], tree)).toBe(true);
  });

  it('if it is a base of a municipality without one', () => {
    expect(isDesk(base, [], tree)).toBe(true);
    expect(isDesk(base, [desk], tree)).toBe(true);
    expect(isDesk(base, [desk, village], tree)).toBe(false);
    expect(isDesk(base, [organization('wide', 'help_desk', HOME_CARE_AREA)], tree)).toBe(false);
  });

  it('and nothing else is', () => {
    expect(isDesk(hospital, [], tree)).toBe(false);
  });
});
