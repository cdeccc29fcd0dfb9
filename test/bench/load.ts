import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Slice } from './paired.js';

/**
 * The load generator, a process of its own on the same cores: plain sockets kept alive, so that little of their time is
 * its own. Takes {callers, ms} from its parent and answers with the slice.
 */
export interface Order {
  readonly callers: number;
  readonly ms: number;
}

interface Aim {
  readonly port: number;
  readonly token: string;
  readonly bodies: readonly string[];
}

const aim = JSON.parse(process.env['BENCH_AIM'] ?? '{}') as Aim;
const sockets: Socket[] = [];
let sent = 0;

function request(): string {
  const body = aim.bodies[++sent % aim.bodies.length] ?? '';
  return [
    'POST /api/v1/consultations HTTP/1.1',
    `host: 127.0.0.1:${aim.port}`,
    'content-type: application/json',
    `authorization: Bearer ${aim.token}`,
    `idempotency-key: ${randomUUID()}`,
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

function ask(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const hear = (part: Buffer) => {
      heard += part.toString('latin1');
      const end = heard.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1]);
      if (heard.length < end + 4 + length) return;
      socket.off('data', hear);
      socket.off('close', lost);
      if (heard.startsWith('HTTP/1.1 201')) resolve();
      else reject(new Error(heard));
    };
    const lost = () => reject(new Error('the server has closed the connection'));
    socket.on('data', hear);
    socket.once('close', lost);
    socket.write(request());
  });
}

const opened = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(aim.port, '127.0.0.1', () => resolve(socket.setNoDelay()));
    socket.once('error', reject);
  });

async function slice({ callers, ms }: Order): Promise<Slice> {
  while (sockets.length < callers) sockets.push(await opened());
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(
    sockets.slice(0, callers).map(async (socket) => {
      while (performance.now() - began < ms) {
        const start = performance.now();
        await ask(socket);
        latencies.push(performance.now() - start);
      }
    }),
  );
  return { done: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}

process.on('message', (order: Order) => {
  slice(order).then(
    (done) => process.send?.(done),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit());
