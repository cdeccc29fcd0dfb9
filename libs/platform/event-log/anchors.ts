import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Databases } from '../database/databases.js';
import { Loop } from '../loop.js';
import type { Anchor } from './verify.js';

const EVERY_MS = 10 * 60_000;

/** Where anchors are written: a file outside the database; null writes none. */
export abstract class AnchorFile {
  abstract readonly path: string | null;
}

/** Every line of an anchor file; none where there is no file yet. */
export async function readAnchors(path: string): Promise<Anchor[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // A line cut off by a crash is no anchor.
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Anchor];
    } catch {
      return [];
    }
  });
}

/** Anchors the log outside the database every ten minutes and at shutdown, so that not even its owner rewrites it unseen. */
@Injectable()
export class Anchors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Anchors.name);
  private readonly last = new Map<string, number>();
  private readonly loop = new Loop(
    () => this.write(),
    EVERY_MS,
    (error) => this.logger.error('could not anchor the log; trying again', error),
  );

  constructor(
    private readonly file: AnchorFile,
    private readonly databases: Databases,
  ) {}

  onApplicationBootstrap(): void {
    if (this.file.path !== null) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.write().catch((error: unknown) => this.logger.error('could not anchor the log at shutdown', error));
  }

  private async write(): Promise<void> {
    const { path } = this.file;
    if (path === null) return;
    const { rows } = await this.databases.writer.query<Anchor>(
      `SELECT prefecture, position, encode(hash, 'hex') AS hash, now() AS at FROM log_head ORDER BY prefecture`,
    );
    const grown = rows.filter(({ prefecture, position }) => this.last.get(prefecture) !== position);
    if (grown.length === 0) return;
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, grown.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''), { flush: true });
    for (const { prefecture, position } of grown) this.last.set(prefecture, position);
  }
}
