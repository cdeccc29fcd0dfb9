import { Injectable } from '@nestjs/common';
import { Named, onlyRegionReaders, type Caller } from '#access';
import { Directory } from '#directory';
import { Databases, Uuid } from '#platform';

export class IssueListed {
  @Uuid() readonly id!: string;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly state!: string;
  readonly distinctCases!: number;
  readonly distinctOrganizations!: number;
  /** Ids of the issues it was rolled up from. */
  readonly children!: string[];
  /** How many signals speak for it. */
  readonly signals!: number;
}

/** 地域課題 as counts: no names, no organizations, no text. */
@Injectable()
export class Issues {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
  ) {}

  async of(caller: Caller): Promise<IssueListed[]> {
    onlyRegionReaders(caller);
    const nameOf = await this.directory.areaNames(caller.prefecture);
    return this.databases.reading(caller.prefecture, async (tx) => {
      const { rows } = await tx.query<Omit<IssueListed, 'area'> & { area: string }>({
        name: 'issues-listed',
        text: `SELECT stream AS id, status AS state, state ->> 'key' AS key, state ->> 'level' AS level,
                      state ->> 'areaId' AS area, (state ->> 'distinctCases')::int AS "distinctCases",
                      (state ->> 'distinctOrganizations')::int AS "distinctOrganizations",
                      state -> 'children' AS children, (state ->> 'signals')::int AS signals
                 FROM stream_head WHERE prefecture = $1 AND kind = 'regional_issue' ORDER BY stream LIMIT 1000`,
        values: [caller.prefecture],
      });
      return rows.map(({ area, ...row }) => ({ area: { id: area, name: nameOf(area) }, ...row }));
    });
  }
}
