import { withServer } from './server.js';
import { callers, paired } from './paired.js';
import { FULL, SHORT } from './extent.js';
import { commands } from './commands.js';
import { parts } from './parts.js';
void callers; void paired;
const e = process.argv.includes('--short') ? SHORT : FULL;
import { migrate } from '../../migrations/run.js';
import { Region } from './region.js';
await withServer(async (server) => {
  const c = await server.create('bench_region');
  await migrate(c);
  const r = await Region.open(c, 'driven');
  await r.settle();
  console.log(await r.log());
  await r.close();
  for (const what of process.argv.slice(2)) {
    if (what === 'commands') console.table(await commands(server, 'bench_region', e));
    if (what === 'parts') console.table((await parts(server, 'bench_region', e)).map((m) => ({ ...m, ...m.ratio })));
  }
});
