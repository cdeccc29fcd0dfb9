import { Injectable } from '@nestjs/common';
import type { BackupRequest } from '#backup';
import { Directory } from '#directory';
import type { DischargeCase } from '#handovers';
import { invalidInput } from '#kernel';
import { People } from '#obligations';
import type { Linked } from '../domain/consultation.commands.js';

const KINDS = [
  { field: 'dischargeCase', kind: 'discharge_case', ja: '入退院支援ケース', en: 'discharge case' },
  { field: 'backupRequest', kind: 'backup_request', ja: 'バックアップ依頼', en: 'backup request' },
] as const;

/** 関連する案件: a case that is there, of that kind, in an area of the desk. Any other answers as if it did not exist. */
@Injectable()
export class LinkedCases {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
  ) {}

  /** `desks` are the organizations by whose area it may be seen. @throws invalid_input on the field, below `at` */
  async check(prefecture: string, linked: Linked, desks: readonly string[], at = ''): Promise<void> {
    for (const { field, kind, ja, en } of KINDS) {
      const id = linked[field];
      if (id === undefined || (await this.isSeen(prefecture, kind, id, desks))) continue;
      throw invalidInput(
        `${at}${field}`,
        `この${ja}は見つかりません。番号を確かめるか、一覧から選び直してください。`,
        `There is no such ${en}. Check the id, or choose it from the list again.`,
      );
    }
  }

  private async isSeen(prefecture: string, kind: string, id: string, desks: readonly string[]): Promise<boolean> {
    const heads = await this.directory.heads.of<DischargeCase | BackupRequest>(prefecture, kind, [id]);
    const area = heads.get(id)?.area;
    if (!area) return false;
    const seen = await Promise.all(desks.map((desk) => this.people.serves(prefecture, desk, area)));
    return seen.includes(true);
  }
}
