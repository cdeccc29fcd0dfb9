import { verdictOn, type AnyKind, type CommandOf, type Person, type Verdict } from '#cases';
import { areaStanding, EVERYBODY } from '#kernel';

export interface Standing {
  /** Areas that the person's organization serves. */
  readonly serves?: readonly string[];
  readonly escalated?: boolean;
}

/** What a kind answers a person, by the relations that stand in the head: the same that `app.relations_to` reads. */
export function verdictOf<Kind extends { readonly commands: unknown }>(
  kind: Kind,
  person: Person,
  command: CommandOf<Kind>,
  state: unknown,
  { serves = [], escalated = false }: Standing = {},
): Verdict {
  const any = kind as unknown as AnyKind;
  const { area, relations = {} } = state === null ? {} : any.bearings(state);
  const ids = [person.userId, person.orgId, EVERYBODY, ...serves];
  const all = { ...(area && { area: areaStanding('01', area) }), ...relations };
  const held = Object.entries(all).flatMap(([relation, of]) => (of.some((id) => ids.includes(id)) ? [relation] : []));
  const everyone = [...held, 'everyone'];
  const standing = held.includes('area') && escalated ? [...everyone, 'escalated_area'] : everyone;
  return verdictOn(any, person, standing, command, state);
}
