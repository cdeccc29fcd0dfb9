import { aDay, anyOf, listOf, oneOf, parts, SCENES, whole, type Bounds, type LocalDate, type Scene } from '#kernel';
import { TOPICS, type Topic } from './consultation.commands.js';

export const CHECKS = [
  'consent',
  'emergency_contact',
  'attending_physician',
  'medication',
  'family_pharmacy',
  'medical_procedures',
  'care_level',
  'key_person',
  'hospital_and_discharge',
  'advance_wishes',
  'dementia',
  'no_relatives',
] as const;
/** 確認事項: what one asks about while on the phone. Whether it was asked, and never what was answered [D]. */
export type Check = (typeof CHECKS)[number];

export const FORM_FIELDS = [
  'patient',
  'consulter.profession',
  'consulter.organization',
  'consulter.callbackTo',
  'counterpartSide',
  'urgency',
] as const;
/** 受付票の項目 that a desk may ask for: those that are there and may be left empty. */
export type FormField = (typeof FORM_FIELDS)[number];

/** 使わなくなった分類. It is still that of the consultations that have it. */
export interface EndedTopic {
  readonly topic: Topic;
  /** The first day of receipt without it. */
  readonly from: LocalDate;
}

/** 必須の項目; `scenes` left out: in every scene. */
export interface RequiredField {
  readonly field: FormField;
  readonly scenes?: readonly Scene[];
}

/** 確認事項の一覧, by scene. */
export type CheckLists = Readonly<Record<Scene, readonly Check[]>>;

/**
 * Rules of a help desk's work that no consultation keeps: they hold as they are on the day that is looked at, which for the
 * form (受付票) is the day of the receipt. All of them are our own defaults [D]; no source has any.
 */
export const DESK_RULES = {
  /** 重複の注意: consultations of so many days back are shown as likely duplicates; 0 shows none [D]. */
  duplicateDays: 7,
  /** Topics (相談の分類) that are chosen no more, each from a day on [D]. */
  endedTopics: [] as readonly EndedTopic[],
  /** What may not be left empty, beside what no consultation is without [D]. */
  required: [] as readonly RequiredField[],
  /** What the screen reminds of in each scene: none of it has to be asked [D]. */
  checkLists: {
    discharge_support: [
      'consent',
      'hospital_and_discharge',
      'key_person',
      'attending_physician',
      'medical_procedures',
      'medication',
      'care_level',
    ],
    daily_care: [
      'consent',
      'attending_physician',
      'care_level',
      'medication',
      'family_pharmacy',
      'dementia',
      'key_person',
    ],
    sudden_change: [
      'emergency_contact',
      'attending_physician',
      'medication',
      'medical_procedures',
      'advance_wishes',
      'key_person',
    ],
    end_of_life: [
      'consent',
      'advance_wishes',
      'key_person',
      'attending_physician',
      'medical_procedures',
      'emergency_contact',
      'no_relatives',
    ],
  } as CheckLists,
};

export type DeskRules = typeof DESK_RULES;
export const DESK_CONTEXT = 'help_desk';

/** A desk that had ended every topic could write down no call: `other` stays [D]. */
const ENDABLE = TOPICS.filter((topic) => topic !== 'other');
const anyCheck = anyOf(CHECKS);

/** What an area may set [D]. */
export const DESK_BOUNDS: Bounds<DeskRules> = {
  duplicateDays: whole(0, 60),
  endedTopics: listOf<EndedTopic>(ENDABLE.length, { topic: oneOf(ENDABLE), from: aDay }),
  // Each field once for each scene.
  required: listOf<RequiredField>(
    FORM_FIELDS.length * SCENES.length,
    { field: oneOf(FORM_FIELDS), scenes: anyOf(SCENES, 1) },
    ['scenes'],
  ),
  checkLists: parts<CheckLists>({
    discharge_support: anyCheck,
    daily_care: anyCheck,
    sudden_change: anyCheck,
    end_of_life: anyCheck,
  }),
};
