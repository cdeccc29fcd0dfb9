import { plusDays, type LocalDate } from '#kernel';
import type { AgendaItem } from './agenda-item.state.js';
import type { Council } from './council.js';
import type { Meeting } from './meeting.js';

/** すること: what is missing for the councils of somebody, by him. */
export const HOME_TASKS = [
  'meeting_unheld',
  'minutes_undrafted',
  'minutes_unapproved',
  'action_overdue',
  'materials_due',
  'pack_not_frozen',
  'meeting_uncalled',
  'meeting_unplanned',
  'items_unscheduled',
  'position_missing',
  'own_actions',
] as const;
export type HomeTask = (typeof HOME_TASKS)[number];

/** One line of it, and where it is done. */
export interface Line {
  readonly task: HomeTask;
  /** None of what one's own institution has been asked for: it may come from several. */
  readonly council: string | null;
  readonly meeting: string | null;
  readonly item: string | null;
  /** Until when. */
  readonly on: LocalDate | null;
  readonly count: number;
}

/** 次の会議 of a council, if there is one. */
export interface Next {
  readonly council: string;
  readonly meeting: string | null;
}

/** What somebody sees of councils, with how he stands to each. */
export interface HomeFacts {
  readonly today: LocalDate;
  readonly organization: string;
  /** Speaks for the organization: of others there the council asks nothing. */
  readonly speaks: boolean;
  /** May do a secretariat's work; may do that of a prefecture. */
  readonly councilWork: boolean;
  readonly prefectureWork: boolean;
  /** Looks at what is done in his areas. */
  readonly regionReading: boolean;
  readonly councils: readonly {
    readonly id: string;
    readonly council: Council;
    readonly relations: readonly string[];
  }[];
  readonly meetings: readonly { readonly id: string; readonly meeting: Meeting }[];
  readonly items: readonly { readonly id: string; readonly item: AgendaItem }[];
  /** Items whose evidence pack he sees, and that it is not frozen. */
  readonly unfrozen: ReadonlySet<string>;
  /** Actions of which the chairs have been told, as "item action". */
  readonly escalated: ReadonlySet<string>;
}

export interface HomeView {
  readonly next: readonly Next[];
  readonly lines: readonly Line[];
}

type Of = HomeFacts['councils'][number];

/** After every day that has been named. */
const LAST: LocalDate = '9999-12-31';

const AHEAD: readonly string[] = ['PLANNED', 'CALLED', 'MATERIALS_SENT', 'POSTPONED'];
const CALLED: readonly string[] = ['CALLED', 'MATERIALS_SENT'];
const HELD: readonly string[] = ['HELD', 'HELD_IN_WRITING'];
const FREE: readonly string[] = ['DRAFTED', 'POSITIONED'];
const BEFORE: readonly string[] = [...FREE, 'SCHEDULED'];

/** What a person's councils wait for from him: of a secretariat, a chair, a member body, an institution that has promised. */
export function homeOf(facts: HomeFacts): HomeView {
  const own = facts.councils.filter((one) => isOwn(facts, one));
  // Whoever sits nowhere looks at the councils of his areas.
  const shown =
    own.length > 0 ? own : facts.councils.filter(({ relations }) => facts.regionReading && relations.includes('area'));
  const lines = own.flatMap((one) => [
    ...(runs(facts, one) ? ofSecretariat(facts, one) : []),
    ...(runs(facts, one) || one.relations.includes('chair') ? minutesToApprove(facts, one) : []),
    ...(one.relations.includes('chair') ? overdue(facts, one) : []),
    ...(facts.speaks && one.relations.includes('member') ? unheard(facts, one) : []),
  ]);
  return {
    next: shown
      .map((one) => ({ council: one.id, meeting: nextOf(facts, one)?.id ?? null, on: nextOf(facts, one)?.meeting.on }))
      .toSorted((a, b) => (a.on ?? LAST).localeCompare(b.on ?? LAST) || a.council.localeCompare(b.council))
      .map(({ council, meeting }) => ({ council, meeting })),
    lines: [...lines, ...(facts.speaks ? ownActions(facts) : [])].toSorted(
      (a, b) => (a.on ?? LAST).localeCompare(b.on ?? LAST) || HOME_TASKS.indexOf(a.task) - HOME_TASKS.indexOf(b.task),
    ),
  };
}

const runs = ({ councilWork, prefectureWork }: HomeFacts, { relations }: Of): boolean =>
  (councilWork && relations.includes('secretariat')) || (prefectureWork && relations.includes('prefecture'));

const isOwn = (facts: HomeFacts, one: Of): boolean =>
  runs(facts, one) ||
  one.relations.includes('chair') ||
  (facts.speaks && ['secretariat', 'member'].some((relation) => one.relations.includes(relation)));

