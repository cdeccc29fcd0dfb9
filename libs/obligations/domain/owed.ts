import type { CaseRef, Duty, Instant } from '#kernel';
import type { ObligationEvent } from './obligation.events.js';
import { evolve, reconcile, type Change, type Obligation } from './obligation.js';

/**
 * What a case owes, fact by fact (果たすべきことの帳尻). A command and a rebuild both go this way, so that what is not written
 * in the log comes out the same for both.
 */
export class Owed {
  private readonly byId: Map<string, Obligation>;

  constructor(rows: readonly Obligation[] = []) {
    this.byId = new Map(rows.map((row) => [row.id, row]));
  }

  get rows(): readonly Obligation[] {
    return [...this.byId.values()];
  }

  /** A fact has made the case owe this, at the moment it was decided. */
  follow(about: CaseRef, duties: readonly Duty[], at: Instant): readonly Change[] {
    const changes = reconcile(about, this.rows, duties, at);
    for (const { after } of changes) this.byId.set(after.id, after);
    return changes;
  }

  /**
   * An event of an obligation as the log holds it; `seq` counts what is not written with what is. One that a fact before
   * it has led to already changes nothing. False where it is not the next.
   */
  take(id: string, seq: number, event: ObligationEvent, at: Instant): boolean {
    const before = this.byId.get(id);
    const known = before?.seq ?? 0;
    if (seq <= known) return true;
    if (seq !== known + 1) return false;
    this.byId.set(id, evolve(before, event, at));
    return true;
  }
}
