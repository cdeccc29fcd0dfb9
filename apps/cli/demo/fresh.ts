import { backupRequestKind, type BackupRequest } from '#backup';
import type { Found } from '#boards';
import { consultationKind } from '#consultations';
import { agendaItemKind, meetingKind } from '#councils';
import { dischargeCaseKind } from '#handovers';
import { dateIn, plusDays, type Instant } from '#kernel';
import { Consulting } from './consulting.js';
import { QUESTIONS, type Question } from './consultation-texts.js';
import type { DemoDays } from './days.js';
import { NEXT_MEETINGS, putOff, townMatters } from './councils.js';
import { deed, PREFECTURE, type Deed, type Personal } from './deed.js';
import { Call } from './night-calls.js';
import { organizationId } from './organizations.js';
import { newcomer, registered, type DemoPatient } from './patients.js';
import { actor, organizationOf, peopleAt, type PersonName } from './people.js';
import { Stay } from './stay.js';

/** What has been overdue for longer than this is no longer what a visitor is meant to see. */
export const STALE_DAYS = 12;

/** What a hint promises: whether it stands on the person's board, and how it comes about. */
export interface Need {
  readonly name: string;
  readonly met: (row: Found, now: Instant, by: PersonName) => boolean;
  /** `name` is used nowhere else. */
  readonly deeds: (name: string, days: DemoDays) => Deed[];
}

export const isStale = ({ body }: Found, now: Instant): boolean =>
  dateIn(body.plan.dueAt) < plusDays(dateIn(now), -STALE_DAYS);

const may =
  (
    kind: string,
    step: string,
    command: string,
    more: (row: Found, now: Instant) => boolean = () => true,
  ): Need['met'] =>
  (row, now) =>
    row.body.about.kind === kind &&
    row.body.plan.step === step &&
    row.commands.includes(command) &&
    !isStale(row, now) &&
    more(row, now);

const isOwn = (row: Found, by: PersonName): boolean => row.body.plan.owedBy === organizationId(organizationOf(by));

const question = (n: number): Question => {
  const found = QUESTIONS[n];
  if (!found) throw new Error(`there is no question ${n}`);
  return found;
};

/** Somebody admitted the day before yesterday or later, so that nothing of the stay is late yet. */
function stay(name: string, days: DemoDays, admitted: Instant, careManager: PersonName = 'careManager'): Stay {
  const patient = newcomer('f', name, careManager);
  const told = new Stay(patient.name, patient.careManager);
  told.deeds.push(registered(days.now, patient));
  return told.admitted(admitted);
}

const sinceYesterday = (name: string, days: DemoDays, careManager?: PersonName): Stay =>
  stay(name, days, days.at(-1, '10:00'), careManager);

/** The document has gone out, and the person goes home in some days. */
const sent = (name: string, days: DemoDays, careManager?: PersonName): Stay =>
  sinceYesterday(name, days, careManager).planned(days.now, days.day(5)).notified(days.now).submitted(days.now);

const DISCHARGE = dischargeCaseKind.kind;
const CONSULTATION = consultationKind.kind;
const BACKUP = backupRequestKind.kind;

const startNotice: Need = {
  name: 'start notice',
  met: may(DISCHARGE, 'start_notice', 'NotifyDischargeSupportStart'),
  deeds: (name, days) => sinceYesterday(name, days).planned(days.now, days.day(8)).deeds,
};
const document: Need = {
  name: 'document',
  met: may(DISCHARGE, 'handover_document', 'SubmitHandover'),
  deeds: (name, days) => sinceYesterday(name, days).planned(days.now, days.day(4)).notified(days.now).deeds,
};
/** The office that it went to sends it back: the nurse of the hospital has to answer that. */
const sentBack = (
  name: string,
  status: string,
  answer: string,
  type: 'RequestHandoverClarification' | 'ReturnHandover',
  record: Personal,
): Need => ({
  name,
  met: may(DISCHARGE, 'handover_document', answer, (row) => row.status === status),
  deeds: (story, days) => sent(story, days, 'komugi').does(days.now, 'komugi', { type }, record).deeds,
});
const clarification = sentBack('clarification', 'CLARIFYING', 'SupplementHandover', 'RequestHandoverClarification', {
  kind: 'clarification',
  body: { text: '食事の形態と、内服の変更を教えてください。（デモの架空の照会です）' },
});
const returned = sentBack('returned', 'REDIRECTING', 'ReassignCareManager', 'ReturnHandover', {
  kind: 'return_reason',
  body: { reason: '担当は別の事業所です。（デモの架空の返送です）' },
});
const toAcknowledge: Need = {
  name: 'to acknowledge',
  met: may(DISCHARGE, 'acknowledgement', 'AcknowledgeHandover'),
  deeds: (name, days) => sent(name, days).deeds,
};
const informationToday: Need = {
  name: 'information today',
  met: may(
    DISCHARGE,
    'admission_information',
    'ProvideAdmissionInformation',
    ({ body }, now) => dateIn(body.plan.dueAt) === dateIn(now),
  ),
  // Admitted after hours: the day after the third is the last.
  deeds: (name, days) => stay(name, days, days.at(-3, '20:30')).deeds,
};
/** Short notice: nurse and head of the liaison office hear at once. */
const twiceChased: Need = {
  name: 'twice chased',
  met: (row, now) => row.body.about.kind === DISCHARGE && (row.body.level ?? 0) >= 2 && !isStale(row, now),
  deeds: (name, days) => sinceYesterday(name, days).planned(days.now, days.day(1)).deeds,
};
const transferredHere: Need = {
  name: 'transferred here',
  met: (row, now, by) => row.body.about.kind === DISCHARGE && isOwn(row, by) && !isStale(row, now),
  deeds: (name, days) =>
    sinceYesterday(name, days).does(days.now, 'wardNurse', {
      type: 'RecordTransfer',
      toHospital: organizationId('asahikawaHospital'),
    }).deeds,
};

