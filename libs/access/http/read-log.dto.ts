import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Instant, type Role } from '#kernel';
import { Moment, Uuid } from '#platform';
import { LOOK_OUTCOMES, type LookOutcome } from '../read-log.js';

/** Who looked: by the name that the person has today, in the role and the institution of that time. */
export class Looker {
  @Uuid() readonly id!: string;
  readonly name!: string;
  @ApiProperty({ enum: [...ROLES, 'system'] }) readonly role!: Role | 'system';
  readonly organization!: string;
}

export class LookListed {
  readonly id!: number;
  @Moment() readonly at!: Instant;
  readonly reader!: Looker;
  /** From which session, as a few digits that tell one from another. */
  readonly session!: string;
  readonly purpose!: string;
  @ApiProperty({ enum: LOOK_OUTCOMES }) readonly outcome!: LookOutcome;
  /** The person or the case by its id: an auditor works without names. */
  readonly about!: string | null;
  readonly records!: number;
  readonly kinds!: string[];
}

export class LooksListed {
  readonly looks!: LookListed[];
  /** `after` of the next page; null where there is no more. */
  readonly next!: number | null;
}

/** 誰が見たか: the looks of one reader on one day for one purpose at one person. */
export class LooksOfReader {
  readonly day!: string;
  readonly reader!: Looker;
  readonly purpose!: string;
  @ApiProperty({ enum: LOOK_OUTCOMES }) readonly outcome!: LookOutcome;
  readonly looks!: number;
  @Moment() readonly firstAt!: Instant;
  @Moment() readonly lastAt!: Instant;
}

export class WhoSaw {
  @Uuid() readonly patient!: string;
  readonly rows!: LooksOfReader[];
}

/** 月次の点検: what one reader did in a month. */
export class ReaderReviewed {
  readonly reader!: Looker;
  readonly looks!: number;
  readonly persons!: number;
  /** 関わりのない方: looked for and found by birth date and reading, or told to be registered already. */
  readonly outOfRelation!: number;
  /** 22 時から 6 時. */
  readonly atNight!: number;
  readonly refused!: number;
  readonly exported!: number;
}

export class MonthReviewed {
  readonly month!: string;
  readonly readers!: ReaderReviewed[];
}
