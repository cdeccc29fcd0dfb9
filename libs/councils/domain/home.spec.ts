import fc from 'fast-check';
import type { AgendaItem } from './agenda-item.state.js';
import type { Council } from './council.js';
import { homeOf, HOME_TASKS, type HomeFacts } from './home.js';
import type { Meeting } from './meeting.js';

const TODAY = '2025-06-20';
const member = { organization: 'association', body: 'city_medical_association' } as const;
const council = (id: string, ...relations: string[]) => ({
  id,
  council: { members: [member] } as unknown as Council,
  relations,
});
const meeting = (id: string, status: Meeting['status'], on: string, agenda: string[] = [], of = 'council') => ({
  id,
  meeting: {
    council: of,
    status,
    on,
    agendaCloseDays: 14,
    materialDays: 7,
    agenda: agenda.map((item, i) => ({ item, number: String(i + 1) })),
  } as unknown as Meeting,
});
const item = (id: string, status: AgendaItem['status'], more: Partial<AgendaItem> = {}) => ({
  id,
  item: { council: 'council', status, positions: [], actions: {}, ...more } as unknown as AgendaItem,
});
const action = (ownerOrganization: string, dueOn: string, more: object = {}) => ({
  a: { ownerOrganization, dueOn, done: false, duty: 'action#1', ...more } as AgendaItem['actions'][string],
});
const nothing: HomeFacts = {
  today: TODAY,
  organization: 'center',
  speaks: true,
  councilWork: true,
  prefectureWork: false,
  regionReading: true,
  councils: [council('council', 'secretariat')],
  meetings: [],
  items: [],
  unfrozen: new Set(),
  escalated: new Set(),
};
const said = (facts: Partial<HomeFacts>) =>
  homeOf({ ...nothing, ...facts }).lines.map(({ task, meeting: at, item: of, on, count }) =>
    [task, of ?? at, on, count > 1 ? count : null].filter((each) => each !== null).join(' '),
  );

describe('the home of a secretariat', () => {
  it('says what the next meeting lacks, and until when', () => {
    const items = [item('a', 'SCHEDULED', { meeting: 'next' }), item('b', 'DRAFTED'), item('c', 'POSITIONED')];
    const facts = { items, unfrozen: new Set(['a', 'b']) };
    expect(said({ ...facts, meetings: [meeting('next', 'PLANNED', '2025-07-10', ['a'])] })).toEqual([
      'meeting_uncalled next 2025-06-26',
      'items_unscheduled next 2025-06-26 2',
      'materials_due next 2025-07-03',
      'pack_not_frozen next 2025-07-03',
    ]);
    expect(said({ ...facts, meetings: [meeting('next', 'MATERIALS_SENT', '2025-07-10', ['a'])] })).toEqual([]);
    expect(said({ ...facts, meetings: [] })).toEqual(['meeting_unplanned', 'items_unscheduled 2']);
  });

  it('says what a past meeting lacks', () => {
    const meetings = [
      meeting('unheld', 'CALLED', '2025-06-19'),
      meeting('written', 'HELD_IN_WRITING', '2025-06-18'),
      meeting('drafted', 'MINUTES_DRAFTED', '2025-06-10'),
      meeting('approved', 'MINUTES_APPROVED', '2025-05-10'),
      meeting('elsewhere', 'HELD', '2025-06-10', [], 'other'),
    ];
    expect(said({ meetings })).toEqual([
      'minutes_unapproved drafted 2025-06-10',
      'minutes_undrafted written 2025-06-18',
      'meeting_unheld unheld 2025-06-19',
    ]);
    // A colleague at the same town hall who does no secretariat's work.
    expect(said({ meetings, councilWork: false })).toEqual([]);
  });
});

