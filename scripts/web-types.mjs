// Usage: node scripts/web-types.mjs [--check]     writes the web client's types of the API, or says whether they are current
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { ensureReady, fail, root } from './lib/ensure.mjs';

const FILE = join(root, 'apps/web/src/api/schema.ts');

ensureReady();
const cli = join(root, 'dist/apps/cli/main.js');
const { stdout, status } = spawnSync(process.execPath, [cli, 'openapi'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) fail('The OpenAPI document could not be made; the reason stands above.');

// Codes that the compiler found stand in no order that would be the same in the next build.
const document = JSON.parse(stdout, (key, value) => (key === 'enum' ? value.toSorted() : value));
const types = astToString(
  await openapiTS(document, { immutable: true, alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true }),
);
// Each POST is a command, but for questions that may not stand in an address, and its operationId the command's name: the screens take both from here.
const commands = Object.entries(document.paths)
  .filter(([, { post }]) => post !== undefined && post['x-asks'] !== true)
  .map(([path, { post }]) => `${post.operationId[0].toUpperCase()}${post.operationId.slice(1)}: '${path}'`)
  .toSorted();
const paths = `/** Where each command is posted, by its name. */\nexport const COMMANDS = {\n${commands.join(',\n')},\n} as const;\n`;
// Every name that a person may meet: the screens have words for each.
const names = `/** What the server can name, by kind of case. */\nexport const VOCABULARY = ${JSON.stringify(document['x-tsunagi'])} as const;\n`;
const made = '// Made by `npm run types:web` from the OpenAPI document.';
const text = await format(`${made}\n${types}\n${paths}\n${names}`, {
  ...(await resolveConfig(FILE)),
  filepath: FILE,
});

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text)
  fail("apps/web/src/api/schema.ts is not what the API says: run 'npm run types:web'.");
