import {
  DomainError,
  forbidden,
  invalidInput,
  recordOf,
  type AreaRef,
  type Circumstances,
  type FieldError,
  type LocalDate,
} from '#kernel';
import {
  councilId,
  type DecideAgendaItem,
  type DiscussAgendaItem,
  type DraftAgendaItem,
  type DropAgendaItem,
  type FollowCouncil,
  type FollowIssueEnd,
  type NoteContributorsTold,
  type ProposeAgendaItem,
  type UpdateEvidence,
  type WriteAgendaNote,
} from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import type { AgendaItem, State } from '../agenda-item.state.js';
import type { AgendaRules } from '../agenda.rules.js';
import type { Seats } from '../council.js';
import { mustFit } from './position.js';
import type { MeetingSeen } from './schedule.js';

/** The established council that an item goes to. */
export interface Seated {
  readonly id: string;
  readonly seats: Seats;
}

/** One item for one issue: a roll-up that is told of twice drafts nothing anew. What was dropped with its issue comes back with it. */
export function draft(
  { type: _type, council, ...said }: DraftAgendaItem,
  state: State,
  { found }: Circumstances<Seated | undefined>,
): AgendaItemEvent[] {
  if (state && state.status !== 'DROPPED') return [];
  return [
    {
      type: 'AgendaItemDrafted',
      payload: {
        ...said,
        council: found?.id ?? council ?? councilId(said.areaId),
        ...(found && { seats: found.seats }),
      },
    },
  ];
}

export interface Proposing extends Seated {
  readonly level: string;
  readonly areaId: string;
  readonly area: AreaRef;
  /** Whether the person stands at that council. */
  readonly isOwn: boolean;
}

const NOTHING = { signals: 0, distinctCases: 0, distinctOrganizations: 0, municipalities: 0 };

/** 議題を提案する. It is its own issue, as there is no other. */
export function propose(
  { category }: ProposeAgendaItem,
  _none: State,
  { found: { id: council, seats, level, areaId, area, isOwn }, id, records }: Circumstances<Proposing>,
): AgendaItemEvent[] {
  if (!isOwn)
    throw forbidden(
      '議題を提案できるのは、その会議体の事務局と、圏域の担当者です。',
      'Items are proposed by the secretariat of the council and the officers of its areas.',
    );
  mustFit(category, level);
  const titleRef = records['agenda_title'];
  return [
    {
      type: 'AgendaItemDrafted',
      payload: {
        issue: id,
        episode: 1,
        key: '',
        level,
        areaId,
        area,
        council,
        seats,
        category,
        evidence: NOTHING,
        children: [],
        ...(titleRef !== undefined && { titleRef }),
      },
    },
  ];
}

/** Whether it was proposed, and is about no issue. */
export const isProposed = ({ key }: Pick<AgendaItem, 'key'>): boolean => key === '';

/** 議題案を取り下げる. An item of an issue goes with its issue. */
export const drop = (
  _command: DropAgendaItem,
  { issue }: AgendaItem,
  { records }: Circumstances<unknown>,
): AgendaItemEvent[] => [
  {
    type: 'AgendaItemDropped',
    payload: { issue, because: 'proposal', reasonRef: recordOf(records, 'dropping_reason') },
  },
];

/** What a meeting has on its agenda is decided there. */
export const followIssueEnd = ({ because }: FollowIssueEnd, { issue, status }: AgendaItem): AgendaItemEvent[] =>
  status === 'DRAFTED' || status === 'POSITIONED' ? [{ type: 'AgendaItemDropped', payload: { issue, because } }] : [];

export const updateEvidence = ({ evidence, children }: UpdateEvidence, state: State): AgendaItemEvent[] =>
  state?.status === 'DRAFTED'
    ? [{ type: 'AgendaItemEvidenceUpdated', payload: { issue: state.issue, evidence, children } }]
    : [];

export const writeNote = (
  _command: WriteAgendaNote,
  { issue }: AgendaItem,
  { records }: Circumstances<unknown>,
): AgendaItemEvent[] => [{ type: 'AgendaNoteWritten', payload: { issue, noteRef: recordOf(records, 'agenda_note') } }];

export const noteTold = ({ type: _type, ...said }: NoteContributorsTold, { issue }: AgendaItem): AgendaItemEvent[] => [
  { type: 'ContributorsTold', payload: { issue, ...said } },
];

export const follow = ({ seats }: FollowCouncil, { issue, seats: before }: AgendaItem): AgendaItemEvent[] =>
  JSON.stringify(before) === JSON.stringify(seats) ? [] : [{ type: 'AgendaItemReseated', payload: { issue, seats } }];

/** What was looked up to decide an item. */
export interface Deciding {
  readonly rules: AgendaRules;
  /** Areas in which a change of rules takes effect: those of the council. */
  readonly areas: readonly string[];
  readonly ruleFaults: readonly FieldError[];
  /** The meeting that it is on, where one was planned. */
  readonly present?: MeetingSeen;
  readonly next?: { readonly id: string; readonly on: LocalDate };
  /** The council that it is forwarded to. */
  readonly to?: Proposing;
}

