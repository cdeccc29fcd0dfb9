import { Injectable } from '@nestjs/common';
import { Heads, Kinds, type AnyKind, type FoundHead } from '#cases';
import type { Instant, Recorded } from '#kernel';
import { EventLog, Follows, recordJson, Vault, type Follower, type Queryable, type StoredRecord } from '#platform';
import { gramsOf, searched, searchedNumber, telephoneGramsOf } from '../domain/grams.js';
import { beginningsOfKey, keysOf } from '../domain/name.js';
import { nameToken, pairTokens } from '../domain/tokens.js';
import { telephonesIn } from '#kernel';
import { seersOf, type Relations } from '../seers.js';

/** Whoever searches or lists waits for this one. */
export const SEARCH_FOLLOWER = 'search.index';

/** The record that says who somebody is. */
export const IDENTITY = 'patient_identity';

/** Status of a person of whom nothing is left to read. */
const ERASED = 'ERASED';

/** From this step of a chase on the case is a matter of those who serve its area, too (`app.relations_to`). */
const ESCALATED = ['ObligationChased', 'ObligationMissed'];

interface Head extends FoundHead {
  readonly version: number;
  readonly relations: Relations;
  readonly escalated: boolean;
}

interface Begun {
  readonly stream: string;
  readonly position: number;
  readonly at: Instant;
}

interface PersonalRow {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly body: object;
}

/** A case as it is searched. */
interface Indexed {
  readonly kind: AnyKind;
  readonly head: Head;
  readonly begun: Begun;
  readonly relations: Relations;
  readonly state: object;
  readonly overAt: Instant | null;
}

/**
 * Keeps what lists and the search look through (ADR 0018). A row says how a case stands now and not what a fact changed, so
 * that it does not matter how often or how late a fact is heard; only the last of a case is looked at.
 */
@Follows(SEARCH_FOLLOWER)
@Injectable()
export class SearchIndex implements Follower {
  readonly owns = ['search_name', 'search_text', 'search_case'];
  readonly on = {};
  readonly together: NonNullable<Follower['together']>;

  constructor(
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly log: EventLog,
    private readonly vault: Vault,
  ) {
    const seen = kinds.all().filter(({ sees }) => Object.keys(sees).length > 0);
    this.together = {
      types: [...seen.flatMap(({ events }) => Object.keys(events)), ...ESCALATED],
      hear: (events, tx) => this.hear(events, tx),
    };
  }

  private async hear(events: readonly Recorded[], tx: Queryable): Promise<void> {
    const [{ prefecture } = { prefecture: '' }] = events;
    const heard = new Map<string, number>();
    for (const { aggregate, correlationId: id } of events)
      heard.set(id, Math.max(heard.get(id) ?? 0, aggregate.id === id ? aggregate.seq : 0));
    const heads = await this.headsOf(tx, prefecture, [...heard.keys()]);
    // Whoever is ahead of what was heard will be heard of again.
    const last = heads.filter(({ stream, version }) => [0, version].includes(heard.get(stream) ?? 0));
    const cases = await this.casesOf(tx, prefecture, last);
    if (cases.length === 0) return;
    await writeCases(tx, prefecture, cases);
    await this.writeRecords(tx, prefecture, cases);
    await forget(
      tx,
      prefecture,
      heads.filter(({ status }) => status === ERASED).map(({ stream }) => stream),
    );
  }

  private async headsOf(tx: Queryable, prefecture: string, ids: readonly string[]): Promise<Head[]> {
    const { rows } = await tx.query<Head>({
      name: 'search-heads',
      text: `SELECT h.stream, h.kind, h.status, h.version, h.state, h.state_version, h.relations,
                    EXISTS (SELECT FROM obligation o WHERE o.prefecture = h.prefecture AND o.case_id = h.stream
                             AND (o.level >= 3 OR o.state = 'missed')) AS escalated
               FROM stream_head h WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[]) ORDER BY h.stream`,
      values: [prefecture, ids],
    });
    return rows;
  }

  private async casesOf(tx: Queryable, prefecture: string, heads: readonly Head[]): Promise<Indexed[]> {
    const { rows } = await tx.query<Begun>({
      name: 'search-begun',
      text: `SELECT stream, position, occurred_at AS at FROM event
              WHERE prefecture = $1 AND stream = ANY ($2::uuid[]) AND seq = 1`,
      values: [prefecture, heads.map(({ stream }) => stream)],
    });
    const begun = new Map(rows.map((row) => [row.stream, row]));
    const cases = await Promise.all(
      heads.map(async (head): Promise<Indexed[]> => {
        const kind = this.kinds.of(head.kind);
        const first = begun.get(head.stream);
        const state = (await this.heads.today(prefecture, head)) as object | null;
        if (!first || !state) return [];
        const { area } = head.relations;
        const relations = { ...head.relations, ...(head.escalated && area && { escalated_area: area }) };
        const overAt = isOver(kind, state) ? await this.overSince(prefecture, kind, head.stream) : null;
        return [{ kind, head, begun: first, relations, state, overAt }];
      }),
    );
    return cases.flat();
  }

  /** When nothing was left to do, as the log tells it: what was said of the case afterwards does not move it. */
  private async overSince(prefecture: string, kind: AnyKind, id: string): Promise<Instant | null> {
    let state = kind.decider.initial;
    let since: Instant | null = null;
    for (const event of await this.log.stream(prefecture, id)) {
      state = kind.decider.evolve(state, event, event.occurredAt);
      since = isOver(kind, state as object) ? (since ?? event.occurredAt) : null;
    }
    return since;
  }

