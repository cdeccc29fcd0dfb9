import type { Actor, Role } from '#kernel';
import { demoId } from './deed.js';
import { organizationId, type OrganizationName } from './organizations.js';

type DemoPerson = readonly [role: Role, organization: OrganizationName, name: string];

/** Everybody who works in the demo region. Nobody of that name is meant; every name says デモ. */
const PEOPLE = {
  coordinator: ['coordinator', 'furanoDesk', '相田 つなぐ'],
  coordinator2: ['coordinator', 'furanoDesk', '麦野 こまち'],
  kamifuranoCoordinator: ['coordinator', 'kamifuranoDesk', '楓田 かおる'],
  nakafuranoCoordinator: ['coordinator', 'nakafuranoDesk', '日向 まり'],
  shimukappuCoordinator: ['coordinator', 'shimukappuDesk', '樅山 はじめ'],
  asahikawaCoordinator: ['coordinator', 'asahikawaDesk', '旭野 ひかる'],
  asahikawaCoordinator2: ['coordinator', 'asahikawaDesk', '雪見 さらさ'],
  bieiCoordinator: ['coordinator', 'bieiDesk', '青地 みどり'],

  furanoBase: ['base_secretariat', 'furanoBase', '輪島 むすぶ'],
  asahikawaBase: ['base_secretariat', 'asahikawaBase', '橋本 わたる'],

  dischargeNurse: ['discharge_nurse', 'furanoHospital', '紫野 かんな'],
  socialWorker: ['msw', 'furanoHospital', '丘本 そよか'],
  wardNurse: ['ward_nurse', 'furanoHospital', '棟方 しおり'],
  liaisonManager: ['liaison_manager', 'furanoHospital', '長谷部 みのる'],
  emergencyRoom: ['clinic_staff', 'furanoHospital', '宵宮 あかり'],
  asahikawaNurse: ['discharge_nurse', 'asahikawaHospital', '灯野 ゆき'],
  asahikawaWard: ['ward_nurse', 'asahikawaHospital', '銀田 せつ'],
  asahikawaLiaison: ['liaison_manager', 'asahikawaHospital', '白岡 まもる'],
  supportHospitalStaff: ['clinic_staff', 'asahikawaSupportHospital', '雲井 めいこ'],

  careManager: ['care_manager', 'careMurasaki', '花園 めぐみ'],
  careManager2: ['care_manager', 'careMurasaki', '丸山 ぽぷら'],
  officeManager: ['office_manager', 'careMurasaki', '所沢 おさむ'],
  komugi: ['care_manager', 'careKomugi', '小麦畑 みのり'],
  komugiManager: ['office_manager', 'careKomugi', '穂高 ゆたか'],
  himawari: ['care_manager', 'careHimawari', '向日 あおい'],
  himawariManager: ['office_manager', 'careHimawari', '夏目田 たかし'],
  mominoki: ['care_manager', 'careMominoki', '森谷 こずえ'],
  mominokiManager: ['office_manager', 'careMominoki', '木霊 いさむ'],
  yukinko: ['care_manager', 'careYukinko', '北国 ふぶき'],
  yukinkoManager: ['office_manager', 'careYukinko', '冬木 まさる'],
  donguri: ['care_manager', 'careDonguri', '栗林 ころも'],
  donguriManager: ['office_manager', 'careDonguri', '団子坂 じゅん'],
  aoiro: ['care_manager', 'careAoike', '池上 そら'],
  aoiroManager: ['office_manager', 'careAoike', '水面 きよし'],

  nurseFurano: ['visiting_nurse', 'nursesFurano', '星点 てんこ'],
  nurseAsahikawa: ['visiting_nurse', 'nursesAsahikawa', '小鳥遊 えなが'],
  nurseBiei: ['visiting_nurse', 'nursesBiei', '落葉松 りん'],

  furanoPhysician: ['primary_physician', 'furanoClinic', '中心 まなか'],
  furanoPartner: ['secondary_physician', 'furanoPartner', '葡萄沢 しずく'],
  kamifuranoStaff: ['clinic_staff', 'kamifuranoClinic', '紅葉谷 もみじ'],
  shimukappuPhysician: ['primary_physician', 'shimukappuClinic', '山路 たかね'],
  primaryPhysician: ['primary_physician', 'hoshi', '星川 のぞむ'],
  secondaryPhysician: ['secondary_physician', 'yuki', '兎沢 つきの'],
  yukiStaff: ['clinic_staff', 'yuki', '白玉 もち'],
  kodamaPhysician: ['primary_physician', 'kodama', '木魂 ひびき'],
  kodamaPartner: ['secondary_physician', 'kodama', '山彦 こたえ'],
  yozoraPhysician: ['secondary_physician', 'yozora', '夜空 すばる'],
  bieiPhysician: ['primary_physician', 'bieiClinic', '菜原 はるの'],
  bieiStaff: ['clinic_staff', 'bieiClinic', '黄色田 なの'],

  furanoSecretariat: ['council_secretariat', 'furanoHealthCenter', '会議野 すすむ'],
  furanoHealthOfficer: ['health_centre_officer', 'furanoHealthCenter', '保坂 まもり'],
  kamikawaSecretariat: ['council_secretariat', 'kamikawaHealthCenter', '協田 かなえ'],
  furanoOfficer: ['municipal_ltc_officer', 'furanoTownHall', '役田 いちろう'],
  shimukappuOfficer: ['municipal_ltc_officer', 'shimukappuTownHall', '村岡 ふもと'],
  asahikawaOfficer: ['municipal_ltc_officer', 'asahikawaTownHall', '市谷 みやこ'],
  bieiOfficer: ['municipal_ltc_officer', 'bieiTownHall', '町田丘 ゆう'],
  furanoAssociation: ['medical_association', 'furanoAssociation', '星見台 いやす'],
  furanoMember: ['council_member', 'furanoCareCouncil', '輪野 かたる'],
  prefecture: ['prefecture_ltc', 'office', '道野 ひろし'],
  admin: ['admin', 'office', '管野 りか'],
} as const satisfies Record<string, DemoPerson>;

export type PersonName = keyof typeof PEOPLE;

/** 病棟 of the hospital of 富良野. */
export const WARDS = ['3階病棟', '4階病棟'] as const;

/** Those who look after one of them. */
export const WARD_OF: Readonly<Partial<Record<PersonName, (typeof WARDS)[number]>>> = {
  dischargeNurse: '3階病棟',
  wardNurse: '3階病棟',
  socialWorker: '4階病棟',
};

export const personNames = Object.keys(PEOPLE) as PersonName[];

export const userId = (name: PersonName): string => demoId(`user ${name}`);

export const roleOf = (name: PersonName): Role => PEOPLE[name][0];

export const organizationOf = (name: PersonName): OrganizationName => PEOPLE[name][1];

export const shownName = (name: PersonName): string => `${PEOPLE[name][2]}（デモ）`;

/** Who does it, as a command's envelope says it. */
export const actor = (name: PersonName): Extract<Actor, { userId: string }> => ({
  userId: userId(name),
  role: roleOf(name),
  orgId: organizationId(organizationOf(name)),
});

/** Whoever works there, those in the first of the roles first. */
export function peopleAt(organization: string, ...roles: readonly Role[]): PersonName[] {
  const there = personNames.filter((name) => organizationId(organizationOf(name)) === organization);
  return roles.flatMap((role) => there.filter((name) => roleOf(name) === role));
}

export const personOf = (user: string): PersonName | undefined => personNames.find((name) => userId(name) === user);
