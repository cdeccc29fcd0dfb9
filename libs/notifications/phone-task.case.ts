import { defineCase, entriesOf, type Grants } from '#cases';
import { PhoneLookUps } from './commands/phone.look-ups.js';
import { phoneTask, recordCall, requestCall, type PhoneTask, type PhoneTaskEvent } from './domain/phone-task.js';
import * as dto from './http/phone.dto.js';

const { begins, asked } = entriesOf<PhoneTask | null, PhoneTaskEvent, PhoneLookUps>();

const OF_DESK: Grants = { desk: 'desk_work', area: 'desk_work' };

/** 電話連絡の依頼: an item at the desk, for a person whom no message reaches. */
export const phoneTaskKind = defineCase({
  ...phoneTask,
  tag: 'Notifications',
  states: ['OPEN', 'DONE'],
  commands: {
    RequestCall: begins({
      route: { path: 'phone-tasks', body: dto.RequestCallBody, summary: '窓口に、人への電話を頼む' },
      may: { anyone: 'membership' },
      find: (look, said, _none, ask) => look.calling(said, ask),
      decide: requestCall,
    }),
    RecordCall: asked({
      route: { path: 'phone-tasks/:phoneTask/calls', body: dto.RecordCallBody, summary: '電話の結果を記録する' },
      may: OF_DESK,
      from: ({ status }) => status === 'OPEN',
      decide: recordCall,
    }),
  },
  events: { CallRequested: { version: 1 }, CallRecorded: { version: 1 } },
  // Where nobody is there to hear of it, an administrator does (obligation.unattended).
  sees: { desk: 'desk_work', area: ['desk_work', 'area_overview'], everyone: 'administration' },
  board: OF_DESK,
  contact: ({ organization }) => organization,
  card: ({ organization, person, about, calls }) => ({
    organization,
    person,
    calls,
    ...(about !== undefined && { about }),
  }),
  steps: { phone_call: { by: ['RecordCall'] } },
  texts: { templates: ['phone.chase'], records: [] },
  lookUps: PhoneLookUps,
});
