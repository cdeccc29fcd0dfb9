import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Moment, Uuid } from '#platform';
import { Me } from './sessions.dto.js';

const CODE = 254;
const SECRET = 1_000;

/** 機関の認証基盤, as the administrator of its provider gives it. */
export class KeepProviderBody {
  /** 機関コード: what people type, mostly the part of their e-mail addresses after the @. */
  @IsString() @Length(1, CODE) readonly code!: string;
  @Matches(/^https?:\/\/[\w.:-]{1,200}(?:\/[\w.~%:-]{0,100}){0,9}$/) readonly issuer!: string;
  @IsString() @Length(1, 300) readonly clientId!: string;
  @IsString() @Length(1, SECRET) readonly clientSecret!: string;
  /** 二要素: the institution says that its provider asks for two factors. */
  @IsBoolean() readonly twoFactors!: boolean;
}

export class ProviderKept {
  readonly code!: string;
  readonly issuer!: string;
  readonly clientId!: string;
}

export class BoundPerson {
  @Uuid() readonly userId!: string;
  readonly name!: string;
  @Moment() readonly boundAt!: string;
}

/** What is shown of it to administrators; never the secret. */
export class ProviderShown {
  @ApiProperty({ type: () => ProviderKept, nullable: true }) readonly provider!: ProviderKept | null;
  /** What the provider must know as the address to which it sends people back. */
  readonly returnTo!: string;
  /** Who comes in by it. */
  @ApiProperty({ type: () => [BoundPerson] }) readonly people!: BoundPerson[];
}

export class BeginProviderSignInBody {
  /** 機関コード, or the e-mail address of work. */
  @IsString() @Length(1, CODE) readonly code!: string;
  /** 共用PC. */
  @IsOptional() @IsBoolean() readonly shared?: boolean;
}

export class ProviderBegun {
  /** Where the browser goes. */
  readonly location!: string;
}

export class ReturnBody {
  /** What stands in the address after the path, as the provider has sent the person back with it. */
  @Matches(/^\?[\x21-\x7e]{1,4000}$/) readonly query!: string;
}

export class ProviderReturned {
  @ApiProperty({ enum: ['signed_in', 'joined', 'bound', 'unlocked'] }) readonly is!:
    'signed_in' | 'joined' | 'bound' | 'unlocked';
  @ApiProperty({ type: () => Me, nullable: true }) readonly me!: Me | null;
}
