import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { RegionalIssue } from '../domain/regional-issue.js';
import type { IssueLevel } from '../domain/issue-types.js';
import type { SignalSeen } from '../domain/signal-seen.js';

/** From this moment on, before that one; as one would have counted on a day of before. */
export interface SignalRange {
  readonly from?: Instant;
  readonly before?: Instant;
  readonly knownAt?: Instant;
}

/** Column by which the signals of an area are found. */
const AREA: Readonly<Record<IssueLevel, string>> = {
  municipality: 'municipality_id',
  home_care_area: 'home_care_area_id::text',
  secondary_area: 'secondary_area_id::text',
  prefecture: 'prefecture',
};

/** The signals behind a number (根拠): of one key in one area, oldest first. */
@Injectable()
export class SignalsOf {
  /** Ids of the newest that stand behind an issue: what it is about just now. */
  async newest(
    tx: Queryable,
    prefecture: string,
    { key, level, areaId }: Pick<RegionalIssue, 'key' | 'level' | 'areaId'>,
    limit: number,
  ): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>({
      name: `issue-newest-${level}`,
      text: `SELECT id FROM issue_signal
              WHERE prefecture = $1 AND key = $2 AND ${AREA[level]} = $3 AND withdrawn_at IS NULL
              ORDER BY occurred_at DESC, id LIMIT $4`,
      values: [prefecture, key, level === 'prefecture' ? prefecture : areaId, limit],
    });
    return rows.map(({ id }) => id);
  }

  /** Keys under which any signal of this key has ever stood, this one among them: what was told of them tells of it. */
  async keysSharing(tx: Queryable, prefecture: string, key: string): Promise<string[]> {
    const { rows } = await tx.query<{ key: string }>({
      name: 'issue-keys-sharing',
      text: `SELECT $2 AS key UNION
             SELECT o.key FROM issue_signal s JOIN issue_signal o ON o.prefecture = s.prefecture AND o.id = s.id
              WHERE s.prefecture = $1 AND s.key = $2 ORDER BY key`,
      values: [prefecture, key],
    });
    return rows.map(({ key: found }) => found);
  }

  async of(
    tx: Queryable,
    prefecture: string,
    { key, level, areaId }: { readonly key: string; readonly level: IssueLevel; readonly areaId: string },
    { from, before, knownAt }: SignalRange = {},
  ): Promise<SignalSeen[]> {
    const { rows } = await tx.query<SignalSeen>({
      name: `issue-signals-${level}`,
      text: `SELECT id, source, scene, issue_type AS "issueType", subject, municipality_id AS municipality,
                    other_municipalities AS "otherMunicipalities", case_key AS "caseKey", reporter, severity,
                    escalation_reason AS "escalationReason", occurred_at AS "occurredAt", recorded_at AS "recordedAt", position
               FROM issue_signal
              WHERE prefecture = $1 AND key = $2 AND ${AREA[level]} = $3
                AND ($4::timestamptz IS NULL OR occurred_at >= $4) AND ($5::timestamptz IS NULL OR occurred_at < $5)
                AND recorded_at <= coalesce($6, app.now()) AND (withdrawn_at IS NULL OR withdrawn_at > coalesce($6, app.now()))
              ORDER BY occurred_at, id`,
      values: [
        prefecture,
        key,
        level === 'prefecture' ? prefecture : areaId,
        from ?? null,
        before ?? null,
        knownAt ?? null,
      ],
    });
    return rows;
  }
}
