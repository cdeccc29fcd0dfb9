import { COMMANDS, type operations, type paths } from './schema.ts';

/** A command as the API names it. A session is opened by a POST too, but is none. */
export type CommandName = Exclude<keyof typeof COMMANDS, 'OpenSession'>;

/** What a command is posted with. */
export type Body<Name extends keyof typeof COMMANDS> = operations[Uncapitalize<Name>] extends {
  requestBody: { content: { 'application/json': infer Sent } };
}
  ? Sent
  : never;

/** What a GET answers, by its path in the OpenAPI document. */
export type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/** What is asked by a POST that is no command, and what it answers. */
export type Question<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Asked } } };
}
  ? Asked
  : never;
export type Answered<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

export const isCommand = (name: unknown): name is CommandName =>
  typeof name === 'string' && name !== 'OpenSession' && Object.hasOwn(COMMANDS, name);

/** Where a command is posted; `id` is that of the case it is about. */
export const pathOf = (command: CommandName, id = ''): string =>
  COMMANDS[command].replace(/\{\w+\}/, encodeURIComponent(id));
