import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Named } from '#access';
import { ROLES, type Instant, type Role } from '#kernel';
import { IsId, IsInstant, Moment, Uuid } from '#platform';
import {
  EMERGENCY_REASONS,
  EMERGENCY_SECTIONS,
  EMERGENCY_VERDICTS,
  type EmergencyReason,
  type EmergencySection,
  type EmergencyVerdict,
} from '../domain/emergency-look.js';

export class OpenInEmergencyBody {
  /** As `POST /patients/searches` for this command names the person. */
  @IsId() readonly patient!: string;
  @IsIn(EMERGENCY_REASONS) readonly reason!: EmergencyReason;
  /** What has happened, and why nobody of the person's own can be asked. It is read by whoever reviews: no names. */
  @IsString() @Length(5, 1000) readonly text!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(EMERGENCY_SECTIONS.length)
  @ArrayUnique()
  @IsIn(EMERGENCY_SECTIONS, { each: true })
  readonly sections!: EmergencySection[];
}

export class CloseEmergencyLookBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ReviewEmergencyLookBody {
  @IsIn(EMERGENCY_VERDICTS) readonly verdict!: EmergencyVerdict;
  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

class PersonInEmergency {
  readonly name!: string;
  readonly kana!: string;
  /** Empty where it is not known. */
  readonly birthDate!: string;
  readonly sex!: string;
  /** Empty where it is not known. */
  readonly address!: string;
}
class InCharge {
  readonly name!: string;
  readonly organization!: Named;
  @ApiProperty({ type: String, nullable: true }) readonly phone!: string | null;
}
class ContactsInEmergency {
  readonly careManager!: InCharge | null;
  readonly primaryPhysician!: InCharge | null;
}
class TextInEmergency {
  @Moment() readonly at!: Instant;
  /** What was written, part by part. */
  readonly parts!: Record<string, string>;
}

/** 緊急閲覧の画面: who the person is, and the sections that were asked for; null where one was not, or there is nothing. */
export class EmergencyRecord {
  @Uuid() readonly id!: string;
  @ApiProperty({ enum: EMERGENCY_REASONS }) readonly reason!: EmergencyReason;
  @ApiProperty({ enum: EMERGENCY_SECTIONS, isArray: true }) readonly sections!: EmergencySection[];
  @Moment() readonly until!: Instant;
  readonly person!: PersonInEmergency;
  readonly municipality!: Named;
  readonly contacts!: ContactsInEmergency | null;
  readonly handover!: TextInEmergency | null;
  readonly backup!: TextInEmergency | null;
}

/** One emergency look, as its reviewer sees it: without the person's name. */
export class EmergencyLookListed {
  @Uuid() readonly id!: string;
  /** By id: a reviewer works without names. */
  @Uuid() readonly patient!: string;
  readonly opener!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  readonly organization!: Named;
  @ApiProperty({ enum: EMERGENCY_REASONS }) readonly reason!: EmergencyReason;
  readonly text!: string;
  @ApiProperty({ enum: EMERGENCY_SECTIONS, isArray: true }) readonly sections!: EmergencySection[];
  @Moment() readonly openedAt!: Instant;
  /** When it ended, or will. */
  @Moment() readonly until!: Instant;
  /** Many of one reader within an hour. */
  readonly many!: boolean;
  /** How often something was read under it. */
  readonly reads!: number;
  @ApiProperty({ enum: EMERGENCY_VERDICTS, nullable: true }) readonly verdict!: EmergencyVerdict | null;
  @ApiProperty({ type: String, nullable: true }) readonly reviewer!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly reviewedAt!: Instant | null;
  readonly note!: string;
  /** The reader may review it. */
  readonly reviewable!: boolean;
}

export class EmergencyLooksOfMonth {
  readonly month!: string;
  readonly looks!: EmergencyLookListed[];
}
