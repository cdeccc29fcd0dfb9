import { transformSync } from '@swc/core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** Everything of time and calendar for some thousand days and moments, as one text. */
const ASK = `
  import * as k from './index.js';
  const said = [];
  const opening = { hours: { ...k.OFFICE_HOURS.hours, sat: ['09:00-12:00'] }, closedDays: ['2026-08-14'] };
  for (let i = 0; i < 4000; i++) {
    const on = k.plusDays('1947-01-01', i * 13);
    const at = k.instantOf(Date.UTC(1947, 0, 1) + i * 13 * 86_400_000 + i * 997_000);
    said.push(on, at, k.dateIn(at), k.minuteOfDay(at), k.atMinute(on, i % 1440), k.fiscalYear(at), k.isOpenOn(on, opening),
      k.plusOpenDays(on, i % 7 - 3, opening), k.closingOn(on, opening), k.plusOpenMinutes(at, 240, opening),
      k.daysBetween('2000-01-01', on), k.isLocalDate(on), k.toInstant(on + 'T10:00:00+09:00'), k.idFrom(k.plusDays('2025-01-01', i % 99) + 'T00:00:00.000Z', 'c', i));
  }
  process.stdout.write(JSON.stringify([new Date(2025, 6, 1, 12).toISOString(), said]));
`;

/** A process knows one time zone, so each is asked in a process of its own. */
describe('time and calendar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-tz-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same wherever the server stands', () => {
    for (const name of readdirSync(HERE).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))) {
      const { code } = transformSync(readFileSync(join(HERE, name), 'utf8'), {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      });
      writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), code);
    }
    symlinkSync(join(HERE, '../../node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'ask.js'), ASK);
    const ask = (TZ: string) =>
      JSON.parse(
        execFileSync(process.execPath, ['ask.js'], { cwd: folder, env: { TZ }, maxBuffer: 1e8 }).toString(),
      ) as [noon: string, said: unknown[]];
    const [utc, ...others] = ['UTC', 'Asia/Tokyo', 'America/St_Johns'].map(ask);
    // The zones are really in force: noon of the process is another moment in each.
    expect(new Set([utc, ...others].map((answer) => answer?.[0])).size).toBe(3);
    for (const other of others) expect(other[1]).toEqual(utc?.[1]);
  });
});
