import { Injectable } from '@nestjs/common';
import { Databases } from '#platform';
import type { Wanted } from './compiler.js';

/** 進み具合 from 0 to 100. It belongs to the moment and not to the log, as a lease does. */
@Injectable()
export class Progress {
  constructor(private readonly databases: Databases) {}

  async tell({ prefecture, pack, version }: Wanted, percent: number): Promise<void> {
    await this.databases.writer.query({
      name: 'pack-progress',
      text: `INSERT INTO evidence_pack_progress (prefecture, pack, version, percent) VALUES ($1, $2, $3, $4)
             ON CONFLICT (prefecture, pack) DO UPDATE SET version = EXCLUDED.version, percent = EXCLUDED.percent`,
      values: [prefecture, pack, version, percent],
    });
  }
}
