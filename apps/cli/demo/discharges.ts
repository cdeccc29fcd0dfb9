import { consultationKind } from '#consultations';
import type { Directory } from '#directory';
import { dischargeCaseKind, type HandoverCommand } from '#handovers';
import { dateIn, type Instant, plusDays } from '#kernel';
import type { DemoDays } from './days.js';
import { deed, PREFECTURE, type Deed } from './deed.js';
import { organizationId } from './organizations.js';
import { demoPatients, patientId } from './patients.js';
import { actor, type PersonName, userId } from './people.js';
import { Stay } from './stay.js';

/** Discharges of 富良野: 25 cases, at least one in every state that a case can be in. */
export function discharges(days: DemoDays): Deed[] {
  return [...past(days), ...missed(days), ...beginning(days), ...late(days), ...underWay(days)].flat();
}

const careManagers = new Map(demoPatients().map(({ name, careManager }) => [name, careManager]));
const stayOf = (patient: string): Stay => new Stay(patient, careManagers.get(patient));

/** Admission, information and support in their time, up to a planned discharge so many business days later. */
function wellBegun(days: DemoDays, patient: string, admitted: number, stay: number): Stay {
  return stayOf(patient)
    .admitted(days.office(admitted, '10:00'))
    .informed(days.office(admitted, '15:20'))
    .screened(days.office(admitted - 1, '11:00'))
    .supported(days.office(admitted - 3, '14:00'))
    .planned(days.office(admitted - 4, '10:30'), days.officeDay(admitted - stay));
}

/** All goes well until the person is home again. */
function wellDone(days: DemoDays, patient: string, admitted: number, stay: number): Stay {
  const leaves = admitted - stay;
  return wellBegun(days, patient, admitted, stay)
    .notified(days.office(leaves + 7, '10:00'))
    .submitted(days.office(leaves + 4, '14:00'))
    .acknowledged(days.office(leaves + 4, '16:20'))
    .discharged(days.office(leaves, '10:30'));
}

/** Cases that are over: five as they should be, a transfer, a death, and one that needed no support. */
function past(days: DemoDays): Deed[][] {
  const wentWell = [
    ['f1', 57, 16],
    ['f2', 50, 14],
    ['f3', 44, 15],
    ['f4', 38, 13],
    ['f5', 33, 14],
  ] as const;
  return [
    ...wentWell.map(
      ([patient, admitted, stay]) =>
        wellDone(days, patient, admitted, stay).fedBack(days.office(admitted - stay - 7, '11:10')).deeds,
    ),
    wellDone(days, 'f22', 26, 14).deeds,
    transferred(days),
    stayOf('f10')
      .admitted(days.office(28, '09:40'))
      .informed(days.office(28, '14:00'))
      .screened(days.office(27, '11:30'))
      .does(days.office(25, '08:50'), 'wardNurse', { type: 'RecordDeath' }).deeds,
    stayOf('g1')
      .admitted(days.office(26, '10:20'), 'planned')
      .screened(days.office(25, '11:00'), false)
      .discharged(days.office(22, '10:00')).deeds,
  ];
}

/** To the hospital of 旭川, where the next case opens by itself and is taken on. */
function transferred(days: DemoDays): Deed[] {
  const { deeds } = stayOf('f9')
    .admitted(days.office(30, '11:00'))
    .informed(days.office(30, '16:00'))
    .screened(days.office(29, '11:00'))
    .does(days.office(26, '13:00'), 'wardNurse', {
      type: 'RecordTransfer',
      toHospital: organizationId('asahikawaHospital'),
    })
    .does(days.office(26, '13:20'), 'socialWorker', { type: 'RelayCareManagerToNextHospital' });
  const there = (directory: Directory) =>
    found(directory, 'discharge_case', {
      patient: patientId('f9'),
      hospital: organizationId('asahikawaHospital'),
    });
  const next = (at: Instant, command: HandoverCommand) =>
    deed(at, actor('asahikawaNurse'), dischargeCaseKind, there, command);
  return [
    ...deeds,
    next(days.office(24, '11:00'), { type: 'ScreenForDischargeSupport', criteria: { excretion_assistance: true } }),
    next(days.office(23, '13:30'), { type: 'HoldFamilyInterview' }),
    next(days.office(23, '14:00'), { type: 'StartDischargePlan' }),
    next(days.office(22, '14:00'), { type: 'HoldDischargeConference' }),
    next(days.office(12, '10:00'), { type: 'PlanDischarge', plannedDischargeOn: days.day(12), destination: 'home' }),
  ];
}

