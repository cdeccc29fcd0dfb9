import { Injectable } from '@nestjs/common';
import { backupRequestKind } from '#backup';
import { Kinds, type Person } from '#cases';
import { dischargeCaseKind } from '#handovers';
import { invalidInput } from '#kernel';
import { Databases } from '#platform';
import type { LinkConsultation } from '../domain/consultation.commands.js';

const KINDS = [
  { field: 'dischargeCase', kind: () => dischargeCaseKind.kind, ja: '入退院支援ケース', en: 'discharge case' },
  { field: 'backupRequest', kind: () => backupRequestKind.kind, ja: 'バックアップ依頼', en: 'backup request' },
  { field: 'consultation', kind: () => 'consultation', ja: '相談', en: 'consultation' },
] as const;

export const noSuchCase = (path: string, ja = '案件', en = 'case') =>
  invalidInput(
    path,
    `この${ja}は見つかりません。番号を確かめるか、一覧から選び直してください。`,
    `There is no such ${en}. Check the id, or choose it from the list again.`,
  );

/** 関連する案件: what is there, and what the one who links may open. Any other answers as if it did not exist. */
@Injectable()
export class LinkedCases {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
  ) {}

  /** Those of the given cases that somebody may open, by id. Only what is owed in is a case. */
  async seen(
    prefecture: string,
    { role, userId, orgId }: Person,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.databases.writer.query<{ id: string; kind: string }>({
      name: 'linked-cases-seen',
      text: `SELECT h.stream AS id, h.kind FROM stream_head h
              WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[])
                AND $5::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $3, $4))`,
      values: [prefecture, [...new Set(ids)], userId, orgId, this.kinds.sightOf(role)],
    });
    return new Map(
      rows
        .filter(({ kind }) => Object.keys(this.kinds.of(kind).steps).length > 0)
        .map(({ id, kind }) => [id, kind] as const),
    );
  }

  /** `at` stands before the field's name in what is refused. @throws invalid_input on the field */
  async check(
    prefecture: string,
    person: Person,
    { case: any, ...linked }: Omit<LinkConsultation, 'type'>,
    at = '',
  ): Promise<void> {
    const seen = await this.seen(
      prefecture,
      person,
      [...Object.values(linked), any].filter((id) => id !== undefined),
    );
    for (const { field, kind, ja, en } of KINDS) {
      const id = linked[field];
      if (id !== undefined && seen.get(id) !== kind()) throw noSuchCase(`${at}${field}`, ja, en);
    }
    if (any !== undefined && !seen.has(any)) throw noSuchCase(`${at}case`);
  }
}
