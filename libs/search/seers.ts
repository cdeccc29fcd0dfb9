import { createHash } from 'node:crypto';
import { EVERYBODY } from '#kernel';

/** Who stands in which relation to a case: ids by the relation's name, as its head holds them. */
export type Relations = Readonly<Record<string, readonly string[]>>;

/** Bytes of a digest that a number of JavaScript and a bigint both hold. Who meets by chance is told apart when the case is opened. */
const BYTES = 6;

/** One who may see: everyone who stands for this id, in this relation, to a case of this kind. */
export const seer = (prefecture: string, kind: string, relation: string, id: string): number =>
  createHash('sha256')
    .update(JSON.stringify([prefecture, kind, relation, id]))
    .digest()
    .readUIntBE(0, BYTES);

/** All who stand in a relation to a case; without those relations that a record of it is withheld from. */
export function seersOf(
  prefecture: string,
  kind: string,
  relations: Relations,
  withheldFrom: readonly string[] = [],
): number[] {
  const seers = Object.entries({ ...relations, everyone: [EVERYBODY] })
    .filter(([relation]) => !withheldFrom.includes(relation))
    .flatMap(([relation, ids]) => ids.map((id) => seer(prefecture, kind, relation, id)));
  return [...new Set(seers)].toSorted((a, b) => a - b);
}
