import type { Widened } from '../../i18n/dictionary.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: { channels: 'How I am told', outbox: 'Simulated outbox' },
  command: { RecordCall: 'Record the outcome of the call' },
  short: { RecordCall: 'Record outcome' },
  kind: { phone_task: 'Telephone call' },
  level: {},
  step: { phone_call: 'Tell by telephone' },
  state: { phone_task: { OPEN: 'To be called', DONE: 'Done' } },
  event: { CallRequested: 'Desk asked to telephone', CallRecorded: 'Outcome of the call recorded' },
  template: { 'phone.chase': 'Telephone somebody whom no message reaches' },
  record: {},
  detail: { organization: 'Call', outcome: 'Outcome' },
  unit: {},
  field: {},
  hint: {},
  codes: {
    callOutcome: {
      reached: 'Reached',
      left_message: 'Left a message',
      not_reached: 'Not reached',
      not_needed: 'Not needed any more',
    },
  },
} satisfies Widened<typeof ja>;
