import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import type { Instant } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { About, PatientNamed, patientNamed, type Identity } from './board.query.js';

export class MessageAfterwards {
  readonly type!: string;
  @Moment() readonly at!: Instant;
  /** The reader's own institution did it. */
  readonly own!: boolean;
}

export class MessageListed {
  @Uuid() readonly id!: string;
  @Moment() readonly at!: Instant;
  readonly template!: string;
  readonly level!: number | null;
  readonly about!: About;
  readonly step!: string | null;
  /** Whom the case is about, while the reader may open it: of forty messages the one that is meant is found by name. */
  readonly patient!: PatientNamed | null;
  /** What tells a case that is about nobody from others, by name: its number, its meeting. Empty beside a person's name. */
  readonly facts!: Record<string, unknown>;
  /** Whether the reader may open the case now: an offer that others took is no longer his. */
  readonly opens!: boolean;
  /** その後: of a case that is no longer his, what has become of it and what his own institution did; nothing of the person. */
  readonly afterwards!: MessageAfterwards[];
}

interface Found extends Omit<MessageListed, 'patient' | 'facts' | 'afterwards'> {
  /** The reader was told of it in the relation that hears what has become of it. */
  readonly hears: boolean;
  readonly person: string | null;
  readonly head: FoundHead | null;
}

/** One's own messages (お知らせ), newest first. */
@Injectable()
export class Messages {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly store: PersonalStore,
  ) {}

  async of(caller: Caller): Promise<MessageListed[]> {
    const { prefecture, actor } = caller;
    const found = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Found>({
        name: 'list-messages',
        text: `SELECT m.id, m.at, m.template, m.level, m.step, m.about, m.person, seen.opens, seen.hears,
                      CASE WHEN seen.opens AND m.person IS NULL
                           THEN jsonb_build_object('stream', h.stream, 'kind', h.kind, 'status', h.status,
                                                   'state', h.state, 'state_version', h.state_version)
                      END AS head
                 FROM (SELECT id, at, ordinal, template, level, step, about AS stream,
                              jsonb_build_object('kind', about_kind, 'id', about) AS about,
                              (SELECT o.body -> 'about' ->> 'patientRef' FROM obligation o
                                WHERE o.prefecture = $1 AND o.case_id = message.about LIMIT 1) AS person
                         FROM message
                        WHERE prefecture = $1 AND to_user = $2 ORDER BY at DESC, ordinal DESC LIMIT 200) m
                 LEFT JOIN stream_head h ON h.prefecture = $1 AND h.stream = m.stream
                CROSS JOIN LATERAL (
                  SELECT coalesce($4::jsonb -> h.kind ?| r.relations, false) AS opens,
                         coalesce($5::jsonb ->> h.kind = ANY (r.relations), false) AS hears
                    FROM app.relations_to(h, app.standing($1, $2, $3)) AS r(relations)
                ) seen
                ORDER BY m.at DESC, m.ordinal DESC`,
        values: [prefecture, actor.userId, actor.orgId, this.kinds.sightOf(actor.role), this.kinds.afterwards()],
      });
      return rows;
    });
    const afterwards = await this.afterwardsOf(
      caller,
      found.filter(({ opens, hears }) => hears && !opens).map(({ about }) => about),
    );
    const people = found.flatMap(({ opens, person }) => (opens && person !== null ? [person] : []));
    const identities = await this.store.read<Identity>(caller, 'messages', people, ['patient_identity']);
    const named = new Map(identities.map(({ about, body }) => [about, patientNamed(about, { ...body, address: '' })]));
    return Promise.all(
      found.map(async ({ person, head, hears: _hears, ...message }) => ({
        ...message,
        afterwards: message.opens ? [] : (afterwards.get(message.about.id) ?? []),
        patient: (message.opens && named.get(person ?? '')) || null,
        facts: head === null ? {} : await this.factsOf(prefecture, head),
      })),
    );
  }

  /** From the log, by the names of the facts alone: what they say stays where it is. */
  private async afterwardsOf(
    { prefecture, actor }: Caller,
    cases: readonly About[],
  ): Promise<Map<string, MessageAfterwards[]>> {
    const told = new Map<string, MessageAfterwards[]>();
    if (cases.length === 0) return told;
    const types = Object.fromEntries(cases.map(({ id, kind }) => [id, this.kinds.of(kind).afterwards?.facts ?? []]));
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const { rows: events } = await tx.query<MessageAfterwards & { stream: string }>({
        name: 'messages-afterwards',
        text: `SELECT e.stream, e.type, e.occurred_at AS at, coalesce(e.actor ->> 'orgId' = $3, false) AS own
                 FROM json_each($2::json) AS c(stream, types)
                 JOIN event e ON e.prefecture = $1 AND e.correlation_id = c.stream::uuid AND e.stream = c.stream::uuid
                WHERE e.actor ->> 'orgId' = $3 OR c.types::jsonb ? e.type ORDER BY e.position`,
        values: [prefecture, JSON.stringify(types), actor.orgId],
      });
      return events;
    });
    for (const { stream, ...fact } of rows) told.set(stream, [...(told.get(stream) ?? []), fact]);
    return told;
  }

  private async factsOf(prefecture: string, head: FoundHead): Promise<Record<string, unknown>> {
    const state = await this.heads.today(prefecture, head);
    return { ...this.kinds.of(head.kind).card(state as object) };
  }
}
