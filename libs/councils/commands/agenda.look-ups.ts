import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { dateIn, type Instant } from '#kernel';
import type { Ask } from '#cases';
import type { AgendaItemCommand } from '../domain/agenda-item.commands.js';
import { type AgendaFound, type AgendaItem } from '../domain/agenda-item.js';
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

  readonly find = async (
    command: AgendaItemCommand,
    state: AgendaItem | null,
    { prefecture, occurredAt, occurredOn }: Ask<AgendaItemCommand>,
    now: Instant,
  ): Promise<AgendaFound> => {
    if (command.type !== 'AssignAction' || !state) return { owner: undefined, rules: AGENDA_RULES };
    const { ownerOrganization: owner } = command;
    const on = occurredOn ?? dateIn(occurredAt ?? now);
    const rules = await this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, state.area, on);
    const { opening } = await this.directory.organization(prefecture, owner, 'ownerOrganization');
    return { owner: opening, rules: rules.values };
  };
}