const unacted: Need = {
  name: 'unacted',
  met: (row, now, by) =>
    may(
      CONSULTATION,
      'first_action',
      'RecordConsultationAction',
      ({ facts }) => facts['origin'] === 'person',
    )(row, now, by) && isOwn(row, by),
  deeds: (name, days) =>
    new Consulting(name, 'coordinator2', question(6)).logged(
      days.now,
      { organization: 'furanoClinic', patient: 'f24' },
      { urgency: 'today' },
    ).deeds,
};
const awaited: Need = {
  name: 'awaited',
  met: may(CONSULTATION, 'reply', 'AnswerConsultation', ({ status }) => status === 'WAITING_REPLY'),
  deeds: (name, days) =>
    new Consulting(name, 'coordinator', question(3))
      .logged(days.now, { organization: 'careMurasaki', patient: 'f17' }, { urgency: 'normal' })
      .acted(days.now, 25)
      .does(days.now, { type: 'AwaitReply' }).deeds,
};
const referredHere: Need = {
  name: 'referred here',
  met: may(CONSULTATION, 'reply', 'AcceptReferral'),
  deeds: (name, days) =>
    new Consulting(name, 'nakafuranoCoordinator', question(1))
      .logged(days.now, { organization: 'careHimawari', patient: 'n2' }, { urgency: 'normal' })
      .acted(days.now)
      .does(days.now, { type: 'ReferConsultation', to: organizationId('furanoDesk') }).deeds,
};
/** Sent home without a document: the desk hears of it, and its consultation opens by itself. */
const leaked: Need = {
  name: 'leaked',
  met: (row, now) => row.body.about.kind === CONSULTATION && row.facts['origin'] === 'system' && !isStale(row, now),
  deeds: (name, days) => sinceYesterday(name, days).discharged(days.now).deeds,
};
const longOpen: Need = {
  name: 'long open',
  met: (row, now) =>
    row.body.plan.step === 'long_open' && !isStale(row, now) && dateIn(row.body.plan.dueAt) <= plusDays(dateIn(now), 7),
  deeds: (name, days) =>
    new Consulting(name, 'coordinator', question(14))
      .logged(days.at(-30, '11:00'), { organization: 'furanoClinic', patient: 'f12' }, { urgency: 'normal' })
      .acted(days.at(-30, '15:00'), 40)
      .acted(days.at(-9, '14:30'), 30, '家族と面談。次の会議を待っている。').deeds,
};
const answered: Need = {
  name: 'answered',
  met: (row, now, by) =>
    row.status === 'ANSWERED' && row.commands.includes('CloseConsultation') && isOwn(row, by) && !isStale(row, now),
  deeds: (name, days) =>
    new Consulting(name, 'asahikawaCoordinator', question(9))
      .logged(days.now, { organization: 'careYukinko', patient: 'north3' }, { urgency: 'normal' })
      .acted(days.now)
      .does(days.now, { type: 'AnswerConsultation' }).deeds,
};

/** Physicians are asked in turn: those before the one who is meant decline, as they may. */
class Night extends Call {
  /** With the person whom it is for. */
  static of(prefix: 'north' | 'f', name: string, { now }: DemoDays): { night: Night; patient: DemoPatient } {
    const patient = newcomer(prefix, name);
    const night = new Night(name);
    night.deeds.push(registered(now, patient));
    return { night, patient };
  }

