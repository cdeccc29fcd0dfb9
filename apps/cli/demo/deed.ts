import type { Directory } from '#directory';
import { idOf, type Actor, type Instant } from '#kernel';
import type { Ask, Asked } from '#obligations';

export const PREFECTURE = '01';

/** The id of anything in the demo, by its name. */
export const demoId = (name: string): string => idOf('demo', name);

export interface Personal {
  readonly kind: string;
  readonly body: object;
}

type Envelope = Pick<Ask<never>, 'prefecture' | 'actor' | 'key' | 'bodyHash'>;

/** One thing that somebody does, at its moment. */
export interface Deed {
  readonly at: Instant;
  readonly by: Actor;
  /** The command's name: what others do because of it decides whether the world rests before the next one. */
  readonly does: string;
  readonly asked: (envelope: Envelope, directory: Directory) => Asked<never> | Promise<Asked<never>>;
}

type AskedClass<C> = new (ask: Ask<C>) => Asked<C>;

/** `id` and `command` may be looked up when the moment has come: what a reaction made has no name of ours. */
export function deed<C extends { readonly type: string }>(
  at: Instant,
  by: Actor,
  asked: AskedClass<C>,
  id: string | ((directory: Directory) => Promise<string>),
  command: C | ((directory: Directory) => Promise<C>),
  personal: readonly Personal[] = [],
): Deed {
  return {
    at,
    by,
    does: typeof command === 'function' ? 'later' : command.type,
    asked: async (envelope, directory) =>
      new asked({
        ...envelope,
        id: typeof id === 'function' ? await id(directory) : id,
        command: typeof command === 'function' ? await command(directory) : command,
        personal,
      }) as Asked<never>,
  };
}
