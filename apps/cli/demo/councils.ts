import {
  agendaItemId,
  agendaItemKind,
  councilKind,
  meetingKind,
  type AgendaItem,
  type AgendaItemCommand,
  type Attendance,
  type BodyType,
  type Category,
  type CouncilCommand,
  type Decision,
  type Meeting,
  type MeetingCommand,
} from '#councils';
import { areaId, type Directory } from '#directory';
import { regionalIssueId, type IssueLevel } from '#issues';
import { dateIn, type Instant, type LocalDate } from '#kernel';
import type { DemoDays } from './days.js';
import { deed, demoId, PREFECTURE, type Deed, type Personal } from './deed.js';
import { organizationId, type OrganizationName } from './organizations.js';
import { actor, userId, type PersonName } from './people.js';
import { CODES, INFORMATION_GAP, LATE_DOCUMENTS, NIGHT_COVER } from './regional-issues.js';

/** The first meeting of the year lies so many business days back. */
export const FOUNDED = 240;

const MEMBERS: readonly (readonly [OrganizationName, BodyType])[] = [
  ['furanoAssociation', 'city_medical_association'],
  ['furanoCareCouncil', 'care_manager_council'],
  ['furanoHospital', 'hospital'],
  ['nursesFurano', 'visiting_nurse_liaison'],
  ['furanoDental', 'dental_association'],
  ['furanoPharmacy', 'pharmacists_association'],
  ['furanoBase', 'cooperation_base'],
];

const present: Attendance[] = MEMBERS.map(([organization, body]) => ({
  organization: organizationId(organization),
  body,
  presence: organization === 'furanoDental' ? 'absent' : organization === 'furanoPharmacy' ? 'proxy' : 'present',
}));

/** A council of the demo: who keeps it. */
interface Kept {
  readonly id: string;
  readonly by: PersonName;
}
const TOWN: Kept = { id: demoId('council 富良野市'), by: 'furanoOfficer' };
const REGION: Kept = { id: demoId('council 富良野圏域'), by: 'furanoSecretariat' };

/** The next meetings of the two. */
export const NEXT_MEETINGS = {
  town: { id: demoId('meeting 富良野市 next'), by: TOWN.by },
  region: { id: demoId('meeting 富良野圏域 next'), by: REGION.by },
} as const;

/**
 * A year of two councils: that of 富良野市, which meets every other month, and that of the secondary area, which was asked by
 * letter in summer. Of what they decided one action is late, one has been checked, and one is to be checked these days.
 */
export function councilYear(days: DemoDays): Deed[] {
  return [...founded(days), ...townYear(days), ...regionYear(days), ...elsewhere(days)];
}

function founded(days: DemoDays): Deed[] {
  const at = (clock: string, by: PersonName, { id }: Kept, command: CouncilCommand) =>
    deed(days.office(FOUNDED, clock), actor(by), councilKind, id, command);
  const seated = (kept: Kept, by: PersonName) =>
    MEMBERS.map(([organization, body]) =>
      at('10:00', by, kept, {
        type: 'AppointCouncilMember',
        organization: organizationId(organization),
        body,
      }),
    );
  return [
    at('09:40', 'furanoHealthOfficer', REGION, {
      type: 'EstablishCouncil',
      name: '富良野圏域 在宅医療推進協議会（デモ）',
      level: 'secondary_area',
      types: ['promotion'],
      areas: [areaId(PREFECTURE, 'secondary_area', '富良野')],
      secretariat: organizationId('furanoHealthCenter'),
      chairMedical: userId('furanoPhysician'),
      chairAdministrative: userId('furanoHealthOfficer'),
    }),
    at('09:50', 'furanoOfficer', TOWN, {
      type: 'EstablishCouncil',
      name: '富良野市 在宅医療・介護連携推進協議会（デモ）',
      level: 'municipality',
      types: ['promotion'],
      areas: [CODES.富良野市],
      secretariat: organizationId('furanoTownHall'),
      chairMedical: userId('furanoPhysician'),
      chairAdministrative: userId('furanoOfficer'),
      parent: REGION.id,
    }),
    ...seated(REGION, 'furanoHealthOfficer'),
    ...seated(TOWN, 'furanoOfficer'),
  ];
}

/** One sitting, told from the plan to its minutes; every day is said in business days before today. */
class Sitting {
  readonly deeds: Deed[] = [];
  readonly id: string;

