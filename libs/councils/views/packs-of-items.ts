import type { Caller } from '#access';
import type { Queryable } from '#platform';

/** 根拠資料 of agenda items: whoever keeps them answers, for packs know of items and items of no packs. */
export abstract class PacksOfItems {
  /** Items whose pack this reader sees, and that is not frozen. */
  abstract unfrozen(tx: Queryable, caller: Caller): Promise<readonly string[]>;
}
