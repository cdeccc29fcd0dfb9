import {
  aDay,
  anyOf,
  listOf,
  oneOf,
  parts,
  SCENES,
  whole,
  term,
  type Bounds,
  type LocalDate,
  type Scene,
  type RuleTerms,
} from '#kernel';
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

/** What they are called, and what they mean to whoever decides about them. */
export const DESK_TERMS: RuleTerms<typeof DESK_RULES> = {
  title: { ja: '相談の受付票', en: 'The form of the help desk' },
  rules: {
    duplicateDays: term(
      'day',
      ['重複の注意', '何日前までの相談を、同じ相談かもしれないものとして示すか。0なら示しません。'],
      ['Likely duplicates', 'Consultations of so many days back are shown as likely the same; 0: none.'],
    ),
    endedTopics: term(
      'choice',
      ['使わなくなった相談の分類', 'その日から受付で選べなくする分類。前の相談には、そのまま残ります。'],
      ['Topics no longer used', 'From a day on they cannot be chosen; earlier consultations keep them.'],
      { labels: { topic: { ja: '分類', en: 'Topic' }, from: { ja: 'この日から', en: 'From' } } },
    ),
    required: term(
      'choice',
      ['必ず聞く項目', '受付票で、空のままにできない項目。場面ごとに決められます。'],
      ['Required fields', 'What may not be left empty on the form, in which scenes.'],
      {
        labels: {
          field: { ja: '項目', en: 'Field' },
          scenes: { ja: '場面（選ばなければ、すべて）', en: 'Scenes (none chosen: all)' },
          patient: { ja: '患者', en: 'Person' },
          'consulter.profession': { ja: '相談者の職種', en: 'Profession of the asker' },
          'consulter.organization': { ja: '相談者の機関', en: 'Institution of the asker' },
          'consulter.callbackTo': { ja: '折り返し先', en: 'Whom to call back' },
          counterpartSide: { ja: '相手の側', en: 'Side of the counterpart' },
          urgency: { ja: '緊急度', en: 'Urgency' },
          discharge_support: { ja: '退院支援', en: 'Discharge support' },
          daily_care: { ja: '日常の療養支援', en: 'Daily care' },
          sudden_change: { ja: '急変時の対応', en: 'Sudden change' },
          end_of_life: { ja: '看取り', en: 'End of life' },
        },
      },
    ),
    checkLists: term(
      'choice',
      ['電話で確かめることの一覧', '場面ごとに、受付の画面が聞き忘れを防ぐために並べるもの。'],
      ['Check-lists', 'What the screen reminds of in each scene.'],
      {
        labels: {
          consent: { ja: '同意の確認', en: 'Consent' },
          emergency_contact: { ja: '緊急連絡先', en: 'Emergency contact' },
          attending_physician: { ja: '主治医', en: 'Attending physician' },
          medication: { ja: '服薬', en: 'Medication' },
          family_pharmacy: { ja: 'かかりつけ薬局', en: 'Family pharmacy' },
          medical_procedures: { ja: '医療処置', en: 'Medical procedures' },
          care_level: { ja: '介護度', en: 'Care level' },
          key_person: { ja: '家族・キーパーソン', en: 'Family, key person' },
          hospital_and_discharge: { ja: '入院先・退院予定日', en: 'Hospital and planned discharge' },
          advance_wishes: { ja: '事前の意思（ACP）', en: 'Advance wishes' },
          dementia: { ja: '認知症の有無', en: 'Dementia' },
          no_relatives: { ja: '身寄りの有無', en: 'No relatives' },
          discharge_support: { ja: '退院支援', en: 'Discharge support' },
          daily_care: { ja: '日常の療養支援', en: 'Daily care' },
          sudden_change: { ja: '急変時の対応', en: 'Sudden change' },
          end_of_life: { ja: '看取り', en: 'End of life' },
        },
      },
    ),
  },
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
