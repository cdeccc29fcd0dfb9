import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();
const careManager = { as: 'user', role: 'care_manager', required: true } as const;
const destination = { as: 'choice', codes: 'destination', required: true, initial: 'home' } as const;

export const forms: Forms = {
  ProvideAdmissionInformation: form('ProvideAdmissionInformation', {
    channel: { as: 'choice', codes: 'informationChannel', required: true },
  }),
  ScreenForDischargeSupport: form('ScreenForDischargeSupport', {
    criteria: { as: 'marks', codes: 'criterion', hint: 'criteria' },
  }),
  PlanDischarge: form('PlanDischarge', { plannedDischargeOn: { as: 'date', required: true }, destination }),
  NotifyDischargeSupportStart: form('NotifyDischargeSupportStart', {}),
  HoldFamilyInterview: form('HoldFamilyInterview', {}),
  StartDischargePlan: form('StartDischargePlan', {}),
  HoldDischargeConference: form('HoldDischargeConference', {}),
  RequestHandoverClarification: form('RequestHandoverClarification', {
    text: { as: 'long', required: true, hint: 'clarification' },
  }),
  RecordDischarge: form('RecordDischarge', { dischargedAt: { as: 'moment', required: true }, destination }, false),
  ReturnPostDischargeFeedback: form('ReturnPostDischargeFeedback', {
    quality: { as: 'choice', codes: 'feedbackQuality', required: true },
  }),
  RelayCareManagerToNextHospital: form('RelayCareManagerToNextHospital', {}),
  IdentifyCareManager: form('IdentifyCareManager', { careManager }),
  ReassignCareManager: form('ReassignCareManager', { careManager }),
  ReturnHandover: form('ReturnHandover', { reason: { as: 'long', required: true, hint: 'returnReason' } }),
  RecordTransfer: form(
    'RecordTransfer',
    {
      on: { as: 'date', required: true },
      toHospital: { as: 'organization', kinds: ['hospital'], another: true },
    },
    false,
  ),
  RecordDeath: form('RecordDeath', { on: { as: 'date', required: true } }, false),
  ClassifyLeak: form('ClassifyLeak', { codes: { as: 'choices', codes: 'leak', required: true } }),
  ExcludeFromSurvey: form('ExcludeFromSurvey', { code: { as: 'choice', codes: 'exclusion', required: true } }),
};
