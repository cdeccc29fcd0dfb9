import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Databases, Followers, recordJson, Vault, type StoredRecord } from '#platform';
import { askedWords, gramsOf, searched, searchedNumber, telephoneGramsOf } from '../domain/grams.js';
import { askedNames } from '../domain/name.js';
import { nameToken, pairTokens } from '../domain/tokens.js';
import { askedDigits, telephonesIn } from '#kernel';
import { excerptOf } from '../domain/excerpt.js';
import type { CaseFound, CaseInList, Found, PersonFound, Reason } from '../http/search.dto.js';
import { CaseRows } from './case-rows.js';
import { newest, type Candidate } from './newest.js';
import { SEARCH_FOLLOWER, textOf } from './search-index.projection.js';
import { Sights, type Sight } from './sight.js';

/** [D] What one look takes in. */
const MOST_PEOPLE = 10;
const MOST_CASES = 20;
const CASES_OF_A_PERSON = 5;
/** What has slipped from the reader's sight since it was indexed takes no room from what has not. */
const SPARE = 20;

/** [D] People of one name who are looked at one by one. */
const MOST_NAMED = 500;

/** Whom the words of a name mean, each by the beginning of a key. */
const NAMED = `
  WITH named AS (
    SELECT n.person, min(n.length) AS length
      FROM json_to_recordset($2::json) AS w(word int, token bigint)
      JOIN search_name n ON n.prefecture = $1 AND n.token = w.token
     GROUP BY n.person HAVING count(DISTINCT w.word) = $3
  )`;
const SHORTEST_FIRST = 'ORDER BY named.length, named.person';

/** Sorts behind everything that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/** [D] So often more are opened where what was proposed does not say it. */
const MOST_ROUNDS = 20;

interface Proposed extends Candidate {
  readonly record: string;
  readonly id: string;
}

interface Hit extends Candidate {
  readonly why: Reason;
  readonly record: string | null;
}

interface Person {
  readonly person: string;
  readonly streams: readonly string[];
}

/**
 * 検索: people by name, cases by a word, a telephone number or their own number. A count of what is there is told to nobody;
 * what is answered is what the reader sees, and how many more there are is not looked for.
 */
@Injectable()
export class Search {
  constructor(
    private readonly databases: Databases,
    private readonly followers: Followers,
    private readonly sights: Sights,
    private readonly rows: CaseRows,
    private readonly store: PersonalStore,
    private readonly vault: Vault,
  ) {}

  async of(caller: Caller, query: string, after: number, position?: number): Promise<Found> {
    if (position !== undefined) await this.followers.reached(caller.prefecture, position, [SEARCH_FOLLOWER]);
    const sight = await this.sights.of(caller);
    // Who works without names finds cases by their numbers.
    const reads = this.store.mayRead(caller);
    const first = after === Number.MAX_SAFE_INTEGER;
    const [people, numbered, told] = await Promise.all([
      reads && first ? this.peopleOf(sight, query) : [],
      first ? this.numbered(sight, query) : [],
      reads ? this.told(sight, query, after) : [],
    ]);
    const hits = once([...numbered, ...told]);
    const seen = await this.sights.seen(sight, [
      ...people.flatMap(({ streams }) => streams),
      ...hits.map(({ stream }) => stream),
    ]);
    const visible = hits.filter(({ stream, record }) => {
      const head = seen.get(stream);
      return head !== undefined && (record === null || this.sights.reads(sight, head, record));
    });
    const shown = visible.slice(0, MOST_CASES);
    const known = people.filter(({ streams }) => streams.some((stream) => seen.has(stream)));
    const ids = new Set([...shown.map(({ stream }) => stream), ...known.flatMap(({ streams }) => streams)]);
    const rows = new Map(
      (await this.rows.of(sight, 'search', [...ids], seen)).map((row) => [row.about.id, row] as const),
    );
    const last = visible.length > MOST_CASES ? shown.at(-1) : hits.at(-1);
    return {
      people: await this.peopleFound(caller, known.slice(0, MOST_PEOPLE), rows),
      morePeople: known.length > MOST_PEOPLE,
      cases: await this.casesFound(caller, query, shown, rows),
      next: hits.length > MOST_CASES && last ? last.position : null,
    };
  }

