import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Prints } from '../compile/prints.js';
import type { Audience } from '../domain/pack.content.js';
import { csvOf } from '../formats/csv.js';
import { excelOf } from '../formats/excel.js';
import { paperOf } from '../formats/paper.js';
import { EvidencePacks } from './evidence-packs.query.js';
import { PackNarratives } from './pack-narratives.js';

export const FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

export interface Document {
  readonly body: Buffer;
  readonly type: string;
  readonly name: string;
}

/** A version of a pack as a file. */
@Injectable()
export class Documents {
  constructor(
    private readonly packs: EvidencePacks,
    private readonly prints: Prints,
    private readonly narratives: PackNarratives,
  ) {}

  /** @throws not_found */
  async of(caller: Caller, pack: string, version: number, format: Format, audience: Audience): Promise<Document> {
    const frozen = await this.packs.version(caller, pack, version);
    const narratives = await this.narratives.shownTo(caller, frozen.content, audience);
    const paper = paperOf(frozen, audience, narratives);
    const body = {
      pdf: () => this.prints.of(caller.prefecture, pack, frozen, audience),
      xlsx: () => excelOf(paper),
      csv: () => Promise.resolve(Buffer.from(csvOf(paper), 'utf8')),
    };
    const name = `根拠資料_${frozen.content.names[frozen.content.area] ?? ''}_第${version}版_${paper.confidential ? '部外秘' : '公開用'}.${format}`;
    return { body: await body[format](), type: TYPES[format], name };
  }
}
