import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A server that takes what is posted to it, and answers as it is told. */
export class WebTarget {
  readonly posted: Posted[] = [];
  answer: (posted: Posted, response: ServerResponse) => void = (_posted, response) => {
    response.writeHead(204).end();
  };
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const posted = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
      this.posted.push(posted);
      this.answer(posted, response);
    });
  });

  async listen(): Promise<void> {
    await new Promise<void>((ready) => {
      this.server.listen(0, '127.0.0.1', ready);
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((closed) => {
      this.server.close(() => closed());
    });
  }
}
