import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Databases } from '#platform';
import type { Caller } from './sessions.js';

/** What became of a look: read, looked for, taken away as a file, or refused. */
export type LookOutcome = 'read' | 'searched' | 'exported' | 'refused';

/** One look at what is a person's (閲覧の記録, G13). */
export interface Look {
  /** Why: the page or the command that it was for. */
  readonly purpose: string;
  readonly outcome: LookOutcome;
  /** The person or the case; null where none was found, or it is of many. */
  readonly about: string | null;
  readonly records: number;
  /** Kinds of records that were looked at. */
  readonly kinds?: readonly string[];
}

/** The columns of a look, and what of them is known of whoever looks; `purpose` and the rest follow. */
export const LOOK_COLUMNS = 'prefecture, user_id, role, organization, session, purpose, outcome, about, records, kinds';

const sessionNow = new AsyncLocalStorage<string>();

/** While it runs, looks are of this session. */
export const inSession = <T>(session: string, run: () => T): T => sessionNow.run(session, run);

/** 閲覧の記録: who looked at what, when, why, from which session. Whatever cannot be recorded is not shown. */
@Injectable()
export class ReadLog {
  constructor(private readonly databases: Databases) {}

  /** Who looks, in the order of `LOOK_COLUMNS` after the prefecture. */
  static looker({ actor }: Pick<Caller, 'actor'>): readonly [string, string, string, string | null] {
    return [actor.userId, actor.role, actor.orgId, sessionNow.getStore() ?? null];
  }

  async note(caller: Caller, looks: readonly Look[]): Promise<void> {
    if (looks.length === 0) return;
    await this.databases.writer.query({
      name: 'note-looks',
      text: `INSERT INTO read_log (${LOOK_COLUMNS})
             SELECT $1, $2, $3, $4, $5, l.purpose, l.outcome, l.about, l.records, coalesce(l.kinds, '{}')
               FROM json_to_recordset($6::json) AS l(purpose text, outcome text, about uuid, records int, kinds text[])`,
      values: [caller.prefecture, ...ReadLog.looker(caller), JSON.stringify(looks)],
    });
  }
}
