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
  MaxLength,
  Min,
} from 'class-validator';
import {
  COORDINATION_FIELDS,
  COORDINATION_LEVELS,
  ROLES,
  type CoordinationField,
  type CoordinationLevel,
  type Role,
} from '#kernel';
import { IsId, IsInstant, IsLocalDate, Nested, NestedList } from '#platform';
import {
  CONSENT_FORMS,
  CONSENT_GIVERS,
  CONSENT_KINDS,
  CONSENT_PURPOSES,
  CONSENT_VERDICTS,
  EXCEPTION_GROUNDS,
  type ConsentForm,
  type ConsentGiver,
  type ConsentPurpose,
  type ConsentSort,
  type ConsentVerdict,
  type ExceptionGround,
} from '../domain/consent.js';
import { COORDINATOR_KINDS, type CoordinatorKind } from '../domain/coordinator-post.js';
import {
  CAPABILITIES,
  CLEARABLE,
  CODE_LISTS,
  ORGANIZATION_KINDS,
  type Capability,
  type Clearable,
  type CodeList,
  type OrganizationKind,
} from '../domain/organization.js';
import { ERASURE_REASONS, type ErasureReason } from '../domain/patient.js';
import { RULE_REASONS, type RuleReason } from '../domain/rule-set.js';
import { IsOpeningHours } from './opening-hours.validator.js';

/** 医療機関コード・介護事業所番号. */
class InstitutionCodeBody {
  @IsIn(CODE_LISTS) readonly list!: CodeList;
  /** Ten digits, the first two of them of the prefecture. */
  @IsString() @Matches(/^\d{10}$/) readonly code!: string;
}

