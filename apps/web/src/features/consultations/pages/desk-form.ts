import type { QueryClient } from '@tanstack/react-query';
import type { Body, Read } from '../../../api/contract.ts';
import type { FieldError } from '../../../api/types.ts';
import { isEmpty, lacks, type Values } from '../../../forms/body.ts';
import type { Option } from '../../../forms/choices.tsx';
import { textOf } from '../../../i18n/dictionary.ts';
import { words, type Words } from '../words.ts';

/** 受付票 of one's own desk. Until it is there, everything is offered and nothing asked for: the server judges all the same. */
export type DeskForm = Read<'/api/v1/consultation-form'>;
type Sent = Body<'LogConsultation'>;
type Field = DeskForm['required'][number]['field'];

type Label = (said: Words) => string;

/** How each is called; the words are there only once a screen is. */
const FIELD: Record<Field, { label: Label; chosen: boolean }> = {
  patient: { label: ({ field }) => field.patient, chosen: true },
  'consulter.profession': { label: ({ field }) => field.profession, chosen: true },
  'consulter.organization': { label: ({ log }) => log.organization, chosen: true },
  'consulter.callbackTo': { label: ({ field }) => field.callbackTo, chosen: false },
  counterpartSide: { label: ({ field }) => field.counterpartSide, chosen: true },
  urgency: { label: ({ field }) => field.urgency, chosen: true },
};

/** By the day of the receipt, as the command is judged; '' is today. */
export const keyOf = (occurredAt: unknown) => ['consultation-form', textOf(occurredAt).slice(0, 10)] as const;

/** What the screen has of it, where something is sent. */
export const deskFormIn = (client: QueryClient, { occurredAt }: Values): DeskForm | undefined =>
  client.getQueryData<DeskForm>(keyOf(occurredAt));

const isRequired = (desk: DeskForm | undefined, field: Field, scene: unknown): boolean =>
  desk?.required.some((each) => each.field === field && (each.scenes?.includes(scene as never) ?? true)) ?? false;

/** What the desk asks for in a scene, by the names of the screen's fields. */
export const requiring =
  (desk: DeskForm | undefined, scene: unknown) =>
  (field: Field): boolean =>
    isRequired(desk, field, scene);

const valueAt = (values: Values, field: Field): unknown =>
  field.split('.').reduce<unknown>((part, name) => (part as Values | undefined)?.[name], values);

export const missingOnForm = (desk: DeskForm | undefined, values: Values): FieldError[] =>
  (Object.keys(FIELD) as Field[])
    .filter((field) => isRequired(desk, field, values['scene']) && isEmpty(valueAt(values, field)))
    .map((field) => {
      const { label, chosen } = FIELD[field];
      return lacks(field, { ja: label(words.ja), en: label(words.en) }, chosen);
    });

/** 選べる分類. One that was chosen before it ended stays in sight, or nobody could take it away. */
export const topicsOffered = (
  desk: DeskForm | undefined,
  all: readonly Option[],
  chosen: readonly string[],
  ended: (label: string) => string,
): Option[] => {
  const offered = new Set<string>(desk?.topics ?? all.map(({ value }) => value));
  return all.flatMap(({ value, label }) => {
    if (offered.has(value)) return [{ value, label }];
    return chosen.includes(value) ? [{ value, label: ended(label) }] : [];
  });
};

export const listOf = (desk: DeskForm | undefined, scene: unknown): readonly string[] =>
  (desk?.checkLists as Readonly<Record<string, readonly string[]>> | undefined)?.[textOf(scene)] ?? [];

/** What was ticked of the list of the scene chosen: ticks of another scene are of no meaning. */
export const checkedOf = (desk: DeskForm | undefined, { checked, scene }: Values): Pick<Sent, 'checked'> => {
  const ticked = [checked].flat();
  const said = listOf(desk, scene).filter((code) => ticked.includes(code)) as NonNullable<Sent['checked']>;
  return said.length > 0 ? { checked: said } : {};
};