  constructor(
    private readonly days: DemoDays,
    readonly council: Kept,
    name: string,
    private readonly on: number,
    private readonly inWriting = false,
  ) {
    this.id = demoId(`meeting ${name}`);
    this.does(on + 22, '09:20', {
      type: 'PlanMeeting',
      council: council.id,
      on: days.officeDay(on),
      startsAt: '13:30',
      place: '富良野市 ふれあいの間（デモ）',
    });
  }

  private does(
    day: number,
    clock: string,
    command: MeetingCommand | ((directory: Directory) => Promise<MeetingCommand>),
    ...personal: Personal[]
  ): this {
    const at = this.days.office(day, clock);
    this.deeds.push(deed(at, actor(this.council.by), meetingKind, this.id, command, personal));
    return this;
  }

  called(day = this.on + 15): this {
    return this.does(day, '09:30', { type: 'CallMeeting' });
  }

  /** Time is given to each item, in the order in which they were put on the agenda. */
  arranged(day: number, ...minutes: readonly number[]): this {
    return this.does(day, '09:40', async (directory) => {
      const heads = await directory.heads.of<Meeting>(PREFECTURE, meetingKind.kind, [this.id]);
      const { agenda = [], agendaVersion = 0 } = heads.get(this.id) ?? {};
      return {
        type: 'ArrangeAgenda',
        seen: agendaVersion,
        entries: agenda.map(({ item }, i) => ({ item, minutes: minutes[i] ?? 10 })),
      };
    });
  }

  held(): this {
    const { on, inWriting } = this;
    return this.does(on + 6, '10:00', { type: 'SendMaterials' }).does(on, '13:30', {
      type: inWriting ? 'HoldInWriting' : 'HoldMeeting',
      attendance: inWriting ? present.map((one) => ({ ...one, presence: 'in_writing' as const })) : present,
    });
  }

  recorded(text: string): this {
    const { on } = this;
    return this.does(
      on - 3,
      '11:00',
      { type: 'DraftMinutes' },
      { kind: 'minutes', body: { text: `${text}（架空の議事要旨）` } },
    )
      .does(on - 5, '11:00', { type: 'ApproveMinutes' })
      .does(on - 6, '11:00', { type: 'PublishMinutes' });
  }
}

/** An item, as its council keeps it. */
class Matter {
  readonly deeds: Deed[] = [];

  constructor(
    private readonly days: DemoDays,
    readonly id: string,
    private readonly by: PersonName,
  ) {}

  static proposed(days: DemoDays, title: string, day: number, council: Kept, category: Category) {
    return new Matter(days, demoId(`agenda item ${title}`), council.by).does(
      day,
      '10:40',
      { type: 'ProposeAgendaItem', council: council.id, category },
      { kind: 'agenda_title', body: { title: `${title}（架空）` } },
    );
  }

  does(
    day: number,
    clock: string,
    command: AgendaItemCommand | ((directory: Directory) => Promise<AgendaItemCommand>),
    ...personal: Personal[]
  ): this {
    this.deeds.push(deed(this.days.office(day, clock), actor(this.by), agendaItemKind, this.id, command, personal));
    return this;
  }

  scheduled(day: number, { id: meeting }: Sitting): this {
    return this.does(day, '10:50', { type: 'ScheduleAgendaItem', meeting });
  }

  position(day: number, organization: OrganizationName, stance: 'agree' | 'agree_with_conditions', note: string): this {
    const body = MEMBERS.find(([name]) => name === organization)?.[1];
    if (!body) throw new Error(`${organization} is no member`);
    return this.does(
      day,
      '15:10',
      { type: 'RecordBodyPosition', organization: organizationId(organization), body, stance },
      { kind: 'position_note', body: { note: `${note}（架空）` } },
    );
  }

  decided(day: number, decision: Decision, reason: string): this {
    return this.does(
      day,
      '14:10',
      { type: 'DiscussAgendaItem' },
      { kind: 'discussion', body: { summary: '各団体から現状を聞いた。（架空）' } },
    ).does(
      day,
      '14:30',
      { type: 'DecideAgendaItem', decision },
      { kind: 'decision_reason', body: { reason: `${reason}（架空の協議結果）` } },
    );
  }

