import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Kinds } from '#cases';
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
  /** Whether the reader may open the case now: an offer that others took is no longer his. */
  readonly opens!: boolean;
}

interface Found extends Omit<MessageListed, 'patient'> {
  readonly person: string | null;
}

/** One's own messages (お知らせ), newest first. */
@Injectable()
export class Messages {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly store: PersonalStore,
  ) {}

  async of(caller: Caller): Promise<MessageListed[]> {
    const { prefecture, actor } = caller;
    const found = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Found>({
        name: 'list-messages',
        text: `SELECT m.id, m.at, m.template, m.level, m.step,
                      jsonb_build_object('kind', m.about_kind, 'id', m.about) AS about,
                      (SELECT o.body -> 'about' ->> 'patientRef' FROM obligation o
                        WHERE o.prefecture = m.prefecture AND o.case_id = m.about LIMIT 1) AS person,
                      coalesce($4::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $2, $3)), false) AS opens
                 FROM message m
                 LEFT JOIN stream_head h ON h.prefecture = m.prefecture AND h.stream = m.about
                WHERE m.prefecture = $1 AND m.to_user = $2 ORDER BY m.at DESC, m.ordinal DESC LIMIT 200`,
        values: [prefecture, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return rows;
    });
    const people = found.flatMap(({ opens, person }) => (opens && person !== null ? [person] : []));
    const identities = await this.store.read<Identity>(caller, 'messages', people, ['patient_identity']);
    const named = new Map(identities.map(({ about, body }) => [about, patientNamed(about, { ...body, address: '' })]));
    return found.map(({ person, ...message }) => ({
      ...message,
      patient: (message.opens && named.get(person ?? '')) || null,
    }));
  }
}
