import { IsString, Length, Matches } from 'class-validator';

export class FoundBody {
  /** The link that `npm start -- --empty` prints. */
  @Matches(/^\d{2}\.[\w-]{43}$/) readonly token!: string;
  @Matches(/^(0[1-9]|[1-3]\d|4[0-7])$/) readonly prefecture!: string;
  @IsString() @Length(1, 200) readonly organization!: string;
  @IsString() @Length(1, 100) readonly name!: string;
}

export class Founded {
  /** The part of the address after the host, with the invitation of the first administrator. */
  readonly path!: string;
}