describe('the home of others at a council', () => {
  it('is of a chair: minutes, and actions of which the chairs were told', () => {
    const councils = [council('council', 'chair')];
    const items = [item('a', 'ACTIONING', { actions: action('x', '2025-06-01') }), item('b', 'DRAFTED')];
    const meetings = [meeting('m', 'MINUTES_DRAFTED', '2025-06-10'), meeting('h', 'HELD', '2025-06-11')];
    expect(said({ councils, items, meetings, councilWork: false })).toEqual(['minutes_unapproved m 2025-06-10']);
    expect(said({ councils, items, meetings, councilWork: false, escalated: new Set(['a action#1']) })).toEqual([
      'action_overdue a 2025-06-01',
      'minutes_unapproved m 2025-06-10',
    ]);
  });

  it('is of a member: items of the next meeting of which its body has said nothing', () => {
    const councils = [council('council', 'member')];
    const heard = { ...member, stance: 'agree', noteRef: null } as const;
    const facts = {
      councils,
      organization: 'association',
      meetings: [meeting('next', 'CALLED', '2025-06-30', ['a', 'b']), meeting('later', 'PLANNED', '2025-07-30', ['c'])],
    };
    const items = [item('a', 'SCHEDULED'), item('b', 'SCHEDULED', { positions: [heard] }), item('c', 'SCHEDULED')];
    expect(said({ ...facts, items })).toEqual(['position_missing a 2025-06-30']);
    // A nurse of a hospital that is a member sits nowhere.
    expect(homeOf({ ...nothing, ...facts, items, speaks: false, councilWork: false })).toEqual({ next: [], lines: [] });
  });

  it('is of an institution that was asked: its open actions', () => {
    const mine = (dueOn: string, more = {}) => item(dueOn, 'ACTIONING', { actions: action('center', dueOn, more) });
    const items = [
      mine('2025-07-01'),
      mine('2025-06-25'),
      mine('2025-06-01', { done: true }),
      mine('2025-06-02', { settled: true }),
    ];
    expect(said({ councils: [], items })).toEqual(['own_actions 2025-06-25 2']);
    expect(said({ councils: [], items, speaks: false })).toEqual([]);
  });

  it('shows councils of the areas to whoever sits at none, and asks nothing of him', () => {
    const councils = [council('council', 'area'), council('top', 'prefecture')];
    const meetings = [meeting('next', 'PLANNED', TODAY), meeting('past', 'HELD', '2025-06-01')];
    expect(homeOf({ ...nothing, councils, meetings })).toEqual({
      next: [{ council: 'council', meeting: 'next' }],
      lines: [],
    });
    expect(homeOf({ ...nothing, councils, meetings, regionReading: false }).next).toEqual([]);
    expect(homeOf({ ...nothing, councils, meetings, prefectureWork: true }).next).toEqual([
      { council: 'top', meeting: null },
    ]);
  });
});

it('a home is nobody else’s: whatever there is, it names own councils only, soonest first, and the same in any order', () => {
  const days = fc.constantFrom('2025-06-01', '2025-06-19', TODAY, '2025-06-30', '2025-07-30');
  const statuses = fc.constantFrom<Meeting['status']>('PLANNED', 'CALLED', 'MATERIALS_SENT', 'HELD', 'MINUTES_DRAFTED');
  const facts = fc.record({
    councils: fc
      .array(fc.subarray(['secretariat', 'chair', 'member', 'area', 'prefecture']), { maxLength: 3 })
      .map((all) => all.map((relations, i) => council(`c${i}`, ...relations))),
    meetings: fc
      .array(fc.tuple(statuses, days, fc.nat(4)), { maxLength: 8 })
      .map((all) => all.map(([status, on, of], i) => meeting(`m${i}`, status, on, [`i${i}`], `c${of}`))),
    items: fc
      .array(fc.nat(4), { maxLength: 8 })
      .map((all) => all.map((of, i) => item(`i${i}`, 'DRAFTED', { council: `c${of}` }))),
    councilWork: fc.boolean(),
    organization: fc.constantFrom('center', 'association'),
  });
  fc.assert(
    fc.property(facts, (some) => {
      const all = { ...nothing, ...some };
      const home = homeOf(all);
      const own = all.councils.filter(({ relations }) =>
        ['secretariat', 'chair', 'member'].some((one) => relations.includes(one)),
      );
      const ids = own.map(({ id }) => id);
      expect(home.lines.filter((one) => one.council !== null && !ids.includes(one.council))).toEqual([]);
      expect(home.lines.every(({ task }) => HOME_TASKS.includes(task))).toBe(true);
      const order = home.lines.map(({ on }) => on ?? '9999');
      expect(order).toEqual(order.toSorted());
      const sorted = ({ next, lines }: typeof home) => [next, lines.map((one) => JSON.stringify(one)).toSorted()];
      expect(sorted(homeOf({ ...all, meetings: all.meetings.toReversed(), items: all.items.toReversed() }))).toEqual(
        sorted(home),
      );
    }),
  );
});
