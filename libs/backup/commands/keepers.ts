import { can, type Actor, type AreaRef } from '#kernel';
import type { People } from '#obligations';

/** Whether an area is one that the caller answers for: a keeper's own, and for a party any. */
export async function isTheirs(people: People, prefecture: string, actor: Actor, area: AreaRef): Promise<boolean> {
  if (!('userId' in actor) || !can(actor.role, 'arrangement_keeping')) return true;
  return people.serves(prefecture, actor.orgId, area);
}
