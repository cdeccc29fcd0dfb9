/** As much more may the last third hold than the first: what a region keeps in memory grows with its cases, and not with requests. */
export const MOST_GROWTH = 1.25;

const ANSWER_MS = 10_000;

/** What the server holds after its garbage is collected, looked at again and again. */
export class Heap {
  samples = [];

  constructor(server) {
    this.server = server;
  }

  async look(after) {
    const { stdout } = this.server.child;
    let onData;
    const said = new Promise((resolve, reject) => {
      let text = '';
      onData = (data) => {
        const found = /^heap (.*)$/m.exec((text += data));
        if (found) resolve(JSON.parse(found[1]));
      };
      stdout.on('data', onData);
      setTimeout(() => reject(new Error('the server does not say what it holds')), ANSWER_MS).unref();
    });
    this.server.child.kill('SIGUSR2');
    const { heapUsed, external, rss } = await said.finally(() => stdout.off('data', onData));
    this.samples.push({ after, held: heapUsed + external, rss });
  }

  /** The last third to the first, each by its median. */
  get growth() {
    const third = Math.floor(this.samples.length / 3);
    const middle = (samples) =>
      samples.map(({ held }) => held).toSorted((a, b) => a - b)[Math.floor(samples.length / 2)];
    return middle(this.samples.slice(-third)) / middle(this.samples.slice(0, third));
  }

  get faults() {
    return this.growth <= MOST_GROWTH ? [] : [`${this.growth.toFixed(2)} times: ${this}`];
  }

  toString() {
    return this.samples.map(({ held }) => `${Math.round(held / 1e6)}`).join(', ');
  }
}
