export { SearchHttpModule, SearchWorkerModule } from './search.module.js';
