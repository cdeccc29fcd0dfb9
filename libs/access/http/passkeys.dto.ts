import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsId } from '#platform';
import { ConfirmBody } from './sessions.dto.js';

const NAME = 60;
const ANSWER = 20_000;

export class PasskeyOptions {
  /** What the browser is asked (PublicKeyCredential…OptionsJSON of WebAuthn), as JSON. */
  readonly options!: string;
}

export class AddPasskeyBody {
  @IsString() @Length(1, NAME) readonly name!: string;
  /** What the browser has answered (RegistrationResponseJSON), as JSON. */
  @IsString() @Length(2, ANSWER) readonly answer!: string;
}

export class NamePasskeyBody {
  @IsId() readonly id!: string;
  @IsString() @Length(1, NAME) readonly name!: string;
}

export class RemovePasskeyBody extends ConfirmBody {
  @IsId() readonly id!: string;
}

export class PasskeySignInBody {
  /** What the browser has answered (AuthenticationResponseJSON), as JSON. */
  @IsString() @Length(2, ANSWER) readonly answer!: string;
  /** 共用PC. */
  @IsOptional() @IsBoolean() readonly shared?: boolean;
}