  declinedUntil(at: Instant, asked: PersonName | undefined): this {
    const { id } = this;
    for (let turn = 1; turn <= MOST_ASKED; turn++) {
      const done: Deed['done'] = async (cases, envelope, directory) => {
        const state = (await directory.heads.of<BackupRequest>(PREFECTURE, BACKUP, [id])).get(id);
        const open = state?.offers.find(({ result }) => result === 'open')?.organization ?? '';
        const [person] = peopleAt(open, 'secondary_physician', 'clinic_staff', 'primary_physician');
        const isMeant = asked !== undefined && open === organizationId(organizationOf(asked));
        if (state?.status !== 'OFFERING' || isMeant || !person) return;
        await cases.execute(backupRequestKind, {
          ...envelope,
          id,
          actor: actor(person),
          command: { type: 'DeclineBackup', reason: 'on_another_visit' },
        });
      };
      this.deeds.push({ at, by: actor('primaryPhysician'), heard: true, done });
    }
    return this;
  }
}

const MOST_ASKED = 8;

/** In the north of 旭川市, asked for by the primary physician of the demo. */
function atNight(name: string, days: DemoDays, summary: string): Night {
  const { night, patient } = Night.of('north', name, days);
  return night
    .asked(days.now, 'primaryPhysician', patient.name, {}, summary)
    .declinedUntil(days.now, 'secondaryPhysician');
}

const visited = (name: string, days: DemoDays): Night =>
  atNight(name, days, '転倒して起き上がれない。意識は清明。')
    .does(days.now, 'secondaryPhysician', { type: 'AcceptBackup' })
    .does(days.now, 'secondaryPhysician', { type: 'RecordDeparture' })
    .does(days.now, 'secondaryPhysician', { type: 'RecordArrival' })
    .does(days.now, 'secondaryPhysician', { type: 'CompleteBackup', outcome: 'home_visit' });

const handBack: Need = {
  name: 'hand-back',
  met: may(BACKUP, 'hand_back', 'HandBackToPrimary'),
  deeds: (name, days) => visited(name, days).deeds,
};
const handedBack: Need = {
  name: 'handed back',
  met: may(BACKUP, 'hand_back_acknowledgement', 'AcknowledgeHandback'),
  deeds: (name, days) =>
    visited(name, days).does(
      days.now,
      'secondaryPhysician',
      { type: 'HandBackToPrimary' },
      {
        kind: 'backup_hand_back',
        body: { text: '打撲のみで骨折の所見なし。明日の往診でご確認ください。（架空の申し送り）' },
      },
    ).deeds,
};
const underWay: Need = {
  name: 'under way',
  met: (row, now) =>
    row.body.about.kind === BACKUP && ['offer', 'completion'].includes(row.body.plan.step) && !isStale(row, now),
  deeds: (name, days) => atNight(name, days, '呼吸が浅く、家族が不安がっている。看取りの方針。').deeds,
};
/** It rings: last of all, so that all of its minutes are the visitor's. */
const ringing: Need = {
  ...underWay,
  name: 'ringing',
  met: may(BACKUP, 'offer', 'AcceptBackup', ({ body }, now) => body.plan.dueAt > now),
};
const unanswered: Need = {
  name: 'unanswered',
  met: may(BACKUP, 'assignment', 'AssignBackupManually'),
  deeds: (name, days) => {
    const { night, patient } = Night.of('f', name, days);
    return night
      .asked(days.now, 'furanoPhysician', patient.name, {}, '痛みが強く、頓服が効かない。主治医は学会で不在。')
      .declinedUntil(days.now, undefined).deeds;
  },
};

const action: Need = {
  name: 'action',
  met: may(agendaItemKind.kind, 'action', 'CompleteAction'),
  deeds: (_name, days) => [
    deed(
      days.now,
      actor('furanoOfficer'),
      agendaItemKind,
      townMatters().furano,
      { type: 'AssignAction', ownerOrganization: organizationId('furanoTownHall'), dueOn: days.day(10) },
      [{ kind: 'action', body: { what: '送付の期限を書いたちらしを、新しい事業所へも配る。（架空）' } }],
    ),
  ],
};

/** The materials of the next meeting, which may have been sent by another visitor: then it is put off. */
const materials: Need = {
  name: 'materials',
  met: may(meetingKind.kind, 'meeting_materials', 'SendMaterials'),
  deeds: (_name, days) => putOff(days, NEXT_MEETINGS.region),
};

/** What each account of the first page promises (DEMO_ACCOUNTS). */
export const NEEDS: Readonly<Partial<Record<PersonName, readonly Need[]>>> = {
  coordinator: [unacted, awaited, referredHere, leaked],
  dischargeNurse: [startNotice, document, clarification, returned],
  careManager: [toAcknowledge, informationToday],
  secondaryPhysician: [handBack, ringing],
  furanoBase: [unanswered, longOpen],
  liaisonManager: [twiceChased],
  officeManager: [toAcknowledge, informationToday],
  primaryPhysician: [handedBack, underWay],
  furanoSecretariat: [materials],
  furanoOfficer: [action],
  asahikawaCoordinator: [answered, underWay],
  asahikawaNurse: [transferredHere],
  admin: [startNotice],
};
