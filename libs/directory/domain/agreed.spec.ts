import { faultsOfAgreement, type AgreedAt, type MeetingFound } from './agreed.js';
import { areaId } from './area-tree.js';
import { FURANO as FURANO_AREAS, treeOf } from '#test/area-tree.js';

const tree = treeOf(FURANO_AREAS, {
  tertiary: 'オホーツク',
  secondary: '北網',
  homeCareArea: '北網',
  municipalities: [
    { code: '012084', name: '北見市' },
    { code: '012114', name: '網走市' },
  ],
});
const FURANO = areaId('01', 'home_care_area', '富良野');
const FURANO_SECONDARY = areaId('01', 'secondary_area', '富良野');
const HOKUMO = areaId('01', 'secondary_area', '北網');

const held: MeetingFound = { status: 'HELD', on: '2025-05-20', areas: [FURANO_SECONDARY] };
const here: AgreedAt = { meeting: 'meeting' };

/** "path code" of what is wrong. */
const said = (
  agreed: AgreedAt | undefined,
  { area = FURANO, ...met }: Partial<MeetingFound> & { area?: string } = {},
  found: MeetingFound | undefined = { ...held, ...met },
) =>
  faultsOfAgreement({ agreed, area, occurredAt: '2025-06-01T15:30:00.000Z' }, found, tree).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('what rules rest on', () => {
  it.each([undefined, {}])('is a meeting, and not %j', (agreed) => {
    expect(said(agreed)).toEqual(['agreed missing']);
  });

  it('is one meeting', () => {
    expect(said({ meeting: 'meeting', elsewhere: { name: '協議会', heldOn: '2025-05-01' } })).toEqual([
      'agreed too_many',
    ]);
  });

  it('is a meeting that there is', () => {
    expect(
      faultsOfAgreement({ agreed: here, area: FURANO, occurredAt: '2025-06-01T03:00:00.000Z' }, undefined, tree),
    ).toMatchObject([{ path: 'agreed.meeting', code: 'unknown_meeting' }]);
  });

  it.each(['PLANNED', 'CALLED', 'MATERIALS_SENT', 'POSTPONED'])('is no meeting that is only %s', (status) => {
    expect(said(here, { status })).toEqual(['agreed.meeting not_held']);
  });

  it.each(['HELD', 'HELD_IN_WRITING', 'MINUTES_DRAFTED', 'MINUTES_APPROVED', 'PUBLISHED'])(
    'is a meeting that is %s',
    (status) => {
      expect(said(here, { status })).toEqual([]);
    },
  );

  it('was held by the day of the rules, as Japan counts days', () => {
    expect(said(here, { on: '2025-06-02' })).toEqual([]);
    expect(said(here, { on: '2025-06-03' })).toEqual(['agreed.meeting not_held']);
    expect(said({ elsewhere: { name: '協議会', heldOn: '2025-06-02' } })).toEqual([]);
    expect(said({ elsewhere: { name: '協議会', heldOn: '2025-06-03' } })).toEqual([
      'agreed.elsewhere.heldOn in_the_future',
    ]);
  });

  it('is a meeting about the area, whichever of the tiers that coincide is named', () => {
    expect(said(here, { area: '014630' })).toEqual([]);
    expect(said(here, { area: FURANO_SECONDARY, areas: [FURANO] })).toEqual([]);
    expect(said(here, { area: FURANO, areas: ['012297', '014630'] })).toEqual([]);
    expect(said(here, { areas: [HOKUMO, FURANO] })).toEqual([]);
  });

  it.each([
    ['another area', FURANO, [HOKUMO]],
    ['a part of it', FURANO, ['012297']],
    ['one of two councils of one area', HOKUMO, ['012084']],
    ['no area', FURANO, []],
  ])('is no meeting about %s', (_what, area, areas) => {
    expect(said(here, { area, areas })).toEqual(['agreed.meeting other_area']);
  });
});
