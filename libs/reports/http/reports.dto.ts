import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsId, IsInstant } from '#platform';

const LONGEST_TEXT = 4_000;

/** Every command may say when it happened, where that was earlier. */
export class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class OpenActivityReportBody extends PlainBody {
  @IsId() readonly desk!: string;
  /** YYYY-MM. */
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/) readonly month!: string;
}

export class SubmitActivityReportBody extends PlainBody {
  /** Of the figures that were looked at; others are not submitted unseen. */
  @IsOptional() @IsId() readonly hash?: string;
}

export class ReturnActivityReportBody extends PlainBody {
  @IsString() @Length(1, LONGEST_TEXT) readonly reason!: string;
}

export class DecideActivityReportBody extends PlainBody {
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
}
