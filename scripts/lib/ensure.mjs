import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

/** The project folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const MODULES = join(root, 'node_modules');
const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(MODULES, '.tsunagi-lock');
const BUILT = join(root, 'dist/.built');
const BUSY = join(root, 'dist/.busy');

/** Stdout belongs to what the user asked for ("scenario" writes JSON), so everything said on the way goes to stderr. */
export const say = (line) => process.stderr.write(`${line}\n`);

export function fail(line, code = 1) {
  say(line);
  process.exit(code);
}

/** Everything a command needs: a Node that is new enough, the packages of the lock file, and a current build. */
export function ensureReady({ web = false } = {}) {
  ensureNode();
  ensureInstalled();
  ensureBuilt({ web });
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Tsunagi needs Node.js 20.19 or newer, and this is ${process.versions.node}: install a newer one (nodejs.org).`);
}

/** Installs the packages when they are missing or are not those of package-lock.json. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  const isDone = () => textOf(INSTALLED) === wanted;
  if (isDone()) return;
  refuseLink();
  if (isInstalledByHand()) return remember(INSTALLED, wanted);
  oneAtATime(BUSY, () => {
    if (isDone()) return;
    install();
    remember(INSTALLED, wanted);
  });
}

/** `npm ci` empties what is there before it installs, and through a link that is the folder of another tree. */
function refuseLink() {
  if (!lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  fail(`node_modules is a symbolic link, and what it leads to are not the packages of this package-lock.json.
Installing would empty that folder, which may belong to another working tree, so nothing was installed.
Remove the link (rm node_modules) and run the command again: the packages are then installed here.`);
}

function install() {
  say('Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const [file, first] = npm && npm.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // NODE_ENV=production would leave out what the build needs, and `npm run --silent` would silence the errors too.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (runQuietly(file, args) !== 0) {
    fail('The packages could not be installed; npm says above why. Is the registry reachable?');
  }
}

/** Builds what is older than its sources. The screens are built only for those who serve them. */
export function ensureBuilt({ web = false } = {}) {
  if (staleParts(web).length === 0) return;
  oneAtATime(BUSY, () => {
    const parts = staleParts(web);
    if (parts.length > 0) build(parts);
  });
}

function build(parts) {
  say(`Building ${parts.map((part) => (part === 'web' ? 'the screens' : 'the server')).join(' and ')} …`);
  const flags = parts.length === 1 ? [`--${parts[0]}`] : [];
  if (runQuietly(process.execPath, [join(root, 'scripts/build.mjs'), ...flags]) !== 0) {
    fail('The build failed; the reason stands above.');
  }
}

function staleParts(web) {
  const [stamps, built] = [sourceStamps(), readStamps()];
  return ['server', ...(web && hasWeb() ? ['web'] : [])].filter((part) => built[part] !== stamps[part]);
}

export const hasWeb = () => existsSync(join(root, 'apps/web/vite.config.ts'));

/** What the present sources look like, for each of the two builds. Sizes and times, because reading them all takes longer. */
export function sourceStamps() {
  const shared = ['package-lock.json', 'package.json'];
  const server = [
    ...readdirSync(join(root, 'apps'))
      .filter((name) => name !== 'web')
      .map((name) => `apps/${name}`),
    'libs',
    'migrations',
    'test',
    'tsconfig.json',
    'nest-cli.json',
  ];
  return {
    server: stampOf([...shared, ...server]),
    web: stampOf([...shared, 'apps/web', 'scripts/lib/compress-assets.mjs']),
  };
}

/** Remembers a build, to be called with stamps taken before it: a change made meanwhile must be built the next time. */
export function rememberBuild(part, stamp) {
  remember(BUILT, JSON.stringify({ ...readStamps(), [part]: stamp }));
}

function readStamps() {
  try {
    const stamps = JSON.parse(textOf(BUILT));
    return {
      server: existsSync(join(root, 'dist/apps')) ? stamps.server : undefined,
      web: existsSync(join(root, 'dist/web/index.html')) ? stamps.web : undefined,
    };
  } catch {
    return {};
  }
}

function stampOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
    if (!stat?.isDirectory()) return;
    for (const name of readdirSync(path).toSorted()) {
      if (name !== 'node_modules' && !name.startsWith('.')) visit(join(path, name));
    }
  };
  paths.forEach((path) => visit(join(root, path)));
  return hash.digest('hex');
}

/** Someone has run npm themselves since the lock file last changed; it left its own list behind. */
function isInstalledByHand() {
  const list = statSync(join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  return list !== undefined && list.mtimeMs >= statSync(LOCK).mtimeMs;
}

function runQuietly(file, args) {
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
  if (error) say(error.message);
  return status ?? 1;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A read-only installation works too; it only looks again at each start. */
function remember(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error;
  }
}