  private async writeRecords(tx: Queryable, prefecture: string, cases: readonly Indexed[]): Promise<void> {
    const { rows: found } = await tx.query<{ record: StoredRecord }>({
      name: 'search-records',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p
               LEFT JOIN stream_head owner ON owner.prefecture = $1 AND owner.stream = coalesce(p.subject, p.about)
              WHERE p.prefecture = $1 AND p.about = ANY ($2::uuid[]) AND owner.status IS DISTINCT FROM '${ERASED}'`,
      values: [prefecture, cases.map(({ head }) => head.stream)],
    });
    const records = found.map(({ record }) => record);
    const bodies = await this.vault.opened(prefecture, records);
    const rows = records.map(({ id, kind, about }, i): PersonalRow => ({ id, kind, about, body: bodies[i] ?? {} }));
    const blind = await this.vault.blinder(prefecture);
    const of = new Map(cases.map((one) => [one.head.stream, one]));
    const names = rows.filter(({ kind }) => kind === IDENTITY);
    const texts = rows.flatMap((record) => {
      const about = record.kind === IDENTITY ? undefined : of.get(record.about);
      return about ? [textRow(prefecture, about, record, blind)] : [];
    });
    await tx.query({
      name: 'search-write-names',
      text: `INSERT INTO search_name (prefecture, token, person, record, length)
             SELECT $1, n.token, n.person, n.record, min(n.length)
               FROM json_to_recordset($2::json) AS n(token bigint, person uuid, record uuid, length smallint)
              GROUP BY 2, 3, 4
             ON CONFLICT DO NOTHING`,
      values: [
        prefecture,
        JSON.stringify(
          names.flatMap(({ id, about, body }) => {
            const beginnings = keysOf(body).flatMap(beginningsOfKey);
            const tokens = blind(beginnings.map(({ beginning }) => nameToken(beginning)));
            return beginnings.map(({ length }, i) => ({ token: tokens[i], person: about, record: id, length }));
          }),
        ),
      ],
    });
    await tx.query({
      name: 'search-write-texts',
      text: `INSERT INTO search_text AS s (prefecture, record, kind, stream, position, grams, seers)
             SELECT $1, t.record, t.kind, t.stream, t.position, t.grams, t.seers
               FROM json_to_recordset($2::json)
                    AS t(record uuid, kind text, stream uuid, position bigint, grams bigint[], seers bigint[])
             ON CONFLICT (prefecture, record) DO UPDATE
               SET seers = excluded.seers WHERE s.seers <> excluded.seers`,
      values: [prefecture, JSON.stringify(texts)],
    });
  }
}

/** 消去: nothing of the persons is found any more, in whatever case it was written. */
async function forget(tx: Queryable, prefecture: string, erased: readonly string[]): Promise<void> {
  if (erased.length === 0) return;
  await tx.query({
    name: 'search-forget',
    text: `WITH gone AS (
             SELECT id FROM personal_record
              WHERE prefecture = $1 AND (subject = ANY ($2::uuid[]) OR (subject IS NULL AND about = ANY ($2::uuid[])))
           ), names AS (DELETE FROM search_name WHERE prefecture = $1 AND record IN (SELECT id FROM gone))
           DELETE FROM search_text WHERE prefecture = $1 AND record IN (SELECT id FROM gone)`,
    values: [prefecture, erased],
  });
}

const isOver = (kind: AnyKind, state: object): boolean => {
  if (kind.isOver) return kind.isOver(state);
  const duties = kind.decider.duties(state);
  return duties.length > 0 && duties.every((duty) => duty.state !== 'open');
};

function textRow(
  prefecture: string,
  { kind, head, begun, relations }: Indexed,
  { id, kind: record, body }: PersonalRow,
  blind: (texts: readonly string[]) => number[],
) {
  const words = textOf(body);
  const telephones = telephonesIn(words);
  const text = searched(words);
  const barred = Object.entries(kind.withheld ?? {}).flatMap(([relation, kinds]) =>
    kinds.includes(record) ? relation : [],
  );
  return {
    record: id,
    kind: record,
    stream: head.stream,
    position: begun.position,
    grams: blind(pairTokens([...gramsOf(text), ...telephones.flatMap(telephoneGramsOf)])),
    seers: seersOf(prefecture, head.kind, relations, barred),
  };
}

/** Everything that a record says, field after field. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join('\n') : '';
};

async function writeCases(tx: Queryable, prefecture: string, cases: readonly Indexed[]): Promise<void> {
  const rows = cases.map(({ kind, head, begun, relations, state, overAt }) => {
    const duties = kind.decider.duties(state);
    return {
      stream: head.stream,
      kind: head.kind,
      position: begun.position,
      begun_at: begun.at,
      untouched: overAt === null && duties.length > 0 && duties.every((duty) => duty.state !== 'met'),
      over_at: overAt,
      person: kind.decider.bearings(state).patientRef ?? null,
      number: searchedNumber(kind.number?.(state) ?? ''),
      seers: seersOf(prefecture, head.kind, relations),
    };
  });
  await tx.query({
    name: 'search-write-cases',
    text: `INSERT INTO search_case AS s (prefecture, ${COLUMNS})
           SELECT $1, ${COLUMNS} FROM json_to_recordset($2::json)
                  AS c(stream uuid, kind text, position bigint, begun_at timestamptz, untouched boolean,
                       over_at timestamptz, person uuid, number text, seers bigint[])
           ON CONFLICT (prefecture, stream) DO UPDATE SET (${COLUMNS}) = ROW (excluded.stream, excluded.kind,
             excluded.position, excluded.begun_at, excluded.untouched, excluded.over_at, excluded.person,
             excluded.number, excluded.seers)
             WHERE s.* IS DISTINCT FROM excluded.*`,
    values: [prefecture, JSON.stringify(rows)],
  });
}

const COLUMNS = 'stream, kind, position, begun_at, untouched, over_at, person, number, seers';
