import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

/** A project of one package, looked at where no registry answers. */
function lookAt(one: Partial<Package>, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-sbom-'));
  const own = { name: 'own', version: '1.0.0', license: 'MIT', dependencies: { other: '1.0.0' } };
  const other = { version: '1.0.0', license: 'MIT', ...one };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...own, lockfileVersion: 3, requires: true, packages: { '': own, 'node_modules/other': other } }),
  );
  try {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/sbom.mjs', '--root', folder, ...args], {
      encoding: 'utf8',
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' },
    });
    const file = join(folder, 'dist/sbom.cdx.json');
    return { status, stdout, bill: existsSync(file) ? readFileSync(file, 'utf8') : '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the bill of materials', () => {
  it('is written without a registry, and says that nothing was audited', () => {
    const { status, stdout, bill } = lookAt({ license: '(MIT OR CC0-1.0)' });
    expect(JSON.parse(bill)).toMatchObject({ bomFormat: 'CycloneDX', components: [{ name: 'other' }] });
    expect(stdout).toContain('NOT AUDITED');
    expect(status).toBe(0);
  });

  it('fails without an audit where one is asked for', () => {
    expect(lookAt({}, '--audited')).toMatchObject({ status: 1, stdout: expect.stringContaining('FAULT not audited') });
  });

  it.each<[string, Partial<Package>, string]>([
    ['a license that is not on the list', { license: 'AGPL-3.0-only' }, 'AGPL-3.0-only'],
    ['one of two that both hold', { license: 'MIT AND GPL-3.0-only' }, 'GPL-3.0-only'],
    ['an origin that is not the registry', { resolved: 'https://evil.example/other.tgz' }, 'does not come from'],
    ['a program at its installation', { hasInstallScript: true }, 'runs a program'],
  ])('fails at %s', (_what, one, said) => {
    expect(lookAt(one)).toMatchObject({ status: 1, stdout: expect.stringMatching(new RegExp(`FAULT.*${said}`)) });
  });
});
