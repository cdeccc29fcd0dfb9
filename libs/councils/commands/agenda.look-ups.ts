import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { dateIn, type Instant } from '#kernel';
import type { Ask } from '#cases';
import type { AssignAction } from '../domain/agenda-item.commands.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import type { Assigning } from '../domain/agenda-item.state.js';
import { AGENDA_BOUNDS, AGENDA_CONTEXT, AGENDA_RULES, type AgendaRules } from '../domain/agenda.rules.js';

/** Looks up the calendar of who is to act, and the area's rules. */
@Injectable()
export class AgendaLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {
    rules.state(AGENDA_CONTEXT, AGENDA_RULES, AGENDA_BOUNDS);
  }

  async assigning(
    { ownerOrganization }: AssignAction,
    { area }: AgendaItem,
    { prefecture, occurredAt, occurredOn }: Ask<unknown>,
    now: Instant,
  ): Promise<Assigning> {
    const on = occurredOn ?? dateIn(occurredAt ?? now);
    const rules = await this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, area, on);
    const { kind, opening } = await this.directory.organization(prefecture, ownerOrganization, 'ownerOrganization');
    return { kind, opening, rules: rules.values };
  }
}
