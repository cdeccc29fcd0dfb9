import type { Role } from '#kernel';

/** Which commands somebody may begin a case with. The kinds of cases know; access only passes it on. */
export abstract class WhatMayBegin {
  abstract of(role: Role): readonly string[];
}
