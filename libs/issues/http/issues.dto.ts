import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { IsId, IsInstant } from '#platform';
import {
  ESCALATION_REASONS,
  ISSUE_SUBJECT,
  ISSUE_TYPES,
  SCENES,
  SEVERITIES,
  type EscalationReason,
  type IssueType,
  type Scene,
  type Severity,
} from '#kernel';

export class RaiseIssueSignalBody {
  @IsIn(SCENES) readonly scene!: Scene;
  @IsIn(ISSUE_TYPES) readonly issueType!: IssueType;
  @IsOptional() @Matches(ISSUE_SUBJECT) readonly subject?: string;
  /** Its name within the prefecture, or its code; left out: that of the caller's organization. */
  @IsOptional() @IsString() @Length(1, 40) readonly municipality?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  readonly otherMunicipalities?: string[];
  /** The person or case it is about: counted once, however many signals there are. */
  @IsOptional() @IsId() readonly caseKey?: string;
  @IsOptional() @IsId() readonly reporterOrganization?: string;
  @IsOptional() @IsIn(SEVERITIES) readonly severity?: Severity;
  @IsOptional() @IsIn(ESCALATION_REASONS) readonly escalationReason?: EscalationReason;
  @IsOptional() @IsString() @Length(1, 4000) readonly redactedNarrative?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class TagIssueSignalBody {
  @IsIn(ISSUE_TYPES) readonly issueType!: IssueType;
  @IsOptional() @Matches(ISSUE_SUBJECT) readonly subject?: string;
  /** Left out: as it is. */
  @IsOptional() @IsIn(SCENES) readonly scene?: Scene;
  /** 要旨: what councils may read of it. It names nobody. */
  @IsOptional() @IsString() @Length(1, 4000) readonly redactedNarrative?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class WithdrawIssueSignalBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class DismissIssueBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class MergeIssueBody {
  /** The issue of the same area that goes on. */
  @IsId() readonly into!: string;
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class UnmergeIssueBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class SplitIssueBody {
  /** Those that are signs of another trouble. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(200) @ArrayUnique() @IsId({ each: true }) readonly signals!: string[];
  @IsIn(ISSUE_TYPES) readonly issueType!: IssueType;
  @IsOptional() @Matches(ISSUE_SUBJECT) readonly subject?: string;
  /** Left out: as it is. */
  @IsOptional() @IsIn(SCENES) readonly scene?: Scene;
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class CloseIssueBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}
