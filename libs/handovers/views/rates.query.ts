import { OmitType } from '@nestjs/swagger';
import { Named } from '#access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#kernel';
import { Databases, Day } from '#platform';
import { HEADLINE_LEAKS } from '../domain/handover.commands.js';

/** Rates of an area over a period, with what they count. A rate without a denominator is null, never 0 (model.md 2.11). */
export class Rate {
  readonly area!: string;
  @Day() readonly from!: LocalDate;
  @Day() readonly to!: LocalDate;
  readonly eligible!: number;
  readonly leaks!: number;
  /** 退院調整率 = (eligible − leaks) / eligible. */
  readonly coordinationRate!: number | null;
  readonly informed!: number;
  readonly admissions!: number;
  /** 入院時情報提供率. */
  readonly admissionInformationRate!: number | null;
}

export class RateListed extends OmitType(Rate, ['area']) {
  readonly area!: Named;
}

export class DischargeRates extends Query<Rate[]> {
  constructor(
    readonly prefecture: string,
    readonly from: LocalDate,
    readonly to: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(DischargeRates)
export class DischargeRatesHandler implements IQueryHandler<DischargeRates> {
  constructor(private readonly databases: Databases) {}

  /** For each municipality and each area above it that has any stay in the period. Transfers and other exclusions do not count. */
  async execute({ prefecture, from, to }: DischargeRates): Promise<Rate[]> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Omit<Rate, 'from' | 'to' | 'coordinationRate' | 'admissionInformationRate'>>({
        name: 'discharge-rates',
        text: `
          SELECT a.area,
                 count(*) FILTER (WHERE discharged) AS eligible,
                 count(*) FILTER (WHERE discharged AND leak_confirmed AND leak_code = ANY ($4)) AS leaks,
                 count(*) FILTER (WHERE admitted AND informed IS NOT NULL) AS informed,
                 count(*) FILTER (WHERE admitted) AS admissions
            FROM (SELECT *, required AND discharged_on BETWEEN $2 AND $3 AS discharged,
                         has_care_manager AND admitted_on BETWEEN $2 AND $3 AS admitted
                    FROM discharge_outcome WHERE prefecture = $1 AND excluded IS NULL) o
           CROSS JOIN LATERAL unnest(ARRAY[municipality_id, home_care_area_id::text, secondary_area_id::text,
                                           tertiary_area_id::text, prefecture]) AS a(area)
           WHERE discharged OR admitted
           GROUP BY a.area ORDER BY a.area`,
        values: [prefecture, from, to, HEADLINE_LEAKS],
      });
      return rows.map((row) => ({
        ...row,
        from,
        to,
        coordinationRate: ratio(row.eligible - row.leaks, row.eligible),
        admissionInformationRate: ratio(row.informed, row.admissions),
      }));
    });
  }
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
