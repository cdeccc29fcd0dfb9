export { BoardsHttpModule } from './boards.module.js';
export { Boards, type Found, type Nameless } from './views/board.query.js';
