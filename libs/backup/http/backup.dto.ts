import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { IsId, IsInstant, NestedList } from '#platform';
import { ARRANGEMENT_KINDS, type ArrangementKind, type CoverHours } from '../domain/arrangement.js';
import {
  BACKUP_NEEDS,
  BACKUP_OUTCOMES,
  BACKUP_REASONS,
  BACKUP_URGENCIES,
  DECLINE_REASONS,
  type BackupNeed,
  type BackupOutcome,
  type BackupReason,
  type BackupUrgency,
  type DeclineReason,
} from '../domain/request.commands.js';
import { IsCoverHours } from './cover-hours.validator.js';

/** Every command may say when it happened, where that was earlier. */
export class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class AgreeBackupArrangementBody extends PlainBody {
  @IsIn(ARRANGEMENT_KINDS) readonly kind!: ArrangementKind;
  @IsId() readonly from!: string;
  @IsId() readonly to!: string;
  @IsOptional() @IsString() @Length(1, 40) readonly block?: string;
  /** Required for hospital_preregistration. */
  @IsOptional() @IsId() readonly patient?: string;
  /** Hours covered, by the weekday they begin on: {"sat":["18:00-08:00"]}. Left out: always. */
  @IsOptional() @IsCoverHours() readonly hours?: CoverHours;
}

class ShiftBody {
  @IsId() readonly organization!: string;
  @IsId() readonly user!: string;
  @IsInstant() readonly from!: string;
  @IsInstant() readonly to!: string;
}
export class PublishOnCallShiftsBody extends PlainBody {
  @NestedList(() => ShiftBody, 500) @ArrayMinSize(1) readonly shifts!: ShiftBody[];
}

export class RequestEmergencyBackupBody extends PlainBody {
  @IsId() readonly patient!: string;
  @IsIn(BACKUP_REASONS) readonly reason!: BackupReason;
  @IsIn(BACKUP_URGENCIES) readonly urgency!: BackupUrgency;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(BACKUP_NEEDS, { each: true })
  readonly need!: BackupNeed[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z][a-z0-9_]{0,59}$/, { each: true })
  readonly capabilityNeeds?: string[];
  @IsString() @Length(1, 4000) readonly summary!: string;
}

export class DeclineBackupBody extends PlainBody {
  @IsIn(DECLINE_REASONS) readonly reason!: DeclineReason;
}

export class CancelBackupBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
}

export class CompleteBackupBody extends PlainBody {
  @IsIn(BACKUP_OUTCOMES) readonly outcome!: BackupOutcome;
}

export class HandBackToPrimaryBody extends PlainBody {
  @IsString() @Length(1, 8000) readonly text!: string;
}

export class AssignBackupManuallyBody extends PlainBody {
  @IsId() readonly organization!: string;
}
