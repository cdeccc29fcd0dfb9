import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import type { Instant } from '#kernel';
import { IsId, Moment, Nested, Uuid } from '#platform';
import { CONTACT_KINDS, type ContactKind } from '../domain/contact.js';

const KIND = { enum: CONTACT_KINDS, enumName: 'ContactKind' } as const;

/** 連絡先. */
export class ContactListed {
  @Uuid() readonly id!: string;
  @ApiProperty(KIND) readonly kind!: ContactKind;
  /** As much of it as tells it from others. */
  readonly address!: string;
  /** The one of its kind that is used first. */
  readonly main!: boolean;
  readonly verified!: boolean;
  /** A code was sent and can be typed in. */
  readonly codeSent!: boolean;
  /** A code for why the last message did not arrive; null while it does. */
  readonly trouble!: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly troubleAt!: Instant | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly lastSentAt!: Instant | null;
}

export class ChannelOffered {
  @ApiProperty(KIND) readonly kind!: ContactKind;
  /** It reaches nobody: what would go out stands on the outbox page. */
  readonly simulated!: boolean;
}

/** By what one is told, in the order in which they are tried; none at night: it waits for the morning. */
export class ReachedBody {
  @IsArray()
  @ArrayMaxSize(CONTACT_KINDS.length)
  @IsIn(CONTACT_KINDS, { each: true })
  @ApiProperty({ ...KIND, isArray: true })
  readonly day!: ContactKind[];
  @IsArray()
  @ArrayMaxSize(CONTACT_KINDS.length)
  @IsIn(CONTACT_KINDS, { each: true })
  @ApiProperty({ ...KIND, isArray: true })
  readonly night!: ContactKind[];
  /** 一日一回まとめて. */
  @IsBoolean() readonly digest!: boolean;
}

export class ClassesBody {
  @Nested(() => ReachedBody) readonly emergency!: ReachedBody;
  @Nested(() => ReachedBody) readonly urgent!: ReachedBody;
  @Nested(() => ReachedBody) readonly chase!: ReachedBody;
  @Nested(() => ReachedBody) readonly notice!: ReachedBody;
}

export class QuietBody {
  /** As 21:00, in Japan. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly from!: string;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly to!: string;
}

/** 通知の受け取り方. */
export class PreferencesBody {
  @Nested(() => QuietBody) readonly quiet!: QuietBody;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly digestAt!: string;
  @Nested(() => ClassesBody) readonly classes!: ClassesBody;
}

export class ChannelsShown {
  readonly contacts!: ContactListed[];
  readonly offered!: ChannelOffered[];
  readonly preferences!: PreferencesBody;
  /** For `If-Match`; 0: nothing was said, and the defaults hold. */
  readonly version!: number;
  /** With which a browser subscribes to pushes of this system. */
  readonly pushKey!: string;
}

export class PushKeysBody {
  @IsString() @MaxLength(100) readonly p256dh!: string;
  @IsString() @MaxLength(50) readonly auth!: string;
}

export class AddContactBody {
  @IsIn(CONTACT_KINDS) @ApiProperty(KIND) readonly kind!: ContactKind;
  /** Mail address, telephone number, URL or account, by its kind. */
  @IsString() @MinLength(1) @MaxLength(2_000) readonly address!: string;
  /** Of a browser (push). */
  @IsOptional() @Nested(() => PushKeysBody) readonly keys?: PushKeysBody;
}

export class ContactAdded {
  /** What signs its webhooks. It is told while it is being added and never again. */
  readonly secret!: string | null;
}

export class TestContactBody {
  /** The same key sends one message. */
  @IsId() readonly key!: string;
}

export class VerifyContactBody {
  @IsString() @Matches(/^\d{6}$/) readonly code!: string;
}

/** 送信箱: what a simulated channel would have sent. */
export class OutboxItem {
  @Uuid() readonly id!: string;
  @ApiProperty(KIND) readonly channel!: ContactKind;
  readonly to!: string;
  readonly subject!: string;
  readonly body!: string;
  @Moment() readonly sentAt!: Instant;
}

/** 届いたかどうか, of one message to one person by one channel. */
export class DeliveryShown {
  @Uuid() readonly id!: string;
  @Moment() readonly at!: Instant;
  readonly template!: string;
  readonly to!: string;
  readonly organization!: string;
  /** Null: it stands in the app only, for this person has no channel. */
  @ApiProperty({ ...KIND, nullable: true, type: String }) readonly channel!: ContactKind | null;
  /** `queued`, `sent`, `delivered`, `bounced`, `failed`, `expired`; `in_app` where there is no channel. */
  readonly state!: string;
  @Moment() readonly changedAt!: Instant;
}
