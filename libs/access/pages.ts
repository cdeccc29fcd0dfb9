import { can, type Capability } from '#kernel';
import type { Caller } from './sessions.js';

/** Pages beyond boards and cases (一覧・台帳), by name, with whom each is for. Contexts declare theirs. */
export type Pages = Readonly<Record<string, Capability>>;

/** All that the contexts declare; access only passes on which of them somebody may open. */
export abstract class DeclaredPages {
  abstract readonly pages: Pages;
}

export const pagesFor = ({ pages }: DeclaredPages, { actor }: Caller): string[] =>
  Object.entries(pages).flatMap(([name, capability]) => (can(actor.role, capability) ? [name] : []));
