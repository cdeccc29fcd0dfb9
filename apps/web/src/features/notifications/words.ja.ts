import { face } from './face.ja.ts';

export const ja = {
  ...face,
  nav: { ...face.nav, outbox: '模擬の送信箱' },
  event: { CallRequested: '窓口に電話を頼んだ', CallRecorded: '電話の結果を記録した' },
  template: { 'phone.chase': 'お知らせが届かない人への電話' },
  record: {},
  detail: { ...face.detail, outcome: '結果' },
  field: {},
  hint: {},
  codes: {
    callOutcome: {
      reached: '話せた',
      left_message: '伝言を残した',
      not_reached: 'つながらなかった',
      not_needed: 'もう必要がなかった',
    },
  },
};