/** @throws meeting_not_held: what was not yet sat about cannot have been discussed or decided. */
export function mustSit({ present }: Pick<Deciding, 'present'>): void {
  if (present === undefined || present.decides) return;
  throw new DomainError(
    'conflict',
    'meeting_not_held',
    '会議が開催中ではありません。会議の画面で「開催」または「書面開催」を記録してから、結果を入力してください（要旨の承認後は変えられません）。',
    'The meeting is not being held. Record that it is held, or held in writing, first; after its minutes are approved nothing is decided any more.',
  );
}

export function discuss(
  _command: DiscussAgendaItem,
  { issue }: AgendaItem,
  { found, records }: Circumstances<Deciding>,
): AgendaItemEvent[] {
  mustSit(found);
  return [{ type: 'AgendaItemDiscussed', payload: { issue, discussionRef: records['discussion'] ?? null } }];
}

export function decideItem(
  command: DecideAgendaItem,
  item: AgendaItem,
  given: Circumstances<Deciding>,
): AgendaItemEvent[] {
  const { issue, meeting, meetingOn, number } = item;
  const { found, records } = given;
  mustSit(found);
  const { decision } = command;
  const reasonRef = records['decision_reason'] ?? null;
  if (decision === 'reject' && reasonRef === null)
    throw invalidInput('reason', '取り上げない理由を書いてください。', 'Say why it is not taken up.');
  const rule = ruleOf(command, found);
  const decided: AgendaItemEvent = {
    type: 'AgendaItemDecided',
    payload: {
      issue,
      decision,
      reasonRef,
      ...(meetingOn !== undefined && { meetingOn }),
      ...(meeting !== undefined && { meeting }),
      ...(number !== undefined && { number }),
      ...(rule && { rule }),
    },
  };
  return [decided, ...consequences(command, item, given)];
}

/** What follows from a decision by itself (model.md 2.7). */
function consequences(
  { decision, toCouncil }: DecideAgendaItem,
  item: AgendaItem,
  { found: { rules, next, to }, newId, id }: Circumstances<Deciding>,
): AgendaItemEvent[] {
  const { issue, key, level, areaId, continued, origins, episode, titleRef, children } = item;
  const forwarded = (other: Proposing): AgendaItemEvent => ({
    type: 'AgendaItemForwarded',
    payload: {
      issue,
      toCouncil: other.id,
      item: newId('forwarded'),
      level: other.level,
      areaId: other.areaId,
      area: other.area,
      episode,
      key,
      evidence: evidenceOf(item),
      children,
      origins: [...origins, id],
      ...(titleRef !== undefined && { titleRef }),
    },
  });
  switch (decision) {
    case 'continue_next': {
      const times = continued + 1;
      return [
        { type: 'AgendaItemContinued', payload: { issue, times, flagged: times >= rules.continuedTimes } },
        ...(next
          ? [{ type: 'AgendaItemScheduled', payload: { issue, meetingOn: next.on, meeting: next.id } } as const]
          : []),
      ];
    }
    case 'escalate':
      if (!isProposed(item)) return [{ type: 'AgendaItemEscalated', payload: { issue, key, level, areaId } }];
      if (to) return [forwarded(to)];
      throw invalidInput(
        'decision',
        'この会議体には上位の会議が登録されていません。会議体の画面で登録するか、ほかの会議へ回してください。',
        'The council has none above it. Name one on its page, or forward the item to another body.',
      );
    case 'forward_other_body':
      if (to) return [forwarded(to)];
      throw invalidInput('toCouncil', '回す先の会議を選んでください。', 'Choose the council that it goes to.');
    case 'adopt_measure':
    case 'inform_only':
    case 'plan_reflect':
    case 'reject':
    case 'rule_change':
      break;
  }
  if (toCouncil === undefined) return [];
  throw invalidInput(
    'toCouncil',
    '回す先は「ほかの会議へ回す」のときだけ選べます。',
    'A council to forward to belongs to that decision only.',
  );
}

const evidenceOf = ({ signals, distinctCases, distinctOrganizations, municipalities }: AgendaItem) => ({
  signals,
  distinctCases,
  distinctOrganizations,
  municipalities,
});

/** ルールの改定: bound to the areas of the council that agreed it (requirement D-05). */
function ruleOf({ decision, rule }: DecideAgendaItem, { ruleFaults, areas }: Deciding) {
  if (rule === undefined) return undefined;
  if (decision !== 'rule_change')
    throw invalidInput(
      'rule',
      'ルールは「ルールを改める」のときだけ指定できます。',
      'A rule belongs to a change of rules only.',
    );
  if (ruleFaults.length > 0)
    throw new DomainError(
      'invalid',
      'invalid_input',
      'ルールの値に誤りがあります。項目を直してください。',
      'Some rule values are wrong. Mend the fields named.',
      ruleFaults,
    );
  return { ...rule, areas };
}
