import { ApiProperty } from '@nestjs/swagger';
import type { Account } from '#access';
import { told, type Kinds } from '#cases';
import { isId, ROLES, type Instant, type Recorded, type Role } from '#kernel';
import { EVENT_COLUMNS, Moment, type EventRow, type Queryable } from '#platform';

/** One thing that became of it, with who said so and when. */
export class HistoryEntry {
  readonly position!: number;
  readonly type!: string;
  @Moment() readonly occurredAt!: Instant;
  @Moment() readonly recordedAt!: Instant;
  /** Name of who said so; null where a job did. */
  @ApiProperty({ type: String, nullable: true }) readonly name!: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role', nullable: true }) readonly role!: Role | null;
  /** The job that did it by itself; null where somebody did. */
  @ApiProperty({ type: String, nullable: true }) readonly job!: string | null;
  /** Codes, names of people and institutions, days and numbers, by name. */
  readonly details!: Record<string, unknown>;
}

/** What stands elsewhere on the page, or is for machines. */
const NOT_SHOWN = new Set(['organization', 'patient', 'user', 'area', 'identityRef', 'nameRef']);

/** The facts of one stream, oldest first. */
export async function factsOf(tx: Queryable, kinds: Kinds, prefecture: string, stream: string): Promise<Recorded[]> {
  const { rows } = await tx.query<EventRow>({
    name: 'history-of',
    text: `SELECT ${EVENT_COLUMNS} FROM event WHERE prefecture = $1 AND stream = $2 ORDER BY seq`,
    values: [prefecture, stream],
  });
  return told(kinds, rows);
}

const detailsOf = ({ payload }: Recorded): [string, unknown][] =>
  Object.entries(payload).filter(([key]) => !NOT_SHOWN.has(key));

/** Ids that the facts name: of institutions, among others. */
export const idsIn = (facts: readonly Recorded[]): string[] => [
  ...new Set(
    facts
      .flatMap(detailsOf)
      .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((value) => typeof value === 'string')
      .filter(isId),
  ),
];

/** The same with names for ids. */
export function historyOf(
  facts: readonly Recorded[],
  people: ReadonlyMap<string, Account>,
  nameOf: (id: string) => string | undefined,
): HistoryEntry[] {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    return typeof value === 'string' ? (people.get(value)?.name ?? nameOf(value) ?? value) : value;
  };
  return facts.map((fact) => {
    const { position, type, occurredAt, recordedAt, actor } = fact;
    return {
      position,
      type,
      occurredAt,
      recordedAt,
      name: 'userId' in actor ? (people.get(actor.userId)?.name ?? '') : null,
      role: 'userId' in actor ? actor.role : null,
      job: 'userId' in actor ? null : actor.job,
      details: Object.fromEntries(detailsOf(fact).map(([key, value]) => [key, named(value)])),
    };
  });
}
