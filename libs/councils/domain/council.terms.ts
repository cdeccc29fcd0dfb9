/** 会議の段階: the tiers of the area tree, and beside them the area of a medical association (広域医師会, requirement A-13). */
export const COUNCIL_LEVELS = [
  'municipality',
  'home_care_area',
  'secondary_area',
  'prefecture',
  'medical_association',
] as const;
export type CouncilLevel = (typeof COUNCIL_LEVELS)[number];

/** 会議体の種類 (model.md 2.7, requirement M-02). */
export const COUNCIL_TYPES = [
  'promotion',
  'kao_no_mieru',
  'strategy',
  'hospital_cm_joint',
  'nanbyo_32',
  'subcommittee',
  'dementia_review',
  'first_tier',
  'second_tier',
  'community_care_promotion',
  'community_care_case',
  'municipal_liaison',
] as const;
export type CouncilType = (typeof COUNCIL_TYPES)[number];

/** The type to which issues are brought by themselves (推進協議会・多職種連携協議会): there is one of it for an area. */
export const RECEIVING: CouncilType = 'promotion';

/** 構成団体 of a municipal council (柏市 2022, model.md 2.7). A body is represented, never a person (requirement T-02). */
export const BODIES = [
  'city_medical_association',
  'prefectural_medical_association',
  'dental_association',
  'pharmacists_association',
  'visiting_nurse_liaison',
  'care_manager_council',
  'msw_association',
  'home_rehab_liaison',
  'nutrition_care_liaison',
  'care_operators_council',
  'community_support_center',
  'social_welfare_council',
  'residents_association',
  'university',
  'hospital',
  'cooperation_base',
  'health_and_welfare',
  'elderly_support',
  'community_support',
  'health_center',
  'insurance',
  'ambulance',
] as const;
export type BodyType = (typeof BODIES)[number];

/** 会合の役割 by tier: ①–⑤ of a secondary area (requirement A-08), ①–③ of a home-care area, ア–ク of a municipality. */
export const DUTIES = {
  secondary_area: ['build_cooperation', 'share_issues', 'resident_awareness', 'train_professionals', 'set_up_bases'],
  home_care_area: ['coordinate_meetings', 'ict_network', 'train_professionals'],
  municipality: [
    'resource_grasp',
    'issue_extraction',
    'seamless_supply',
    'information_sharing',
    'consultation_support',
    'training',
    'outreach',
    'municipal_cooperation',
  ],
} as const;

export const CATEGORIES = [...new Set(Object.values(DUTIES).flat())];
export type Category = (typeof CATEGORIES)[number];

/** What an item of a tier can be about; a tier for which the sources name no duties takes them all. */
export const categoriesOf = (level: string): readonly Category[] =>
  Object.hasOwn(DUTIES, level) ? DUTIES[level as keyof typeof DUTIES] : CATEGORIES;
