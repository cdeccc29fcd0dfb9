import { idOf, type AreaRef, type LocalDate } from '#kernel';

/** Every node of the area tree has its council (協議会) from the start; it needs no founding (scenarios/README.md). */
export const councilId = (areaId: string): string => idOf('council', areaId);

/** One item for each episode of an issue. */
export const agendaItemId = (issue: string, episode: number): string => idOf('agenda_item', issue, episode);

export const DECISIONS = [
  'adopt_measure',
  'continue_next',
  'escalate',
  'forward_other_body',
  'inform_only',
  'rule_change',
  'plan_reflect',
  'reject',
] as const;
/** 協議結果 (model.md 2.7). */
export type Decision = (typeof DECISIONS)[number];

/** What speaks for the item, as counts: no ids of persons, no names. */
export interface EvidenceCounts {
  readonly signals: number;
  readonly distinctCases: number;
  readonly distinctOrganizations: number;
  readonly municipalities: number;
}

/** Evidence, with the issues below that it was gathered from (下位の課題). */
export interface Gathered {
  readonly evidence: EvidenceCounts;
  readonly children: readonly string[];
}

export interface DraftAgendaItem extends Gathered {
  readonly type: 'DraftAgendaItem';
  readonly level: string;
  readonly areaId: string;
  readonly area: AreaRef;
  readonly issue: string;
  readonly episode: number;
  readonly key: string;
}
/** Until it is on the agenda, a draft shows what the issue has come to (根拠資料 is frozen with the material). */
export interface UpdateEvidence extends Gathered {
  readonly type: 'UpdateEvidence';
}
export interface ScheduleAgendaItem {
  readonly type: 'ScheduleAgendaItem';
  readonly meetingOn: LocalDate;
}
/** The reason lies in the personal-data store. */
export interface DecideAgendaItem {
  readonly type: 'DecideAgendaItem';
  readonly decision: Decision;
}
/** What is to be done lies in the personal-data store. */
export interface AssignAction {
  readonly type: 'AssignAction';
  readonly ownerOrganization: string;
  readonly dueOn: LocalDate;
  readonly checkOn?: LocalDate;
}
export interface CompleteAction {
  readonly type: 'CompleteAction';
  readonly action: string;
}
