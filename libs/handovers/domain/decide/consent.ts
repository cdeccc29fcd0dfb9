import type { Plan } from '#kernel';
import type { ResumeWithConsent } from '../handover.commands.js';
import type { HandoverEvent } from '../handover.events.js';
import type { Resuming } from '../handover.found.js';
import { admissionInformation, answerOwed, screening, supportSteps } from '../handover.obligations.js';
import { isBeforeSupport, stepNow } from '../handover.state.js';
import { counted, undated } from './support.js';
import type { Work } from './work.js';

/**
 * 同意が得られた: a stay that was left out for want of consent alone (EX5) comes back while the person still lies there, and what
 * is still to be done is owed from now on. After the discharge nothing could have been handed over: it stays left out.
 */
export function resumeWithConsent(work: Work<Resuming>, _command: ResumeWithConsent): HandoverEvent[] {
  const { state, given, inHospital } = work;
  if (state.excluded !== 'EX5' || !inHospital || !given.found.consent) return [];
  return [{ type: 'DischargeCaseResumed', payload: { plans: stillToDo(work) } }];
}

function stillToDo(work: Work<Resuming>): Plan[] {
  const { state, setting, given } = work;
  const { hospital, careOffice, strongHospital } = given.found;
  const { careManager, informed, duties, version } = state;
  const { at } = setting;
  const isDone = (step: string) => duties[step]?.state === 'met' || state.doneEarly?.includes(step) === true;
  const step = stepNow(state);
  const informs =
    careManager && careOffice && informed === undefined
      ? [admissionInformation(setting, at, careManager, careOffice.opening)]
      : [];
  if (isBeforeSupport(step)) {
    const isOwed = step === 'NONE' && !isDone('screening');
    return [...informs, ...(isOwed ? [screening(setting, at, hospital, strongHospital)] : [])];
  }
  const asked = step === 'CLARIFYING' || step === 'REDIRECTING';
  const instance = step === 'REDIRECTING' ? 'redirect' : 'answer';
  return [
    ...informs,
    ...supportSteps(setting, at, hospital).filter((plan) => !isDone(plan.step)),
    ...counted({ ...state, handover: step }, work),
    ...undated(work),
    ...(asked ? [answerOwed(setting, `${instance}-${version}`, hospital)] : []),
  ];
}
