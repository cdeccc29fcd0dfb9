/** Rule set of council agendas (model.md 2.7 and 2.16). Every number is data; [D] marks what is our own default. */
export const AGENDA_RULES = {
  /** Chase of an overdue action: calendar days from T by level, the first being level 1 [D]. */
  actionChaseDays: [0, 7, 14] as readonly number[],
};

export type AgendaRules = typeof AGENDA_RULES;
export const AGENDA_CONTEXT = 'councils';
