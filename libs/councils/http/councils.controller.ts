import { commandController } from '#access';
import { AskAgendaItem } from '../commands/agenda-item.aggregate.js';
import * as dto from './councils.dto.js';

export const CouncilsController = commandController('Councils', [
  {
    command: 'ScheduleAgendaItem',
    path: 'agenda-items/:agendaItem/schedulings',
    body: dto.ScheduleAgendaItemBody,
    asked: AskAgendaItem,
    summary: '議題を会議の日程に載せる',
  },
  {
    command: 'DecideAgendaItem',
    path: 'agenda-items/:agendaItem/decisions',
    body: dto.DecideAgendaItemBody,
    asked: AskAgendaItem,
    summary: '議題について決める',
    personal: { decision_reason: ['reason'] },
  },
  {
    command: 'AssignAction',
    path: 'agenda-items/:agendaItem/actions',
    body: dto.AssignActionBody,
    asked: AskAgendaItem,
    summary: '対応を割り当てる',
    personal: { action: ['what'] },
  },
  {
    command: 'CompleteAction',
    path: 'agenda-items/:agendaItem/action-completions',
    body: dto.CompleteActionBody,
    asked: AskAgendaItem,
    summary: '対応を終えたことを記録する',
  },
]);
