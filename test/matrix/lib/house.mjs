import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, lockOf, Server } from '../../faults/lib/server.mjs';
import { Client } from '../../hostile/lib/client.mjs';
import { setUpRegion } from '../../hostile/lib/region.mjs';

/** A server with the demo's people in it, in a folder of its own. */
export class House {
  folder = mkdtempSync(join(tmpdir(), 'tsunagi-matrix-'));

  /** Everybody there is, signed in. */
  async setUp() {
    chmodSync(this.folder, 0o755);
    this.server = new Server(this.folder, await freePort());
    return setUpRegion(this.server.dataDir);
  }

  async within(task) {
    const client = new Client(this.server.port, 8);
    const database = await this.server.database();
    try {
      return await task(client, database);
    } finally {
      client.close();
      await database.end();
    }
  }

  async end() {
    const { server } = this;
    if (!server) return;
    const runs = server.child && server.child.exitCode === null && server.child.signalCode === null;
    if (runs || lockOf(server.dataDir)) await server.kill(true);
  }

  clear() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
