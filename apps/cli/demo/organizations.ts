import { areaId, type Capability, type OrganizationKind, type RegisterInstitution } from '#directory';
import { demoId, PREFECTURE } from './deed.js';

interface DemoOrganization {
  readonly kind: OrganizationKind;
  readonly municipality: string;
  readonly name: string;
  readonly block?: string;
  readonly capabilities?: readonly Capability[];
  readonly serves?: readonly string[];
}

const homeCareArea = (name: string): string => areaId(PREFECTURE, 'home_care_area', name);
const secondaryArea = (name: string): string => areaId(PREFECTURE, 'secondary_area', name);

const desk = (municipality: string): DemoOrganization => ({
  kind: 'help_desk',
  municipality,
  name: `${municipality} 在宅医療・介護のよろず窓口（デモ）`,
});

/** Institutions and offices of 富良野 and 上川中部. None of them exists; every name says デモ. */
const ORGANIZATIONS = {
  furanoHospital: {
    kind: 'hospital',
    municipality: '富良野市',
    name: '富良野むらさきの丘病院（デモ）',
    capabilities: ['screening_within_3_days', 'active_institution'],
  },
  asahikawaHospital: { kind: 'hospital', municipality: '旭川市', name: '旭川ゆきあかり総合病院（デモ）' },
  asahikawaSupportHospital: {
    kind: 'home_care_support_hospital',
    municipality: '旭川市',
    name: '旭川ひつじぐも病院（デモ）',
    block: '北',
  },

  furanoDesk: desk('富良野市'),
  kamifuranoDesk: desk('上富良野町'),
  nakafuranoDesk: desk('中富良野町'),
  shimukappuDesk: desk('占冠村'),
  asahikawaDesk: desk('旭川市'),
  bieiDesk: desk('美瑛町'),

  furanoBase: { kind: 'cooperation_base', municipality: '富良野市', name: '富良野圏域 つなぐ拠点（デモ）' },
  asahikawaBase: {
    kind: 'cooperation_base',
    municipality: '旭川市',
    name: '旭川・上川 つなぐ拠点（デモ）',
    serves: [homeCareArea('旭川市'), homeCareArea('上川')],
  },
  furanoHealthCenter: {
    kind: 'public_health_center',
    municipality: '富良野市',
    name: '富良野圏域 こもれび保健所（デモ）',
  },
  kamikawaHealthCenter: {
    kind: 'public_health_center',
    municipality: '旭川市',
    name: '上川中部 こもれび保健所（デモ）',
    serves: [secondaryArea('上川中部')],
  },
  furanoTownHall: { kind: 'municipality', municipality: '富良野市', name: '富良野市 いきいき介護係（デモ）' },
  shimukappuTownHall: { kind: 'municipality', municipality: '占冠村', name: '占冠村 いきいき介護係（デモ）' },
  asahikawaTownHall: { kind: 'municipality', municipality: '旭川市', name: '旭川市 いきいき介護係（デモ）' },
  bieiTownHall: { kind: 'municipality', municipality: '美瑛町', name: '美瑛町 いきいき介護係（デモ）' },
  furanoAssociation: { kind: 'medical_association', municipality: '富良野市', name: '富良野ほしぞら医師会（デモ）' },
  furanoCareCouncil: { kind: 'other', municipality: '富良野市', name: 'ふらのケアマネ連絡会（デモ）' },
  office: { kind: 'other', municipality: '旭川市', name: '道の在宅医療つなぎ事務局（デモ）' },

  careMurasaki: { kind: 'care_management_office', municipality: '富良野市', name: 'ケアプラン むらさき（デモ）' },
  careKomugi: { kind: 'care_management_office', municipality: '富良野市', name: 'ケアプラン こむぎ（デモ）' },
  careHimawari: { kind: 'care_management_office', municipality: '中富良野町', name: 'ケアプラン ひまわり（デモ）' },
  careMominoki: { kind: 'care_management_office', municipality: '占冠村', name: 'ケアプラン もみの木（デモ）' },
  careYukinko: { kind: 'care_management_office', municipality: '旭川市', name: 'ケアプラン ゆきんこ（デモ）' },
  careDonguri: { kind: 'care_management_office', municipality: '旭川市', name: 'ケアプラン どんぐり（デモ）' },
  careAoike: { kind: 'care_management_office', municipality: '美瑛町', name: 'ケアプラン あおいろ（デモ）' },

  nursesFurano: { kind: 'visiting_nurse_station', municipality: '富良野市', name: '訪問看護 てんとうむし（デモ）' },
  nursesAsahikawa: { kind: 'visiting_nurse_station', municipality: '旭川市', name: '訪問看護 しまえなが（デモ）' },
  nursesBiei: { kind: 'visiting_nurse_station', municipality: '美瑛町', name: '訪問看護 からまつ（デモ）' },

  // Nobody of these two works with the system: the desk telephones.
  furanoDental: { kind: 'dental_clinic', municipality: '富良野市', name: '富良野はるかぜ歯科（デモ）' },
  furanoPharmacy: { kind: 'pharmacy', municipality: '富良野市', name: '富良野ひだまり薬局（デモ）' },

  furanoClinic: { kind: 'home_care_support_clinic', municipality: '富良野市', name: '富良野へそまち診療所（デモ）' },
  furanoPartner: {
    kind: 'home_care_support_clinic',
    municipality: '富良野市',
    name: '富良野わいん坂クリニック（デモ）',
  },
  kamifuranoClinic: {
    kind: 'clinic',
    municipality: '上富良野町',
    name: '上富良野かえで診療所（デモ）',
    capabilities: ['active_institution'],
  },
  shimukappuClinic: { kind: 'clinic', municipality: '占冠村', name: '占冠もみじ診療所（デモ）' },
  hoshi: { kind: 'home_care_support_clinic', municipality: '旭川市', name: '旭川ほしくず内科（デモ）', block: '北' },
  yuki: {
    kind: 'home_care_support_clinic',
    municipality: '旭川市',
    name: '旭川ゆきうさぎクリニック（デモ）',
    block: '北',
  },
  kodama: { kind: 'home_care_support_clinic', municipality: '旭川市', name: '旭川こだま診療所（デモ）', block: '南' },
  yozora: {
    kind: 'enhanced_home_care_support_clinic',
    municipality: '旭川市',
    name: '旭川よぞら在宅センター（デモ）',
    block: '南',
    capabilities: ['sub_physician_concentrated'],
  },
  bieiClinic: {
    kind: 'clinic',
    municipality: '美瑛町',
    name: '美瑛なのはな診療所（デモ）',
    capabilities: ['active_institution'],
  },
  pharmacy: { kind: 'pharmacy', municipality: '富良野市', name: '薬局 らんたん（デモ）' },
  dentist: { kind: 'dental_clinic', municipality: '富良野市', name: '歯科 えくぼ（デモ）' },
} as const satisfies Record<string, DemoOrganization>;

export type OrganizationName = keyof typeof ORGANIZATIONS;

export const organizationNames = Object.keys(ORGANIZATIONS) as OrganizationName[];

export const organizationId = (name: OrganizationName): string => demoId(`organization ${name}`);

export const registration = (name: OrganizationName): RegisterInstitution => ({
  type: 'RegisterInstitution',
  // No such number is given to anybody; each has its own, as a caller is known by it.
  phone: `000-000-${1_001 + organizationNames.indexOf(name)}`,
  ...ORGANIZATIONS[name],
});

export const nameOf = (name: OrganizationName): string => ORGANIZATIONS[name].name;
