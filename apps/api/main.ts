import { mustBeAsReviewed } from '../policy.js';
import { scaledOut } from '../platform-options.js';
import { makeHttpApp } from '../serve.js';
import { ApiModule } from './api.module.js';

mustBeAsReviewed();
const { options, read } = scaledOut();
const api = await makeHttpApp(ApiModule.of(options), read.logLevel);
api.enableShutdownHooks();
await api.listen(read.port, read.host);
