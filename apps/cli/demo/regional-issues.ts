import { issueKey } from '#issues';
import type { Instant, IssueType, Scene } from '#kernel';
import { Consulting, type Caller } from './consulting.js';
import type { Question } from './consultation-texts.js';
import type { DemoDays } from './days.js';
import type { Deed } from './deed.js';
import type { PersonName } from './people.js';

/** 市町村コード. */
export const CODES = {
  富良野市: '012297',
  占冠村: '014630',
  旭川市: '012041',
  美瑛町: '014591',
} as const;

export const LATE_DOCUMENTS = issueKey('discharge_support', 'rule_not_followed');
export const NIGHT_COVER = issueKey('sudden_change', 'night_cover');
export const INFORMATION_GAP = issueKey('daily_care', 'information_gap');

/** Trouble that recurs in neighboring municipalities, so that it rises to their secondary areas. */
export function regionalIssues(days: DemoDays): Deed[] {
  return [...medicineChanged(days), ...lateDocuments(days), ...nightCover(days), ...noResource(days)];
}

interface Trouble {
  readonly name: string;
  readonly scene: Scene;
  readonly issueType: IssueType;
  readonly summary: string;
  readonly narrative: string;
}

const TOPIC: Readonly<Record<Scene, Question['topics'][number]>> = {
  discharge_support: 'discharge_coordination',
  daily_care: 'information_sharing_rule',
  sudden_change: 'night_holiday_cover',
  end_of_life: 'palliative_eol',
};

/** A consultation whose closing says that there is a regional issue (地域課題). */
function raising(trouble: Trouble, by: PersonName, at: Instant, closed: Instant, caller: Caller): Deed[] {
  const { name, scene, issueType, summary, narrative } = trouble;
  const question: Question = {
    side: 'care',
    profession: 'care_manager',
    scene,
    topics: [TOPIC[scene]],
    letter: scene === 'sudden_change' ? 'ウ' : 'エ',
    summary: `${summary}（架空の事例）`,
    note: '関係者に電話で事情を確認した。',
  };
  return new Consulting(`${name} ${by} ${at}`, by, question)
    .logged(at, caller, { urgency: 'normal' })
    .acted(at)
    .closed(closed, 'partly', { raises: true, issueType, severity: 2 }, narrative).deeds;
}

/** 薬の変更が伝わらない, in 富良野市: heard of no more since its council found an answer. */
function medicineChanged(days: DemoDays): Deed[] {
  const trouble: Trouble = {
    name: 'medicine changed',
    scene: 'daily_care',
    issueType: 'information_gap',
    summary: '受診で薬が変わったことを、ケアマネジャーが次の訪問まで知らなかった。',
    narrative: '薬の変更が事業所に伝わらず、数日のあいだ前の薬で準備していた。',
  };
  const at = (by: PersonName, day: number, caller: Caller) =>
    raising(trouble, by, days.office(day, '10:30'), days.office(day - 1, '15:10'), caller);
  return [
    ...at('coordinator2', 58, { organization: 'careKomugi', patient: 'f6' }),
    ...at('coordinator', 56, { organization: 'careMurasaki', patient: 'f8' }),
    ...at('coordinator', 54, { organization: 'nursesFurano', patient: 'f10' }),
  ];
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
