import { commandController, type CommandRoute } from '#access';
import { AskDischargeCase } from '../commands/handover.aggregate.js';
import * as dto from './handovers.dto.js';

const of = (
  command: string,
  resource: string,
  body: CommandRoute['body'],
  summary: string,
  rest: Partial<CommandRoute> = {},
): CommandRoute => ({ command, path: `handovers/:case/${resource}`, body, asked: AskDischargeCase, summary, ...rest });

const DOCUMENT = { personal: { handover_document: ['document'] } };

export const HandoversController = commandController('Handovers', [
  {
    command: 'RegisterAdmission',
    path: 'handovers',
    body: dto.RegisterAdmissionBody,
    asked: AskDischargeCase,
    summary: '入院を登録する',
    occurred: 'admittedAt',
    personal: { admission_ward: ['ward'] },
  },
  of('IdentifyCareManager', 'care-manager', dto.NameCareManagerBody, '担当ケアマネジャーを確認する'),
  of('ReassignCareManager', 'care-manager-changes', dto.NameCareManagerBody, '担当ケアマネジャーを変更する'),
  of(
    'ProvideAdmissionInformation',
    'admission-information',
    dto.ProvideAdmissionInformationBody,
    '入院時情報を提供する',
  ),
  of('ScreenForDischargeSupport', 'screenings', dto.ScreenForDischargeSupportBody, '退院支援の要否を判定する'),
  of('HoldFamilyInterview', 'family-interviews', dto.PlainBody, '家族面談を記録する'),
  of('StartDischargePlan', 'discharge-plans', dto.PlainBody, '退院支援計画の着手を記録する'),
  of('HoldDischargeConference', 'discharge-conferences', dto.PlainBody, 'カンファレンスを記録する'),
  of('PlanDischarge', 'planned-discharges', dto.PlanDischargeBody, '退院予定を決める・変える'),
  of('NotifyDischargeSupportStart', 'start-notices', dto.PlainBody, '退院支援開始を連絡する'),
  of('SubmitHandover', 'documents', dto.HandoverDocumentBody, '引継書を送る', DOCUMENT),
  of('SupplementHandover', 'supplements', dto.HandoverDocumentBody, '引継書を補う', DOCUMENT),
  of('AcknowledgeHandover', 'acknowledgements', dto.AcknowledgeHandoverBody, '引継書の受領を確認する'),
  of('RequestHandoverClarification', 'clarifications', dto.RequestHandoverClarificationBody, '引継書について照会する', {
    personal: { clarification: ['text'] },
  }),
  of('ReturnHandover', 'returns', dto.ReturnHandoverBody, '引継書を宛先違いとして返す', {
    personal: { return_reason: ['reason'] },
  }),
  of('RecordDischarge', 'discharges', dto.RecordDischargeBody, '退院を記録する', { occurred: 'dischargedAt' }),
  of('RecordTransfer', 'transfers', dto.RecordTransferBody, '転院を記録する', { occurred: 'on' }),
  of('RecordDeath', 'deaths', dto.RecordDeathBody, '死亡退院を記録する', { occurred: 'on' }),
  of('RelayCareManagerToNextHospital', 'relays', dto.PlainBody, '転院先へ担当ケアマネジャーを伝える'),
  of('ReturnPostDischargeFeedback', 'feedback', dto.ReturnPostDischargeFeedbackBody, '退院後情報を返す'),
  of('ClassifyLeak', 'leak-classifications', dto.ClassifyLeakBody, 'もれを分類する'),
  of('ExcludeFromSurvey', 'exclusions', dto.ExcludeFromSurveyBody, '集計から除外する'),
]);
