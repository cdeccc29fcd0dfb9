import { defineCase, entriesOf } from '#cases';
import { can } from '#kernel';
import { RosterLookUps } from './commands/roster.look-ups.js';
import { onCallRoster, publish, type OnCallRoster, type OnCallShiftPublished } from './domain/roster.js';
import * as dto from './http/backup.dto.js';

const { begins } = entriesOf<OnCallRoster | null, OnCallShiftPublished, RosterLookUps>();

/** 当番表: who is on call when. */
export const onCallRosterKind = defineCase({
  ...onCallRoster,
  tag: 'Backup',
  states: ['PUBLISHED'],
  commands: {
    PublishOnCallShifts: begins({
      route: { path: 'on-call-shifts', body: dto.PublishOnCallShiftsBody, summary: '当番表を出す' },
      may: { anyone: ['arrangement_keeping', 'clinic_work'] },
      // The base publishes for its area; a clinic its own turns.
      allowed: ({ role, orgId }, { shifts }) =>
        can(role, 'arrangement_keeping') || shifts.every(({ organization }) => organization === orgId),
      find: (look, said, _none, ask) => look.find(said, ask),
      decide: publish,
    }),
  },
  events: { OnCallShiftPublished: { version: 1 } },
  sees: { area: 'arrangement_keeping' },
  card: () => ({}),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: RosterLookUps,
});
