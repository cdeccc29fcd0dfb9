import type { Feature } from '../../feature.ts';
import { words } from './words.ts';

/** 通知: by what people are told outside, and whom the desk telephones. */
export const notifications: Feature = {
  words,
  kinds: { phone_task: 'phone-tasks' },
  pages: {
    channels: { path: '/channels', page: async () => (await import('./pages/channels-page.tsx')).ChannelsPage },
    outbox: { path: '/outbox', page: async () => (await import('./pages/outbox-page.tsx')).OutboxPage, hidden: true },
  },
  commands: {
    RecordCall: { page: async () => (await import('./pages/record-call.tsx')).RecordCall },
  },
  steps: { phone_call: ['RecordCall'] },
  facts: { CallRequested: { organization: 'organization' }, CallRecorded: { outcome: { codes: 'callOutcome' } } },
  rows: { phone_task: { organization: 'organization' } },
  loud: [],
};
