import { createHash } from 'node:crypto';
import { migrations } from './dist/migrations/index.js';
const M = migrations.find((m) => m.name.includes(process.argv[2]));
const hash = createHash('sha256');
await new M().up({ query: async (sql, values = []) => { hash.update(sql.replaceAll(/\s+/g, ' ')).update(JSON.stringify(values)); return []; } });
console.log(M.name, hash.digest('hex'));
