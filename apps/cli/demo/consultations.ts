import type { ConsultationUrgency } from '#consultations';
import type { Instant } from '#kernel';
import { Chance } from './chance.js';
import { Consulting, type Caller } from './consulting.js';
import { QUESTIONS, type Question } from './consultation-texts.js';
import type { DemoDays } from './days.js';
import type { Deed } from './deed.js';
import { deskAt, type Desk } from './desks.js';

const MANY = 150;
const FIRST_DAY = 58;
const MOST_MINUTES = 8 * 60;

/** The everyday work of six help desks over three months. What has not come about by now stands open on their boards. */
export function consultations(days: DemoDays): Deed[] {
  const chance = new Chance(58_150);
  return Array.from({ length: MANY }, (_, i) => {
    const day = FIRST_DAY - Math.floor((i * FIRST_DAY) / MANY);
    const clock = `${String(chance.between(9, 15)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
    return one(days, chance, `everyday ${i + 1}`, days.office(day, clock));
  })
    .flat()
    .filter(({ at }) => at <= days.now);
}

function one(days: DemoDays, chance: Chance, name: string, at: Instant): Deed[] {
  const desk = deskAt(chance.between(0, 99));
  const question = chance.oneOf(QUESTIONS);
  const consulting = new Consulting(name, chance.oneOf(desk.people), question);
  const urgency = urgencyOf(chance);
  const from = chance.percent(8) ? days.later(at, 30) : at;
  consulting.logged(at, callerOf(chance, desk, question), from === at ? { urgency } : {});
  if (from !== at) consulting.does(from, { type: 'TriageConsultation', urgency });
  let last = days.later(from, firstAfter(chance, urgency));
  consulting.acted(last, chance.between(1, 12) * 5);
  if (chance.percent(25)) {
    consulting.does(days.later(last, 5), { type: 'AwaitReply' });
    last = days.later(last, chance.between(300, chance.percent(12) ? 4_000 : 2_300));
    consulting.acted(last, chance.between(1, 6) * 5, '返答を受け、相談者へ伝えた。');
  }
  if (chance.percent(45)) consulting.does((last = days.later(last, 20)), { type: 'AnswerConsultation' });
  const outcome = chance.percent(75) ? 'solved' : chance.oneOf(['referred', 'partly', 'withdrawn'] as const);
  return consulting.closed(days.later(last, chance.between(60, 2_000)), outcome).deeds;
}

function urgencyOf(chance: Chance): ConsultationUrgency {
  if (chance.percent(4)) return 'immediate';
  return chance.percent(25) ? 'today' : 'normal';
}

/** Office minutes until the first action: in time, but for a few that were busy days. */
function firstAfter(chance: Chance, urgency: ConsultationUrgency): number {
  if (urgency === 'immediate') return chance.between(10, 50);
  if (urgency === 'today') return chance.between(15, 60);
  return chance.percent(4) ? chance.between(2_200, 2_500) : chance.between(20, MOST_MINUTES);
}

function callerOf(chance: Chance, desk: Desk, { side }: Question): Caller {
  const known = side !== 'resident' && side !== 'other';
  return {
    ...(known && { organization: chance.oneOf(desk.callers) }),
    ...(chance.percent(70) && { patient: chance.oneOf(desk.patients) }),
  };
}
