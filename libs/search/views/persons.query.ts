import { Injectable } from '@nestjs/common';
import { Named, PersonalStore, ReadLog, type Caller, type Whereabouts } from '#access';
import { granted, Heads, Kinds } from '#cases';
import { Directory } from '#directory';
import { ADDRESS_KEEPER, can, forbidden, invalidInput, type LocalDate } from '#kernel';
import { Databases, recordJson, refusal, Vault, type StoredRecord } from '#platform';
import { MOST_HITS, MOST_NEAR, NEAR, NEAR_FOR_DAYS, readingOf, SEARCHES_AN_HOUR } from '../domain/nearness.js';
import type { FindPatientsBody, PatientListed, PatientsFound } from '../http/persons.dto.js';
import { seer } from '../seers.js';
import { IDENTITY } from './search-index.projection.js';
import { Sights } from './sight.js';

interface Near {
  readonly id: string;
  readonly relations: readonly string[];
}

interface Identity extends Whereabouts {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: LocalDate;
}

const PERSON = 'patient';
const HOUR = 3_600;

/**
 * 患者を選ぶ: one is given the persons to whom one stands in a relation. Whoever must begin something for another's person
 * looks that one up by what is on the insurance card; every look is on record.
 */
@Injectable()
export class Persons {
  constructor(
    private readonly databases: Databases,
    private readonly store: PersonalStore,
    private readonly log: ReadLog,
    private readonly kinds: Kinds,
    private readonly sights: Sights,
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly vault: Vault,
  ) {}

  /** By kana. Who may not see names has nobody to choose. */
  async near(caller: Caller): Promise<PatientListed[]> {
    if (!this.store.mayRead(caller)) return [];
    const rows = await this.standingNear(caller);
    const names = await this.store.read<Identity>(
      caller,
      'choose_patient',
      rows.map(({ id }) => id),
      [IDENTITY],
    );
    const byId = new Map(names.map(({ about, body }) => [about, body]));
    const placeOf = await this.places(caller, rows);
    return rows
      .map((row) => this.listed(caller, row, placeOf, byId.get(row.id)))
      .toSorted((a, b) => a.kana.localeCompare(b.kana, 'ja'));
  }

  /**
   * Only whom the command may be begun for: a physician who may ask for a night call for his own finds no others by it.
   * @throws forbidden, invalid_input, too_many_looks
   */
  async find(caller: Caller, { birthDate, kana, for: command }: FindPatientsBody): Promise<PatientsFound> {
    const { prefecture, actor } = caller;
    if (!this.store.mayRead(caller) || !this.kinds.beginnings(actor.role).includes(command)) throw mayNotLook();
    const reading = readingOf(kana);
    if (reading === undefined)
      throw invalidInput(
        'kana',
        'ふりがなを、姓から２文字以上のかなで入れてください。',
        'Give the reading in kana, from the family name on: two characters at least.',
      );
    const purpose = `find_patient:${command}`;
    await this.mustNotLookTooOften(caller);
    const { rows: stored } = await this.databases.writer.query<Near & { record: StoredRecord }>({
      name: 'find-persons-born',
      text: `SELECT h.stream AS id, ${recordJson('p')} AS record,
                    app.relations_to(h, app.standing($1, $3::uuid, $4::uuid)) AS relations
               FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = '${PERSON}'
              WHERE p.prefecture = $1 AND p.kind = '${IDENTITY}' AND p.body ->> 'born' = ANY ($2)
                AND h.status = 'REGISTERED' AND app.holds_now(p)
                AND (NOT h.relations ? '${ADDRESS_KEEPER}' OR h.relations -> '${ADDRESS_KEEPER}' ?| ARRAY[$3::uuid::text, $4::uuid::text])
              ORDER BY h.stream`,
      values: [prefecture, await this.vault.bornOn(prefecture, [birthDate]), actor.userId, actor.orgId],
    });
    const bodies = await this.vault.opened<Identity>(
      prefecture,
      stored.map(({ record }) => record),
    );
    const rows = stored.flatMap(({ id, relations }, i) => {
      const body = bodies[i];
      return body?.birthDate === birthDate ? [{ id, relations, body }] : [];
    });
    const read = rows.filter(({ body }) => readingOf(body.kana)?.startsWith(reading) === true);
    const placeOf = await this.places(caller, read);
    const fitting = read
      .map((row) => this.listed(caller, row, placeOf, row.body))
      .filter(({ begins }) => begins.includes(command));
    const hits = fitting.slice(0, MOST_HITS);
    await this.log.note(caller, [
      { purpose, outcome: 'searched', about: null, records: hits.length },
      ...hits.map(({ id }) => ({ purpose, outcome: 'read' as const, about: id, records: 1, kinds: [IDENTITY] })),
    ]);
    return { hits, more: fitting.length > hits.length };
  }

