import { Injectable } from '@nestjs/common';
import { Batcher, Databases } from '#platform';

interface Wanted {
  readonly prefecture: string;
  readonly desk: string;
  readonly fiscalYear: number;
}

const nameOf = ({ prefecture, desk, fiscalYear }: Wanted): string => `${prefecture} ${desk} ${fiscalYear}`;

/**
 * 受付番号: the next number of a desk and fiscal year. Those who log at the same time take theirs in one statement, outside
 * the append, which therefore waits for nobody; a command that is refused afterwards leaves a gap (ADR 0020).
 */
@Injectable()
export class ConsultationNumbers {
  private readonly taking = new Batcher<Wanted, number>((wanted) => this.takeAll(wanted), 1);

  constructor(private readonly databases: Databases) {}

  next(prefecture: string, desk: string, fiscalYear: number): Promise<number> {
    return this.taking.add({ prefecture, desk, fiscalYear });
  }

  private async takeAll(wanted: readonly Wanted[]): Promise<readonly PromiseSettledResult<number>[]> {
    const counted = new Map<string, Wanted & { many: number }>();
    for (const each of wanted) {
      const known = counted.get(nameOf(each));
      counted.set(nameOf(each), { ...each, many: (known?.many ?? 0) + 1 });
    }
    // In one order for every process: two that take for the same desks must not wait for each other.
    const asked = [...counted.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
    const { rows } = await this.databases.writer.query<{
      prefecture: string;
      desk: string;
      year: number;
      last: number;
    }>({
      name: 'take-consultation-numbers',
      text: `INSERT INTO consultation_counter AS c (prefecture, desk, fiscal_year, last)
             SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[])
             ON CONFLICT (prefecture, desk, fiscal_year) DO UPDATE SET last = c.last + excluded.last
             RETURNING prefecture, desk, fiscal_year AS year, last`,
      values: [
        asked.map(({ prefecture }) => prefecture),
        asked.map(({ desk }) => desk),
        asked.map(({ fiscalYear }) => fiscalYear),
        asked.map(({ many }) => many),
      ],
    });
    const next = new Map(
      rows.map(({ prefecture, desk, year, last }) => {
        const name = nameOf({ prefecture, desk, fiscalYear: year });
        return [name, last - (counted.get(name)?.many ?? 0) + 1] as const;
      }),
    );
    return wanted.map((each) => {
      const value = next.get(nameOf(each)) ?? 0;
      next.set(nameOf(each), value + 1);
      return { status: 'fulfilled', value };
    });
  }
}
