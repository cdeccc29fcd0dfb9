import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsId, IsInstant, IsLocalDate, Nested, NestedList } from '#platform';
import { DECISIONS, STANCES, type Decision, type Stance } from '../domain/agenda-item.commands.js';
import {
  BODIES,
  CATEGORIES,
  COUNCIL_LEVELS,
  COUNCIL_TYPES,
  type BodyType,
  type Category,
  type CouncilLevel,
  type CouncilType,
} from '../domain/council.terms.js';
import { EFFECTS, type Effect } from '../domain/effect.js';
import { PRESENCES, type Presence } from '../domain/meeting.commands.js';

/** A prefecture by its two digits, a municipality by its six, any other area by its id. */
const AREA_ID = /^(?:\d{2}|\d{6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const IsTimeOfDay = (): PropertyDecorator =>
  applyDecorators(Matches(CLOCK), ApiProperty({ type: String, pattern: CLOCK.source }));
const MOST_DAYS = 90;

export class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class EstablishCouncilBody extends PlainBody {
  @IsString() @Length(1, 100) readonly name!: string;
  @IsIn(COUNCIL_LEVELS) readonly level!: CouncilLevel;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(COUNCIL_TYPES, { each: true }) readonly types!: CouncilType[];
  /** 所管圏域: a municipality by its six-digit code, other areas by their ids. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(AREA_ID, { each: true })
  readonly areas!: string[];
  @IsId() readonly secretariat!: string;
  @IsOptional() @IsId() readonly chairMedical?: string;
  @IsOptional() @IsId() readonly chairAdministrative?: string;
  @IsOptional() @IsId() readonly parent?: string;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_DAYS) readonly agendaCloseDays?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_DAYS) readonly materialDays?: number;
}

export class ReviseCouncilBody extends PlainBody {
  @IsOptional() @IsString() @Length(1, 100) readonly name?: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(COUNCIL_TYPES, { each: true })
  readonly types?: CouncilType[];
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(AREA_ID, { each: true })
  readonly areas?: string[];
  @IsOptional() @IsId() readonly secretariat?: string;
  @IsOptional() @IsId() readonly chairMedical?: string;
  @IsOptional() @IsId() readonly chairAdministrative?: string;
  @IsOptional() @IsId() readonly parent?: string;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_DAYS) readonly agendaCloseDays?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_DAYS) readonly materialDays?: number;
}

export class CouncilMemberBody extends PlainBody {
  @IsId() readonly organization!: string;
  @IsIn(BODIES) readonly body!: BodyType;
}

export class ProposeAgendaItemBody extends PlainBody {
  @IsId() readonly council!: string;
  @IsString() @Length(1, 200) readonly title!: string;
  @IsIn(CATEGORIES) readonly category!: Category;
}

export class CategorizeAgendaItemBody extends PlainBody {
  @IsIn(CATEGORIES) readonly category!: Category;
}

export class DropAgendaItemBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
}

export class WriteAgendaNoteBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly note!: string;
}

export class RecordBodyPositionBody extends PlainBody {
  @IsId() readonly organization!: string;
  @IsIn(BODIES) readonly body!: BodyType;
  @IsIn(STANCES) readonly stance!: Stance;
  @IsOptional() @IsString() @Length(1, 4000) readonly note?: string;
}

export class ScheduleAgendaItemBody extends PlainBody {
  @IsOptional() @IsId() readonly meeting?: string;
  @IsOptional() @IsLocalDate() readonly meetingOn?: string;
  /** 追加議題: after the agenda has closed. */
  @IsOptional() @IsBoolean() readonly addLate?: boolean;
}

export class DiscussAgendaItemBody extends PlainBody {
  @IsOptional() @IsString() @Length(1, 4000) readonly summary?: string;
}

class RuleChangeBody {
  /** Of which rules: `handovers`, `councils`. */
  @Matches(/^[a-z]{1,40}$/) readonly context!: string;
  @IsLocalDate() readonly effectiveFrom!: string;
  @IsObject() readonly values!: Record<string, unknown>;
}

export class DecideAgendaItemBody extends PlainBody {
  @IsIn(DECISIONS) readonly decision!: Decision;
  @IsOptional() @IsString() @Length(1, 4000) readonly reason?: string;
  /** Of `forward_other_body`. */
  @IsOptional() @IsId() readonly toCouncil?: string;
  /** Of `rule_change`: takes effect by itself in the areas of the council. */
  @IsOptional() @Nested(() => RuleChangeBody) readonly rule?: RuleChangeBody;
}

export class AssignActionBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly what!: string;
  @IsId() readonly ownerOrganization!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsOptional() @IsLocalDate() readonly checkOn?: string;
  /** 目標: at most so many signals of the same key in the window after it. */
  @IsOptional() @IsInt() @Min(0) @Max(100_000) readonly target?: number;
}

export class CompleteActionBody extends PlainBody {
  @IsId() readonly action!: string;
  @IsOptional() @IsString() @Length(1, 4000) readonly report?: string;
}

export class CheckEffectBody extends PlainBody {
  @IsId() readonly action!: string;
  /** Left out: what the numbers say. */
  @IsOptional() @IsIn(EFFECTS) readonly effect?: Effect;
  @IsOptional() @IsString() @Length(1, 4000) readonly note?: string;
}

export class PlanMeetingBody extends PlainBody {
  @IsId() readonly council!: string;
  @IsLocalDate() readonly on!: string;
  /** As 14:00. */
  @IsTimeOfDay() readonly startsAt!: string;
  @IsOptional() @IsString() @Length(1, 100) readonly place?: string;
}

export class CallMeetingBody extends PlainBody {
  @IsOptional() @IsLocalDate() readonly on?: string;
  @IsOptional() @IsTimeOfDay() readonly startsAt?: string;
  @IsOptional() @IsString() @Length(1, 100) readonly place?: string;
}

class AgendaEntryBody {
  @IsId() readonly item!: string;
  /** The item that it stands below. */
  @IsOptional() @IsId() readonly parent?: string;
  /** 時間配分. */
  @IsOptional() @IsInt() @Min(1) @Max(480) readonly minutes?: number;
}
export class ArrangeAgendaBody extends PlainBody {
  /** The version of the agenda that was seen. */
  @IsInt() @Min(0) @Max(1_000_000) readonly seen!: number;
  @NestedList(() => AgendaEntryBody, 100) readonly entries!: AgendaEntryBody[];
}

class AttendanceBody {
  @IsId() readonly organization!: string;
  @IsIn(BODIES) readonly body!: BodyType;
  @IsIn(PRESENCES) readonly presence!: Presence;
}
export class HoldMeetingBody extends PlainBody {
  @IsOptional() @NestedList(() => AttendanceBody, 200) readonly attendance?: AttendanceBody[];
}
export class RecordAttendanceBody extends PlainBody {
  @NestedList(() => AttendanceBody, 200) readonly attendance!: AttendanceBody[];
}

export class PostponeMeetingBody extends PlainBody {
  @IsOptional() @IsLocalDate() readonly on?: string;
  @IsOptional() @IsString() @Length(1, 4000) readonly reason?: string;
}

export class DraftMinutesBody extends PlainBody {
  @IsString() @Length(1, 20_000) readonly text!: string;
}
