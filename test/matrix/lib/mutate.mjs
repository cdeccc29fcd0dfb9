import { register } from 'node:module';

// Preloaded into a server of which one guard is taken away.
register('./mutated.mjs', import.meta.url);