  /** The index proposes, the reader's own context disposes (see `Sights`). */
  private async standingNear(caller: Caller): Promise<Near[]> {
    const { prefecture, actor } = caller;
    const [{ standing }, colleagues] = await Promise.all([this.sights.of(caller), this.colleagues(caller)]);
    const near = this.nearOf(actor.role);
    const seers = Object.entries(near).flatMap(([kind, relations]) =>
      relations.flatMap((relation) =>
        relation === 'care_office' && kind === PERSON
          ? colleagues.map((id) => seer(prefecture, kind, 'care_manager', id))
          : standing.map((id) => seer(prefecture, kind, relation, id)),
      ),
    );
    const proposed = await this.databases.writer.query<{ stream: string; person: string }>({
      name: 'propose-near-persons',
      text: `SELECT DISTINCT ON (person) person, stream FROM search_case
              WHERE prefecture = $1 AND seers && $2::bigint[] AND person IS NOT NULL
                AND (stream = person OR over_at IS NULL OR over_at > app.now() - make_interval(days => ${NEAR_FOR_DAYS}))
              ORDER BY person, stream <> person LIMIT ${MOST_NEAR}`,
      values: [prefecture, seers],
    });
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Near>({
        name: 'near-persons',
        text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)
               SELECT h.stream AS id, app.relations_to(h, me.standing) AS relations
                 FROM me CROSS JOIN unnest($4::uuid[], $5::uuid[]) AS w(person, stream)
                 JOIN stream_head h ON h.prefecture = $1 AND h.stream = w.person AND h.kind = '${PERSON}' AND h.status = 'REGISTERED'
                 JOIN stream_head c ON c.prefecture = $1 AND c.stream = w.stream
                WHERE $6::jsonb -> c.kind ?| (app.relations_to(c, me.standing)
                        || CASE WHEN c.kind = '${PERSON}' AND c.relations -> 'care_manager' ?| $7::text[]
                                THEN ARRAY['care_office'] ELSE '{}' END)
                ORDER BY h.stream`,
        values: [
          prefecture,
          actor.userId,
          actor.orgId,
          proposed.rows.map(({ person }) => person),
          proposed.rows.map(({ stream }) => stream),
          near,
          colleagues,
        ],
      });
      return rows;
    });
  }

  /** In which relations a case makes its person near: those that put it on one's board. */
  private nearOf(role: Caller['actor']['role']): Readonly<Record<string, readonly string[]>> {
    return { ...this.kinds.boardOf(role), [PERSON]: granted(NEAR, role) };
  }

  /** ケアマネジャーの同僚: whoever manages care in the same office. */
  private async colleagues({ prefecture, actor }: Caller): Promise<string[]> {
    if (!can(actor.role, 'care_management')) return [];
    const { rows } = await this.databases.writer.query<{ id: string }>({
      name: 'care-colleagues',
      text: 'SELECT user_id AS id FROM account WHERE prefecture = $1 AND organization_id = $2',
      values: [prefecture, actor.orgId],
    });
    return rows.map(({ id }) => id);
  }

  private listed(
    { actor }: Caller,
    { id, relations }: Near,
    placeOf: (person: string) => Named,
    identity?: Identity,
  ): PatientListed {
    const { name = '', kana = '', birthDate = '', addressHidden = false } = identity ?? {};
    const place = addressHidden ? NOWHERE : placeOf(id);
    return {
      id,
      name,
      kana,
      birthDate,
      municipality: place,
      begins: this.kinds.beginningsAbout(actor.role, relations),
    };
  }

  private async places({ prefecture }: Caller, people: readonly Near[]): Promise<(person: string) => Named> {
    const { decider } = this.kinds.of(PERSON);
    const [states, nameOf] = await Promise.all([
      this.heads.of(
        prefecture,
        PERSON,
        people.map(({ id }) => id),
      ),
      this.directory.areaNames(prefecture),
    ]);
    return (person) => {
      const id = decider.bearings(states.get(person)).area?.municipalityId ?? '';
      return { id, name: nameOf(id) };
    };
  }

  private async mustNotLookTooOften({ prefecture, actor }: Caller): Promise<void> {
    const { rows } = await this.databases.writer.query<{ looks: number }>({
      name: 'looks-of-late',
      text: `SELECT count(*) AS looks FROM read_log
              WHERE prefecture = $1 AND user_id = $2 AND outcome = 'searched' AND at > now() - make_interval(secs => ${HOUR})`,
      values: [prefecture, actor.userId],
    });
    if ((rows[0]?.looks ?? 0) >= SEARCHES_AN_HOUR) throw tooManyLooks();
  }
}

/** 住所を伏せた方の市町村. */
const NOWHERE: Named = { id: '', name: '' };

const mayNotLook = () =>
  forbidden(
    '生年月日とふりがなで探せるのは、その方について登録や依頼を始める人です。',
    'Only whoever may begin something about a person finds that person by birth date and reading.',
  );

const tooManyLooks = () =>
  refusal(
    429,
    'too_many_looks',
    `探した回数が１時間に${SEARCHES_AN_HOUR}回を超えました。しばらく待つか、相談窓口に登録を頼んでください。`,
    `You have looked for people more than ${SEARCHES_AN_HOUR} times within an hour. Wait a while, or ask the desk to register it.`,
  );