const meetingsOf = ({ meetings }: HomeFacts, { id }: Of) => meetings.filter(({ meeting }) => meeting.council === id);

const nextOf = (facts: HomeFacts, one: Of) =>
  meetingsOf(facts, one)
    .filter(({ meeting: { status, on } }) => AHEAD.includes(status) && on >= facts.today)
    .toSorted((a, b) => a.meeting.on.localeCompare(b.meeting.on) || a.id.localeCompare(b.id))[0];

const line = (task: HomeTask, { id }: Of, more: Partial<Line> = {}): Line => ({
  task,
  council: id,
  meeting: null,
  item: null,
  on: null,
  count: 1,
  ...more,
});

function ofSecretariat(facts: HomeFacts, one: Of): Line[] {
  const past = meetingsOf(facts, one);
  const next = nextOf(facts, one);
  const waiting = facts.items.filter(
    ({ item }) => item.council === one.id && FREE.includes(item.status) && item.meeting === undefined,
  ).length;
  const lines = past.flatMap(({ id, meeting: { status, on } }) => {
    if (CALLED.includes(status) && on < facts.today) return [line('meeting_unheld', one, { meeting: id, on })];
    return HELD.includes(status) ? [line('minutes_undrafted', one, { meeting: id, on })] : [];
  });
  if (!next)
    return waiting > 0
      ? [...lines, line('meeting_unplanned', one), line('items_unscheduled', one, { count: waiting })]
      : lines;
  const { id, meeting } = next;
  const unfrozen = meeting.agenda.filter(({ item }) => facts.unfrozen.has(item)).length;
  const materialsOn = plusDays(meeting.on, -meeting.materialDays);
  const isSent = meeting.status === 'MATERIALS_SENT';
  return [
    ...lines,
    ...(meeting.status === 'PLANNED' || meeting.status === 'POSTPONED'
      ? [line('meeting_uncalled', one, { meeting: id, on: plusDays(meeting.on, -meeting.agendaCloseDays) })]
      : []),
    ...(isSent ? [] : [line('materials_due', one, { meeting: id, on: materialsOn })]),
    ...(isSent || unfrozen === 0
      ? []
      : [line('pack_not_frozen', one, { meeting: id, on: materialsOn, count: unfrozen })]),
    ...(waiting > 0 && !isSent
      ? [
          line('items_unscheduled', one, {
            meeting: id,
            on: plusDays(meeting.on, -meeting.agendaCloseDays),
            count: waiting,
          }),
        ]
      : []),
  ];
}

const minutesToApprove = (facts: HomeFacts, one: Of): Line[] =>
  meetingsOf(facts, one).flatMap(({ id, meeting: { status, on } }) =>
    status === 'MINUTES_DRAFTED' ? [line('minutes_unapproved', one, { meeting: id, on })] : [],
  );

const overdue = ({ items, escalated }: HomeFacts, one: Of): Line[] =>
  items
    .filter(({ item }) => item.council === one.id)
    .flatMap(({ id, item }) =>
      Object.values(item.actions).flatMap(({ duty, dueOn, done }) =>
        !done && escalated.has(`${id} ${duty}`) ? [line('action_overdue', one, { item: id, on: dueOn })] : [],
      ),
    );

/** 根回し: items of the next meeting on which a body of one's own institution has said nothing. */
function unheard(facts: HomeFacts, one: Of): Line[] {
  const next = nextOf(facts, one);
  if (!next) return [];
  const bodies = one.council.members.filter(({ organization }) => organization === facts.organization);
  const open = facts.items.filter(({ id, item }) => {
    const isHeard = ({ organization, body }: (typeof bodies)[number]) =>
      item.positions.some((each) => each.organization === organization && each.body === body);
    return (
      next.meeting.agenda.some((entry) => entry.item === id) && BEFORE.includes(item.status) && !bodies.every(isHeard)
    );
  });
  return open.map(({ id }) => line('position_missing', one, { meeting: next.id, item: id, on: next.meeting.on }));
}

/** 自分の機関の対応, together: they have a page of their own. */
function ownActions({ items, organization }: HomeFacts): Line[] {
  const due = items
    .flatMap(({ item }) => Object.values(item.actions))
    .filter(({ ownerOrganization, done, settled }) => ownerOrganization === organization && !done && settled !== true)
    .map(({ dueOn }) => dueOn)
    .toSorted();
  const [soonest] = due;
  if (soonest === undefined) return [];
  return [{ task: 'own_actions', council: null, meeting: null, item: null, on: soonest, count: due.length }];
}
