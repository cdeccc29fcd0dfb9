import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { QueryRunner } from 'typeorm';
import { migrations } from '../migrations/index.js';

const FILE = new URL('../migrations/checksums', import.meta.url);

/** What a migration does to a database, wherever its text comes from. */
async function digestOf(Migration: (typeof migrations)[number]): Promise<string> {
  const hash = createHash('sha256');
  const recorder = {
    query: async (sql: string, values: unknown = []) => {
      hash.update(sql.replaceAll(/\s+/g, ' ')).update(JSON.stringify(values));
      return Promise.resolve([]);
    },
  };
  await new Migration().up(recorder as unknown as QueryRunner);
  return hash.digest('hex');
}

/** People live on it: what has landed stands in databases that nobody here can see, and is never edited, only followed by another. */
describe('the migrations', () => {
  const landed = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

  it('that have landed are what they were, in their order', async () => {
    const now = await Promise.all(migrations.map(async (one) => [one.name, await digestOf(one)]));
    // A new one: add its line to migrations/checksums. One that differs: undo the change, and write another migration.
    expect(now).toEqual(landed);
  });

  it('go by their numbers', () => {
    const numbers = migrations.map(({ name }) => Number(name.slice(-13)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
