import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalMasterKey } from './master-key.js';
import { makeKeyFile, masterKeysOf, replaceKeyFile } from './master-keys.js';
import { openedBytes, sealedBytes } from './sealed.js';
import { TransitMasterKey } from './transit-master-key.js';

/** What OpenSSL says of what was touched, or is under another key. */
const UNOPENED = /Unsupported state or unable to authenticate data|Invalid authentication tag/;

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

describe('the master key of a file', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'tsunagi-keys-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const file = () => join(dataDir, 'keys/master.key');

  it('is made once, and for its owner alone', () => {
    const [made] = masterKeysOf({ dataDir }, true);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(masterKeysOf({ dataDir })[0].id).toBe(made.id);
  });

  it('is not made anew where something is sealed already', () => {
    expect(() => masterKeysOf({ dataDir })).toThrow(
      `There is no master key of personal data. Put the one that you keep at ${file()}`,
    );
    expect(existsSync(file())).toBe(false);
  });

  it('is replaced by another, and still opens what it wrapped', () => {
    const [made] = masterKeysOf({ dataDir }, true);
    replaceKeyFile(file());
    const [now, ...before] = masterKeysOf({ dataDir });
    expect(now.id).not.toBe(made.id);
    expect(before.map(({ id }) => id)).toEqual([made.id]);
    for (const name of readdirSync(join(dataDir, 'keys')))
      expect([name, statSync(join(dataDir, 'keys', name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('is still there when its replacing was cut, which is begun anew', () => {
    const [made] = masterKeysOf({ dataDir }, true);
    copyFileSync(file(), `${file()}.${made.id.slice('local:'.length)}`);
    makeKeyFile(`${file()}.next`);
    expect(masterKeysOf({ dataDir })[0].id).toBe(made.id);
    replaceKeyFile(file());
    const [now, ...before] = masterKeysOf({ dataDir });
    expect([now.id === made.id, before.map(({ id }) => id)]).toEqual([false, [made.id]]);
  });

  it('is refused where others may read it, and where it is none', () => {
    masterKeysOf({ dataDir }, true);
    chmodSync(file(), 0o640);
    expect(() => masterKeysOf({ dataDir })).toThrow(`chmod 600 ${file()}`);
    chmodSync(file(), 0o600);
    writeFileSync(file(), 'too short');
    expect(() => masterKeysOf({ dataDir })).toThrow('holds no key of 32 bytes');
  });

  it('still opens what it wrapped when the environment has another', () => {
    const [inFile] = masterKeysOf({ dataDir }, true);
    const ids = masterKeysOf({ dataDir, masterKey: base64(3), masterKeyBefore: base64(4) }).map(({ id }) => id);
    expect(ids).toEqual([
      new LocalMasterKey(Buffer.alloc(32, 3)).id,
      new LocalMasterKey(Buffer.alloc(32, 4)).id,
      inFile.id,
    ]);
  });
});

it('of the environment wraps and unwraps, for one thing', async () => {
  const [key] = masterKeysOf({ dataDir: '/nowhere', masterKey: base64(1) });
  const wrapped = await key.wrap(Buffer.from('key'), 'a');
  expect((await key.unwrap(wrapped, 'a')).toString()).toBe('key');
  await expect(key.unwrap(wrapped, 'b')).rejects.toThrow(UNOPENED);
});

describe('a key server', () => {
  const TOKEN = 'token-of-test';
  const inside = Buffer.alloc(32, 9);
  let server: Server;
  let url: string;
  /** As the transit engine answers: the key stays here. */
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const answer = (status: number, body: object) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        };
        if (request.headers['x-vault-token'] !== TOKEN) return answer(403, { errors: ['permission denied'] });
        const said = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
        const bound = said['associated_data'] ?? '';
        if (request.url === '/v1/transit/encrypt/region') {
          const sealed = sealedBytes(inside, Buffer.from(said['plaintext'] ?? '', 'base64'), bound);
          return answer(200, { data: { ciphertext: `vault:v1:${sealed.toString('base64')}` } });
        }
        if (request.url !== '/v1/transit/decrypt/region') return answer(404, { errors: [] });
        try {
          const sealed = Buffer.from((said['ciphertext'] ?? '').replace('vault:v1:', ''), 'base64');
          return answer(200, { data: { plaintext: openedBytes(inside, sealed, bound).toString('base64') } });
        } catch {
          return answer(400, { errors: ['cipher: message authentication failed'] });
        }
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('wraps and unwraps, for one thing', async () => {
    const key = new TransitMasterKey({ url, token: TOKEN, key: 'region' });
    const wrapped = await key.wrap(Buffer.from('key'), 'a');
    expect(wrapped.toString()).toMatch(/^vault:v1:/);
    expect((await key.unwrap(wrapped, 'a')).toString()).toBe('key');
    await expect(key.unwrap(wrapped, 'b')).rejects.toThrow('status 400');
  });

  it('that refuses or is not there says so in one line, and nothing of what was sent', async () => {
    const refused = new TransitMasterKey({ url, token: 'wrong', key: 'region' });
    await expect(refused.wrap(Buffer.from('key'), 'a')).rejects.toThrow(
      /^the key server refused to encrypt with transit:transit\/region: status 403$/,
    );
    const nowhere = new TransitMasterKey({ url: 'http://127.0.0.1:1', token: TOKEN, key: 'region' });
    await expect(nowhere.wrap(Buffer.from('key'), 'a')).rejects.toThrow('does not answer');
  });

  it('needs its token and the name of the key', () => {
    expect(() => masterKeysOf({ dataDir: '/nowhere', transitUrl: url })).toThrow('TRANSIT_TOKEN');
  });
});
