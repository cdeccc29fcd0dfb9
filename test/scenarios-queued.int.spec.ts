import { scenariosHold } from './play-scenarios.js';

const redis = process.env['TEST_REDIS_URL'];

scenariosHold({ kind: 'postgres' });
if (redis) scenariosHold({ kind: 'redis', url: redis });
