import type { Facts } from '../../feature.ts';
import { version } from './rows.ts';

const destination = { codes: 'destination' } as const;
const via = { codes: 'via' } as const;

export const facts: Facts = {
  AdmissionRegistered: {
    admittedAt: 'moment',
    admissionKind: { codes: 'admissionKind' },
    careLevel: { codes: 'careLevel' },
    insuredType: { codes: 'insuredType' },
  },
  AdmissionInformationProvided: { channel: { codes: 'informationChannel' }, level: { codes: 'informed' } },
  DischargeSupportScreened: { required: { codes: 'required' }, criteria: { codes: 'criterion' } },
  DischargePlanned: { plannedDischargeOn: 'day', destination, shortNotice: { codes: 'shortNotice' } },
  DischargeRescheduled: {
    plannedDischargeOn: 'day',
    previouslyOn: 'day',
    destination,
    shortNotice: { codes: 'shortNotice' },
  },
  DischargeHandoverSubmitted: { version },
  DischargeHandoverSupplemented: { version },
  HandoverDeliveredOnPaper: { version },
  DischargeHandoverAcknowledged: { version, via },
  HandoverClarificationRequested: { version, via },
  HandoverReturned: { version, via },
  PatientDischarged: { dischargedAt: 'moment', destination },
  PatientTransferred: { on: 'day' },
  PatientDied: { on: 'day' },
  DischargeHandoverMissed: { leakCode: { codes: 'leak' }, step: 'step', recoverUntil: 'moment' },
  HandoverRecovered: { version },
  DischargeLeakConfirmed: { codes: { codes: 'leak' } },
  DischargeLeakClassified: { codes: { codes: 'leak' } },
  DischargeCaseExcluded: { code: { codes: 'exclusion' } },
  PostDischargeFeedbackReturned: { quality: { codes: 'feedbackQuality' } },
};
