import { folded, type Capability } from '#kernel';

/** [D] For so long somebody who was cared for stays near: what was left undone is asked about in the weeks after. */
export const NEAR_FOR_DAYS = 30;

/** [D] Persons of an area to choose from. */
export const MOST_NEAR = 2_000;

/** [D] So many are told apart at a glance; of more, more of the name is asked. */
export const MOST_HITS = 5;

/** [D] So often somebody looks for other people's persons within an hour: a busy ward does not come near it, a search through a town does. */
export const SEARCHES_AN_HOUR = 30;

/**
 * Who stands near a person by the person's own record, beside those who stand in a case about the person (visibility
 * matrix, model.md 2.2): whoever cares for the person, and the desk and base of the place. `care_office` are the colleagues
 * of the care manager.
 */
export const NEAR: Readonly<Record<string, Capability>> = {
  care_manager: 'names_reading',
  care_team: 'names_reading',
  primary_physician: 'names_reading',
  care_office: 'care_management',
  area: 'desk_work',
};

const LEAST_KANA = 2;

/**
 * ふりがな: how a reading is compared, family name first; undefined for what is no reading, or too little of one. Spaces say
 * nothing, for half of all lists leave them out.
 */
export function readingOf(kana: string): string | undefined {
  const reading = folded(kana).replaceAll(/[\s・]/gu, '');
  return new RegExp(`^[\\p{Script=Hiragana}ー]{${LEAST_KANA},}$`, 'u').test(reading) ? reading : undefined;
}
