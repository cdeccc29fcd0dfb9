import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OmitType } from '@nestjs/swagger';
import { Named, type Caller } from '#access';
import { DischargeRates, Rate } from '#handovers';
import { can, dateIn, forbidden, type LocalDate } from '#kernel';
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
  /** Ids of the signals behind the numbers: each walks back to its events. */
  readonly signals!: string[];
}

export class RateListed extends OmitType(Rate, ['area']) {
  readonly area!: Named;
}

@Injectable()
export class Region {
  constructor(
    private readonly databases: Databases,
    private readonly queries: QueryBus,
  ) {}

  issues(caller: Caller): Promise<IssueListed[]> {
    return this.listed(caller, 'regional_issue');
  }

  agendaItems(caller: Caller): Promise<IssueListed[]> {
    return this.listed(caller, 'agenda_item');
  }

  /** 退院調整率・もれ率・入院時情報提供率 of each area, with numerator and denominator. */
  async rates(caller: Caller, from: LocalDate | undefined, to: LocalDate | undefined): Promise<RateListed[]> {
    only(caller);
    const today = dateIn(await this.databases.now());
    const rates = await this.queries.execute(
      new DischargeRates(caller.prefecture, from ?? `${today.slice(0, 7)}-01`, to ?? today),
    );
    const names = await this.areaNames(caller);
    return rates.map(({ area, ...rate }) => ({ area: { id: area, name: names[area] ?? '' }, ...rate }));
  }

  private async listed(caller: Caller, kind: string): Promise<IssueListed[]> {
    only(caller);
    const names = await this.areaNames(caller);
    return this.databases.reading(caller.prefecture, async (tx) => {
      const { rows } = await tx.query<Omit<IssueListed, 'area'> & { area: string }>({
        name: 'region-heads',
        text: `SELECT stream AS id, status AS state, state ->> 'key' AS key, state ->> 'level' AS level,
                      state ->> 'areaId' AS area, coalesce((state ->> 'distinctCases')::int, 0) AS "distinctCases",
                      coalesce((state ->> 'distinctOrganizations')::int, 0) AS "distinctOrganizations",
                      coalesce(state -> 'children', '[]') AS children, coalesce(state -> 'signals', '[]') AS signals
                 FROM stream_head WHERE prefecture = $1 AND kind = $2 ORDER BY stream LIMIT 1000`,
        values: [caller.prefecture, kind],
      });
      return rows.map(({ area, ...row }) => ({ ...row, area: { id: area, name: names[area] ?? '' } }));
    });
  }

  private areaNames({ prefecture }: Caller): Promise<Readonly<Record<string, string>>> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string; name: string }>({
        name: 'area-names',
        text: `SELECT a.key AS id, a.value ->> 'name' AS name
                 FROM stream_head t CROSS JOIN LATERAL jsonb_each(t.state -> 'areas') a
                WHERE t.prefecture = $1 AND t.kind = 'area_tree'`,
        values: [prefecture],
      });
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    });
  }
}

function only({ actor }: Caller): void {
  if (!can(actor.role, 'region_reading'))
    throw forbidden(
      '地域の課題と指標は、相談窓口・拠点・行政・協議会の方が見られます。',
      'Issues and indicators of the region are for desks, bases, officers and councils.',
    );
}
