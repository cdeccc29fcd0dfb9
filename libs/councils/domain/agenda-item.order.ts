import { ITSELF, type Earlier, type Order } from '#kernel';
import type { AgendaItemCommand } from './agenda-item.commands.js';
import type { AgendaItem } from './agenda-item.state.js';

/** What the order of an item's commands looks at: the item, and the action that the command names. */
export interface Ordered {
  readonly item: AgendaItem;
  readonly action: string | undefined;
}

type Moment = Earlier<Ordered>;

const STANDING: Moment = {
  ja: '議題が今の状態になった時',
  en: 'the moment at which the item came to its present state',
  at: ({ item }) => item.statusSince,
};
const MEETING: Moment = { ja: '会議の日', en: 'the day of its meeting', at: ({ item }) => item.meetingOn };
const DECISION: Moment = { ja: '協議結果が出た時', en: 'the decision', at: ({ item }) => item.decidedAt };
const ASSIGNMENT: Moment = {
  ja: '対応を割り当てた時',
  en: 'the assignment of the action',
  at: ({ item, action = '' }) => item.actions[action]?.assignedAt,
};

/** 時の順: what each command cannot precede (model.md 2.7). A meeting and a due day are measured by the day they were set. */
export const AGENDA_ITEM_ORDER: Order<Ordered, AgendaItemCommand> = {
  DraftAgendaItem: {},
  UpdateEvidence: {},
  ScheduleAgendaItem: { occurredAt: [STANDING], fields: { meetingOn: ITSELF } },
  DecideAgendaItem: { occurredAt: [STANDING, MEETING] },
  AssignAction: { occurredAt: [DECISION], fields: { dueOn: ITSELF, checkOn: ITSELF } },
  CompleteAction: { occurredAt: [ASSIGNMENT] },
};
