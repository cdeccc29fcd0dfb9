import { levels, type Bounds } from '#kernel';

/** Rule set of council agendas (model.md 2.7 and 2.16). Every number is data; [D] marks what is our own default. */
export const AGENDA_RULES = {
  /** Chase of an overdue action: calendar days from T by level, the first being level 1 [D]. */
  actionChaseDays: [0, 7, 14] as readonly number[],
};

/** What an area may set [D]. */
export const AGENDA_BOUNDS: Bounds<typeof AGENDA_RULES> = {
  actionChaseDays: levels(3, 0, 366),
};

export type AgendaRules = typeof AGENDA_RULES;
export const AGENDA_CONTEXT = 'councils';
