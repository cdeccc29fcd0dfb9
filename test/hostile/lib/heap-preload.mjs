// Loaded into the server before all else. On SIGUSR2 it collects what is garbage and says what is left, in a line of its own.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  // What a finalizer holds goes at the second time.
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stdout.write(`heap ${JSON.stringify({ heapUsed, external, rss })}\n`);
});
