import { Injectable } from '@nestjs/common';
import { Named, onlyRegionReaders, type Caller } from '#access';
import { Directory } from '#directory';
import { can } from '#kernel';
import { Databases, Uuid } from '#platform';
import type { AgendaItem } from '../domain/agenda-item.js';
import { Shown } from './shown.js';

export class AgendaItemListed {
  @Uuid() readonly id!: string;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly state!: string;
  /** Null for whoever does not judge issues: for him its numbers stand in the pack. */
  readonly distinctCases!: number | null;
  readonly distinctOrganizations!: number | null;
  /** Ids of the issues it was rolled up from. */
  readonly children!: string[];
  /** How many signals speak for it. */
  readonly signals!: number | null;
}

/** 議題 as counts: no names, no organizations, no text; those that the reader stands at, or whose areas are his. */
@Injectable()
export class AgendaItems {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly shown: Shown,
  ) {}

  async of(caller: Caller): Promise<AgendaItemListed[]> {
    onlyRegionReaders(caller);
    const nameOf = await this.directory.areaNames(caller.prefecture);
    const seen = await this.databases.reading(caller.prefecture, (tx) =>
      this.shown.seen<AgendaItem>(tx, caller, 'agenda_item'),
    );
    const counts = can(caller.actor.role, 'counts_reading');
    return seen.map(({ head, state }) => ({
      id: head.stream,
      state: head.status,
      key: state.key,
      level: state.level,
      area: { id: state.areaId, name: nameOf(state.areaId) },
      children: [...state.children],
      distinctCases: counts ? state.distinctCases : null,
      distinctOrganizations: counts ? state.distinctOrganizations : null,
      signals: counts ? state.signals : null,
    }));
  }
}
