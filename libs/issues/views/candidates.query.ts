import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
import { Directory } from '#directory';
import { can, forbidden, type Instant, type IssueType, type Scene } from '#kernel';
import { Databases, type Queryable } from '#platform';
import type { SignalSource } from '../domain/issue-types.js';
import type { IssueCandidates } from '../http/read.dto.js';
import { issueSignalKind } from '../issues.kinds.js';
import { NarrativesOf } from './narratives-of.query.js';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly scene: Scene;
  readonly issueType: IssueType;
  readonly subject: string | null;
  readonly source: SignalSource;
  readonly origin: string | null;
  readonly municipality: string;
  readonly severity: number;
  readonly occurredAt: Instant;
}

/** What a person wrote is confirmed by a person; what the system noticed is what it is. */
const WRITTEN: readonly SignalSource[] = ['consultation', 'survey', 'training', 'drill', 'manual'];
const AT_ONCE = 100;

/** Whoever looks, and what waits for him. */
const OWN = 'WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)';
const WAITING = `FROM me CROSS JOIN issue_signal s
                 JOIN stream_head h ON h.prefecture = s.prefecture AND h.stream = s.id
                CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
                WHERE s.prefecture = $1 AND s.secondary_area_id = $4 AND s.withdrawn_at IS NULL AND NOT s.confirmed
                  AND s.source = ANY ($5::text[]) AND $6::text[] && r.relations`;

/** 課題の候補: what coordinators have still to confirm, tag or withdraw, in the reader's own area, oldest first. */
@Injectable()
export class Candidates {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly narratives: NarrativesOf,
  ) {}

  /** @throws forbidden for whoever raises no signals */
  async of(caller: Caller): Promise<IssueCandidates> {
    const { prefecture, actor } = caller;
    if (!can(actor.role, 'signal_raising'))
      throw forbidden(
        '課題の候補を確かめるのは、相談窓口と拠点です。',
        'Candidates are confirmed by the help desks and bases.',
      );
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const found = await tx.query<Row>({
        name: 'issue-candidates',
        text: `${OWN} SELECT s.id, s.key, s.scene, s.issue_type AS "issueType", s.subject, s.source,
                      CASE WHEN s.source = 'consultation' THEN h.state ->> 'sourceId' END AS origin,
                      s.municipality_id AS municipality, s.severity, s.occurred_at AS "occurredAt"
                 ${WAITING}
                ORDER BY s.occurred_at, s.id LIMIT ${AT_ONCE + 1}`,
        values: this.reader(caller),
      });
      return found.rows;
    });
    const shown = rows.slice(0, AT_ONCE);
    const refs = await this.narratives.refs(
      prefecture,
      shown.map(({ id }) => id),
      { confirmed: false },
    );
    const [texts, nameOf] = await Promise.all([
      this.narratives.texts(caller, 'issue_candidates', [...refs.values()]),
      this.directory.areaNames(prefecture),
    ]);
    return {
      candidates: shown.map(({ municipality, ...row }) => ({
        ...row,
        municipality: { id: municipality, name: nameOf(municipality) },
        narrative: texts.get(refs.get(row.id) ?? '') ?? null,
      })),
      more: rows.length > AT_ONCE,
    };
  }

  /** How many wait; null for whoever confirms none. */
  async count(tx: Queryable, caller: Caller): Promise<number | null> {
    if (!can(caller.actor.role, 'signal_raising')) return null;
    const { rows } = await tx.query<{ waiting: number }>({
      name: 'issue-candidates-counted',
      text: `${OWN} SELECT count(*)::int AS waiting ${WAITING}`,
      values: this.reader(caller),
    });
    return rows[0]?.waiting ?? 0;
  }

  private reader({ prefecture, actor, area }: Caller): unknown[] {
    const sight = this.kinds.sightOf(actor.role)[issueSignalKind.kind] ?? [];
    return [prefecture, actor.userId, actor.orgId, area.secondaryAreaId, WRITTEN, sight];
  }
}
