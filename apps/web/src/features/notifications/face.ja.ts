import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { channels: '通知の受け取り方' },
  command: { RecordCall: '電話の結果を記録する' },
  short: { RecordCall: '結果を記録' },
  kind: { phone_task: '電話連絡の依頼' },
  level: {},
  step: { phone_call: '電話で伝える' },
  state: { phone_task: { OPEN: '電話待ち', DONE: '済み' } },
  detail: { organization: '電話先' },
  unit: {},
  codes: {},
} satisfies ContextFace;
