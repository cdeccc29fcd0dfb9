import { agendaItemKind, agendaItemId, type AgendaItemCommand } from '#councils';
import { areaId, type Directory } from '#directory';
import { issueKey, regionalIssueId, type IssueLevel } from '#issues';
import type { Instant, IssueType, Scene } from '#kernel';
import { Consulting, type Caller } from './consulting.js';
import type { Question } from './consultation-texts.js';
import type { DemoDays } from './days.js';
import { deed, PREFECTURE, type Deed, type Personal } from './deed.js';
import { organizationId } from './organizations.js';
import { actor, type PersonName } from './people.js';

const CODES: Readonly<Record<string, string>> = {
  富良野市: '012297',
  占冠村: '014630',
  旭川市: '012041',
  美瑛町: '014591',
};

const LATE_DOCUMENTS = issueKey('discharge_support', 'rule_not_followed');
const NIGHT_COVER = issueKey('sudden_change', 'night_cover');

/** Trouble that recurs in neighboring municipalities, so that it rises to their secondary areas, and what councils make of it. */
export function regionalIssues(days: DemoDays): Deed[] {
  return [...lateDocuments(days), ...nightCover(days), ...noResource(days), ...councils(days)];
}

interface Trouble {
  readonly name: string;
  readonly scene: Scene;
  readonly issueType: IssueType;
  readonly summary: string;
  readonly narrative: string;
}

/** A consultation whose closing says that there is a regional issue (地域課題). */
function raising(trouble: Trouble, by: PersonName, at: Instant, closed: Instant, caller: Caller): Deed[] {
  const { name, scene, issueType, summary, narrative } = trouble;
  const question: Question = {
    side: 'care',
    profession: 'care_manager',
    scene,
    topics: scene === 'sudden_change' ? ['night_holiday_cover'] : ['discharge_coordination'],
    letter: scene === 'sudden_change' ? 'ウ' : 'エ',
    summary: `${summary}（架空の事例）`,
    note: '関係者に電話で事情を確認した。',
  };
  return new Consulting(`${name} ${by} ${at}`, by, question)
    .logged(at, caller, { urgency: 'normal' })
    .acted(at)
    .closed(closed, 'partly', { raises: true, issueType, severity: 2 }, narrative).deeds;
}

/** 引継書が遅れる, in 富良野市 (where leaks say so as well) and 占冠村: one item for 富良野. */
function lateDocuments(days: DemoDays): Deed[] {
  const trouble: Trouble = {
    name: 'late documents',
    scene: 'discharge_support',
    issueType: 'rule_not_followed',
    summary: '退院の当日になっても引継書が届かない。サービスの開始が遅れた。',
    narrative: '退院当日まで引継書が届かず、初日のサービスを組めなかった。',
  };
  const at = (by: PersonName, day: number, caller: Caller) =>
    raising(trouble, by, days.office(day, '10:10'), days.office(day - 2, '15:30'), caller);
  return [
    ...at('coordinator', 47, { organization: 'careKomugi', patient: 'f3' }),
    ...at('coordinator2', 41, { organization: 'nursesFurano', patient: 'f4' }),
    ...at('coordinator', 36, { organization: 'careMurasaki', patient: 'f2' }),
    ...at('shimukappuCoordinator', 45, { organization: 'careMominoki', patient: 's1' }),
    ...at('shimukappuCoordinator', 37, { organization: 'shimukappuClinic', patient: 's2' }),
    ...at('shimukappuCoordinator', 30, { organization: 'careMominoki', patient: 's3' }),
  ];
}

/** 夜間の往診先がない, in 旭川市 and 美瑛町, which are two home-care areas: one item for 上川中部. */
function nightCover(days: DemoDays): Deed[] {
  const trouble: Trouble = {
    name: 'night cover',
    scene: 'sudden_change',
    issueType: 'night_cover',
    summary: '夜間に熱が出たが往診を頼める先がなく、救急車を呼ぶことになった。',
    narrative: '夜間の発熱で往診を頼める先がなく、救急搬送となった。',
  };
  const at = (by: PersonName, day: number, caller: Caller) =>
    raising(trouble, by, days.office(day, '09:40'), days.office(day - 1, '16:10'), caller);
  return [
    ...at('asahikawaCoordinator', 43, { organization: 'careYukinko', patient: 'north3' }),
    ...at('asahikawaCoordinator2', 34, { organization: 'nursesAsahikawa', patient: 'north4' }),
    ...at('asahikawaCoordinator', 21, { organization: 'careDonguri', patient: 'south2' }),
    ...at('bieiCoordinator', 38, { organization: 'careAoike', patient: 'b1' }),
    ...at('bieiCoordinator', 26, { organization: 'nursesBiei', patient: 'b2' }),
    ...at('bieiCoordinator', 16, { organization: 'careAoike', patient: 'b3' }),
  ];
}

