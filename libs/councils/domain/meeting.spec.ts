import fc from 'fast-check';
import { DomainError, dutiesOf, OFFICE_HOURS, type Circumstances } from '#kernel';
import { meetingKind, type MeetingCommand } from '../meeting.case.js';
import { faultsOfAgenda, numbered, type AgendaEntry } from './agenda.js';
import { AGENDA_RULES } from './agenda.rules.js';
import type { Arranging, Convening, Planning } from './decide/hold.js';
import { meeting, MEETING_STATES, type Meeting } from './meeting.js';

const { decider } = meetingKind;
const NOW = '2025-06-02T03:00:00.000Z';
const seats = {
  secretariat: 'center',
  chairs: ['doctor'],
  members: [{ organization: 'association', body: 'city_medical_association' } as const],
  standing: ['s'],
};
const area = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: 's', tertiaryAreaId: 't' };
const found: Planning & Convening & Arranging = {
  seats,
  level: 'secondary_area',
  area,
  agendaCloseDays: 14,
  materialDays: 7,
  isOwn: true,
  opening: OFFICE_HOURS,
  rules: AGENDA_RULES,
  free: ['a', 'b', 'c'],
};
const at = (occurredAt: string): Circumstances<typeof found> => ({
  now: occurredAt,
  occurredAt,
  actor: { userId: 'u', role: 'health_centre_officer', orgId: 'center' },
  found,
  id: 'meeting',
  records: { minutes: 'minutes-ref', postponement_reason: 'reason-ref' },
  newId: (name) => `new-${name}`,
});
const HELD = '2025-07-10T05:00:00.000Z';
const plan: MeetingCommand = { type: 'PlanMeeting', council: 'council', on: '2025-07-10', startsAt: '14:00' };
const arrange = (seen: number, ...entries: AgendaEntry[]): MeetingCommand => ({ type: 'ArrangeAgenda', seen, entries });
const momentOf = ({ type }: MeetingCommand) =>
  /^(PlanMeeting|CallMeeting|ArrangeAgenda|SendMaterials|PostponeMeeting|TakeUpItem|DropItem)$/.test(type) ? NOW : HELD;

