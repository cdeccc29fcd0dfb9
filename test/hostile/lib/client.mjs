import { Agent, request } from 'node:http';

/** Longer than this, no answer came. */
const ANSWER_MS = 15_000;
/** A stream never ends: its first bytes are its answer. */
const ENDLESS = 'text/event-stream';

/** Sends what fetch would refuse to send: repeated headers, any method, bytes. */
export class Client {
  constructor(port, connections) {
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Resolves with the answer and how long it took, or with what cut it off. */
  async send(sent) {
    const answer = await this.attempt(sent);
    // The server may close an idle connection at the moment it is used again.
    return answer.cut === 'ECONNRESET' && answer.reused ? this.attempt(sent) : answer;
  }

  attempt({ method, path, headers, body }) {
    return new Promise((resolve) => {
      const began = performance.now();
      const settle = (answer) => resolve({ ms: performance.now() - began, ...answer });
      let asked;
      try {
        asked = request({ host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers });
      } catch (error) {
        settle({ unsent: error.code });
        return;
      }
      asked.setTimeout(ANSWER_MS, () => asked.destroy(Object.assign(new Error('no answer'), { code: 'NO_ANSWER' })));
      asked.once('error', (error) => settle({ cut: error.code ?? error.message, reused: asked.reusedSocket }));
      asked.once('response', (response) => {
        const { statusCode: status, headers: said } = response;
        const chunks = [];
        if (said['content-type']?.startsWith(ENDLESS)) {
          settle({ status, headers: said, text: '' });
          asked.destroy();
          return;
        }
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('end', () => settle({ status, headers: said, text: Buffer.concat(chunks).toString() }));
        response.once('error', (error) => settle({ cut: error.code ?? error.message }));
      });
      asked.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}
