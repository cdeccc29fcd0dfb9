import { Consulting } from './consulting.js';
import { QUESTIONS, type Question } from './consultation-texts.js';
import type { DemoDays } from './days.js';
import type { Deed } from './deed.js';
import { organizationId } from './organizations.js';

const question = (n: number): Question => {
  const found = QUESTIONS[n];
  if (!found) throw new Error(`there is no question ${n}`);
  return found;
};

/** What lies on the desk of 富良野市 just now: one of everything that a coordinator has to look after. */
export function consultationsNow(days: DemoDays): Deed[] {
  return [...waitingForFirstAction(days), ...waitingForReply(days), ...referrals(days), ...reopened(days)];
}

/** Nobody has done anything yet: one of today, two normal ones, one that nobody has triaged. */
function waitingForFirstAction(days: DemoDays): Deed[] {
  return [
    new Consulting('now urgent', 'coordinator2', question(6)).logged(
      days.officeAgo(35),
      { organization: 'furanoClinic', patient: 'f24' },
      { urgency: 'today' },
    ),
    new Consulting('now normal 1', 'coordinator', question(0)).logged(
      days.officeAgo(300),
      { organization: 'careKomugi', patient: 'f25' },
      { urgency: 'normal' },
    ),
    new Consulting('now normal 2', 'coordinator2', question(15)).logged(days.officeAgo(520), {}, { urgency: 'normal' }),
    new Consulting('now untriaged', 'coordinator', question(7)).logged(days.officeAgo(90), { patient: 'g4' }),
  ].flatMap(({ deeds }) => deeds);
}

/** One reply is expected in time, one is overdue, and one has been open for more than a month. */
function waitingForReply(days: DemoDays): Deed[] {
  const asked = (name: string, n: number, day: number, patient: string) =>
    new Consulting(name, 'coordinator', question(n))
      .logged(days.office(day, '10:20'), { organization: 'careMurasaki', patient }, { urgency: 'normal' })
      .acted(days.office(day, '13:40'), 25)
      .does(days.office(day, '13:50'), { type: 'AwaitReply' });
  return [
    asked('now awaiting', 3, 3, 'f17'),
    asked('now overdue', 9, 7, 'f7'),
    new Consulting('now long open', 'coordinator', question(14))
      .logged(days.office(26, '11:00'), { organization: 'furanoClinic', patient: 'f12' }, { urgency: 'normal' })
      .acted(days.office(26, '15:00'), 40)
      .acted(days.office(17, '10:00'), 60, '関係者の会議を開いた。受入れ先はまだ決まらない。')
      .acted(days.office(9, '14:30'), 30, '家族と面談。次の会議を待っている。'),
  ].flatMap(({ deeds }) => deeds);
}

/** Between desks: one to answer here, one accepted from here, one that came back. */
function referrals(days: DemoDays): Deed[] {
  const to = organizationId;
  return [
    new Consulting('referred here', 'nakafuranoCoordinator', question(1))
      .logged(days.office(2, '10:00'), { organization: 'careHimawari', patient: 'n2' }, { urgency: 'normal' })
      .acted(days.office(2, '11:00'))
      .does(days.officeAgo(400), { type: 'ReferConsultation', to: to('furanoDesk') }),
    new Consulting('referred away', 'coordinator', question(18))
      .logged(days.office(31, '10:00'), { organization: 'careKomugi', patient: 'k1' }, { urgency: 'normal' })
      .does(days.office(31, '10:30'), { type: 'ReferConsultation', to: to('kamifuranoDesk') })
      .handedTo('kamifuranoCoordinator')
      .does(days.office(30, '09:15'), { type: 'AcceptReferral' })
      .acted(days.office(29, '11:00'))
      .closed(days.office(27, '16:00')),
    new Consulting('referral declined', 'coordinator2', question(11))
      .logged(days.office(22, '10:00'), { patient: 'f21' }, { urgency: 'normal' })
      .does(days.office(22, '10:40'), { type: 'ReferConsultation', to: to('furanoBase') })
      .handedTo('furanoBase')
      .does(
        days.office(22, '15:00'),
        { type: 'DeclineReferral' },
        { kind: 'decline_reason', body: { reason: '市の窓口で受けられる内容のため、お戻しします。（架空）' } },
      )
      .handedTo('coordinator2')
      .acted(days.office(21, '10:00'))
      .closed(days.office(20, '16:30')),
  ].flatMap(({ deeds }) => deeds);
}

/** Closed too early: it has come back, and somebody is to act on it again. */
function reopened(days: DemoDays): Deed[] {
  return new Consulting('reopened', 'coordinator', question(5))
    .logged(days.office(13, '09:30'), { organization: 'careMurasaki', patient: 'f26' }, { urgency: 'normal' })
    .acted(days.office(13, '11:00'))
    .closed(days.office(11, '15:00'))
    .does(
      days.officeAgo(160),
      { type: 'ReopenConsultation' },
      {
        kind: 'reopen_reason',
        body: { reason: '紹介した訪問歯科の都合がつかなくなり、もう一度相談があった。（架空）' },
      },
    ).deeds;
}
