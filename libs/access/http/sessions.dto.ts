import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsId, Moment, Uuid } from '#platform';
import { ROLES, type Role } from '#kernel';
import { Account } from '../accounts.query.js';

export class OpenSessionBody {
  @IsId() readonly userId!: string;
  @IsOptional() @Matches(/^\d{2}$/) readonly prefecture?: string;
}

/** 所属: in which a person may work. */
export class SeatListed {
  @Uuid() readonly userId!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  readonly organization!: string;
}

export class Me extends Account {
  readonly prefecture!: string;
  /** Commands that this person may begin a case with. */
  readonly commands!: string[];
  /** Pages beyond boards and cases that this person may open, by name. */
  readonly pages!: string[];
  /** デモ: everything here is made up, and anybody may be anybody. */
  readonly demo!: boolean;
  /** 所属: in which else this person may work, where there is more than one. */
  @ApiProperty({ type: () => [SeatListed] }) readonly seats!: SeatListed[];
  /** The screen is locked after so many minutes without a hand on it; null: never. */
  @ApiProperty({ type: Number, nullable: true }) readonly locksAfter!: number | null;
  /** By what it is unlocked then. */
  @ApiProperty({ enum: ['password', 'provider'], isArray: true }) readonly unlocksBy!: ('password' | 'provider')[];
}

export class DemoAccount extends Account {
  /** What there is to try with it, in Japanese. */
  readonly hint?: string;
}

/** How people come in here. */
export class WaysIn {
  /** The demo region: an account is chosen, without a password. */
  readonly demo!: boolean;
  /** Some institution has a provider of its own; which one has is told to nobody. */
  readonly provider!: boolean;
}

const NAME = 80;
const PASSWORD = 1_000;
const CODE = 60;

export class SignInBody {
  @IsString() @Length(1, NAME) readonly name!: string;
  @IsString() @Length(1, PASSWORD) readonly password!: string;
  /** The six digits of the app, or a recovery code. */
  @IsString() @Length(1, CODE) readonly code!: string;
  /** 共用PC. */
  @IsOptional() @IsBoolean() readonly shared?: boolean;
}

export class UnlockBody {
  @IsString() @Length(1, PASSWORD) readonly password!: string;
}

export class LinkBody {
  @Matches(/^\d{2}\.[\w-]{43}$/) readonly token!: string;
}

export class InvitationOpened {
  /** A post to take up, or the way in to be set up anew. */
  @ApiProperty({ enum: ['seat', 'reset'] }) readonly purpose!: 'seat' | 'reset';
  readonly person!: string;
  readonly organization!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  @Moment() readonly expiresAt!: string;
  /** Of a reset: the sign-in name, which stays; null where there was none. */
  readonly name!: string | null;
  /** What an authenticator app reads as a picture. */
  readonly uri!: string;
  /** The same to be typed. */
  readonly secret!: string;
  /** The institution has a provider: its account may be used instead of a name, a password and an app. */
  readonly provider!: boolean;
}

export class AcceptInvitationBody extends LinkBody {
  /** Left out of a reset that has one. */
  @IsOptional() @IsString() @MaxLength(NAME) readonly name?: string;
  @IsString() @Length(1, PASSWORD) readonly password!: string;
  @IsString() @Length(1, CODE) readonly code!: string;
}

export class JoinInvitationBody extends SignInBody {
  @Matches(/^\d{2}\.[\w-]{43}$/) readonly token!: string;
}

export class Accepted {
  @ApiProperty({ type: () => Me }) readonly me!: Me;
  /** 回復コード, shown this once. */
  readonly recoveryCodes!: string[];
}

export class InvitationMade {
  @ApiProperty({ enum: ['seat', 'reset'] }) readonly purpose!: 'seat' | 'reset';
  /** The part of the address after the host; what follows # is sent to no server. */
  readonly path!: string;
  /** 公開している住所: where people open it, as the operator says (PUBLIC_URL); it may be no other than this computer's own. */
  readonly origin!: string;
  @Moment() readonly expiresAt!: string;
}

export class StandingListed {
  @Uuid() readonly userId!: string;
  @ApiProperty({ enum: ['none', 'invited', 'expired', 'active'] }) readonly state!:
    'none' | 'invited' | 'expired' | 'active';
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly until!: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly lastSignIn!: string | null;
  /** The account of an institution is bound. */
  readonly byProvider!: boolean;
}

export class DeviceListed {
  @Uuid() readonly id!: string;
  readonly device!: string;
  readonly shared!: boolean;
  readonly current!: boolean;
  @Moment() readonly createdAt!: string;
  @Moment() readonly activeAt!: string;
}

/** 所属機関のアカウント: whether the institution has a provider, and whether the account there is bound. */
export class OwnProvider {
  readonly organization!: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly boundAt!: string | null;
}

/** パスキー of the reader, by the name that he has given to it. */
export class PasskeyShown {
  @Uuid() readonly id!: string;
  readonly name!: string;
  @Moment() readonly addedAt!: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly usedAt!: string | null;
}

export class OwnSignIn {
  /** サインイン名; null where one comes in by the account of an institution only. */
  @ApiProperty({ type: String, nullable: true }) readonly name!: string | null;
  /** Of the institution of the post that is in use; null where it has none. */
  readonly provider!: OwnProvider | null;
  readonly recoveryCodesLeft!: number;
  @ApiProperty({ type: () => [PasskeyShown] }) readonly passkeys!: PasskeyShown[];
  @ApiProperty({ type: () => [DeviceListed] }) readonly devices!: DeviceListed[];
  @ApiProperty({ type: () => [SeatListed] }) readonly seats!: SeatListed[];
}

export class ChangePasswordBody {
  @IsString() @Length(1, PASSWORD) readonly password!: string;
  @IsString() @Length(1, PASSWORD) readonly newPassword!: string;
}

export class ConfirmBody {
  @IsString() @Length(1, PASSWORD) readonly password!: string;
}

export class RecoveryCodes {
  readonly recoveryCodes!: string[];
}

export class ChangeSeatBody {
  @IsId() readonly userId!: string;
}

export class EndSessionsBody {
  /** One device; left out: all but this one. */
  @IsOptional() @IsId() readonly id?: string;
}
