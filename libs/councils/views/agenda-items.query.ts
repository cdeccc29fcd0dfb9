import { Injectable } from '@nestjs/common';
import { Named, onlyRegionReaders, type Caller } from '#access';
import { Directory } from '#directory';
import { can } from '#kernel';
import { Databases, Uuid } from '#platform';

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

/** 議題 as counts: no names, no organizations, no text. */
@Injectable()
export class AgendaItems {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
  ) {}

  async of(caller: Caller): Promise<AgendaItemListed[]> {
    onlyRegionReaders(caller);
    const nameOf = await this.directory.areaNames(caller.prefecture);
    return this.databases.reading(caller.prefecture, async (tx) => {
      const { rows } = await tx.query<Omit<AgendaItemListed, 'area'> & { area: string }>({
        name: 'agenda-items-listed',
        text: `SELECT stream AS id, status AS state, state ->> 'key' AS key, state ->> 'level' AS level,
                      state ->> 'areaId' AS area, (state ->> 'distinctCases')::int AS "distinctCases",
                      (state ->> 'distinctOrganizations')::int AS "distinctOrganizations",
                      state -> 'children' AS children, state -> 'signals' AS signals
                 FROM stream_head WHERE prefecture = $1 AND kind = 'agenda_item' ORDER BY stream LIMIT 1000`,
        values: [caller.prefecture],
      });
      const counts = can(caller.actor.role, 'counts_reading');
      return rows.map(({ area, ...row }) => ({
        area: { id: area, name: nameOf(area) },
        ...row,
        ...(!counts && { distinctCases: null, distinctOrganizations: null, signals: null }),
      }));
    });
  }
}
