import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { RequestService: 'サービスの依頼' },
  command: {
    RequestService: 'サービスを依頼する',
    AcceptServiceRequest: '依頼を受ける',
    DeclineServiceRequest: '依頼を断る',
    CompleteServiceRequest: '実施の結果を記録する',
    RescheduleService: '実施の期限を変える',
    CancelServiceRequest: '依頼を取り下げる',
  },
  short: { AcceptServiceRequest: '受ける', DeclineServiceRequest: '断る', CompleteServiceRequest: '結果を記録' },
  kind: { service_request: 'サービスの依頼' },
  level: { service_request: { 1: '依頼先へ催促', 2: '依頼元へ連絡', 3: '相談窓口へ連絡' } },
  step: { service_answer: '依頼への返事', service_completion: 'サービスの実施' },
  state: {
    service_request: {
      REQUESTED: '返事待ち',
      ACCEPTED: '実施待ち',
      DECLINED: '断られた',
      COMPLETED: '実施済み',
      CANCELLED: '取り下げ',
    },
  },
  detail: { service: 'サービス', doneBy: '実施の期限' },
  unit: {},
  codes: {
    service: {
      oral_care: '口腔ケア・訪問歯科',
      visiting_pharmacy: '訪問薬剤管理',
      visiting_rehab: '訪問リハビリ',
      visiting_nursing: '訪問看護',
      nutrition: '訪問栄養指導',
    },
  },
} satisfies ContextFace;
