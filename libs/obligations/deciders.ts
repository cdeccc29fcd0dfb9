import { Injectable } from '@nestjs/common';
import type { Decider, Event } from '#kernel';

export type AnyDecider = Decider<unknown, unknown, Event, unknown>;

/** Every aggregate's decider by kind: what folds a stream again. */
@Injectable()
export class Deciders {
  private readonly byKind = new Map<string, AnyDecider>();

  add(decider: AnyDecider): void {
    this.byKind.set(decider.kind, decider);
  }

  of(kind: string): AnyDecider | undefined {
    return this.byKind.get(kind);
  }
}
