import { scenariosHold } from './play-scenarios.js';

const url = process.env['TEST_REDIS_URL'];

if (url !== undefined) scenariosHold({ kind: 'redis', url });
else it.todo('is played where there is a Redis');
