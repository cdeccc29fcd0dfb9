import type { Widened } from '../../i18n/dictionary.ts';
import { terms } from '../../i18n/terms.en.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: {},
  command: {
    ScheduleAgendaItem: 'Put it on a meeting',
    DecideAgendaItem: 'Record what was decided',
    AssignAction: 'Assign an action',
    CompleteAction: 'Record that an action is done',
  },
  short: { CompleteAction: 'Record it' },
  kind: { agenda_item: 'Agenda item' },
  step: { action: 'Action (agenda)' },
  state: {
    agenda_item: { DRAFTED: 'Drafted', SCHEDULED: 'On a meeting', DECIDED: 'Decided', ACTIONING: 'Being acted upon' },
  },
  level: {},
  event: {
    AgendaItemDrafted: 'Agenda item drafted',
    AgendaItemEvidenceUpdated: 'Evidence of the draft updated',
    AgendaItemScheduled: 'Put on a meeting',
    AgendaItemDecided: 'Decided',
    AgendaItemContinued: 'Continued',
    AgendaItemEscalated: 'Raised to the upper council',
    ActionAssigned: 'Action assigned',
    ActionCompleted: 'Action completed',
  },
  template: { 'action.chase': 'Due: an action of a council' },
  record: { decision_reason: 'Why it was decided', action: 'What is to be done' },
  detail: {
    decision: 'Decision',
    meetingOn: 'Meeting',
    dueOn: 'Due',
    checkOn: 'To be checked',
    level: 'Council of',
    times: 'Continued',
    open: 'Still open',
  },
  unit: { times: (n: number) => `time ${n}`, open: (n: number) => `${n}` },
  field: {
    meetingOn: 'Day of the meeting',
    decision: 'What was decided',
    reason: 'Why',
    what: 'What is to be done',
    ownerOrganization: 'Institution that does it',
    dueOn: 'Due',
    checkOn: 'Day to check the effect',
    action: 'Action that is done',
  },
  hint: { reason: 'Nothing that tells who a person is.', what: 'Nothing that tells who a person is.' },
  codes: {
    decision: {
      adopt_measure: 'Adopted a measure',
      continue_next: 'Continue next time',
      escalate: 'Raise to the upper council',
      forward_other_body: 'Forward to another body',
      inform_only: 'For information only',
      rule_change: 'Change the rule',
      plan_reflect: 'Reflect in the plan',
      reject: 'Reject',
    },
    areaLevel: terms.areaLevel,
  },
  complete: {
    none: 'No action is still to be done.',
    untold: (dueOn: string) => `An action due ${dueOn}`,
    due: (dueOn: string) => `due ${dueOn}`,
  },
} satisfies Widened<typeof ja>;
