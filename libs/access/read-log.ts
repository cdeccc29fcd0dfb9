import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Databases, refusal, type Queryable, type Statement } from '#platform';
import type { Caller } from './sessions.js';

/** What became of a look: read, looked for, taken away as a file, or refused. `removed` is the retention's own. */
export const LOOK_OUTCOMES = ['read', 'searched', 'exported', 'refused', 'removed'] as const;
export type LookOutcome = (typeof LOOK_OUTCOMES)[number];

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

/** The columns of a look: of whoever looks (`ReadLog.looker`), and then what of it is known. */
export const LOOK_COLUMNS = 'prefecture, user_id, role, organization, session, purpose, outcome, about, records, kinds';

const sessionNow = new AsyncLocalStorage<string>();

/** While it runs, looks are of this session. */
export const inSession = <T>(session: string, run: () => T): T => sessionNow.run(session, run);

/** The log may not be written, is locked, or the disk is full. */
const UNWRITABLE = new Set(['42501', '55P03', '53100', '25006']);

/** 閲覧の記録: who looked at what, when, why, from which session. Whatever cannot be recorded is not shown. */
@Injectable()
export class ReadLog {
  constructor(private readonly databases: Databases) {}

  /** Who looks, in the order of `LOOK_COLUMNS` after the prefecture. */
  static looker({ actor }: Pick<Caller, 'actor'>): readonly [string, string, string, string | null] {
    return [actor.userId, actor.role, actor.orgId, sessionNow.getStore() ?? null];
  }

  /**
   * A statement that reads and records in one.
   * @throws unrecorded where the record cannot be written: then nothing has been read
   */
  static async recorded<Row extends object>(tx: Queryable, statement: Statement): Promise<Row[]> {
    try {
      const { rows } = await tx.query<Row>(statement);
      return rows;
    } catch (error) {
      throw UNWRITABLE.has((error as { code?: string }).code ?? '') ? unrecorded() : error;
    }
  }

  /** @throws unrecorded */
  async note(caller: Caller, looks: readonly Look[]): Promise<void> {
    if (looks.length === 0) return;
    await this.databases.reading(caller.prefecture, (tx) =>
      ReadLog.recorded(tx, {
        name: 'note-looks',
        text: `INSERT INTO read_log (${LOOK_COLUMNS})
               SELECT $1, $2, $3, $4, $5, l.purpose, l.outcome, l.about, l.records, coalesce(l.kinds, '{}')
                 FROM json_to_recordset($6::json) AS l(purpose text, outcome text, about uuid, records int, kinds text[])`,
        values: [caller.prefecture, ...ReadLog.looker(caller), JSON.stringify(looks)],
      }),
    );
  }
}

const unrecorded = () =>
  refusal(
    503,
    'unrecorded',
    '閲覧の記録が書けないため、個人の情報を表示できません。少し待ってから、もう一度試してください。続くときは管理者に知らせてください。',
    'Looks cannot be recorded just now, so that nothing about persons is shown. Try again in a moment; tell the administrator if it goes on.',
  );
