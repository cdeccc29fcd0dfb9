import type { Heads } from '#cases';
import { dischargeCaseKind } from './discharge-case.case.js';
import type { DischargeCase } from './domain/handover.js';

/** What other contexts ask of stays: whether something is about one, and how it stands. */
export const isStay = ({ kind }: { readonly kind: string }): boolean => kind === dischargeCaseKind.kind;

export const stayOf = async (heads: Heads, prefecture: string, id: string): Promise<DischargeCase | undefined> =>
  (await heads.of<DischargeCase>(prefecture, dischargeCaseKind.kind, [id])).get(id);
