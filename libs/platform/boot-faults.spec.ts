import { randomBytes } from 'node:crypto';
import { bootFaults, type Boot } from './boot-faults.js';
import { settings } from './settings.js';

const KEY = randomBytes(32).toString('base64');
const MASTER = randomBytes(32).toString('base64');
const faultsOf = (env: Readonly<Record<string, string>>, more: Partial<Boot> = {}) =>
  bootFaults({
    settings: settings({ NODE_ENV: 'production', SEALING_KEY: KEY, MASTER_KEY: MASTER, ...env }),
    keyFile: false,
    masterKeyFile: false,
    demo: false,
    inspected: false,
    ...more,
  });

describe('in production it does not start', () => {
  it.each([
    ['without a sealing key', { SEALING_KEY: '' }, {}, /封印の鍵.*sealing key/],
    [
      'with a sealing key of zeros',
      { SEALING_KEY: Buffer.alloc(32).toString('base64') },
      {},
      /SEALING_KEY is not random/,
    ],
    [
      'with a sealing key typed by hand',
      { SEALING_KEY: Buffer.from('a'.repeat(16) + 'b'.repeat(16)).toString('base64') },
      {},
      /not random/,
    ],
    ['without a master key', { MASTER_KEY: '' }, {}, /個人情報の鍵.*master key/],
    ['with a master key of zeros', { MASTER_KEY: Buffer.alloc(32).toString('base64') }, {}, /MASTER_KEY is not random/],
    ['with one key for both', { MASTER_KEY: KEY }, {}, /are the same/],
    ['on the demo region', {}, { demo: true }, /demo region/],
    ['with the sign-in of the demo', { DEMO_SIGN_IN: 'true' }, {}, /DEMO_SIGN_IN/],
    [
      'with a database password out of a guide',
      { DATABASE_URL: 'postgres://tsunagi:Postgres@db/tsunagi' },
      {},
      /password in DATABASE_URL/,
    ],
    ['with a Redis password out of a guide', { REDIS_URL: 'redis://:changeme@cache' }, {}, /password in REDIS_URL/],
    ['with debugging lines', { LOG_LEVEL: 'debug' }, {}, /LOG_LEVEL=debug/],
    ['with a debugger', {}, { inspected: true }, /--inspect/],
    [
      'while it believes whoever says where he comes from',
      { TRUSTED_PROXIES: '10.0.0.1, 0.0.0.0/0' },
      {},
      /TRUSTED_PROXIES/,
    ],
  ] as const)('%s', (_how, env, more, said) => {
    const faults = faultsOf(env, more);
    expect(faults).toEqual([expect.stringMatching(said)]);
    expect(faults[0]).not.toContain('\n');
    expect(faultsOf({ ...env, NODE_ENV: 'test' }, more)).toEqual([]);
  });

  it('but does with a key in its file, or in SEALING_KEY, and passwords of one’s own', () => {
    expect(faultsOf({ SEALING_KEY: '', MASTER_KEY: '' }, { keyFile: true, masterKeyFile: true })).toEqual([]);
    expect(faultsOf({ MASTER_KEY: '', TRANSIT_URL: 'https://kms.example.jp' })).toEqual([]);
    expect(
      faultsOf({
        DATABASE_URL: 'postgres://tsunagi:wZ8c-own@db/tsunagi',
        REDIS_URL: 'redis://cache',
        TRUSTED_PROXIES: '10.0.0.0/8,loopback',
      }),
    ).toEqual([]);
  });
});

describe('the settings', () => {
  it.each(['everybody', 'true', '10.0.0.1;10.0.0.2', '10.0.0.1,'])('take no proxy named %s', (proxies) => {
    expect(() => settings({ TRUSTED_PROXIES: proxies })).toThrow('bad settings: trustedProxies');
  });
  it.each(['10.0.0.1', '10.0.0.0/8, fd00::/8', 'loopback, 192.0.2.7'])('take the proxies %s', (proxies) => {
    expect(settings({ TRUSTED_PROXIES: proxies }).trustedProxies).toBe(proxies);
  });
});
