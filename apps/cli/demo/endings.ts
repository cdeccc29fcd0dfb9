import { backupRequestKind, type BackupRequest } from '#backup';
import { consultationKind, type Consultation } from '#consultations';
import { agendaItemKind, meetingKind, type AgendaItem, type Meeting } from '#councils';
import { dischargeCaseKind, type DischargeCase } from '#handovers';
import type { Instant } from '#kernel';
import { activityReportKind, type ActivityReport } from '#reports';
import { deed, type Deed } from './deed.js';
import { actor, peopleAt, personOf } from './people.js';

type EndingOf<State> = (state: State, id: string, at: Instant) => Deed[];

/** How the region's own people bring to an end what has lain for weeks, so that a board speaks of these days. */
export const ENDINGS: Readonly<Record<string, EndingOf<never>>> = {
  [dischargeCaseKind.kind]: ((state, id, at) => {
    const [nurse] = peopleAt(state.hospital, 'ward_nurse');
    const manager = personOf(state.careManager?.user ?? '');
    return [
      ...(nurse ? [deed(at, actor(nurse), dischargeCaseKind, id, { type: 'RecordTransfer' })] : []),
      ...(manager
        ? [
            deed(at, actor(manager), dischargeCaseKind, id, { type: 'ProvideAdmissionInformation', channel: 'fax' }),
            deed(at, actor(manager), dischargeCaseKind, id, {
              type: 'ReturnPostDischargeFeedback',
              quality: 'adequate',
            }),
          ]
        : []),
      // Whose area it is may do that.
      ...(['coordinator', 'asahikawaCoordinator'] as const).map((desk) =>
        deed(at, actor(desk), dischargeCaseKind, id, { type: 'ExcludeFromSurvey', code: 'EX3' }),
      ),
    ];
  }) satisfies EndingOf<DischargeCase>,
  [consultationKind.kind]: ((state, id, at) => {
    const [asked] = peopleAt(state.referral?.to ?? '', 'coordinator', 'base_secretariat');
    const [holder] = peopleAt(state.desk, 'coordinator', 'base_secretariat');
    const closer = asked ?? holder;
    if (!closer) return [];
    return [
      ...(asked ? [deed(at, actor(asked), consultationKind, id, { type: 'AcceptReferral' })] : []),
      deed(
        at,
        actor(closer),
        consultationKind,
        id,
        { type: 'RecordConsultationAction', kind: 'contact_third_party', minutes: 10 },
        [{ kind: 'consultation_note', body: { note: '電話で様子を確かめた。（デモ）' } }],
      ),
      deed(at, actor(closer), consultationKind, id, {
        type: 'CloseConsultation',
        outcome: 'solved',
        issueAssessment: { raises: false },
      }),
    ];
  }) satisfies EndingOf<Consultation>,
  [backupRequestKind.kind]: ((state, id, at) => {
    const [acceptor] = peopleAt(state.acceptor?.organization ?? '', 'secondary_physician', 'clinic_staff');
    const asker = personOf(state.requester.user);
    return [
      ...(acceptor
        ? [
            deed(at, actor(acceptor), backupRequestKind, id, { type: 'CompleteBackup', outcome: 'home_visit' }),
            deed(at, actor(acceptor), backupRequestKind, id, { type: 'HandBackToPrimary' }, [
              { kind: 'backup_hand_back', body: { text: '落ち着いています。（架空の申し送り）' } },
            ]),
          ]
        : []),
      ...(asker
        ? [
            deed(at, actor(asker), backupRequestKind, id, { type: 'AcknowledgeHandback' }),
            deed(at, actor(asker), backupRequestKind, id, { type: 'CancelBackup' }, [
              { kind: 'backup_cancellation', body: { reason: 'ほかの手立てがついた。（架空）' } },
            ]),
          ]
        : []),
    ];
  }) satisfies EndingOf<BackupRequest>,
  [activityReportKind.kind]: (({ desk, bodies }, id, at) => [
    ...peopleAt(desk, 'coordinator', 'base_secretariat')
      .slice(0, 1)
      .map((by) => deed(at, actor(by), activityReportKind, id, { type: 'SubmitActivityReport' })),
    ...[...bodies.medical_association, ...bodies.municipality]
      .flatMap((body) => peopleAt(body, 'medical_association', 'municipal_ltc_officer'))
      .map((by) => deed(at, actor(by), activityReportKind, id, { type: 'ApproveActivityReport' })),
  ]) satisfies EndingOf<ActivityReport>,
  [meetingKind.kind]: (({ seats }, id, at) => {
    const [by] = peopleAt(seats.secretariat, 'council_secretariat', 'municipal_ltc_officer');
    return by
      ? [
          deed(at, actor(by), meetingKind, id, { type: 'SendMaterials' }),
          deed(at, actor(by), meetingKind, id, { type: 'DraftMinutes' }, [
            { kind: 'minutes', body: { text: '予定した議題を話し合った。（架空の議事要旨）' } },
          ]),
        ]
      : [];
  }) satisfies EndingOf<Meeting>,
  [agendaItemKind.kind]: (({ actions }, id, at) =>
    Object.entries(actions)
      .filter(([, { done, dueOn }]) => !done && dueOn < at)
      .flatMap(([action, { ownerOrganization }]) => {
        const [owner] = peopleAt(ownerOrganization, 'municipal_ltc_officer', 'base_secretariat', 'council_secretariat');
        return owner ? [deed(at, actor(owner), agendaItemKind, id, { type: 'CompleteAction', action })] : [];
      })) satisfies EndingOf<AgendaItem>,
};