  /** People of whom the reader sees a case, those named most shortly first. */
  private async peopleOf(sight: Sight, query: string): Promise<Person[]> {
    for (const words of askedNames(query)) {
      const found = await this.namedSo(sight, words);
      if (found.length > 0) return found;
    }
    return [];
  }

  /**
   * Of a common name the first few are looked at, which is all that somebody needs who sees most of them; who sees few is
   * asked the other way round, from his own cases.
   */
  private async namedSo(sight: Sight, words: readonly (readonly string[])[]): Promise<Person[]> {
    const { prefecture } = sight.caller;
    const ways = words.flatMap((all, word) => all.map((beginning) => ({ word, beginning })));
    const blind = await this.vault.blinder(prefecture);
    const tokens = blind(ways.map(({ beginning }) => nameToken(beginning)));
    const asked = ways.map(({ word }, i) => ({ word, token: tokens[i] }));
    const values = [prefecture, JSON.stringify(asked), words.length];
    const { writer } = this.databases;
    const first = await writer.query<{ person: string }>(
      `${NAMED} SELECT person FROM named ${SHORTEST_FIRST} LIMIT ${MOST_NAMED}`,
      values,
    );
    const near = await this.withCases(sight, first.rows);
    if (near.length === MOST_PEOPLE + SPARE || first.rows.length < MOST_NAMED) return near;
    const own = await writer.query<{ person: string }>(
      `${NAMED}, own AS MATERIALIZED (
         SELECT DISTINCT person FROM search_case WHERE prefecture = $1 AND seers && $4::bigint[]
       )
       SELECT named.person FROM named JOIN own ON own.person = named.person
       ${SHORTEST_FIRST} LIMIT ${MOST_PEOPLE + SPARE}`,
      [...values, sight.seers],
    );
    return this.withCases(sight, own.rows);
  }

  private async withCases({ caller, seers }: Sight, people: readonly { person: string }[]): Promise<Person[]> {
    const { rows } = await this.databases.writer.query<Person>({
      name: 'search-people-with-cases',
      text: `SELECT p.person, seen.streams
               FROM unnest($2::uuid[]) WITH ORDINALITY AS p(person, n)
              CROSS JOIN LATERAL (
                    SELECT array_agg(stream) AS streams
                      FROM (SELECT stream FROM search_case c
                             WHERE c.prefecture = $1 AND c.person = p.person AND c.seers && $3::bigint[]
                             ORDER BY c.person = c.stream, position DESC LIMIT ${CASES_OF_A_PERSON}) c) seen
              WHERE seen.streams IS NOT NULL ORDER BY p.n LIMIT ${MOST_PEOPLE + SPARE}`,
      values: [caller.prefecture, people.map(({ person }) => person), seers],
    });
    return rows;
  }

  private async numbered({ caller, seers }: Sight, query: string): Promise<Hit[]> {
    const number = searchedNumber(query);
    if (number === null) return [];
    const { rows } = await this.databases.writer.query<Candidate>(
      `SELECT stream, position FROM search_case
        WHERE prefecture = $1 AND number >= $2 AND number < $3 AND seers && $4::bigint[]
        ORDER BY number, position LIMIT ${MOST_CASES}`,
      [caller.prefecture, number, number + LAST, seers],
    );
    return rows.map((row) => ({ ...row, why: 'number', record: null }));
  }

  /** Cases of which a text says it. */
  private async told(sight: Sight, query: string, after: number): Promise<Hit[]> {
    const words = askedWords(query);
    const digits = askedDigits(query);
    const saysWords = (text: string) => {
      const said = searched(text);
      return words.every((word) => said.includes(word));
    };
    const [texts, telephones] = await Promise.all([
      words.length > 0 ? this.textsWith(sight, words.flatMap(gramsOf), saysWords, after) : [],
      digits === undefined
        ? []
        : this.textsWith(
            sight,
            telephoneGramsOf(digits),
            (text) => telephonesIn(text).some((number) => number.includes(digits)),
            after,
          ),
    ]);
    return [
      ...telephones.map((hit) => ({ ...hit, why: 'telephone' as const })),
      ...texts.map((hit) => ({ ...hit, why: 'text' as const })),
    ];
  }

