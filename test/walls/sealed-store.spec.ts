import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from '../../apps/project-root.js';

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Where bodies are sealed and opened: everything else asks it for them, by `recordJson`. */
const VAULT = 'libs/platform/vault/';
/** The last step of the schema that knew plain bodies. */
const SEALED_SINCE = 1_790_000_184_000;

const sources: readonly Source[] = ['libs', 'apps', 'migrations']
  .flatMap((root) =>
    readdirSync(join(PROJECT_ROOT, root), { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|^apps\/web\//.test(file) && !file.startsWith(VAULT))
  .filter((file) => Number(/^migrations\/(\d+)/.exec(file)?.[1] ?? Infinity) > SEALED_SINCE)
  .map((file) => ({ file, text: readFileSync(join(PROJECT_ROOT, file), 'utf8') }));

/** Texts of a program as they reach the database; what is put into them at run time is left out. */
function literalsOf({ file, text }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … '));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** A row is written with its body as the vault has sealed it, and found by the token of a birth date; neither opens it. */
const withoutWhatOpensNothing = (sql: string): string =>
  sql.replaceAll(/INSERT INTO personal_record\s*\([^)]*\)/gi, '').replaceAll(/\b(\w+\.)?body\s*->>\s*'born'/gi, '');

/** A text in SQL that takes the body out of the personal-data store, or all columns of it. */
function takesBody(sql: string): boolean {
  const rest = withoutWhatOpensNothing(sql);
  // What is owed has a body as well, of ids and days.
  if (/\bbody\s*(->|#>|::)/i.test(rest) && !/\bobligation\b/.test(rest)) return true;
  if (!/\b(FROM|JOIN|UPDATE)\s+(ONLY\s+)?(public\.)?"?personal_record\b/i.test(rest)) return false;
  return /\bbody\b|\bSELECT\s+\*|\bRETURNING\s+\*|\bto_jsonb?\s*\(|\brow_to_json\s*\(|\bTABLE personal_record\b/i.test(
    rest,
  );
}

const takers = (all: readonly Source[]): string[] =>
  all.filter((source) => literalsOf(source).some(takesBody)).map(({ file }) => file);

describe('what is said of a person', () => {
  it('is read from the database by the vault alone', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter(({ text }) => text.includes('personal_record')).length).toBeGreaterThan(10);
    expect(takers(sources)).toEqual([]);
  });

  it.each([
    '`SELECT body FROM personal_record WHERE id = $1`',
    "`SELECT p.body ->> 'name' AS name FROM personal_record p`",
    "'SELECT * FROM personal_record'",
    '`SELECT ${columns}, p.body FROM account a JOIN personal_record p ON true`',
    "`p.body ->> 'birthDate' = ANY ($2)`",
    '`UPDATE personal_record SET body = $1`',
    '`SELECT to_jsonb(p) FROM personal_record p`',
  ])('would not be read by %s', (literal) =>
    expect(takers([{ file: 'libs/boards/x.ts', text: `export const sql = ${literal};` }])).toEqual([
      'libs/boards/x.ts',
    ]),
  );

  it.each([
    "`SELECT ${recordJson('p')} AS record FROM personal_record p`",
    "`SELECT id FROM personal_record p WHERE p.body ->> 'born' = ANY ($2)`",
    '`INSERT INTO personal_record (prefecture, id, kind, about, body, stored_at) VALUES ($1, $2, $3, $4, $5, $6)`',
    '`SELECT body FROM draft`',
    "`SELECT FROM obligation WHERE body #>> '{about,patientRef}' = $2`",
  ])('is left alone by %s', (literal) =>
    expect(takers([{ file: 'libs/boards/x.ts', text: `export const sql = ${literal};` }])).toEqual([]),
  );
});
