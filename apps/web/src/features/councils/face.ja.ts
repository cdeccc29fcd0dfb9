import type { ContextFace } from '../../feature.ts';
import { terms } from '../../i18n/terms.ja.ts';

/** What a board and the navigation say. */
export const face = {
  nav: {},
  command: {
    ScheduleAgendaItem: '会議の日程に載せる',
    DecideAgendaItem: '協議の結果を記録する',
    AssignAction: '対応を割り当てる',
    CompleteAction: '対応を終えたことを記録する',
  },
  short: { CompleteAction: '終えたと記録' },
  kind: { agenda_item: '議題' },
  step: { action: '対応（議題）' },
  state: {
    agenda_item: { DRAFTED: '議題案', SCHEDULED: '日程に載せた', DECIDED: '決定済み', ACTIONING: '対応中' },
  },
  level: {},
  detail: {
    meetingOn: '会議の日',
    level: '会議の段階',
    key: '課題',
  },
  unit: {},
  codes: {
    areaLevel: terms.areaLevel,
    theme: { ...terms.scene, ...terms.issueType },
  },
} satisfies ContextFace;
