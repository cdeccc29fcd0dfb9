import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../apps/project-root.js';

/** How it is not as it should be; nothing: it is. */
export interface Amiss {
  /** So many seconds its clock is ahead; less than zero: behind. */
  readonly off?: number;
  readonly wrong?:
    'foreign_key' | 'foreign_kid' | 'unsigned' | 'other_client' | 'other_issuer' | 'other_nonce' | 'long_ago';
  readonly ways?: readonly string[];
}

const MOST_STEPS = 10;
/** A provider that is started again has the keys of before. */
const KEY = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' });

/** The accounts of an invented hospital: a provider that runs as a process of its own. */
export class IdentityProvider {
  private constructor(
    readonly issuer: string,
    private readonly process: ChildProcess,
  ) {}

  static async start({ returnTo, port = 0 }: { returnTo: string; port?: number }): Promise<IdentityProvider> {
    const process = fork(
      join(PROJECT_ROOT, 'test/outside/identity-provider.mjs'),
      [JSON.stringify({ port, returnTo, key: KEY })],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] },
    );
    const said: string[] = [];
    process.stderr?.on('data', (part: Buffer) => said.push(part.toString()));
    const gone = once(process, 'exit').then(() => Promise.reject(new Error(said.join(''))));
    for await (const line of createInterface({ input: process.stdout as NodeJS.ReadableStream })) {
      if (!line.startsWith('{')) continue;
      gone.catch(() => undefined);
      return new IdentityProvider((JSON.parse(line) as { issuer: string }).issuer, process);
    }
    return gone;
  }

  get host(): string {
    return new URL(this.issuer).host;
  }

  async be(amiss: Amiss): Promise<void> {
    const told = once(this.process, 'message');
    this.process.send(amiss);
    await told;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill();
    await gone;
  }

  /**
   * What a browser does there: follows, types who it is where it is asked, and is sent back.
   * @returns the address to which it is sent, which nobody has opened yet
   */
  async visit(location: string, account: string, jar = new Map<string, string>()): Promise<URL> {
    let at = new URL(location);
    let typed = false;
    for (let step = 0; step < MOST_STEPS; step++) {
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
        ...(typed && { method: 'POST', body: new URLSearchParams({ account }) }),
      });
      typed = false;
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null) {
        if (response.status !== 200 || !at.pathname.startsWith('/interaction/'))
          throw new Error(`${at.href} answered ${response.status}: ${await response.text()}`);
        typed = true;
        continue;
      }
      at = new URL(next, at);
      if (at.origin !== this.issuer) return at;
    }
    throw new Error('the provider goes round in circles');
  }
}
