import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/project-root.js';

const CONFIG = join(PROJECT_ROOT, '.dependency-cruiser.cjs');

/** A project of our shape in which nothing is wrong. */
const SOUND: Record<string, string> = {
  'libs/kernel/index.ts': `export * from './time.js';\n`,
  'libs/kernel/time.ts': `import { createHash } from 'node:crypto';\nexport const hash = createHash('sha256');\n`,
  'libs/platform/index.ts': `export * from './log.js';\n`,
  'libs/platform/log.ts': `import { hash } from '#kernel';\nexport const log = () => hash;\n`,
  'libs/handovers/index.ts': `export * from './handovers.module.js';\n`,
  'libs/handovers/handovers.module.ts': `import { log } from '#platform';\nimport { decide } from './domain/handover.js';\nexport const module_ = [log, decide];\n`,
  'libs/handovers/domain/handover.ts': `import { hash } from '#kernel';\nexport const decide = () => hash;\n`,
  'libs/handovers/domain/handover.spec.ts': `import { readFileSync } from 'node:fs';\nimport { decide } from './handover.js';\nexport const x = [readFileSync, decide];\n`,
  'libs/backup/index.ts': `export const backup = 1;\n`,
  'libs/backup/domain/request.ts': `export const request = 1;\n`,
  'apps/api/main.ts': `import { module_ } from '#handovers';\nexport const app = module_;\n`,
  'apps/web/src/main.ts': `import { features } from './features/index.ts';\nexport const page = features;\n`,
  'apps/web/src/ui/button.ts': `export const button = 1;\n`,
  'apps/web/src/features/index.ts': `import { handovers } from './handovers/index.ts';\nexport const features = [handovers];\n`,
  'apps/web/src/features/handovers/index.ts': `import { words } from './words.ts';\nimport { button } from '../../ui/button.ts';\nexport const handovers = [words, button, () => import('./page.tsx')];\n`,
  'apps/web/src/features/handovers/words.ts': `export const words = 1;\n`,
  'apps/web/src/features/handovers/page.tsx': `import { words } from './words.ts';\nexport const Page = () => words;\n`,
  'apps/web/src/app/registry.ts': `import { features } from '../features/index.ts';\nexport const registry = features;\n`,
  'test/helper.ts': `import { hash } from '#kernel';\nexport const helper = hash;\n`,
  'test/world.ts': `import { app } from '../apps/api/main.js';\nexport const world = app;\n`,
  'test/all.spec.ts': `import { app } from '../apps/api/main.js';\nimport { helper } from './helper.js';\nexport const x = [app, helper];\n`,
};

