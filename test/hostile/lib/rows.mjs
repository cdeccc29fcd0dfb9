import yaml from 'js-yaml';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/ensure.mjs';

const FOLDER = join(root, 'test/hostile');
const KEYS = {
  row: ['row', 'what', 'differs', 'tries'],
  try: ['send', 'each', 'expect', 'steps', 'leaves', 'proved', 'open'],
  step: ['send', 'expect', 'keep', 'times'],
  send: [
    'as',
    'operation',
    'about',
    'method',
    'path',
    'query',
    'headers',
    'like',
    'with',
    'json',
    'text',
    'bytes',
    'raw',
  ],
  expect: ['status', 'code', 'field', 'ja', 'en', 'json', 'holds', 'not', 'header', 'within', 'closed', 'statuses'],
};

const scalar = (name, construct) => new yaml.Type(name, { kind: 'scalar', construct });

/** `!bytes` is hexadecimal; `!times` is a text so many times over. */
const SCHEMA = yaml.DEFAULT_SCHEMA.extend([
  scalar('!bytes', (hex) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')),
  new yaml.Type('!times', {
    kind: 'mapping',
    construct: ({ text, times, before = '', after = '' }) => before + text.repeat(times) + after,
  }),
]);

/** Every row of the files, with the file that it stands in. @throws for what is no row. */
export function readRows() {
  const rows = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml') && name !== 'bodies.yaml')
    .toSorted()
    .flatMap((file) => read(file).map((row) => ({ file, ...row })));
  for (const { file, ...row } of rows) mustBeRow(row, `${file} ${row.row}`);
  const twice = rows.map(({ row }) => row).filter((id, i, all) => all.indexOf(id) !== i);
  if (twice.length > 0) throw new Error(`rows that are there twice: ${twice}`);
  return rows;
}

/** Bodies that are right, which a row makes wrong. */
export const readBodies = () => read('bodies.yaml');

const read = (file) => yaml.load(readFileSync(join(FOLDER, file), 'utf8'), { schema: SCHEMA, filename: file });

function mustBeRow(row, at) {
  mustHaveOnly(row, 'row', at);
  if (!row.what || !(row.tries?.length > 0)) throw new Error(`${at} says not what it is, or tries nothing`);
  for (const one of row.tries) {
    mustHaveOnly(one, 'try', at);
    const forms = ['send', 'steps', 'proved', 'open'].filter((form) => one[form] !== undefined);
    if (forms.length !== 1) throw new Error(`${at}: one of send, steps, proved and open, not ${forms}`);
    for (const step of one.steps ?? (one.send ? [one] : [])) {
      if (one.steps) mustHaveOnly(step, 'step', at);
      mustHaveOnly(step.send, 'send', at);
      mustHaveOnly(step.expect, 'expect', at);
      if (!step.expect) throw new Error(`${at} expects nothing`);
    }
    for (const overlay of one.each ?? []) mustHaveOnly(overlay, 'send', at, ['expect']);
  }
}

function mustHaveOnly(given, form, at, more = []) {
  const strange = Object.keys(given ?? {}).filter((key) => !KEYS[form].includes(key) && !more.includes(key));
  if (strange.length > 0) throw new Error(`${at}: ${form} has no ${strange}`);
}

/** The reference counts so many of each; every one of them must be here. */
const OF_THE_REFERENCE = { P: 26, U: 16, D: 13, I: 18, A: 25, W: 14, O: 10 };

export function missingRows(rows) {
  const there = new Set(rows.map(({ row }) => row));
  return Object.entries(OF_THE_REFERENCE)
    .flatMap(([letter, n]) => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`))
    .filter((id) => !there.has(id));
}

/** Why a named test proves nothing: it is not there, or is not run. */
export function faultOfProof({ file, test }) {
  if (!existsSync(join(root, file))) return `${file} is not there`;
  if (file.startsWith('test/scenarios/')) return undefined;
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const named = lines.filter((line) => ["'", '"', '`'].some((quote) => line.includes(quote + test)));
  if (named.length === 0) return `${file} has no test “${test}”`;
  return named.every((line) => /\b(?:skip|todo|xit|xdescribe)\b/.test(line))
    ? `${file}: “${test}” is skipped`
    : undefined;
}
