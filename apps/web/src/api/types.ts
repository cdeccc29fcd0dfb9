import type { Read } from './contract.ts';
import type { Problem } from './schema.ts';

/** The API's types by the names of the screens. */
export type {
  AnswerDto as Answer,
  Board,
  BoardRow as Row,
  CaseFound,
  CaseInList,
  CaseListed,
  DemoAccount,
  ProblemField as FieldError,
  Role,
  Timeline,
  TimelineEntry as Entry,
} from './schema.ts';

/** Who is signed in, and what that person may begin. */
export type Me = Read<'/api/v1/me'>;

/** What is refused before it reaches the server is worded here, and of no type. */
export type ProblemBody = Omit<Problem, 'type' | 'title'>;