  action(day: number, owner: OrganizationName, dueOn: LocalDate, what: string, checkOn?: LocalDate): this {
    return this.does(
      day,
      '15:00',
      {
        type: 'AssignAction',
        ownerOrganization: organizationId(owner),
        dueOn,
        ...(checkOn !== undefined && { checkOn }),
      },
      { kind: 'action', body: { what: `${what}（架空）` } },
    );
  }

  done(day: number, n: number, report: string): this {
    return this.does(
      day,
      '11:20',
      async (directory) => ({ type: 'CompleteAction', action: await actionOf(directory, this.id, n) }),
      { kind: 'action_report', body: { report: `${report}（架空）` } },
    );
  }

  checked(day: number, n: number, note: string): this {
    return this.does(
      day,
      '16:00',
      async (directory) => ({ type: 'CheckEffect', action: await actionOf(directory, this.id, n) }),
      { kind: 'effect_note', body: { note: `${note}（架空）` } },
    );
  }
}

function townYear(days: DemoDays): Deed[] {
  const sitting = (name: string, on: number) => new Sitting(days, TOWN, `富良野市 ${name}`, on);
  const proposed = (title: string, day: number, category: Category = 'outreach') =>
    Matter.proposed(days, title, day, TOWN, category);
  const fromIssue = (key: string) => new Matter(days, townItem(key), TOWN.by);

  const winter = sitting('winter', 205).called().held().recorded('研修は年2回とし、うち1回を夜間に開くことを決めた。');
  const training = proposed('多職種研修の年間計画', 226, 'training')
    .scheduled(224, winter)
    .decided(205, 'plan_reflect', '年2回とし、事業計画に書き入れる。');

  const spring = sitting('spring', 160)
    .called()
    .held()
    .recorded('リーフレットは文案を直し、次回もう一度諮ることとした。');
  const early = sitting('early summer', 110).called().held().recorded('リーフレットを決め、配布を市が行うこととした。');
  const leaflet = proposed('住民向けリーフレット「家で過ごすということ」', 182)
    .scheduled(180, spring)
    .decided(160, 'continue_next', '言葉が難しいとの意見があり、文案を直す。')
    .scheduled(131, early)
    .decided(110, 'adopt_measure', '直した文案で印刷し、窓口と診療所に置く。')
    .action(109, 'furanoTownHall', days.officeDay(80), '2,000部を印刷し、窓口と診療所へ届ける。')
    .done(86, 1, '全戸回覧に間に合い、予定より多く配った。');

  const autumn = sitting('autumn', 40)
    .called()
    .held()
    .recorded('薬の変更を当日のうちに伝える手順を決め、3か月後に確かめることとした。');
  const medicine = fromIssue(INFORMATION_GAP)
    .position(46, 'furanoAssociation', 'agree', '様式を一枚にできるなら賛成。')
    .position(46, 'furanoPharmacy', 'agree_with_conditions', '休日の分は翌開局日とする条件で。')
    .scheduled(51, autumn)
    .decided(40, 'adopt_measure', '変更のあった日のうちに、薬局からケアマネジャーへ一枚の様式で伝える。')
    .action(39, 'furanoTownHall', days.officeDay(36), '様式を作り、薬局と事業所の全部に配る。', days.officeDay(4))
    .action(39, 'furanoBase', days.officeDay(34), '夜間に開く研修で様式の使い方を伝える。', days.officeDay(-3))
    .done(38, 1, '薬局6か所、事業所4か所に配り、使い方を説明した。')
    .done(37, 2, '31人が参加した。')
    .checked(3, 1, '同じ相談は決定のあと届いていない。');

  const late = sitting('late autumn', 18)
    .called()
    .held()
    .recorded('引継書の送付を病棟の退院チェック表に加えることを決めた。');
  const documents = fromIssue(LATE_DOCUMENTS)
    .scheduled(32, late)
    .decided(18, 'adopt_measure', '病院とケアマネジャーの双方で手順を確認することとした。')
    .action(17, 'furanoBase', days.officeDay(2), '病棟の退院チェック表に「引継書の送付」を加えるよう3病棟へ説明する。')
    .action(17, 'furanoTownHall', days.day(10), '送付の期限を書いたちらしを全事業所へ配る。', days.day(90));

  const next = new Sitting(days, TOWN, '富良野市 next', -14).called(4);
  const snow = proposed('大雪で訪問できない日の連絡のしかた', 7)
    .scheduled(5, next)
    .position(3, 'nursesFurano', 'agree', '朝8時までに決められると助かる。')
    .position(2, 'furanoCareCouncil', 'agree_with_conditions', '連絡先の一覧が要る。');

  return [winter, training, spring, early, leaflet, autumn, medicine, late, documents, next, snow].flatMap(
    ({ deeds }) => deeds,
  );
}