/** One file for each way to break a rule: what it is, and which rules must name it. */
const WRONG: readonly (readonly [what: string, file: string, text: string, rules: readonly string[]])[] = [
  [
    'a domain that reads files',
    'libs/handovers/domain/reads.ts',
    `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n`,
    ['pure-domain'],
  ],
  [
    'a domain that uses a package',
    'libs/handovers/domain/uses.ts',
    `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n`,
    ['pure-domain'],
  ],
  [
    'a domain that imports the platform',
    'libs/handovers/domain/logs.ts',
    `import { log } from '#platform';\nexport const x = log;\n`,
    ['pure-domain'],
  ],
  [
    'a domain that imports the index of another context',
    'libs/handovers/domain/asks.ts',
    `import { backup } from '#backup';\nexport const x = backup;\n`,
    ['pure-domain'],
  ],
  [
    'a domain that imports the domain of another context',
    'libs/handovers/domain/knows.ts',
    `import { request } from '../../backup/domain/request.js';\nexport const x = request;\n`,
    ['by-its-front-door'],
  ],
  [
    'a domain that borrows no more than a type of the platform',
    'libs/handovers/domain/borrows.ts',
    `import type { log } from '#platform';\nexport type X = typeof log;\n`,
    ['pure-domain'],
  ],
  [
    'a kernel that reads the environment of the machine',
    'libs/kernel/os.ts',
    `import { hostname } from 'node:os';\nexport const x = hostname;\n`,
    ['pure-kernel'],
  ],
  [
    'a kernel that knows a context',
    'libs/kernel/knows.ts',
    `import { backup } from '#backup';\nexport const x = backup;\n`,
    ['pure-kernel'],
  ],
  [
    'a context that reaches past the index of another',
    'libs/handovers/jobs.ts',
    `import { request } from '../backup/domain/request.js';\nexport const x = request;\n`,
    ['by-its-front-door'],
  ],
  [
    'an app that reaches past an index',
    'apps/worker/main.ts',
    `import { log } from '../../libs/platform/log.js';\nexport const x = log;\n`,
    ['by-its-front-door'],
  ],
  [
    'a platform that knows a context',
    'libs/platform/knows.ts',
    `import { backup } from '#backup';\nexport const x = backup;\n`,
    ['platform-knows-no-context'],
  ],
  [
    'a lib that imports an app',
    'libs/backup/serves.ts',
    `import { app } from '../../apps/api/main.js';\nexport const x = app;\n`,
    ['nothing-imports-apps'],
  ],
  [
    'production that uses a test helper',
    'libs/backup/helped.ts',
    `import { helper } from '../../test/helper.js';\nexport const x = helper;\n`,
    ['no-test-code-in-production'],
  ],
  [
    'production that uses a spec',
    'apps/api/specified.ts',
    `import { x } from '../../libs/handovers/domain/handover.spec.js';\nexport const y = x;\n`,
    ['by-its-front-door', 'no-test-code-in-production'],
  ],
  [
    'a screen of one context that uses one of another',
    'apps/web/src/features/backup/page.tsx',
    `import { words } from '../handovers/words.ts';\nexport const Page = () => words;\n`,
    ['web-features-stand-apart'],
  ],
  [
    'a screen of one context that loads one of another when needed',
    'apps/web/src/features/backup/loads.ts',
    `export const load = () => import('../handovers/page.tsx');\n`,
    ['web-features-stand-apart'],
  ],
  [
    'a screen of a context that knows the app',
    'apps/web/src/features/backup/knows.ts',
    `import { registry } from '../../app/registry.ts';\nexport const x = registry;\n`,
    ['web-features-stand-apart'],
  ],
  [
    'an engine of the screens that knows a context',
    'apps/web/src/forms/knows.ts',
    `import type { words } from '../features/handovers/words.ts';\nexport type X = typeof words;\n`,
    ['web-engines-know-no-context'],
  ],
  [
    'an engine of the screens that knows the app',
    'apps/web/src/ui/knows.ts',
    `import { registry } from '../app/registry.ts';\nexport const x = registry;\n`,
    ['web-engines-know-no-context'],
  ],
  [
    'a screen that reads the server',
    'apps/web/src/api/reads.ts',
    `import { log } from '../../../../libs/platform/index.js';\nexport const x = log;\n`,
    ['web-knows-the-api-only'],
  ],
  [
    'an import of nothing',
    'libs/backup/lost.ts',
    `import { x } from './nowhere.js';\nexport const y = x;\n`,
    ['resolvable'],
  ],
  [
    'one half of a circle',
    'libs/backup/one.ts',
    `import { other } from './other.js';\nexport const one = () => other;\n`,
    ['no-cycles'],
  ],
  [
    'the other half, which is no second fault',
    'libs/backup/other.ts',
    `import { one } from './one.js';\nexport const other = () => one;\n`,
    [],
  ],
];

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tsunagi-layers-')));
  const json = { name: 'fixture', type: 'module', imports: { '#*': { types: './libs/*/index.ts' } } };
  plant({
    'package.json': JSON.stringify(json),
    'tsconfig.json': '{"compilerOptions":{"module":"nodenext"}}',
    ...SOUND,
  });
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** What the project's own rules say of the fixture: "rule file". */
function violations(): string[] {
  const program = join(PROJECT_ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options: ExecFileSyncOptions = { cwd: folder, maxBuffer: 1e8 };
  const args = [program, '--config', CONFIG, '--output-type', 'json', 'apps', 'libs', 'test'];
  const { summary } = JSON.parse(execFileSync(process.execPath, args, options).toString()) as {
    summary: { violations: { rule: { name: string }; from: string }[]; totalCruised: number };
  };
  expect(summary.totalCruised).toBeGreaterThan(10);
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))].toSorted();
}

describe('the layers', () => {
  it('let a sound project be, and name each way to break them', () => {
    expect(violations()).toEqual([]);
    plant(Object.fromEntries(WRONG.map(([, file, text]) => [file, text])));
    const wanted = WRONG.flatMap(([, file, , rules]) => rules.map((rule) => `${rule} ${file}`));
    expect(violations()).toEqual(wanted.toSorted());
  });

  it('have no rule that was not seen to fail', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string; severity: string }[] };
    const seen = new Set(WRONG.flatMap(([, , , rules]) => rules));
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual([...seen].toSorted());
    for (const { severity } of forbidden) expect(severity).toBe('error');
  });
});