/** Nobody sends the document: one catches up, one becomes a leak, one was discharged just now. */
function missed(days: DemoDays): Deed[][] {
  const recovered = wellBegun(days, 'f6', 36, 16)
    .notified(days.office(27, '10:00'))
    .discharged(days.office(20, '10:30'))
    .submitted(days.office(19, '14:00'))
    .acknowledged(days.office(18, '11:00'));
  const leaked = wellBegun(days, 'f8', 48, 16)
    .notified(days.office(39, '10:00'))
    .discharged(days.office(32, '10:30'))
    .does(days.office(24, '09:40'), 'coordinator', { type: 'ClassifyLeak', codes: ['LK01'] });
  const today = days.officeAgo(120);
  const live = stayOf('f23')
    .admitted(days.office(17, '10:00'))
    .informed(days.office(17, '15:00'))
    .screened(days.office(16, '11:00'))
    .supported(days.office(14, '14:00'))
    .planned(days.office(12, '10:30'), dateIn(today))
    .notified(days.office(8, '10:00'))
    .discharged(today);
  return [
    recovered.deeds,
    [phoned(days.office(20, '11:30'), recovered.id)],
    leaked.deeds,
    [
      phoned(days.office(32, '13:00'), leaked.id),
      deed(
        days.office(24, '10:00'),
        actor('coordinator'),
        consultationKind,
        about(leaked.id),
        {
          type: 'CloseConsultation',
          outcome: 'partly',
          issueAssessment: { raises: true, issueType: 'rule_not_followed', severity: 2 },
        },
        [
          {
            kind: 'redacted_narrative',
            body: {
              'issueAssessment.redactedNarrative':
                '引継書が届かないまま退院となった。病棟の担当交代時に送付の確認が抜けていた。（架空の事例）',
            },
          },
        ],
      ),
    ],
    live.deeds,
  ];
}

/** The coordinator calls the hospital about a case that has escalated. */
const phoned = (at: Instant, dischargeCase: string): Deed =>
  deed(
    at,
    actor('coordinator'),
    consultationKind,
    about(dischargeCase),
    {
      type: 'RecordConsultationAction',
      kind: 'contact_third_party',
      toOrganization: organizationId('furanoHospital'),
      minutes: 15,
    },
    [{ kind: 'consultation_note', body: { note: '地域連携室へ電話。引継書の送付を依頼した。（架空の事例）' } }],
  );

/** The consultation that the escalation of a case has opened. */
const about = (dischargeCase: string) => (directory: Directory) =>
  found(directory, 'consultation', { links: [{ id: dischargeCase, as: 'linked' }] });

async function found(directory: Directory, kind: string, contains: object): Promise<string> {
  const [first] = await directory.heads.where(PREFECTURE, kind, contains);
  if (!first) throw new Error(`there is no ${kind} ${JSON.stringify(contains)}`);
  return first.id;
}

/** Cases of the last days, whose first steps are due now. */
function beginning(days: DemoDays): Deed[][] {
  const named = stayOf('g3').admitted(days.office(4, '14:00')).screened(days.office(3, '11:00'));
  const newManager: PersonName = 'komugi';
  return [
    stayOf('f11').admitted(days.at(-1, '19:30')).deeds,
    // Admitted after hours three days ago: the admission information is due today.
    stayOf('f13').admitted(days.at(-3, '20:30')).deeds,
    stayOf('f14')
      .admitted(days.office(4, '10:00'))
      .informed(days.office(4, '15:00'))
      .screened(days.office(3, '10:30'))
      .interviewed(days.office(2, '14:00')).deeds,
    named.does(days.office(2, '10:00'), 'dischargeNurse', {
      type: 'IdentifyCareManager',
      careManager: userId(newManager),
    }).deeds,
    stayOf('g2')
      .admitted(days.office(3, '10:00'), 'planned')
      .screened(days.office(2, '11:00'), false)
      .planned(days.office(1, '13:00'), days.day(3)).deeds,
  ];
}

/** A start notice that is late since the last closing time, and one that is later still. */
function late(days: DemoDays): Deed[][] {
  const lateSince = (patient: string, closing: number) =>
    stayOf(patient)
      .admitted(days.office(15, '10:00'))
      .informed(days.office(15, '15:00'))
      .screened(days.office(14, '11:00'))
      .supported(days.office(12, '14:00'))
      .planned(days.office(10, '10:30'), plusDays(days.closed(closing), 7)).deeds;
  return [lateSince('f15', 1), lateSince('f16', 2)];
}

/** Cases on their way home within the next days. */
function underWay(days: DemoDays): Deed[][] {
  const until = (patient: string, leavesIn: number) =>
    stayOf(patient)
      .admitted(days.office(14, '10:00'))
      .informed(days.office(14, '15:00'))
      .screened(days.office(13, '11:00'))
      .supported(days.office(11, '14:00'))
      .planned(days.office(9, '10:30'), days.day(leavesIn))
      .notified(days.office(5, '10:00'));
  const question = 'とろみの濃さと、退院後の吸引の要否を教えてください。（デモの架空の照会です）';
  const elsewhere = '先月から担当事業所が変わっています。新しい担当へお送りください。（デモの架空の返送です）';
  return [
    until('f17', 6).deeds,
    until('f19', 5).submitted(days.officeAgo(70)).deeds,
    until('f18', 6)
      .submitted(days.officeAgo(700))
      .does(
        days.officeAgo(240),
        'komugi',
        { type: 'RequestHandoverClarification' },
        { kind: 'clarification', body: { text: question } },
      ).deeds,
    until('f21', 7)
      .submitted(days.officeAgo(650))
      .does(
        days.officeAgo(180),
        'komugi',
        { type: 'ReturnHandover' },
        { kind: 'return_reason', body: { reason: elsewhere } },
      ).deeds,
    until('f20', 3).submitted(days.office(2, '14:00')).acknowledged(days.office(2, '16:30')).deeds,
  ];
}