export class RegisterInstitutionBody {
  @IsIn(ORGANIZATION_KINDS) readonly kind!: OrganizationKind;
  @IsString() @Length(1, 200) readonly name!: string;
  /** Name within the prefecture, or six-digit code; the two-digit code of the prefecture for what belongs to all of it. */
  @IsString() @Length(1, 40) readonly municipality!: string;
  @IsOptional() @IsString() @Length(1, 40) readonly block?: string;
  /** As it is dialed: digits, with hyphens, brackets or a leading +. */
  @IsOptional() @IsString() @Matches(/^\+?[0-9()-]{6,20}$/) readonly phone?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsIn(CAPABILITIES, { each: true }) readonly capabilities?: Capability[];
  /** Opening hours by weekday: {"mon":["08:30-17:15"]}. Left out: weekdays 08:30–17:15. */
  @IsOptional() @IsOpeningHours() readonly hours?: Record<string, string[]>;
  @IsOptional() @IsArray() @ArrayMaxSize(400) @IsLocalDate({ each: true }) readonly closedDays?: string[];
  /** 臨時に開く日: on which it is open though its week or a holiday says otherwise. */
  @IsOptional() @IsArray() @ArrayMaxSize(400) @IsLocalDate({ each: true }) readonly openDays?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  readonly serves?: string[];
  /** サテライト窓口: the help desk to which it hands over. */
  @IsOptional() @IsId() readonly satelliteOf?: string;
  /** 法人グループ: the corporation that runs it. */
  @IsOptional() @IsString() @Length(1, 100) readonly group?: string;
  @IsOptional() @NestedList(() => InstitutionCodeBody, 10) readonly codes?: InstitutionCodeBody[];
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** Only what is other than before; what is left out stays. */
export class ChangeInstitutionBody {
  @IsOptional() @IsIn(ORGANIZATION_KINDS) readonly kind?: OrganizationKind;
  @IsOptional() @IsString() @Length(1, 200) readonly name?: string;
  /** Name within the prefecture, or six-digit code. */
  @IsOptional() @IsString() @Length(1, 40) readonly municipality?: string;
  @IsOptional() @IsString() @Length(1, 40) readonly block?: string;
  @IsOptional() @IsString() @Matches(/^\+?[0-9()-]{6,20}$/) readonly phone?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsIn(CAPABILITIES, { each: true }) readonly capabilities?: Capability[];
  /** All opening hours by weekday: {"mon":["08:30-17:15"]}. */
  @IsOptional() @IsOpeningHours() readonly hours?: Record<string, string[]>;
  /** All days on which it is closed besides. */
  @IsOptional() @IsArray() @ArrayMaxSize(400) @IsLocalDate({ each: true }) readonly closedDays?: string[];
  /** All days on which it is open specially (臨時に開く日). */
  @IsOptional() @IsArray() @ArrayMaxSize(400) @IsLocalDate({ each: true }) readonly openDays?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  readonly serves?: string[];
  @IsOptional() @IsId() readonly satelliteOf?: string;
  @IsOptional() @IsString() @Length(1, 100) readonly group?: string;
  @IsOptional() @NestedList(() => InstitutionCodeBody, 10) readonly codes?: InstitutionCodeBody[];
  /** What is taken away and has nothing in its place. */
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(CLEARABLE, { each: true }) readonly clear?: Clearable[];
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class VerifyInstitutionBody {
  /** 確認した日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
}

export class CloseInstitutionBody {
  /** 廃止の日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
  /** 引き継ぐ機関. */
  @IsOptional() @IsId() readonly successor?: string;
}

export class ReopenInstitutionBody {
  /** 再開の日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
}

export class WithdrawRegistrationBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ErasePatientBody {
  @IsIn(ERASURE_REASONS) readonly reason!: ErasureReason;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class RegisterUserBody {
  @IsIn(ROLES) readonly role!: Role;
  @IsId() readonly organization!: string;
  @IsString() @Length(1, 100) readonly name!: string;
  /** 病棟, as the hospital's admissions name it. */
  @IsOptional() @IsString() @Length(1, 40) readonly ward?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** Only what is other than before. */
export class ChangeUserBody {
  @IsOptional() @IsIn(ROLES) readonly role?: Role;
  @IsOptional() @IsId() readonly organization?: string;
  @IsOptional() @IsString() @Length(1, 100) readonly name?: string;
  @IsOptional() @IsString() @Length(1, 40) readonly ward?: string;
  /** 病棟から外れた. */
  @IsOptional() @IsBoolean() readonly withoutWard?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class RecordUserLeavingBody {
  /** 退職・転出の日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
  /** 後任のケアマネジャー, to whom persons and handovers pass. */
  @IsOptional() @IsId() readonly handOverTo?: string;
}

export class AppointCoordinatorBody {
  @IsId() readonly user!: string;
  @IsIn(COORDINATOR_KINDS) readonly kind!: CoordinatorKind;
  /** 分野. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(COORDINATION_FIELDS.length)
  @ArrayUnique()
  @IsIn(COORDINATION_FIELDS, { each: true })
  readonly fields!: CoordinationField[];
  /** レベル: one person's support, between institutions, or the making of the area. */
  @IsIn(COORDINATION_LEVELS) readonly level!: CoordinationLevel;
  /** Area id; a municipality's is its six-digit code. */
  @IsString() @Length(2, 40) @Matches(/^[0-9a-f-]+$/) readonly area!: string;
  /** 着任の日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
  /** 養成研修の修了日, of a home-care coordinator, with the certificate. */
  @IsOptional() @IsLocalDate() readonly trainedOn?: string;
  /** 修了証の番号. */
  @IsOptional() @IsString() @Length(1, 60) readonly certificate?: string;
}

export class EndCoordinatorPostBody {
  /** 任を終えた日; left out: today. */
  @IsOptional() @IsLocalDate() readonly on?: string;
}

export class RegisterPatientBody {
  @IsString() @Length(1, 100) readonly name!: string;
  @IsString() @Length(1, 100) readonly kana!: string;
  @IsLocalDate() readonly birthDate!: string;
  @IsIn(['male', 'female', 'other', 'unknown']) readonly sex!: string;
  @IsOptional() @IsString() @MaxLength(300) readonly address?: string;
  @IsString() @Length(1, 40) readonly municipality!: string;
  @IsOptional() @IsId() readonly careManager?: string;
  @IsOptional() @IsId() readonly primaryPhysician?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) readonly careTeam?: string[];
  @IsOptional() @IsString() @Length(1, 40) readonly block?: string;
  @IsOptional() @IsBoolean() readonly consent?: boolean;
  /** Somebody of the same name, birth date and municipality is known, and this is not that person (別人). */
  @IsOptional() @IsBoolean() readonly anotherPerson?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** Only "yes" is a consent to all of it, of which no paper is known. */
export class ConsentBody {
  /** 包括同意か個別同意か; left out: 包括. */
  @IsOptional() @IsIn(CONSENT_KINDS) readonly kind?: ConsentSort;
  /** 何のために; left out: for all of it. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CONSENT_PURPOSES.length)
  @ArrayUnique()
  @IsIn(CONSENT_PURPOSES, { each: true })
  readonly purposes?: ConsentPurpose[];
  /** だれに: these institutions alone (handovers and services); left out: whoever takes part in the care. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  readonly organizations?: string[];
  /** 見た書面. */
  @IsOptional() @IsIn(CONSENT_FORMS) readonly form?: ConsentForm;
  /** 書面の版, as it is printed on it: 2026-04. */
  @IsOptional() @IsString() @Matches(/^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$/) readonly formVersion?: string;
  /** だれが同意したか. */
  @IsOptional() @IsIn(CONSENT_GIVERS) readonly givenBy?: ConsentGiver;
  /** その人の氏名. */
  @IsOptional() @IsString() @Length(1, 100) readonly giver?: string;
  /** 本人との続柄・関係. */
  @IsOptional() @IsString() @Length(1, 100) readonly relation?: string;
  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ConsentWithdrawalBody {
  /** Of this consent; left out: of all that were given until then. */
  @IsOptional() @IsId() readonly consent?: string;
  @IsOptional() @IsIn(CONSENT_GIVERS) readonly givenBy?: ConsentGiver;
  @IsOptional() @IsString() @Length(1, 100) readonly giver?: string;
  @IsOptional() @IsString() @Length(1, 100) readonly relation?: string;
  @IsOptional() @IsString() @Length(1, 1000) readonly note?: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ConsentExceptionBody {
  /** 根拠: 個人情報保護法第27条第1項. */
  @IsIn(EXCEPTION_GROUNDS) readonly ground!: ExceptionGround;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CONSENT_PURPOSES.length)
  @ArrayUnique()
  @IsIn(CONSENT_PURPOSES, { each: true })
  readonly purposes!: ConsentPurpose[];
  /** なぜ同意によれないか. */
  @IsString() @Length(2, 1000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ConsentRetractionBody {
  /** The line of the ledger: a consent, a withdrawal or an exception. */
  @IsId() readonly entry!: string;
  @IsString() @Length(1, 1000) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ConsentExceptionReviewBody {
  @IsId() readonly entry!: string;
  @IsIn(CONSENT_VERDICTS) readonly verdict!: ConsentVerdict;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** One of the two. */
export class ChangeCareManagerBody {
  @IsOptional() @IsId() readonly careManager?: string;
  /** 担当なし. */
  @IsOptional() @IsBoolean() readonly nobody?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ChangeCareTeamBody {
  /** Everybody who is in it from now on. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly careTeam!: string[];
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** One of the two. */
export class ChangePrimaryPhysicianBody {
  @IsOptional() @IsId() readonly primaryPhysician?: string;
  /** 主治医なし. */
  @IsOptional() @IsBoolean() readonly nobody?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class MovePatientBody {
  @IsString() @Length(1, 40) readonly municipality!: string;
  @IsOptional() @IsString() @Length(1, 40) readonly block?: string;
  /** 新しい住所; left out: not known yet. */
  @IsOptional() @IsString() @MaxLength(300) readonly address?: string;
  /** There is somebody of the same identity, and this is not that person (別人). */
  @IsOptional() @IsBoolean() readonly anotherPerson?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** Only what was wrong. */
export class CorrectPatientIdentityBody {
  @IsOptional() @IsString() @Length(1, 100) readonly name?: string;
  @IsOptional() @IsString() @Length(1, 100) readonly kana?: string;
  @IsOptional() @IsLocalDate() readonly birthDate?: string;
  @IsOptional() @IsIn(['male', 'female', 'other', 'unknown']) readonly sex?: string;
  @IsOptional() @IsString() @MaxLength(300) readonly address?: string;
  @IsOptional() @IsBoolean() readonly anotherPerson?: boolean;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** Who is about to be registered. */
export class LikePatientsBody {
  @IsString() @Length(1, 100) readonly name!: string;
  @IsString() @Length(1, 100) readonly kana!: string;
  @IsLocalDate() readonly birthDate!: string;
  @IsIn(['male', 'female', 'other', 'unknown']) readonly sex!: string;
}

export class AddressBody {
  /** なぜ: read by those who care for the person alone. */
  @IsString() @Length(1, 500) readonly reason!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** つなぎにない会議: a meeting by its name and day, and nobody who was there. */
class MeetingElsewhereBody {
  @IsString() @Length(1, 80) readonly name!: string;
  @IsLocalDate() readonly heldOn!: string;
}
/** 合意した会議: one of the two. */
class AgreedBody {
  /** A meeting that has been held, by a council whose areas include that of the rules. */
  @IsOptional() @IsId() readonly meeting?: string;
  @IsOptional() @Nested(() => MeetingElsewhereBody) readonly elsewhere?: MeetingElsewhereBody;
}
export class ArrangeDeskCoverBody {
  /** The help desk that stands in. */
  @IsId() readonly deputy!: string;
  @IsLocalDate() readonly from!: string;
  /** The last day of it. */
  @IsLocalDate() readonly until!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class EndDeskCoverBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ActivateRuleSetBody {
  @IsString() @MaxLength(40) @Matches(/^[a-z_]+$/) readonly context!: string;
  /** Area id; a municipality's is its six-digit code. */
  @IsString() @Length(2, 40) readonly area!: string;
  @IsLocalDate() readonly effectiveFrom!: string;
  @IsObject() readonly values!: Record<string, unknown>;
  @Nested(() => AgreedBody) readonly agreed!: AgreedBody;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

/** What of an area's rules is to become different, and from which day on. */
export class RuleChangeAskedBody {
  @IsString() @MaxLength(40) @Matches(/^[a-z_]+$/) readonly context!: string;
  /** Area id; a municipality's is its six-digit code. */
  @Matches(/^(?:\d{2}|\d{6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) readonly area!: string;
  /** Today or later. */
  @IsLocalDate() readonly effectiveFrom!: string;
  /** Values by the names of their rules. */
  @IsOptional() @IsObject() readonly set?: Record<string, unknown>;
  /** Names of rules about which the area decides nothing any more. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(/^[A-Za-z]{1,60}$/, { each: true })
  readonly withdrawn?: string[];
}

export class ChangeRulesBody extends RuleChangeAskedBody {
  @IsIn(RULE_REASONS) readonly reason!: RuleReason;
  @Nested(() => AgreedBody) readonly agreed!: AgreedBody;
}

class PrefectureBody {
  @IsString() @Matches(/^\d{2}$/) readonly code!: string;
  @IsString() @Length(1, 20) readonly name!: string;
}
class MunicipalityBody {
  @IsString() @Length(1, 10) readonly code!: string;
  @IsString() @Length(1, 40) readonly name!: string;
  @IsOptional() @IsString() @MaxLength(60) readonly kana?: string;
}
class HomeCareAreaBody {
  @IsString() @Length(1, 40) readonly tertiary!: string;
  @IsString() @Length(1, 40) readonly secondary!: string;
  @IsString() @Length(1, 40) readonly homeCareArea!: string;
  @IsOptional() @IsString() @MaxLength(40) readonly healthCentre?: string;
  @IsOptional() @IsInt() @Min(0) readonly population?: number;
  @NestedList(() => MunicipalityBody, 400) readonly municipalities!: MunicipalityBody[];
}
export class ImportAreasBody {
  @Nested(() => PrefectureBody) readonly prefecture!: PrefectureBody;
  @NestedList(() => HomeCareAreaBody, 400) readonly homeCareAreas!: HomeCareAreaBody[];
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}
