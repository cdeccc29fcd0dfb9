import { patientKind, type RegisterPatient } from '#directory';
import { plusDays, type Instant, type LocalDate } from '#kernel';
import { Chance } from './chance.js';
import { deed, demoId, SETUP, type Deed } from './deed.js';
import { organizationId, type OrganizationName } from './organizations.js';
import { userId, type PersonName } from './people.js';

const FAMILIES = [
  ['雪原', 'ゆきはら'],
  ['麦倉', 'むぎくら'],
  ['丘山', 'おかやま'],
  ['星見', 'ほしみ'],
  ['虹沢', 'にじさわ'],
  ['風待', 'かぜまち'],
  ['花森', 'はなもり'],
  ['霧谷', 'きりたに'],
  ['白樺', 'しらかば'],
  ['空知野', 'そらちの'],
] as const;

const WOMEN = ['ハナ', 'スズ', 'トメ', 'キヨ', 'ユキ', 'ミツ', 'ノブ', 'サト'] as const;
const MEN = ['一郎太', '松之丞', '雪之助', '大五郎', '金次', '音吉', '竹蔵', '留吉'] as const;
const KANA: Readonly<Record<string, string>> = {
  ハナ: 'はな',
  スズ: 'すず',
  トメ: 'とめ',
  キヨ: 'きよ',
  ユキ: 'ゆき',
  ミツ: 'みつ',
  ノブ: 'のぶ',
  サト: 'さと',
  一郎太: 'いちろうた',
  松之丞: 'まつのじょう',
  雪之助: 'ゆきのすけ',
  大五郎: 'だいごろう',
  金次: 'きんじ',
  音吉: 'おときち',
  竹蔵: 'たけぞう',
  留吉: 'とめきち',
};

/** Persons of one municipality: how many, who looks after them. */
interface Group {
  readonly prefix: string;
  readonly municipality: string;
  readonly count: number;
  readonly careManagers: readonly (PersonName | undefined)[];
  readonly physician: OrganizationName;
  readonly nurse?: PersonName;
  readonly block?: string;
}

/** `f1`…: 富良野市, whose discharges are played; `n`, `k`, `s`, `b`: the towns around; `north`, `south`: blocks of 旭川市. */
const GROUPS: readonly Group[] = [
  {
    prefix: 'f',
    municipality: '富良野市',
    count: 26,
    careManagers: ['careManager', 'careManager2', 'komugi'],
    physician: 'furanoClinic',
    nurse: 'nurseFurano',
  },
  { prefix: 'g', municipality: '富良野市', count: 4, careManagers: [undefined], physician: 'furanoClinic' },
  { prefix: 'n', municipality: '中富良野町', count: 4, careManagers: ['himawari'], physician: 'furanoPartner' },
  { prefix: 'k', municipality: '上富良野町', count: 3, careManagers: ['komugi'], physician: 'kamifuranoClinic' },
  { prefix: 's', municipality: '占冠村', count: 4, careManagers: ['mominoki'], physician: 'shimukappuClinic' },
  {
    prefix: 'b',
    municipality: '美瑛町',
    count: 5,
    careManagers: ['aoiro'],
    physician: 'bieiClinic',
    nurse: 'nurseBiei',
  },
  {
    prefix: 'north',
    municipality: '旭川市',
    count: 6,
    careManagers: ['yukinko', 'donguri'],
    physician: 'hoshi',
    nurse: 'nurseAsahikawa',
    block: '北',
  },
  {
    prefix: 'south',
    municipality: '旭川市',
    count: 4,
    careManagers: ['donguri'],
    physician: 'kodama',
    nurse: 'nurseAsahikawa',
    block: '南',
  },
];

export interface DemoPatient {
  readonly name: string;
  readonly municipality: string;
  readonly careManager?: PersonName;
  readonly command: RegisterPatient;
  readonly identity: {
    readonly name: string;
    readonly kana: string;
    readonly birthDate: LocalDate;
    readonly sex: 'female' | 'male';
    readonly address: string;
  };
}

export const patientId = (name: string): string => demoId(`patient ${name}`);

/** The persons cared for, the same each time. */
export function demoPatients(): DemoPatient[] {
  const chance = new Chance(20_250_401);
  return GROUPS.flatMap((group) =>
    Array.from({ length: group.count }, (_, i) => {
      const { prefix, careManagers } = group;
      return person(group, `${prefix}${i + 1}`, careManagers[i % careManagers.length], chance);
    }),
  );
}

/** Somebody more for a group: the same person for the same name. */
export function newcomer(prefix: string, name: string, careManager?: PersonName): DemoPatient {
  const group = GROUPS.find((each) => each.prefix === prefix);
  if (!group) throw new Error(`there is no group ${prefix}`);
  const seed = Number.parseInt(demoId(name).slice(0, 8), 16);
  return person(group, name, careManager ?? group.careManagers[0], new Chance(seed));
}

export const registered = (at: Instant, { name, command, identity }: DemoPatient): Deed =>
  deed(at, SETUP, patientKind, patientId(name), command, [{ kind: 'patient_identity', body: identity }]);

function person(group: Group, name: string, careManager: PersonName | undefined, chance: Chance): DemoPatient {
  const { municipality, physician, nurse, block } = group;
  const sex = chance.percent(60) ? ('female' as const) : ('male' as const);
  const [family, familyKana] = chance.oneOf(FAMILIES);
  const given = chance.oneOf(sex === 'female' ? WOMEN : MEN);
  return {
    name,
    municipality,
    ...(careManager && { careManager }),
    command: {
      type: 'RegisterPatient',
      municipality,
      consent: true,
      primaryPhysician: organizationId(physician),
      careTeam: [careManager, nurse].flatMap((each) => (each ? [userId(each)] : [])),
      ...(careManager && { careManager: userId(careManager) }),
      ...(block !== undefined && { block }),
    },
    identity: {
      name: `${family} ${given}（デモ）`,
      kana: `${familyKana} ${KANA[given] ?? ''}`,
      birthDate: plusDays('1930-01-01', chance.between(0, 18 * 365)),
      sex,
      address: `${municipality}架空町${chance.between(1, 9)}丁目${chance.between(1, 30)}番（デモ）`,
    },
  };
}
