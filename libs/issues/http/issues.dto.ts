import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsId, IsInstant } from '#platform';
import { SCENES, type Scene } from '#kernel';
import {
  ESCALATION_REASONS,
  ISSUE_TYPES,
  SEVERITIES,
  type EscalationReason,
  type IssueType,
  type Severity,
} from '../domain/issue-types.js';

/** Part of a key that stands in every event, so a code and no free text. */
const SUBJECT = /^[a-z][a-z0-9_]{0,39}$/;

export class RaiseIssueSignalBody {
  @IsIn(SCENES) readonly scene!: Scene;
  @IsIn(ISSUE_TYPES) readonly issueType!: IssueType;
  @IsOptional() @Matches(SUBJECT) readonly subject?: string;
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

export class WithdrawIssueSignalBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class DismissIssueBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class CloseIssueBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}
