import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CONSULTATION, patients } from './region.js';
import type { ServedRegion } from './served-region.js';
import type { Order } from './load.js';
import type { Slice } from './paired.js';

/** The same command over HTTP: sign-in, guard, validation and all, asked by a process of its own. */
export class HttpLoad {
  private constructor(private readonly child: ChildProcess) {}

  static async open(region: ServedRegion): Promise<HttpLoad> {
    const url = new URL(await region.app.getUrl());
    const aim = {
      port: Number(url.port),
      token: await region.token(),
      bodies: patients().map((patient) => JSON.stringify({ ...CONSULTATION, patient })),
    };
    const child = fork(new URL('load.js', import.meta.url), {
      env: { ...process.env, BENCH_AIM: JSON.stringify(aim) },
    });
    return new HttpLoad(child);
  }

  readonly callers =
    (callers: number) =>
    async (ms: number): Promise<Slice> => {
      this.child.send({ callers, ms } satisfies Order);
      const [done] = (await once(this.child, 'message')) as [Slice & { error?: string }];
      if (done.error !== undefined) throw new Error(done.error);
      return done;
    };

  close(): void {
    this.child.disconnect();
  }
}
