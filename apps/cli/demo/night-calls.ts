import {
  backupArrangementKind,
  backupRequestKind,
  onCallRosterKind,
  type BackupCommand,
  type BackupReason,
  type RequestEmergencyBackup,
} from '#backup';
import { atMinute, minuteOfDay, plusMinutes, type Instant } from '#kernel';
import type { DemoDays } from './days.js';
import { deed, demoId, type Deed, type Personal } from './deed.js';
import { organizationId, type OrganizationName } from './organizations.js';
import { patientId } from './patients.js';
import { actor, userId, type PersonName } from './people.js';

const WEEKS_BACK = 14;
const WEEKS_AHEAD = 4;
const WEEKS_IN_A_ROSTER = 6;

/** Who stands in for whom, and six calls: declined, reported, done, exhausted, accepted, and one that rings just now. */
export function nightCalls(days: DemoDays): Deed[] {
  const calls = [declined(days), handedBack(days), completed(days), exhausted(days), accepted(days), offering(days)];
  return calls.flatMap(({ deeds }) => deeds);
}

/** Arrangements and rosters: what makes the ladder. */
export function cover(days: DemoDays, at: Instant): Deed[] {
  return [...arrangements(at), ...rosters(days, at)];
}

function arrangements(at: Instant): Deed[] {
  const agreed = (by: PersonName, kind: 'mutual' | 'delegated', from: OrganizationName, to: OrganizationName) =>
    deed(at, actor(by), backupArrangementKind, demoId(`arrangement ${from} ${to}`), {
      type: 'AgreeBackupArrangement',
      kind,
      from: organizationId(from),
      to: organizationId(to),
    });
  return [
    agreed('asahikawaBase', 'mutual', 'hoshi', 'yuki'),
    agreed('asahikawaBase', 'mutual', 'hoshi', 'kodama'),
    agreed('asahikawaBase', 'delegated', 'hoshi', 'yozora'),
    agreed('asahikawaBase', 'delegated', 'kodama', 'yozora'),
    agreed('furanoBase', 'mutual', 'furanoClinic', 'furanoPartner'),
    deed(at, actor('asahikawaBase'), backupArrangementKind, demoId('arrangement north5'), {
      type: 'AgreeBackupArrangement',
      kind: 'hospital_preregistration',
      from: organizationId('hoshi'),
      to: organizationId('asahikawaSupportHospital'),
      patient: patientId('north5'),
    }),
  ];
}

/** Turns of a week each, round the clock, for some weeks beyond today. */
function rosters(days: DemoDays, at: Instant): Deed[] {
  const starts = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD }, (_, i) => 7 * (i - WEEKS_BACK));
  return starts
    .filter((_, i) => i % WEEKS_IN_A_ROSTER === 0)
    .flatMap((first) =>
      rosterFrom(days, at, first, String(first), Math.min(WEEKS_IN_A_ROSTER, WEEKS_AHEAD - first / 7)),
    );
}

/** The turns of some weeks, from so many days after today. */
export function rosterFrom(
  days: DemoDays,
  at: Instant,
  first: number,
  name: string,
  weeks = WEEKS_IN_A_ROSTER,
): Deed[] {
  const turns = [
    ['asahikawaBase', ['secondaryPhysician', 'yuki'], ['kodamaPartner', 'kodama'], ['yozoraPhysician', 'yozora']],
    ['furanoBase', ['furanoPartner', 'furanoPartner']],
  ] as const;
  const starts = Array.from({ length: weeks }, (_, i) => first + 7 * i);
  return turns.map(([base, ...people]) =>
    deed(at, actor(base), onCallRosterKind, demoId(`roster ${base} ${name}`), {
      type: 'PublishOnCallShifts',
      shifts: starts.flatMap((start) =>
        people.map(([user, organization]) => ({
          organization: organizationId(organization),
          user: userId(user),
          from: days.at(start, '00:00'),
          to: days.at(start + 7, '00:00'),
        })),
      ),
    }),
  );
}

/** One call for a substitute, told step by step. */
export class Call {
  readonly deeds: Deed[] = [];
  readonly id: string;

  constructor(name: string) {
    this.id = demoId(`call ${name}`);
  }

  does(at: Instant, by: PersonName, command: BackupCommand, ...personal: Personal[]): this {
    this.deeds.push(deed(at, actor(by), backupRequestKind, this.id, command, personal));
    return this;
  }

