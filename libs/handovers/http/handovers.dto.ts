import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import { IsId, IsInstant, IsLocalDate, Nested } from '#platform';
import {
  ADMISSION_KINDS,
  CARE_LEVELS,
  DESTINATIONS,
  EXCLUSION_CODES,
  FEEDBACK_QUALITIES,
  INFORMATION_CHANNELS,
  INSURED_TYPES,
  LEAK_CODES,
  type CareLevel,
  type Destination,
  type ExclusionCode,
  type LeakCode,
} from '../domain/handover.commands.js';
import { IsHandoverDocument } from './handover-document.js';

/** Every command may say when it happened, where that was earlier. */
export class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class RegisterAdmissionBody {
  @IsId() readonly patient!: string;
  @IsId() readonly hospital!: string;
  @IsInstant() readonly admittedAt!: string;
  @IsIn(ADMISSION_KINDS) readonly admissionKind!: (typeof ADMISSION_KINDS)[number];
  @IsOptional() @IsIn(CARE_LEVELS) readonly careLevel?: CareLevel;
  @IsOptional() @IsIn(INSURED_TYPES) readonly insuredType?: (typeof INSURED_TYPES)[number];
  @IsOptional() @IsId() readonly careManager?: string;
  @IsOptional() @IsString() @Length(1, 40) readonly ward?: string;
}

export class ProvideAdmissionInformationBody extends PlainBody {
  @IsIn(INFORMATION_CHANNELS) readonly channel!: (typeof INFORMATION_CHANNELS)[number];
}

class ScreeningCriteriaBody {
  @IsOptional() @IsBoolean() readonly rising_walking_assistance?: boolean;
  @IsOptional() @IsBoolean() readonly eating_assistance?: boolean;
  @IsOptional() @IsBoolean() readonly excretion_assistance?: boolean;
  @IsOptional() @IsBoolean() readonly dementia_symptoms?: boolean;
  @IsOptional() @IsBoolean() readonly living_alone_housework_assistance?: boolean;
  @IsOptional() @IsBoolean() readonly terminal_cancer?: boolean;
  @IsOptional() @IsBoolean() readonly new_medical_procedure?: boolean;
}

export class ScreenForDischargeSupportBody extends PlainBody {
  @Nested(() => ScreeningCriteriaBody) readonly criteria!: ScreeningCriteriaBody;
}

export class PlanDischargeBody extends PlainBody {
  @IsLocalDate() readonly plannedDischargeOn!: string;
  @IsIn(DESTINATIONS) readonly destination!: Destination;
}

export class HandoverDocumentBody extends PlainBody {
  /** The handover document (引継書), or "complete" for a complete fictional one. */
  @IsDefined() @IsHandoverDocument() readonly document!: object | string;
}

export class AcknowledgeHandoverBody extends PlainBody {
  /** The version that was read; left out: the latest. */
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) readonly version?: number;
}

export class IdentifyCareManagerBody extends PlainBody {
  /** Left out: whom the directory has for the person. */
  @IsOptional() @IsId() readonly careManager?: string;
}

export class NameCareManagerBody extends PlainBody {
  @IsId() readonly careManager!: string;
}

export class RequestHandoverClarificationBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly text!: string;
}

export class ReturnHandoverBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly reason!: string;
}

export class RecordDischargeBody {
  @IsInstant() readonly dischargedAt!: string;
  @IsIn(DESTINATIONS) readonly destination!: Destination;
}

export class RecordTransferBody {
  @IsLocalDate() readonly on!: string;
  @IsOptional() @IsId() readonly toHospital?: string;
}

export class RecordDeathBody {
  @IsLocalDate() readonly on!: string;
}

export class ReturnPostDischargeFeedbackBody extends PlainBody {
  @IsIn(FEEDBACK_QUALITIES) readonly quality!: (typeof FEEDBACK_QUALITIES)[number];
}

export class ClassifyLeakBody extends PlainBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsIn(LEAK_CODES, { each: true })
  readonly codes!: LeakCode[];
}

export class ExcludeFromSurveyBody extends PlainBody {
  @IsIn(EXCLUSION_CODES) readonly code!: ExclusionCode;
}