function regionYear(days: DemoDays): Deed[] {
  const byLetter = new Sitting(days, REGION, '富良野圏域 by letter', 70, true)
    .called()
    .held()
    .recorded('圏域の合同研修を書面で承認した。');
  const training = Matter.proposed(days, '圏域合同研修の日程', 91, REGION, 'train_professionals')
    .scheduled(89, byLetter)
    .decided(70, 'inform_only', '11月の土曜日に行うことを全団体が書面で承知した。');

  const next = new Sitting(days, REGION, '富良野圏域 next', -12).called(5);
  const documents = new Matter(days, regionItem(LATE_DOCUMENTS), REGION.by)
    .scheduled(9, next)
    .position(4, 'furanoAssociation', 'agree', '圏域で一つの様式にそろえたい。');
  return [byLetter, training, next, documents].flatMap(({ deeds }) => deeds);
}

/** Where nobody has set up a council, its area has one all the same, whose officer sets the day. */
function elsewhere(days: DemoDays): Deed[] {
  const village = new Matter(days, itemOf(LATE_DOCUMENTS, 'municipality', CODES.占冠村), 'shimukappuOfficer')
    .does(24, '10:00', { type: 'ScheduleAgendaItem', meetingOn: days.officeDay(15) })
    .decided(15, 'adopt_measure', '病院とケアマネジャーの双方で手順を確認することとした。')
    .action(14, 'shimukappuTownHall', days.officeDay(4), '村内の事業所の連絡先を病院へ届け直す。')
    .done(6, 1, '全事業所の分を届けた。');
  const city = new Matter(days, cityItem(), 'asahikawaOfficer').does(8, '10:00', {
    type: 'ScheduleAgendaItem',
    meetingOn: days.day(9),
  });
  return [...village.deeds, ...city.deeds];
}

/** What the council of 富良野市 acts upon, and that of 旭川市 is going to hear. */
export const townMatters = (): { readonly furano: string; readonly asahikawa: string } => ({
  furano: townItem(LATE_DOCUMENTS),
  asahikawa: cityItem(),
});

/** Meetings whose day has passed without anybody having held them are put off. */
export async function meetingsAhead(days: DemoDays, now: Instant, directory: Directory): Promise<Deed[]> {
  const next = Object.values(NEXT_MEETINGS);
  const ids = next.map(({ id }) => id);
  const heads = await directory.heads.of<Meeting>(PREFECTURE, meetingKind.kind, ids);
  return next.flatMap((meeting) => ((heads.get(meeting.id)?.on ?? '') < dateIn(now) ? putOff(days, meeting) : []));
}

/** Put off, and called anew: once more there are materials to be sent. */
export const putOff = (days: DemoDays, { id, by }: (typeof NEXT_MEETINGS)[keyof typeof NEXT_MEETINGS]): Deed[] =>
  (['PostponeMeeting', 'CallMeeting'] as const).map((type) =>
    deed(days.now, actor(by), meetingKind, id, { type, on: days.officeDay(-12) }),
  );

const itemOf = (key: string, level: IssueLevel, area: string): string =>
  agendaItemId(regionalIssueId(key, level, area), 1);
const townItem = (key: string) => itemOf(key, 'municipality', CODES.富良野市);
const cityItem = () => itemOf(NIGHT_COVER, 'municipality', CODES.旭川市);
const regionItem = (key: string) => itemOf(key, 'secondary_area', areaId(PREFECTURE, 'secondary_area', '富良野'));

/** The n-th action of an item. */
async function actionOf(directory: Directory, item: string, n: number): Promise<string> {
  const heads = await directory.heads.of<AgendaItem>(PREFECTURE, agendaItemKind.kind, [item]);
  const actions = Object.entries(heads.get(item)?.actions ?? {});
  return actions.find(([, { duty }]) => duty.endsWith(`#${n}`))?.[0] ?? '';
}
