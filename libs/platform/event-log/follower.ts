import { DiscoveryService } from '@nestjs/core';
import type { Event, Recorded } from '#kernel';
import type { Queryable } from '../database/databases.js';

/** Marks a provider that follows the log under the given name. The name keys its checkpoint: rename it and it starts over. */
export const Follows = DiscoveryService.createDecorator<string>();

/**
 * What to do about each event it names. A projection writes rows with `tx`: once, as its checkpoint moves in the same
 * transaction. A reaction runs a command under a key made from the event: again and again if need be, with one effect.
 */
export interface Follower<E extends Event = Event> {
  readonly on: {
    readonly [Type in E['type']]?: (event: Recorded<Extract<E, { type: Type }>>, tx: Queryable) => unknown;
  };
  /** Instead of one by one: what to do about all that it hears in one transaction, for who would ask the same for each. */
  readonly together?: {
    readonly types: readonly string[];
    readonly hear: (events: readonly Recorded[], tx: Queryable) => Promise<void>;
  };
  /**
   * Tables that this follower alone writes: `rebuild` empties them and lets it read the log again. Such a follower asks
   * for nothing that may be refused today and granted tomorrow, or a rebuild would ask for it anew.
   */
  readonly owns?: readonly string[];
}
