import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, IsObject } from 'class-validator';
import { Explained, IsId, Moment, Uuid } from '#platform';
import type { Instant } from '#kernel';
import { DRAFT_RULES, strangeIn, type DraftValues } from '../domain/draft.js';

const VALUES: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: {
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: { type: 'string' } }],
  },
};

const faultsOf = (values: unknown) => {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  const strange = strangeIn(values).map((path) => ({
    path: `.${path}`,
    code: 'wrong_type',
    ja: '下書きに入れられない項目です。',
    en: 'No field of a draft can be this.',
  }));
  if (strange.length > 0 || Buffer.byteLength(JSON.stringify(values)) <= DRAFT_RULES.mostBytes) return strange;
  const kB = Math.floor(DRAFT_RULES.mostBytes / 1024);
  return [
    {
      path: '',
      code: 'too_large',
      ja: `下書きが大きすぎます（${kB}kBまで）。文章を短くしてください。`,
      en: `The draft is too large (${kB} kB at most). Shorten its texts.`,
    },
  ];
};

export class SaveDraftBody {
  /** What has been typed, by the path of its field. */
  @IsDefined() @IsObject() @Explained('isDraft', faultsOf) @ApiProperty(VALUES) readonly values!: DraftValues;
  /** The Idempotency-Key that the form will be sent with: once it has been accepted, the draft is over. */
  @IsId() readonly key!: string;
}

/** That there is a draft; not what it says. */
export class DraftListed {
  /** The command that the form gives. */
  readonly command!: string;
  /** The case it is about, or the draft's own id where it begins one. */
  @Uuid() readonly id!: string;
  /** For `If-Match`. */
  readonly version!: number;
  @Moment() readonly savedAt!: Instant;
  /** Cleared away then, unless it is changed before. */
  @Moment() readonly expiresAt!: Instant;
  /** The case is gone, or no longer one's own. */
  readonly away!: boolean;
}

export class Draft extends DraftListed {
  @Uuid() readonly key!: string;
  @ApiProperty(VALUES) readonly values!: DraftValues;
}
