import { Inject, Injectable } from '@nestjs/common';
import { WhatMayBegin } from '#access';
import type { Role } from '#kernel';
import { Kinds } from './kinds.js';

/** Answers the question of whoever has signed in: what may I begin? */
@Injectable()
export class Beginnings extends WhatMayBegin {
  constructor(@Inject(Kinds) private readonly kinds: Kinds) {
    super();
  }

  of(role: Role): readonly string[] {
    return this.kinds.beginnings(role);
  }
}
