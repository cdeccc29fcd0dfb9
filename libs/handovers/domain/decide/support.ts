import { dateIn, invalidInput, type Plan } from '#kernel';
import type { PlanDischarge, ScreenForDischargeSupport } from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import {
  beforeDischarge,
  dischargeDate,
  dischargeRecord,
  hastened,
  isShortNotice,
  supportSteps,
} from '../handover.obligations.js';
import { isBeforeSupport, stepNow, type DischargeCase } from '../handover.state.js';
import type { Work } from './work.js';

export function screenForDischargeSupport({ criteria }: ScreenForDischargeSupport, work: Work): HandoverEvent[] {
  const { state, setting, hospital, live, afterwards, inHospital, wrong } = work;
  const screening = state.duties['screening']?.state;
  // A document that went out first, or a discharge written down first, does not take the screening off the hospital.
  const asked = isBeforeSupport(stepNow(state)) || screening === 'open' || (afterwards && screening === 'cancelled');
  if (!(live || afterwards) || !asked) throw wrong();
  const required = state.careManager !== undefined || Object.values(criteria).includes(true);
  const open = ({ step }: Plan) => !state.doneEarly?.includes(step);
  const plans =
    required && inHospital
      ? [
          ...supportSteps(setting, state.admittedAt, hospital).filter(open),
          ...counted({ ...state, handover: 'REQUIRED' }, work),
          ...undated(work),
        ]
      : [];
  return [{ type: 'DischargeSupportScreened', payload: { criteria, required, plans } }];
}

const STEPS = {
  HoldFamilyInterview: 'FamilyInterviewHeld',
  StartDischargePlan: 'DischargePlanStarted',
  HoldDischargeConference: 'DischargeConferenceHeld',
} as const;

export function supportStep(type: keyof typeof STEPS, { live, afterwards, wrong }: Work): HandoverEvent[] {
  if (!live && !afterwards) throw wrong();
  return [{ type: STEPS[type], payload: {} }];
}

export function planDischarge(command: PlanDischarge, work: Work): HandoverEvent[] {
  const { state, given, setting, live, wrong } = work;
  const { plannedDischargeOn, destination } = command;
  const { plannedDischargeOn: previouslyOn, admittedAt, handover, version, careManager } = state;
  if (!live) throw wrong();
  if (plannedDischargeOn < dateIn(admittedAt))
    throw invalidInput(
      'plannedDischargeOn',
      '退院予定日が入院日より前です。日付を確かめてください。',
      'The planned discharge lies before the admission. Check the date.',
    );
  if (previouslyOn === plannedDischargeOn && state.destination === destination) return [];
  const moved = previouslyOn !== plannedDischargeOn;
  const shortNotice = isShortNotice(setting, plannedDischargeOn);
  const unread = handover === 'SUBMITTED' && careManager && shortNotice;
  const payload = {
    plannedDischargeOn,
    destination,
    shortNotice,
    plans: moved
      ? [
          ...counted({ ...state, plannedDischargeOn }, work),
          ...(unread
            ? [hastened(setting, version, careManager, given.found.careOffice, plannedDischargeOn, state.duties)]
            : []),
        ]
      : [],
  };
  return previouslyOn === undefined
    ? [{ type: 'DischargePlanned', payload }]
    : [{ type: 'DischargeRescheduled', payload: { ...payload, previouslyOn } }];
}

export function notifyDischargeSupportStart({ state, live, afterwards, wrong }: Work): HandoverEvent[] {
  if (!(live || afterwards) || state.startNotified || state.handover === 'NOT_REQUIRED') throw wrong();
  return [{ type: 'DischargeSupportStartNotified', payload: {} }];
}

/** Steps that still count back from the planned day. What is done is not asked for again. */
function counted(state: DischargeCase, { setting, hospital }: Work): Plan[] {
  const { plannedDischargeOn, startNotified, version, handover } = state;
  if (plannedDischargeOn === undefined || handover === 'NOT_REQUIRED') return [];
  return [
    ...(startNotified || version > 0 ? [] : [beforeDischarge(setting, 'start_notice', plannedDischargeOn, hospital)]),
    ...(version > 0 ? [] : [beforeDischarge(setting, 'handover_document', plannedDischargeOn, hospital)]),
    dischargeRecord(setting, plannedDischargeOn, hospital),
  ];
}

/** While nobody has said when the patient goes home, that is what is owed. */
export const undated = ({ state, setting, hospital }: Work): Plan[] =>
  state.plannedDischargeOn === undefined && state.duties['planned_discharge']?.state !== 'open'
    ? [dischargeDate(setting, state.admittedAt, hospital)]
    : [];
