import { face } from './face.ja.ts';

export const ja = {
  ...face,
  event: {
    ServiceRequested: 'サービスを依頼した',
    ServiceRequestAccepted: '依頼を受けた',
    ServiceRescheduled: '実施の期限を変えた',
    ServiceRequestDeclined: '依頼を断った',
    ServiceRequestCompleted: '実施した',
    ServiceRequestCancelled: '依頼を取り下げた',
  },
  template: {
    'service.chase': 'サービスの依頼の期限',
    'service.requested': 'サービスの依頼が届きました',
    'service.accepted': 'サービスの依頼が受けられました',
    'service.rescheduled': 'サービスの実施の期限が変わりました',
    'service.declined': 'サービスの依頼が断られました',
    'service.completed': 'サービスが実施されました',
    'service.cancelled': 'サービスの依頼が取り下げられました',
  },
  record: { service_wish: '頼みたいこと', service_note: '補足' },
  detail: { ...face.detail, to: '依頼先', reason: '理由', outcome: '結果' },
  field: {
    patient: '患者',
    service: 'サービス',
    to: '依頼先',
    wish: '頼みたいこと',
    doneBy: 'いつまでに行うか',
    note: '補足',
    reason: '理由',
    outcome: '結果',
  },
  hint: { wish: '困っていること、知っておいてほしいこと。', doneBy: '双方で決めた日。' },
  unit: {},
  codes: {
    ...face.codes,
    decline: {
      no_capacity: '空きがない',
      out_of_area: '訪問できる範囲の外',
      not_offered: 'そのサービスを行っていない',
      needs_order: '医師の指示がまだない',
      not_suitable: '本人の状態に合わない',
      other: 'その他',
    },
    outcome: { continuing: '続けて行う', done_once: '一度行って終えた', not_needed: '必要がなかった' },
    cancellation: {
      another_provider: 'ほかの機関に決まった',
      condition_changed: '状態が変わった',
      admitted: '入院した',
      person_declines: '本人・家族が希望しない',
      consent_withdrawn: '情報共有の同意が撤回された',
      by_mistake: '誤って依頼した',
    },
  },
  request: {
    origin: '元の相談を開く',
    byDesk:
      '依頼先にこのシステムの利用者がいないときは、相談窓口に連絡が届きます。窓口が電話などで伝え、返事を記録します。',
  },
};
