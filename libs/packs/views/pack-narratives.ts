import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Databases, recordJson, Vault, type StoredRecord } from '#platform';
import type { Audience, PackContent } from '../domain/pack.content.js';

interface Written {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** 要旨 of a pack: the content names them by reference, so that no event holds a text; what has been erased is gone from it. */
@Injectable()
export class PackNarratives {
  constructor(
    private readonly store: PersonalStore,
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  /** For a reader of the pack. The look is on record, as every look into the store. */
  async shownTo(caller: Caller, content: PackContent, audience: Audience): Promise<string[]> {
    const refs = refsFor(content, audience);
    return textsOf(refs, await this.store.readRecords<Written['body']>(caller, 'evidence_pack', refs));
  }

  /** For the file that is made once, before anybody looks at it. */
  async printed(prefecture: string, content: PackContent, audience: Audience): Promise<string[]> {
    const refs = refsFor(content, audience);
    const { rows } = await this.databases.writer.query<{ record: StoredRecord }>({
      name: 'pack-narratives',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p WHERE prefecture = $1 AND id = ANY ($2::uuid[])`,
      values: [prefecture, refs],
    });
    const records = rows.map(({ record }) => record);
    const bodies = await this.vault.opened<Written['body']>(prefecture, records);
    return textsOf(
      refs,
      bodies.map((body, i) => ({ id: records[i]?.id ?? '', body })),
    );
  }
}

/** For the council alone: what is public are numbers. */
const refsFor = ({ narratives = [] }: PackContent, audience: Audience): readonly string[] =>
  audience === 'council' ? narratives : [];

function textsOf(refs: readonly string[], rows: readonly Written[]): string[] {
  const byId = new Map(rows.map(({ id, body }) => [id, Object.values(body).find((text) => typeof text === 'string')]));
  // What was written of several cases alike is said once.
  return [...new Set(refs.flatMap((ref) => byId.get(ref) ?? []))];
}
