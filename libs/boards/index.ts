export { BoardsHttpModule } from './boards.module.js';
export type { Board, BoardRow } from './views/board.query.js';
export type { Timeline, TimelineEntry } from './views/timeline.query.js';