/** 訪問リハビリがない, in 中富良野町: seen twice, not yet often enough to recur. */
function noResource(days: DemoDays): Deed[] {
  const question: Question = {
    side: 'care',
    profession: 'care_manager',
    scene: 'daily_care',
    topics: ['rehab'],
    letter: 'オ',
    summary: '訪問リハビリを探しているが、町内に空きがない。（架空の事例）',
    note: '近隣の3か所に確認したが、いずれも空きがなかった。',
  };
  const at = (day: number, patient: string) =>
    new Consulting(`no resource ${patient}`, 'nakafuranoCoordinator', question)
      .logged(days.office(day, '11:00'), { organization: 'careHimawari', patient }, { urgency: 'normal' })
      .acted(days.office(day, '14:00'), 40)
      .closed(days.office(day - 1, '16:00'), 'unsolved_no_resource').deeds;
  return [...at(28, 'n1'), ...at(14, 'n3')];
}

/** One matter is acted upon, one is done, two wait for their meetings; the others are drafts. */
function councils(days: DemoDays): Deed[] {
  const municipal = (name: string, key: string) => itemOf(key, 'municipality', CODES[name] ?? '');
  const furano = municipal('富良野市', LATE_DOCUMENTS);
  const shimukappu = municipal('占冠村', LATE_DOCUMENTS);
  const whole = itemOf(LATE_DOCUMENTS, 'secondary_area', areaId(PREFECTURE, 'secondary_area', '富良野'));
  const asahikawa = municipal('旭川市', NIGHT_COVER);
  const at = (
    day: number,
    clock: string,
    by: PersonName,
    id: string,
    command: AgendaItemCommand | ((directory: Directory) => Promise<AgendaItemCommand>),
    ...personal: Personal[]
  ) => deed(days.office(day, clock), actor(by), agendaItemKind, id, command, personal);
  const adopted = (day: number, by: PersonName, id: string) => [
    at(
      day,
      '15:00',
      by,
      id,
      { type: 'DecideAgendaItem', decision: 'adopt_measure' },
      {
        kind: 'decision_reason',
        body: { reason: '病院とケアマネジャーの双方で手順を確認することとした。（架空の協議結果）' },
      },
    ),
  ];
  return [
    at(31, '10:00', 'furanoOfficer', furano, { type: 'ScheduleAgendaItem', meetingOn: days.officeDay(18) }),
    ...adopted(18, 'furanoOfficer', furano),
    at(
      17,
      '10:00',
      'furanoOfficer',
      furano,
      { type: 'AssignAction', ownerOrganization: organizationId('furanoBase'), dueOn: days.officeDay(2) },
      { kind: 'action', body: { what: '病棟の退院チェック表に「引継書の送付」を加えるよう3病棟へ説明する。（架空）' } },
    ),
    at(
      17,
      '10:20',
      'furanoOfficer',
      furano,
      {
        type: 'AssignAction',
        ownerOrganization: organizationId('furanoTownHall'),
        dueOn: days.day(10),
        checkOn: days.day(90),
      },
      { kind: 'action', body: { what: '送付の期限を書いたちらしを全事業所へ配る。（架空）' } },
    ),

    at(24, '10:00', 'shimukappuOfficer', shimukappu, { type: 'ScheduleAgendaItem', meetingOn: days.officeDay(15) }),
    ...adopted(15, 'shimukappuOfficer', shimukappu),
    at(
      14,
      '10:00',
      'shimukappuOfficer',
      shimukappu,
      { type: 'AssignAction', ownerOrganization: organizationId('shimukappuTownHall'), dueOn: days.officeDay(4) },
      { kind: 'action', body: { what: '村内の事業所の連絡先を病院へ届け直す。（架空）' } },
    ),
    at(6, '11:00', 'shimukappuOfficer', shimukappu, async (directory) => ({
      type: 'CompleteAction',
      action: await firstAction(directory, shimukappu),
    })),

    at(9, '10:00', 'furanoSecretariat', whole, { type: 'ScheduleAgendaItem', meetingOn: days.day(14) }),
    at(8, '10:00', 'asahikawaOfficer', asahikawa, { type: 'ScheduleAgendaItem', meetingOn: days.day(9) }),
  ];
}

/** What the council of 富良野市 acts upon, and that of 旭川市 is going to hear. */
export const townMatters = (): { readonly furano: string; readonly asahikawa: string } => ({
  furano: itemOf(LATE_DOCUMENTS, 'municipality', CODES['富良野市'] ?? ''),
  asahikawa: itemOf(NIGHT_COVER, 'municipality', CODES['旭川市'] ?? ''),
});

const itemOf = (key: string, level: IssueLevel, area: string): string =>
  agendaItemId(regionalIssueId(key, level, area), 1);

async function firstAction(directory: Directory, item: string): Promise<string> {
  const heads = await directory.heads.of<{ actions: Readonly<Record<string, unknown>> }>(PREFECTURE, 'agenda_item', [
    item,
  ]);
  return Object.keys(heads.get(item)?.actions ?? {})[0] ?? '';
}
