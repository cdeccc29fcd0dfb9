import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { PersonalStore, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import { RuleBook } from '#directory';
import { atMinute, can, dateIn, forbidden, notFound, plusDays } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { LinkedCases } from '../commands/linked-cases.js';
import type { Consultation, Link } from '../domain/consultation.state.js';
import { DESK_CONTEXT, type DeskRules } from '../domain/desk.rules.js';

const WAYS = ['linked', 'merged_into', 'merged_here', 'split_from', 'split_off'] as const;
type Way = (typeof WAYS)[number];

/** The same bond as the other side sees it. */
const OTHER_WAY: Readonly<Record<Link['as'], Way>> = {
  linked: 'linked',
  merged_into: 'merged_here',
  split_from: 'split_off',
};

class RelatedCase {
  readonly kind!: string;
  @Uuid() readonly id!: string;
}

/** A case as it stands in a list of others: which, how it stands, and what it is about, in codes. */
export class CaseListed {
  readonly about!: RelatedCase;
  readonly state!: string;
  readonly facts!: Record<string, unknown>;
}

export class RelatedListed extends CaseListed {
  @ApiProperty({ enum: WAYS }) readonly way!: Way;
}

export class ConsultationListed extends CaseListed {
  @Moment() readonly receivedAt!: string;
}

/** A row that is still to be given its way or its moment. */
interface Listed {
  readonly about: { readonly kind: string; readonly id: string };
  readonly state: string;
  readonly facts: Record<string, unknown>;
}

/** [D] Cases to choose from: those that come first are the ones meant. */
const MOST = 50;

/** What a case has to do with, from either side, as far as the reader may open it. */
@Injectable()
export class RelatedCases {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly linked: LinkedCases,
    private readonly store: PersonalStore,
    private readonly rules: RuleBook,
  ) {}

  /** @throws not_found for a case of others, as for one that does not exist. */
  async of(caller: Caller, id: string): Promise<RelatedListed[]> {
    const { prefecture, actor } = caller;
    if (!(await this.linked.seen(prefecture, actor, [id])).has(id)) throw notFound('case', '案件');
    const own = (await this.heads.of<Consultation>(prefecture, 'consultation', [id])).get(id);
    const { rows } = await this.databases.writer.query<{ id: string; links: readonly Link[] }>({
      name: 'consultations-that-point-to',
      text: `SELECT stream AS id, state -> 'links' AS links FROM stream_head
              WHERE prefecture = $1 AND kind = 'consultation' AND state -> 'links' <> '[]'::jsonb
                AND state -> 'links' @> $2::jsonb LIMIT ${MOST}`,
      values: [prefecture, JSON.stringify([{ id }])],
    });
    const ways: { id: string; way: Way }[] = [
      ...(own?.links ?? []).map((link) => ({ id: link.id, way: link.as })),
      ...rows.flatMap((row) =>
        row.links.filter((link) => link.id === id).map((link) => ({ id: row.id, way: OTHER_WAY[link.as] })),
      ),
    ];
    const listed = await this.listed(
      caller,
      ways.map((each) => each.id),
    );
    // Two that are linked from both sides are linked once.
    const bonds = new Map(ways.map((each) => [`${each.id} ${each.way}`, each]));
    return [...bonds.values()].flatMap((each) => {
      const found = listed.get(each.id);
      return found ? [{ ...found, way: each.way }] : [];
    });
  }

  /** 結び付けられる案件: other cases of the same person, and the latest calls of the same desk, newest first. */
  async candidates(caller: Caller, id: string): Promise<CaseListed[]> {
    const { prefecture, actor } = caller;
    const seen = await this.linked.seen(prefecture, actor, [id]);
    const own = (await this.heads.of<Consultation>(prefecture, 'consultation', [id])).get(id);
    if (!own || !seen.has(id)) throw notFound('consultation', '相談');
    const [ofPerson, ofDesk] = await Promise.all([
      own.patient === undefined ? [] : this.store.casesOf(prefecture, own.patient, MOST),
      this.databases.writer.query<{ id: string }>({
        name: 'latest-of-desk',
        text: `SELECT stream AS id FROM stream_head
                WHERE prefecture = $1 AND kind = 'consultation' AND state ->> 'desk' = $2
                ORDER BY state ->> 'receivedAt' DESC LIMIT ${MOST}`,
        values: [prefecture, own.desk],
      }),
    ]);
    const known = new Set([id, ...own.links.map((link) => link.id)]);
    const listed = await this.listed(
      caller,
      [...ofPerson, ...ofDesk.rows.map((row) => row.id)].filter((each) => !known.has(each)),
    );
    return [...listed.values()].slice(0, MOST);
  }

  /** 重複の可能性: calls of the same asker or about the same person at one's own desk within the last days. Never a bar. */
  async likelyDuplicates(
    caller: Caller,
    { organization, patient }: { organization: string | undefined; patient: string | undefined },
  ): Promise<ConsultationListed[]> {
    const { prefecture, actor, area } = caller;
    if (!can(actor.role, 'desk_work'))
      throw forbidden(
        '重複の確認は、相談窓口の人が行います。',
        'Likely duplicates are looked for by people at a help desk.',
      );
    if (organization === undefined && patient === undefined) return [];
    const today = dateIn(await this.databases.now());
    const { duplicateDays } = (await this.rules.inForce<DeskRules>(prefecture, DESK_CONTEXT, area, today)).values;
    const { rows } = await this.databases.writer.query<{ id: string }>({
      name: 'likely-duplicates',
      text: `SELECT stream AS id FROM stream_head
              WHERE prefecture = $1 AND kind = 'consultation' AND state ->> 'desk' = $2 AND state ->> 'receivedAt' >= $3
                AND status <> 'MERGED' AND (state ->> 'organization' = $4 OR state ->> 'patient' = $5)
              ORDER BY state ->> 'receivedAt' DESC LIMIT 10`,
      values: [
        prefecture,
        actor.orgId,
        atMinute(plusDays(today, -duplicateDays), 0),
        organization ?? null,
        patient ?? null,
      ],
    });
    const ids = rows.map(({ id }) => id);
    const [listed, states] = await Promise.all([
      this.listed(caller, ids),
      this.heads.of<Consultation>(prefecture, 'consultation', ids),
    ]);
    return ids.flatMap((id) => {
      const [found, state] = [listed.get(id), states.get(id)];
      return found && state && duplicateDays > 0 ? [{ ...found, receivedAt: state.receivedAt }] : [];
    });
  }

  /** Those that the reader may open, in the order asked. */
  private async listed({ prefecture, actor }: Caller, ids: readonly string[]): Promise<Map<string, Listed>> {
    const seen = await this.linked.seen(prefecture, actor, ids);
    const { rows } = await this.databases.writer.query<FoundHead>({
      name: 'related-heads',
      text: `SELECT stream, kind, status, state, state_version FROM stream_head
              WHERE prefecture = $1 AND stream = ANY ($2::uuid[])`,
      values: [prefecture, [...seen.keys()]],
    });
    const found = new Map(
      await Promise.all(
        rows.map(async ({ stream, kind, status, ...head }) => {
          const state = await this.heads.today(prefecture, { stream, kind, ...head });
          const facts = { ...this.kinds.of(kind).card(state as object) };
          return [stream, { about: { kind, id: stream }, state: status, facts }] as const;
        }),
      ),
    );
    return new Map(
      [...new Set(ids)].flatMap((id) => {
        const one = found.get(id);
        return one ? [[id, one] as const] : [];
      }),
    );
  }
}
