import type { DynamicModule, Type } from '@nestjs/common';
import type { Capability } from '#kernel';
import type { DeclaredKind } from './kinds.js';

type Part = Type | DynamicModule;

/** A context as the applications are made of it: its kinds of cases, and the modules of each process. */
export interface Context {
  readonly kinds: readonly DeclaredKind[];
  /** Pages beyond boards and cases that its screens have (一覧・台帳), by name, with whom each is for. */
  readonly pages?: Readonly<Record<string, Capability>>;
  /** What every process has: who looks up for commands, and queries. */
  readonly module: Part;
  /** What the api app runs beside the routes of its kinds. */
  readonly http?: Part;
  /** What the worker app runs: reactions and projections. */
  readonly worker?: Part;
}

/** Kinds of different types in one list. */
export const declared = (...kinds: readonly object[]): readonly DeclaredKind[] => kinds as readonly DeclaredKind[];
