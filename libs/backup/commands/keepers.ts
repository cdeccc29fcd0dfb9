import type { Actor, AreaRef } from '#kernel';
import type { People } from '#obligations';
import { isKeeper } from '../domain/roles.js';

/** Whether an area is one that the caller answers for: a keeper's own, and for a party any. */
export async function isTheirs(people: People, prefecture: string, actor: Actor, area: AreaRef): Promise<boolean> {
  if (!('userId' in actor) || !isKeeper(actor.role)) return true;
  return people.serves(prefecture, actor.orgId, area);
}
