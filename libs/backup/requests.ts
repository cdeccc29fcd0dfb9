import type { Heads } from '#cases';
import { backupRequestKind } from './backup-request.case.js';
import type { BackupRequest } from './domain/request.js';

/** What other contexts ask of night calls. */
export const requestOf = async (heads: Heads, prefecture: string, id: string): Promise<BackupRequest | undefined> =>
  (await heads.of<BackupRequest>(prefecture, backupRequestKind.kind, [id])).get(id);
