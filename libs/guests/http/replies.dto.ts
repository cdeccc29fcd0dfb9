import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ANSWERS, type HandoverAnswer } from '#handovers';
import { IsInstant, Moment, Uuid } from '#platform';

export const DESK_CHANNELS = ['phone', 'fax'] as const;

/** 電話・FAXで受けた回答. */
export class RecordReplyBody {
  @IsString() @Length(1, 40) readonly code!: string;
  @IsIn(DESK_CHANNELS) readonly channel!: (typeof DESK_CHANNELS)[number];
  @IsIn(ANSWERS) readonly outcome!: HandoverAnswer;
  /** The question, or why it is returned. */
  @IsOptional() @IsString() @Length(1, 4000) readonly text?: string;
  /** Who said or wrote it, at the receiver's. */
  @IsString() @Length(1, 100) readonly toldBy!: string;
  /** When it was said; left out: now. */
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ReplyRecorded {
  /** 用紙番号. */
  readonly number!: string;
  /** The case that was answered. */
  @Uuid() readonly id!: string;
  readonly sender!: string;
  readonly state!: string;
}

export class ReplySheetMade {
  /** 用紙番号. */
  readonly number!: string;
  /** 回答番号, as it is read out. It is shown this once. */
  readonly code!: string;
  /** Address of the one-time page. It is shown this once. */
  readonly page!: string;
  @Moment() readonly expiresAt!: string;
  /** 送付状 (PDF), in base64. */
  readonly sheet!: string;
}
