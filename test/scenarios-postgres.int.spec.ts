import { scenariosHold } from './play-scenarios.js';

scenariosHold({ kind: 'postgres' });