  asked(
    at: Instant,
    by: PersonName,
    patient: string,
    { urgency = 'immediate', need = ['home_visit'] }: Partial<Pick<RequestEmergencyBackup, 'urgency' | 'need'>>,
    summary: string,
  ): this {
    const reason = reasonAt(at);
    const command: BackupCommand = {
      type: 'RequestEmergencyBackup',
      patient: patientId(patient),
      reason,
      urgency,
      need,
    };
    return this.does(at, by, command, { kind: 'backup_summary', body: { summary: `${summary}（架空の事例）` } });
  }

  /** The visit from the acceptance to what came of it. */
  visited(asked: Instant, by: PersonName): this {
    return this.does(plusMinutes(asked, 3), by, { type: 'AcceptBackup' })
      .does(plusMinutes(asked, 9), by, { type: 'RecordDeparture' })
      .does(plusMinutes(asked, 28), by, { type: 'RecordArrival' })
      .does(plusMinutes(asked, 65), by, { type: 'CompleteBackup', outcome: 'home_visit' });
  }
}

const NIGHT = { from: 18 * 60, to: 8 * 60 };

const reasonAt = (at: Instant): BackupReason =>
  minuteOfDay(at) >= NIGHT.from || minuteOfDay(at) < NIGHT.to ? 'night' : 'physician_absent';

/** A Saturday night on which everybody was busy: the primary physician turned to the ambulance. */
function declined(days: DemoDays): Call {
  const at = atMinute(days.saturday(40), 22 * 60 + 30);
  return new Call('declined')
    .asked(at, 'primaryPhysician', 'north1', {}, '発熱と息苦しさ。SpO2 90%。主治医は遠方の会合で不在。')
    .does(plusMinutes(at, 1), 'secondaryPhysician', { type: 'DeclineBackup', reason: 'on_another_visit' })
    .does(plusMinutes(at, 2), 'kodamaPartner', { type: 'DeclineBackup', reason: 'out_of_area' })
    .does(plusMinutes(at, 4), 'yozoraPhysician', { type: 'DeclineBackup', reason: 'capacity' })
    .does(plusMinutes(at, 6), 'primaryPhysician', { type: 'DivertToEmergencyServices' });
}

/** Last night: done and handed back in the morning; the primary physician has yet to acknowledge it. */
function handedBack(days: DemoDays): Call {
  const at = days.lastNight('21:50');
  return new Call('handed back')
    .asked(at, 'primaryPhysician', 'north2', {}, '尿道カテーテルが抜けて痛みあり。熱はない。')
    .visited(at, 'secondaryPhysician')
    .does(
      days.lastNight('06:40', true),
      'secondaryPhysician',
      { type: 'HandBackToPrimary' },
      {
        kind: 'backup_hand_back',
        body: { text: 'カテーテルを入れ直し、出血なし。次回の訪問で尿の性状をご確認ください。（架空の申し送り）' },
      },
    );
}

/** Done some hours ago: the secondary physician owes the hand-back. */
function completed(days: DemoDays): Call {
  const at = days.minutesAgo(4 * 60);
  return new Call('completed')
    .asked(at, 'primaryPhysician', 'north4', {}, '転倒して起き上がれない。意識は清明。')
    .visited(at, 'secondaryPhysician');
}

/** Nobody in 富良野 has answered: the base has to find somebody by telephone, now. */
function exhausted(days: DemoDays): Call {
  return new Call('exhausted').asked(
    days.minutesAgo(27),
    'furanoPhysician',
    'f7',
    { need: ['phone_advice', 'home_visit'] },
    '痛みが強く、頓服が効かない。主治医は学会で不在。',
  );
}

/** In the south block somebody is on the way. */
function accepted(days: DemoDays): Call {
  return new Call('accepted')
    .asked(days.minutesAgo(18), 'kodamaPhysician', 'south1', {}, '嘔吐が続き水分がとれない。')
    .does(days.minutesAgo(16), 'yozoraPhysician', { type: 'AcceptBackup' });
}

/** The last thing that happens: it rings at the secondary physician's just as the demo opens, for five minutes. */
function offering(days: DemoDays): Call {
  return new Call('offering').asked(
    days.now,
    'primaryPhysician',
    'north6',
    {},
    '呼吸が浅く、家族が不安がっている。看取りの方針。',
  );
}