  /** The index proposes what has all pairs of characters; what is opened tells whether they stand together. */
  private async textsWith(
    { caller: { prefecture }, seers }: Sight,
    grams: readonly number[],
    says: (text: string) => boolean,
    after: number,
  ): Promise<(Candidate & { record: string })[]> {
    const blind = await this.vault.blinder(prefecture);
    const tokens = blind(pairTokens(grams));
    const most = MOST_CASES + SPARE;
    const found: Proposed[] = [];
    let before = after;
    for (let round = 0; round < MOST_ROUNDS && found.length < most; round++) {
      const proposed = await newest<Proposed>(
        this.databases.writer,
        prefecture,
        {
          table: 'search_text',
          columns: ', kind AS record, record AS id',
          where: ['seers && $3::bigint[]', 'grams @> $4::bigint[]'],
          values: [seers, tokens],
        },
        before,
        most,
      );
      const saying = await this.saying(prefecture, proposed, says);
      found.push(...proposed.filter(({ id }) => saying.has(id)));
      if (proposed.length < most) break;
      before = proposed.at(-1)?.position ?? 0;
    }
    return found.slice(0, most);
  }

  /** Which of them say it. They are looked at by nobody yet. */
  private async saying(
    prefecture: string,
    proposed: readonly Proposed[],
    says: (text: string) => boolean,
  ): Promise<ReadonlySet<string>> {
    if (proposed.length === 0) return new Set();
    const { rows } = await this.databases.writer.query<{ record: StoredRecord }>({
      name: 'search-proposed',
      text: `SELECT ${recordJson('p')} AS record FROM personal_record p WHERE prefecture = $1 AND id = ANY ($2::uuid[])`,
      values: [prefecture, proposed.map(({ id }) => id)],
    });
    const records = rows.map(({ record }) => record);
    const bodies = await this.vault.opened(prefecture, records);
    return new Set(records.flatMap(({ id }, i) => (says(textOf(bodies[i])) ? id : [])));
  }

  private async peopleFound(
    caller: Caller,
    people: readonly Person[],
    rows: ReadonlyMap<string, CaseInList>,
  ): Promise<PersonFound[]> {
    const named = await this.rows.namesOf(
      caller,
      'search',
      people.map(({ person }) => person),
    );
    return people.flatMap(({ person, streams }) => {
      const who = named.get(person);
      if (!who) return [];
      const cases = streams.flatMap((stream) => (stream === person ? [] : (rows.get(stream) ?? [])));
      return [Object.assign({}, who, { cases })];
    });
  }

  private async casesFound(
    caller: Caller,
    query: string,
    hits: readonly Hit[],
    rows: ReadonlyMap<string, CaseInList>,
  ): Promise<CaseFound[]> {
    const found = hits.filter((hit): hit is Hit & { record: string } => hit.record !== null);
    const texts = await this.store.read(
      caller,
      'search',
      found.map(({ stream }) => stream),
      [...new Set(found.map(({ record }) => record))],
    );
    const excerpts = new Map<string, string>();
    for (const { about, kind, body } of texts) {
      const excerpt = excerptOf(textOf(body), query);
      if (excerpt !== '') excerpts.set(`${about} ${kind}`, excerpt);
    }
    return hits.flatMap(({ stream, why, record }): CaseFound[] => {
      const row = rows.get(stream);
      if (!row) return [];
      return [Object.assign({}, row, { why, record, excerpt: excerpts.get(`${stream} ${record}`) ?? '' })];
    });
  }
}

/** What was found by its number, and then the newest first; a case that was found in several ways once, by the first of them. */
const once = (hits: readonly Hit[]): Hit[] => {
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(hit.stream)) first.set(hit.stream, hit);
  return [...first.values()].toSorted(
    (a, b) => Number(a.record !== null) - Number(b.record !== null) || b.position - a.position,
  );
};
