import type { Caller } from './sessions.js';

/** Which commands somebody may begin a case with. The kinds of cases and the directory know; access only passes it on. */
export abstract class WhatMayBegin {
  abstract of(caller: Caller): Promise<readonly string[]>;
}
