/** 調整役: what fields, levels and kinds of coordinators are called, as the kernel holds them. The order is that of the choices. */
export const coordinationTerms = {
  field: {
    home_care: '在宅医療・介護連携',
    dementia: '認知症',
    life_support: '生活支援',
    community_care: '地域ケア会議',
    rights: '権利擁護',
    volunteer: 'ボランティア',
    dental: '歯科・口腔',
    discharge: '入退院支援',
  },
  level: { case: '個別の支援', organization: '機関・職種の間', area: '地域づくり' },
  kind: {
    medical_association: '医師会のコーディネーター',
    dementia: '認知症地域支援推進員',
    life_support: '生活支援コーディネーター',
    municipal: '市町村の職員',
    chiiki_hokatsu: '地域包括支援センターの職員',
    rights: '権利擁護サポートセンターの職員',
    volunteer: 'ボランティアセンターの職員',
    home_care: '在宅医療コーディネーター',
    dental: '歯科連携コーディネーター',
    hospital_outpatient_nurse: '在宅療養支援看護師（外来）',
    hospital_discharge: '退院調整看護師・MSW',
    family_doctor: 'かかりつけ医機能推進コーディネーター',
  },
};
