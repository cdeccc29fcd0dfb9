import { Injectable } from '@nestjs/common';
import { PersonalStore, WhatMayBegin, type Caller } from '#access';
import { Kinds } from '#cases';
import { Databases } from '#platform';
import { MOST_TO_CHOOSE_FROM } from './lists.query.js';

/**
 * Answers the question of whoever has signed in: what may I begin? What is begun for people who stand in a certain relation
 * to the person, as a night call is for a physician's own, only where there is one among those to choose from.
 */
@Injectable()
export class Beginnings extends WhatMayBegin {
  constructor(
    private readonly databases: Databases,
    private readonly store: PersonalStore,
    private readonly kinds: Kinds,
  ) {
    super();
  }

  async of(caller: Caller): Promise<readonly string[]> {
    const { role } = caller.actor;
    const all = this.kinds.beginnings(role);
    const among = this.kinds.beginningsAmong(role);
    if (Object.keys(among).length === 0) return all;
    const possible = await this.forSomebody(caller, among);
    return all.filter((command) => !Object.hasOwn(among, command) || possible.has(command));
  }

  private async forSomebody(
    caller: Caller,
    among: Readonly<Record<string, readonly string[]>>,
  ): Promise<ReadonlySet<string>> {
    const { prefecture, actor, area } = caller;
    if (!this.store.mayRead(caller)) return new Set();
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ command: string }>({
        name: 'begins-for-somebody',
        text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $3, $4) AS standing)
               SELECT c.command FROM me CROSS JOIN jsonb_each($5::jsonb) AS c(command, relations)
                WHERE EXISTS (
                  SELECT FROM (SELECT h FROM stream_head h
                                WHERE h.prefecture = $1 AND h.kind = 'patient' AND h.status = 'REGISTERED'
                                  AND h.state #>> '{area,secondaryAreaId}' = $2
                                ORDER BY h.stream LIMIT ${MOST_TO_CHOOSE_FROM}) AS p(head)
                   WHERE c.relations ?| app.relations_to(p.head, me.standing))`,
        values: [prefecture, area.secondaryAreaId, actor.userId, actor.orgId, among],
      });
      return new Set(rows.map(({ command }) => command));
    });
  }
}
