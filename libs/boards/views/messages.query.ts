import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import type { Instant } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { About, PatientNamed, patientNamed, type Identity } from './board.query.js';

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
}

interface Found extends Omit<MessageListed, 'patient' | 'facts'> {
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
        text: `SELECT m.id, m.at, m.template, m.level, m.step, m.about, m.person, seen.opens,
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
                  SELECT coalesce($4::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $2, $3)), false) AS opens
                ) seen
                ORDER BY m.at DESC, m.ordinal DESC`,
        values: [prefecture, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return rows;
    });
    const people = found.flatMap(({ opens, person }) => (opens && person !== null ? [person] : []));
    const identities = await this.store.read<Identity>(caller, 'messages', people, ['patient_identity']);
    const named = new Map(identities.map(({ about, body }) => [about, patientNamed(about, { ...body, address: '' })]));
    return Promise.all(
      found.map(async ({ person, head, ...message }) => ({
        ...message,
        patient: (message.opens && named.get(person ?? '')) || null,
        facts: head === null ? {} : await this.factsOf(prefecture, head),
      })),
    );
  }

  private async factsOf(prefecture: string, head: FoundHead): Promise<Record<string, unknown>> {
    const state = await this.heads.today(prefecture, head);
    return { ...this.kinds.of(head.kind).card(state as object) };
  }
}
