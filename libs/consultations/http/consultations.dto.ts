import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ESCALATION_REASONS,
  ISSUE_SUBJECT,
  ISSUE_TYPES,
  SCENES,
  SEVERITIES,
  type IssueType,
  type Scene,
} from '#kernel';
import { IsId, IsInstant } from '#platform';
import {
  ACTION_KINDS,
  CHANNELS,
  CONSULTATION_URGENCIES,
  MOST_ISSUES,
  MOST_TOPICS,
  OUTCOMES,
  SIDES,
  TOPICS,
  type ActionKind,
  type Channel,
  type ConsultationUrgency,
  type Outcome,
  type Side,
  type Topic,
} from '../domain/consultation.commands.js';
import { CHECKS, type Check } from '../domain/desk.rules.js';
import { IsInstantOrLocalDate, IsProgramItem } from './consultation-validators.js';

const LONGEST_TEXT = 4_000;
const MINUTES_OF_A_DAY = 1_440;

/** Every command may say when it happened, where that was earlier. */
export class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

class ConsulterBody {
  @IsIn(SIDES) readonly side!: Side;
  @IsOptional() @IsId() readonly organization?: string;
  /** A code, as `care_manager`: it stands in the log, where no name may. */
  @IsOptional() @Length(1, 40) @Matches(/^[a-z][a-z0-9_]*$/) readonly profession?: string;
  /** Who has asked, where that is somebody who works with the system: then nobody else of the institution is told. */
  @IsOptional() @IsId() readonly user?: string;
  /** Whom to call back (折り返し先). */
  @IsOptional() @IsString() @Length(1, 200) readonly callbackTo?: string;
}

class LinkedBody {
  @IsOptional() @IsId() readonly dischargeCase?: string;
  @IsOptional() @IsId() readonly backupRequest?: string;
  @IsOptional() @IsId() readonly consultation?: string;
}

export class LogConsultationBody extends PlainBody {
  @IsIn(CHANNELS) readonly channel!: Channel;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ConsulterBody) readonly consulter!: ConsulterBody;
  @IsOptional() @IsIn(SIDES) readonly counterpartSide?: Side;
  @IsOptional() @IsId() readonly patient?: string;
  @IsIn(SCENES) readonly scene!: Scene;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOPICS)
  @ArrayUnique()
  @IsIn(TOPICS, { each: true })
  readonly topics!: Topic[];
  /** {version, letter}; a letter alone is refused (traps.md 1). */
  @IsOptional() @IsProgramItem() readonly programItem?: object | string;
  /** Left out: somebody triages it later. */
  @IsOptional() @IsIn(CONSULTATION_URGENCIES) readonly urgency?: ConsultationUrgency;
  @IsString() @Length(1, LONGEST_TEXT) readonly summary!: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => LinkedBody) readonly linked?: LinkedBody;
  /** 確認した事項: what was asked about, of the check-list of the scene. None has to be. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHECKS.length)
  @ArrayUnique()
  @IsIn(CHECKS, { each: true })
  readonly checked?: Check[];
}

export class TriageConsultationBody extends PlainBody {
  @IsIn(CONSULTATION_URGENCIES) readonly urgency!: ConsultationUrgency;
}

export class RecordConsultationActionBody extends PlainBody {
  @IsIn(ACTION_KINDS) readonly kind!: ActionKind;
  @IsOptional() @IsId() readonly toOrganization?: string;
  @IsInt() @Min(0) @Max(MINUTES_OF_A_DAY) readonly minutes!: number;
  /** 内部メモ: the desk's own. */
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
  /** 共有メモ: the asker reads it too. */
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly sharedNote?: string;
}

export class AnswerConsultationBody extends PlainBody {
  /** 回答: the asker's institution reads it and is told. */
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly answer?: string;
  /** 内部メモ: the desk's own. */
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
}

export class AwaitReplyBody extends PlainBody {
  /** A moment, or a day; left out: what the area's rules say. */
  @IsOptional() @IsInstantOrLocalDate() readonly until?: string;
}

export class ReferConsultationBody extends PlainBody {
  @IsId() readonly to!: string;
}

export class DeclineReferralBody extends PlainBody {
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly reason?: string;
}

class IssueBody {
  @IsOptional() @Matches(ISSUE_SUBJECT) readonly subject?: string;
  @IsOptional() @IsIn(SEVERITIES) readonly severity?: (typeof SEVERITIES)[number];
  @IsOptional() @IsIn(ESCALATION_REASONS) readonly escalationReason?: (typeof ESCALATION_REASONS)[number];
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly redactedNarrative?: string;
}

class IssueAssessmentBody extends IssueBody {
  @IsBoolean() readonly raises!: boolean;
  @IsOptional() @IsIn(ISSUE_TYPES) readonly issueType?: IssueType;
}

class FurtherIssueBody extends IssueBody {
  @IsIn(ISSUE_TYPES) readonly issueType!: IssueType;
}

export class CloseConsultationBody extends PlainBody {
  @IsIn(OUTCOMES) readonly outcome!: Outcome;
  /** Does this show a regional issue (地域課題)? Closing without an answer is refused (H-03). */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => IssueAssessmentBody)
  readonly issueAssessment!: IssueAssessmentBody;
  /** 別の課題: what else it shows, each a signal of its own. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ISSUES - 1)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FurtherIssueBody)
  readonly furtherIssues?: FurtherIssueBody[];
}

export class WithdrawConsultationBody extends PlainBody {
  @IsString() @Length(1, LONGEST_TEXT) readonly reason!: string;
}

export class ReopenConsultationBody extends PlainBody {
  @IsString() @Length(1, LONGEST_TEXT) readonly reason!: string;
}

export class LinkConsultationBody extends PlainBody {
  @IsOptional() @IsId() readonly dischargeCase?: string;
  @IsOptional() @IsId() readonly backupRequest?: string;
  @IsOptional() @IsId() readonly consultation?: string;
  /** A case of any other kind that the linker may see. */
  @IsOptional() @IsId() readonly case?: string;
}

export class UnlinkConsultationBody extends PlainBody {
  @IsId() readonly case!: string;
}

export class MergeConsultationsBody extends PlainBody {
  /** The consultation that goes on (まとめ先). */
  @IsId() readonly into!: string;
}

export class SplitConsultationBody extends PlainBody {
  @IsIn(SCENES) readonly scene!: Scene;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOPICS)
  @ArrayUnique()
  @IsIn(TOPICS, { each: true })
  readonly topics!: Topic[];
  @IsOptional() @IsIn(CONSULTATION_URGENCIES) readonly urgency?: ConsultationUrgency;
  @IsString() @Length(1, LONGEST_TEXT) readonly summary!: string;
}
