import type { Role } from '#kernel';

/** The one dictionary of roles (役割) for what the server itself says to people. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  coordinator: '相談窓口コーディネーター',
  discharge_nurse: '退院支援看護師',
  ward_nurse: '病棟看護師',
  msw: '医療ソーシャルワーカー',
  outpatient_nurse: '外来看護師',
  liaison_manager: '地域連携室の責任者',
  care_manager: 'ケアマネジャー',
  office_manager: '居宅介護支援事業所の管理者',
  primary_physician: '主治医',
  secondary_physician: '副主治医',
  clinic_staff: '診療所職員',
  visiting_nurse: '訪問看護師',
  base_secretariat: '連携拠点事務局',
  municipal_ltc_officer: '市町村 介護保険担当',
  municipal_other: '市町村 その他担当',
  medical_association: '医師会',
  health_centre_officer: '保健所担当',
  prefecture_ltc: '都道府県 介護担当',
  prefecture_medical: '都道府県 医療担当',
  council_member: '協議会委員',
  council_secretariat: '協議会事務局',
  admin: '管理者',
};
