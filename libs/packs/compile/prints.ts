import { Injectable } from '@nestjs/common';
import { Databases } from '#platform';
import type { FrozenVersion } from '../domain/evidence-pack.js';
import type { Audience } from '../domain/pack.content.js';
import { PackNarratives } from '../views/pack-narratives.js';
import { paperOf } from '../formats/paper.js';
import { pdfOf } from '../formats/pdf.js';

/** Printed packs (PDF). Each is made once from what was frozen, and again where the table has lost it. */
@Injectable()
export class Prints {
  constructor(
    private readonly databases: Databases,
    private readonly narratives: PackNarratives,
  ) {}

  async of(prefecture: string, pack: string, frozen: FrozenVersion, audience: Audience): Promise<Buffer> {
    const key = [prefecture, pack, frozen.version, audience];
    const { rows } = await this.databases.writer.query<{ body: Buffer }>({
      name: 'pack-print',
      text: `SELECT body FROM evidence_pack_print
              WHERE prefecture = $1 AND pack = $2 AND version = $3 AND audience = $4`,
      values: key,
    });
    const [kept] = rows;
    if (kept) return kept.body;
    const narratives = await this.narratives.printed(prefecture, frozen.content, audience);
    const body = await pdfOf(paperOf(frozen, audience, narratives));
    await this.databases.writer.query({
      name: 'keep-pack-print',
      text: `INSERT INTO evidence_pack_print (prefecture, pack, version, audience, body) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING`,
      values: [...key, body],
    });
    return body;
  }
}
