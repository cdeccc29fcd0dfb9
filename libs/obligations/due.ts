import { DiscoveryService } from '@nestjs/core';
import type { Obligation } from './domain/obligation.js';

/** Marks the provider that acts for cases of the given kind when a step is due that changes the case itself. */
export const WhenDue = DiscoveryService.createDecorator<string>();

/** Acts through a command of its context. Called again while the row stays due: it must be harmless twice. */
export interface DueHandler {
  act(prefecture: string, due: Obligation): Promise<unknown>;
}
