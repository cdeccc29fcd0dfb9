import type { ja } from '../i18n/ja/index.ts';
import type { Problem } from './schema.ts';

/** The API's types by the names of the screens. */
export type {
  AnswerDto as Answer,
  Board,
  BoardRow as Row,
  DemoAccount,
  Me,
  ProblemField as FieldError,
  Role,
  Timeline,
  TimelineEntry as Entry,
} from './schema.ts';

/** What is refused before it reaches the server is worded here, and of no type. */
export type ProblemBody = Omit<Problem, 'type' | 'title'>;

export type CommandName = keyof typeof ja.command;
