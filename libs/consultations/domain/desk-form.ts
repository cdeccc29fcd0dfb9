import { dateIn, DomainError, type FieldError, type Instant, type LocalDate, type Scene } from '#kernel';
import { TOPICS, type LogConsultation, type Topic } from './consultation.commands.js';
import type { DeskRules, EndedTopic, FormField } from './desk.rules.js';

/** 受付票: what a desk offers, asks for and reminds of, as its area has it on the day of the receipt. */
export type DeskForm = Pick<DeskRules, 'endedTopics' | 'required' | 'checkLists'>;

const FIELDS: Readonly<Record<FormField, { readonly ja: string; readonly en: string }>> = {
  patient: { ja: '患者', en: 'the patient' },
  'consulter.profession': { ja: '相談者の職種・関係', en: 'the profession or relation of the asker' },
  'consulter.organization': { ja: '相談者の機関', en: 'the institution of the asker' },
  'consulter.callbackTo': { ja: '折り返し先', en: 'whom to call back' },
  counterpartSide: { ja: '相手の側', en: 'the other side' },
  urgency: { ja: '緊急度', en: 'the urgency' },
};

/** Since when a topic is chosen no more; named twice, it ends on the earlier day. */
const endOf = ({ endedTopics }: DeskForm, topic: Topic, on: LocalDate): EndedTopic | undefined =>
  endedTopics
    .filter((ended) => ended.topic === topic && ended.from <= on)
    .toSorted((a, b) => a.from.localeCompare(b.from))[0];

/** 選べる分類 on a day. */
export const topicsOn = (form: DeskForm, on: LocalDate): Topic[] => TOPICS.filter((topic) => !endOf(form, topic, on));

const faultsOfTopics = (form: DeskForm, topics: readonly Topic[], receivedAt: Instant): FieldError[] =>
  topics.flatMap((topic, i) => {
    const on = dateIn(receivedAt);
    const ended = endOf(form, topic, on);
    return ended
      ? [
          {
            path: `topics[${i}]`,
            code: 'topic_ended',
            ja: `選んだ分類の一つは、この窓口では${ended.from}の受付から使っていません。ほかの分類を選ぶか、受け付けた日（${on}）を確かめてください。`,
            en: `One of the topics chosen is not used at this desk for what is received from ${ended.from} on. Choose another, or check the day of the receipt (${on}).`,
          },
        ]
      : [];
  });

const requiredIn = ({ required }: DeskForm, scene: Scene): FormField[] => [
  ...new Set(required.filter(({ scenes }) => !scenes || scenes.includes(scene)).map(({ field }) => field)),
];

/** What was said, with what follows from it: an asker who works with the system has an institution. */
export interface Written {
  readonly command: LogConsultation;
  readonly organization: string | undefined;
  readonly callbackRef: string | undefined;
}

const isWritten = (field: FormField, { command, organization, callbackRef }: Written): boolean => {
  const { patient, counterpartSide, urgency, consulter } = command;
  const values: Readonly<Record<FormField, string | undefined>> = {
    patient,
    'consulter.profession': consulter.profession,
    'consulter.organization': organization ?? consulter.organization,
    'consulter.callbackTo': callbackRef,
    counterpartSide,
    urgency,
  };
  return values[field] !== undefined;
};

const faultsOfFields = (form: DeskForm, written: Written): FieldError[] =>
  requiredIn(form, written.command.scene)
    .filter((field) => !isWritten(field, written))
    .map((field) => ({
      path: field,
      code: 'missing',
      ja: `この窓口では、この場面の相談に「${FIELDS[field].ja}」が必要です。入れてから登録してください。`,
      en: `This desk needs ${FIELDS[field].en} for a consultation of this scene. Add it, and save again.`,
    }));

/** @throws invalid_input naming each topic that had ended by the receipt */
export const mustOffer = (form: DeskForm, topics: readonly Topic[], receivedAt: Instant): void =>
  mustBeFaultless(faultsOfTopics(form, topics, receivedAt));

/** @throws invalid_input naming each topic that had ended by the receipt, and each field that the desk cannot do without */
export const mustBeComplete = (form: DeskForm, written: Written, receivedAt: Instant): void =>
  mustBeFaultless([...faultsOfTopics(form, written.command.topics, receivedAt), ...faultsOfFields(form, written)]);

function mustBeFaultless(faults: readonly FieldError[]): void {
  const [first] = faults;
  if (first) throw new DomainError('invalid', 'invalid_input', first.ja, first.en, faults);
}