function after(...commands: readonly MeetingCommand[]): Meeting {
  const state = commands.reduce<Meeting | null>((before, command) => {
    const events = decider.decide(command, before, at(momentOf(command)));
    return events.reduce<Meeting | null>((s, event) => decider.evolve(s, event, momentOf(command)), before);
  }, null);
  if (!state) throw new Error('nothing was planned');
  return state;
}
const refusal = (...commands: readonly MeetingCommand[]): string => {
  try {
    after(...commands);
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const called: MeetingCommand[] = [plan, arrange(0, { item: 'a' }), { type: 'CallMeeting' }];
const hold: MeetingCommand = { type: 'HoldMeeting' };

describe('a meeting', () => {
  it('goes from the plan to its published minutes', () => {
    const all: MeetingCommand[] = [
      ...called,
      { type: 'SendMaterials' },
      hold,
      { type: 'DraftMinutes' },
      { type: 'ApproveMinutes' },
      { type: 'PublishMinutes' },
    ];
    const states = all.map((_each, i) => after(...all.slice(0, i + 1)).status);
    expect([...new Set(states)]).toEqual([
      'PLANNED',
      'CALLED',
      'MATERIALS_SENT',
      'HELD',
      'MINUTES_DRAFTED',
      'MINUTES_APPROVED',
      'PUBLISHED',
    ]);
  });

  it('is held in writing, and postponed to another day', () => {
    expect(after(...called, { type: 'HoldInWriting' })).toMatchObject({ status: 'HELD_IN_WRITING', inWriting: true });
    const minutes = { step: 'meeting_minutes' };
    const event = {
      type: 'MeetingHeld',
      payload: { council: 'c', inWriting: true, attendance: [], plan: minutes },
    } as never;
    const early = meeting.evolve(after(...called), event, '2025-06-20T01:00:00.000Z');
    expect(early).toMatchObject({ status: 'HELD_IN_WRITING', on: '2025-06-20' });
    const postponed = after(...called, { type: 'PostponeMeeting', on: '2025-08-01' });
    expect(postponed).toMatchObject({ status: 'POSTPONED', on: '2025-08-01' });
    expect(dutiesOf(postponed)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('owes its materials seven days before, and its minutes two weeks after', () => {
    expect(dutiesOf(after(...called))).toMatchObject([
      { step: 'meeting_materials', owedBy: 'center', dueAt: '2025-07-03T08:00:00.000Z', state: 'open' },
    ]);
    expect(dutiesOf(after(...called, { type: 'SendMaterials' }, hold))).toMatchObject([
      { step: 'meeting_materials', state: 'met' },
      { step: 'meeting_minutes', dueAt: '2025-07-24T08:00:00.000Z' },
    ]);
  });

  it('tells its members and chairs', () => {
    const state = after(plan);
    const events = decider.decide({ type: 'CallMeeting' }, state, at(NOW));
    expect(decider.notices?.(events, state)).toMatchObject([
      {
        template: 'meeting.called',
        to: [
          { role: 'council_member', organization: 'association' },
          { organization: 'association' },
          { user: 'doctor' },
        ],
      },
    ]);
  });

  it.each<[string, string, MeetingCommand[]]>([
    [
      'stale_version',
      'an agenda that somebody else has changed',
      [plan, arrange(0, { item: 'a' }), arrange(0, { item: 'b' })],
    ],
    ['invalid_input', 'an item of others', [plan, arrange(0, { item: 'stranger' })]],
    ['invalid_input', 'an item twice', [plan, arrange(0, { item: 'a' }, { item: 'a' })]],
    ['invalid_state', 'an agenda after its materials', [...called, { type: 'SendMaterials' }, arrange(1)]],
    ['agenda_empty', 'materials without an item', [plan, { type: 'CallMeeting' }, { type: 'SendMaterials' }]],
    ['invalid_state', 'minutes before it was held', [...called, { type: 'DraftMinutes' }]],
    [
      'invalid_input',
      'the attendance of a stranger',
      [...called, { type: 'HoldMeeting', attendance: [{ organization: 'x', body: 'hospital', presence: 'present' }] }],
    ],
  ])('refuses with %s %s', (code, _what, commands) => {
    expect(refusal(...commands)).toBe(code);
  });

  it('takes up at its end what was put on it elsewhere, and drops what has gone', () => {
    const state = after(...called, { type: 'TakeUpItem', item: 'b' }, { type: 'TakeUpItem', item: 'b' });
    expect(state.agenda.map(({ item, number }) => [item, number])).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(state.agendaVersion).toBe(2);
    const nested = after(plan, arrange(0, { item: 'a' }, { item: 'b', parent: 'a' }), { type: 'DropItem', item: 'a' });
    expect(nested.agenda).toEqual([{ item: 'b', number: '1' }]);
  });
});

const agendas = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .chain((items) =>
    fc.tuple(fc.constant(items), fc.array(fc.nat(4), { minLength: items.length, maxLength: items.length })),
  )
  .map(([items, above]) =>
    items.map((item, i): AgendaEntry => {
      const parent = items[above[i] ?? 9];
      return parent === undefined || i % 2 === 0 ? { item } : { item, parent };
    }),
  );

it('an agenda without faults is numbered whole, each number once', () => {
  fc.assert(
    fc.property(agendas, (entries) => {
      fc.pre(faultsOfAgenda(entries).length === 0);
      const numbers = numbered(entries).map(({ number }) => number);
      expect(numbers).toHaveLength(entries.length);
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

it('whatever is asked in whatever order, a meeting is in a state of its own, and its agenda stands once the materials are sent', () => {
  const commands = fc.array(
    fc.oneof(
      fc.constantFrom<MeetingCommand>(
        { type: 'CallMeeting' },
        { type: 'SendMaterials' },
        hold,
        { type: 'HoldInWriting' },
        { type: 'PostponeMeeting' },
        { type: 'DraftMinutes' },
        { type: 'ApproveMinutes' },
        { type: 'PublishMinutes' },
      ),
      fc
        .record({ seen: fc.nat(3), entries: fc.subarray([{ item: 'a' }, { item: 'b' }]) })
        .map(({ seen, entries }): MeetingCommand => ({ type: 'ArrangeAgenda', seen, entries })),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(commands, (asked) => {
      let state = after(plan);
      let fixed: Meeting['agenda'] | undefined;
      const wrong: string[] = [];
      for (const command of asked) {
        try {
          const events = decider.decide(command, state, at(HELD));
          state = events.reduce<Meeting>((s, event) => decider.evolve(s, event, HELD) ?? s, state);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        const { status, agenda } = state;
        if (!MEETING_STATES.includes(status)) wrong.push(`no state: ${status}`);
        const open = status === 'POSTPONED' || status === 'CALLED' || status === 'PLANNED';
        if (!open && fixed && fixed !== agenda) wrong.push(`arranged while ${status}`);
        fixed = open ? undefined : agenda;
      }
      expect(wrong).toEqual([]);
    }),
  );
});
