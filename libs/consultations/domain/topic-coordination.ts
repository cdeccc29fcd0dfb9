import type { Coordination, CoordinationField, CoordinationLevel } from '#kernel';
import type { Topic } from './consultation.commands.js';

const of = (field: CoordinationField, level: CoordinationLevel = 'case'): Coordination => ({ field, level });

/**
 * 分類ごとの調整の分野とレベル: which coordination a topic asks for (K-01; K-02 認知症, K-05 成年後見, K-07 歯科). The rest
 * follows the S1 table, in which clinics and visiting nurses are found by the medical association, hard cases discussed at the
 * 地域ケア会議, and rules, training and lectures are work between institutions or for the area [D]. Null: any desk.
 */
export const COORDINATION_OF: Readonly<Record<Topic, Coordination | null>> = {
  find_home_doctor: of('home_care'),
  find_visiting_nurse: of('home_care'),
  find_dentist_oral: of('dental'),
  find_pharmacy_narcotic: of('home_care'),
  high_medical_need_prep: of('home_care'),
  palliative_eol: of('home_care'),
  discharge_coordination: of('discharge'),
  admission_info: of('discharge'),
  information_sharing_rule: of('home_care', 'organization'),
  who_is_contact: null,
  dementia: of('dementia'),
  guardianship_rights: of('rights'),
  rehab: of('home_care'),
  nutrition_swallow: of('dental'),
  rare_disease: of('home_care'),
  disability_welfare: of('community_care'),
  child: of('home_care'),
  device_supply: of('home_care'),
  sanitary_material: of('home_care'),
  night_holiday_cover: of('home_care'),
  family_burden: of('life_support'),
  poverty: of('community_care'),
  no_relatives: of('rights'),
  abuse: of('community_care'),
  disaster_prep: of('community_care', 'area'),
  cross_border: of('home_care', 'area'),
  training_request: of('home_care', 'organization'),
  outreach_request: of('home_care', 'area'),
  law_fee: null,
  other: null,
};

/** What a consultation asks for by its topics, each once. */
export function coordinationOf(topics: readonly Topic[]): Coordination[] {
  const asked = topics.flatMap((topic) => COORDINATION_OF[topic] ?? []);
  return [...new Map(asked.map((one) => [`${one.field} ${one.level}`, one])).values()];
}
