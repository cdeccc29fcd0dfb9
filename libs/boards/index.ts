export { BoardsHttpModule } from './boards.module.js';
