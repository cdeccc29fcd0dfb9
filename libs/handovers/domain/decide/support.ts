import { dateIn, invalidInput, type Plan } from '#kernel';
import type { PlanDischarge, ScreenForDischargeSupport } from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import type { AtBoth, AtHospital } from '../handover.found.js';
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

export function screenForDischargeSupport(
  work: Work<AtHospital>,
  { criteria }: ScreenForDischargeSupport,
): HandoverEvent[] {
  const { state, given, setting, live, afterwards, inHospital, wrong } = work;
  const screening = state.duties['screening']?.state;
  // A document that went out first, or a discharge written down first, does not take the screening off the hospital.
  const asked = isBeforeSupport(stepNow(state)) || screening === 'open' || (afterwards && screening === 'cancelled');
  if (!(live || afterwards) || !asked) throw wrong();
  const required = state.careManager !== undefined || Object.values(criteria).includes(true);
  const open = ({ step }: Plan) => !state.doneEarly?.includes(step);
  const plans =
    required && inHospital
      ? [
          ...supportSteps(setting, state.admittedAt, given.found.hospital).filter(open),
          ...counted({ ...state, handover: 'REQUIRED' }, work),
          ...undated(work),
        ]
      : [];
  return [{ type: 'DischargeSupportScreened', payload: { criteria, required, plans } }];
}

/** What was done says all: a step of the support that leaves nothing but its record. */
export const recorded =
  (type: 'FamilyInterviewHeld' | 'DischargePlanStarted' | 'DischargeConferenceHeld') =>
  ({ live, afterwards, wrong }: Work): HandoverEvent[] => {
    if (!live && !afterwards) throw wrong();
    return [{ type, payload: {} }];
  };

export function planDischarge(work: Work<AtBoth>, { plannedDischargeOn, destination }: PlanDischarge): HandoverEvent[] {
  const { state, given, setting, live, wrong } = work;
  const { careOffice } = given.found;
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
  const unread = handover === 'SUBMITTED' && careManager && careOffice && shortNotice;
  const payload = {
    plannedDischargeOn,
    destination,
    shortNotice,
    plans: moved
      ? [
          ...counted({ ...state, plannedDischargeOn }, work),
          ...(unread
            ? [hastened(setting, version, careManager, careOffice.opening, plannedDischargeOn, state.duties)]
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
export function counted(state: DischargeCase, { setting, given: { found } }: Work<AtHospital>): Plan[] {
  const { hospital } = found;
  const { plannedDischargeOn, startNotified, version, handover } = state;
  if (plannedDischargeOn === undefined || handover === 'NOT_REQUIRED') return [];
  return [
    ...(startNotified || version > 0 ? [] : [beforeDischarge(setting, 'start_notice', plannedDischargeOn, hospital)]),
    ...(version > 0 ? [] : [beforeDischarge(setting, 'handover_document', plannedDischargeOn, hospital)]),
    dischargeRecord(setting, plannedDischargeOn, hospital),
  ];
}

/** While nobody has said when the patient goes home, that is what is owed. */
export const undated = ({ state, setting, given: { found } }: Work<AtHospital>): Plan[] =>
  state.plannedDischargeOn === undefined && state.duties['planned_discharge']?.state !== 'open'
    ? [dischargeDate(setting, state.admittedAt, found.hospital)]
    : [];
