import type { Obligation } from './domain/obligation.js';

/** Acts for the case when a step is due that changes the case itself. The kinds of cases know how; the engine only asks. */
export abstract class WhenDue {
  /** Called again while the row stays due: it must be harmless twice. */
  abstract act(prefecture: string, due: Obligation): Promise<unknown>;
}
