import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { About, PatientNamed } from '#boards';
import type { Instant } from '#kernel';
import { Moment } from '#platform';

/** A case as a list shows it: which, about whom, how it stands, until when something is owed. */
export class CaseInList {
  readonly about!: About;
  readonly caseState!: string;
  readonly number!: string | null;
  readonly patient!: PatientNamed | null;
  /** The municipality that it belongs to; empty where it is no single one's. */
  readonly place!: string;
  /** Codes of the case, by name. */
  readonly facts!: Record<string, unknown>;
  @Moment() readonly begunAt!: Instant;
  /** 終結: since when nothing is left to do; null while something is. */
  @Moment() readonly overAt!: Instant | null;
  /** What is owed next in it, and until when. */
  readonly step!: string | null;
  @Moment() readonly dueAt!: Instant | null;
  /** 期限超過: the moment has passed. */
  readonly overdue!: boolean;
  /** The reader or his organization is named in the case. */
  readonly mine!: boolean;
}

export class CaseList {
  readonly rows!: CaseInList[];
  @Moment() readonly now!: Instant;
  /** Where the next page begins; null where there is no more. */
  readonly next!: number | null;
}

export class SearchBody {
  /** A name, a telephone number, a word of two characters or more, or the number of a case. */
  @IsString() @Length(1, 100) readonly q!: string;
  /** The `next` of the page before. */
  @IsOptional() @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) readonly after?: number;
}

export class PersonFound extends PatientNamed {
  /** The newest cases of the person that the reader sees. */
  readonly cases!: CaseInList[];
}

const REASONS = ['number', 'telephone', 'text'] as const;
export type Reason = (typeof REASONS)[number];

export class CaseFound extends CaseInList {
  @ApiProperty({ enum: REASONS }) readonly why!: Reason;
  /** Which record it was found in; null where it was found by its number. */
  readonly record!: string | null;
  /** Where in it, as it was written. */
  readonly excerpt!: string;
}

export class Found {
  readonly people!: PersonFound[];
  /** More people of this name than are shown: say more of it. */
  readonly morePeople!: boolean;
  readonly cases!: CaseFound[];
  readonly next!: number | null;
}
