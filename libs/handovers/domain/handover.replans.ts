import type { Duty, Instant, Plan } from '#kernel';
import {
  acknowledgement,
  admissionInformation,
  answerOwed,
  beforeDischarge,
  dischargeDate,
  dischargeRecord,
  feedback,
  screening,
  supportSteps,
  type Setting,
} from './handover.obligations.js';
import type { HandoverRules } from './handover.rules.js';
import { lastPassed, type DischargeCase } from './handover.state.js';

interface Dating {
  readonly rules: HandoverRules;
  readonly now: Instant;
  readonly opening: (organization: string) => Parameters<typeof admissionInformation>[3];
}

/** When what a stay owes would be due under these rules; nothing where no rule dates it. */
export function replans(state: DischargeCase, duty: Duty, { rules, now, opening }: Dating): readonly Plan[] {
  const { admittedAt, hospital, area, careManager, plannedDischargeOn, dischargedAt, version } = state;
  const { step, instance } = duty;
  const at = (moment: Instant): Setting => ({ now, at: moment, rules, area });
  const house = { organization: hospital, opening: opening(hospital) };
  const office = careManager && { ...careManager, opening: opening(careManager.organization) };
  switch (step) {
    case 'admission_information':
      return office ? [admissionInformation(at(admittedAt), admittedAt, office, office.opening)] : [];
    case 'screening':
      // Whether the hospital had declared the stronger staffing is known by the date that it led to.
      return [true, false].map((strong) => screening(at(admittedAt), admittedAt, house, strong));
    case 'family_interview':
    case 'discharge_plan':
    case 'discharge_conference':
      return supportSteps(at(admittedAt), admittedAt, house).filter((plan) => plan.step === step);
    case 'planned_discharge':
      return [dischargeDate(at(admittedAt), admittedAt, house)];
    case 'discharge_record':
      return plannedDischargeOn === undefined ? [] : [dischargeRecord(at(now), plannedDischargeOn, house)];
    case 'start_notice':
      return plannedDischargeOn === undefined ? [] : [beforeDischarge(at(now), step, plannedDischargeOn, house)];
    case 'handover_document': {
      const asked = lastPassed(state, 'CLARIFYING', 'REDIRECTING');
      if (instance !== undefined) return asked === undefined ? [] : [answerOwed(at(asked), instance, house)];
      return plannedDischargeOn === undefined ? [] : [beforeDischarge(at(now), step, plannedDischargeOn, house)];
    }
    case 'acknowledgement': {
      const sentAt = lastPassed(state, 'SUBMITTED');
      if (!office || sentAt === undefined) return [];
      const on = dischargedAt === undefined ? plannedDischargeOn : undefined;
      return [acknowledgement(at(sentAt), version, office, office.opening, on)];
    }
    case 'feedback':
      return office && dischargedAt !== undefined ? [feedback(at(dischargedAt), dischargedAt, office)] : [];
    default:
      return [];
  }
}
