import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
let tree: string;
let others: string;

/** A tree with nothing but the scripts, and the packages of another beside it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagi-installs-'));
  [tree, others] = [join(folder, 'tree'), join(folder, 'other/node_modules')];
  cpSync('scripts/lib', join(tree, 'scripts/lib'), { recursive: true });
  writeFileSync(join(tree, 'package-lock.json'), '{}');
  mkdirSync(join(others, 'a-package'), { recursive: true });
  // As `npm ci` does: what is there goes first, through a link too.
  writeFileSync(
    join(folder, 'npm.js'),
    `const fs = require('node:fs');
     fs.mkdirSync('node_modules', { recursive: true });
     for (const name of fs.readdirSync('node_modules')) fs.rmSync('node_modules/' + name, { recursive: true });
     fs.writeFileSync('node_modules/installed', '');`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const install = () =>
  spawnSync(process.execPath, ['-e', `import('./scripts/lib/ensure.mjs').then((m) => m.ensureInstalled())`], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(folder, 'npm.js') },
  });

describe('packages are installed', () => {
  it('where there are none', () => {
    expect(install().status).toBe(0);
    expect(existsSync(join(tree, 'node_modules/installed'))).toBe(true);
  });

  it('never through a link: the folder that it leads to may be another tree’s', () => {
    symlinkSync(others, join(tree, 'node_modules'));
    const { status, stderr } = install();
    expect(readdirSync(others)).toEqual(['a-package']);
    expect(status).toBe(1);
    expect(stderr).toContain('node_modules is a symbolic link');
    expect(stderr).toContain('rm node_modules');
    expect(stderr).not.toContain('Installing packages');
  });

  it('not even by a mark that they are there', () => {
    writeFileSync(join(others, '.package-lock.json'), '{}');
    symlinkSync(others, join(tree, 'node_modules'));
    expect(install().status).toBe(1);
    expect(readdirSync(others).toSorted()).toEqual(['.package-lock.json', 'a-package']);
  });

  it('by no link that leads to nowhere', () => {
    symlinkSync(join(folder, 'gone'), join(tree, 'node_modules'));
    expect(install().status).toBe(1);
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });

  it('and are used through a link where they are those of this tree', () => {
    const lock = createHash('sha256').update('{}').digest('hex');
    writeFileSync(join(others, '.tsunagi-lock'), lock);
    symlinkSync(others, join(tree, 'node_modules'));
    expect(install().status).toBe(0);
  });
});
