import type { LocalDate } from '#kernel';

export const SERVICES = ['oral_care', 'visiting_pharmacy', 'visiting_rehab', 'visiting_nursing', 'nutrition'] as const;
/** サービス: 口腔ケア・訪問薬剤管理・訪問リハビリ・訪問看護・訪問栄養 (B-09). */
export type Service = (typeof SERVICES)[number];

export const SERVICE_DECLINES = [
  'no_capacity',
  'out_of_area',
  'not_offered',
  'needs_order',
  'not_suitable',
  'other',
] as const;
/** 断る理由: `needs_order` — a physician's order (指示書) is still lacking. */
export type ServiceDecline = (typeof SERVICE_DECLINES)[number];

export const SERVICE_OUTCOMES = ['continuing', 'done_once', 'not_needed'] as const;
/** 結果: it goes on regularly, it was done once, or a look showed that it is not needed. */
export type ServiceOutcome = (typeof SERVICE_OUTCOMES)[number];

export const SERVICE_CANCELLATIONS = [
  'another_provider',
  'condition_changed',
  'admitted',
  'person_declines',
  'consent_withdrawn',
  'by_mistake',
] as const;
/** 取り下げる理由. */
export type ServiceCancellation = (typeof SERVICE_CANCELLATIONS)[number];

/** サービスを依頼する. What is wished for lies in the personal-data store. */
export interface RequestService {
  readonly type: 'RequestService';
  readonly patient: string;
  readonly service: Service;
  /** The organization that is asked to do it. */
  readonly to: string;
  /** The consultation that it comes from (元の相談). */
  readonly origin?: string;
}
export interface AcceptServiceRequest {
  readonly type: 'AcceptServiceRequest';
  /** Until when it is done, as both agree. */
  readonly doneBy: LocalDate;
}
export interface RescheduleService {
  readonly type: 'RescheduleService';
  readonly doneBy: LocalDate;
}
export interface DeclineServiceRequest {
  readonly type: 'DeclineServiceRequest';
  readonly reason: ServiceDecline;
}
export interface CompleteServiceRequest {
  readonly type: 'CompleteServiceRequest';
  readonly outcome: ServiceOutcome;
}
export interface CancelServiceRequest {
  readonly type: 'CancelServiceRequest';
  readonly reason: ServiceCancellation;
}
