import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** A redis-server of our own that forgets everything when it is killed. */
export class Redis {
  constructor(port) {
    this.port = port;
  }

  static isHere() {
    return spawnSync('redis-server', ['--version']).status === 0;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start() {
    const settings = [
      '--port',
      this.port,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      tmpdir(),
    ];
    this.child = spawn('redis-server', settings.map(String), { stdio: 'ignore' });
    for (let i = 0; i < 500; i++) {
      if ((await this.ask('PING').catch(() => '')) === '+PONG') return;
      await pause(20);
    }
    throw new Error(`redis-server does not answer on port ${this.port}`);
  }

  async kill() {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** One word in, one line out. */
  ask(word) {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${word}\r\n`));
      socket.once('data', (data) => {
        resolve(String(data).trim());
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }
}
