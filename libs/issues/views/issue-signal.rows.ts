import type { Instant, Recorded } from '#kernel';
import type { Queryable } from '#platform';
import { aliasAt, type Aliases } from '../domain/aliases.js';
import type { IssueSignalRaised, IssueSignalTagged } from '../domain/issue-signal.events.js';
import type { WantedIssue } from '../domain/regional-issue.commands.js';
import type { Signal } from '../domain/counts.js';
import { namedBy, type Standing } from '../domain/roll-up.js';

/** The tables of the roll-up. Read and written in its own transaction only. */

/** A row for each time that it is raised: one that comes back after a withdrawal was not known in between. */
export async function insertSignal(
  tx: Queryable,
  { prefecture, position, aggregate, occurredAt, recordedAt, payload }: Recorded<IssueSignalRaised>,
  key: string,
): Promise<void> {
  const { key: tagged, source, scene, issueType, subject, area, otherAreas = [], caseKey, severity } = payload;
  await tx.query({
    name: 'issue-signal-raised',
    text: `INSERT INTO issue_signal (prefecture, id, position, since, tagged, key, source, scene, issue_type, subject, municipality_id,
             home_care_area_id, secondary_area_id, tertiary_area_id, other_municipalities, case_key, reporter, severity,
             escalation_reason, occurred_at, recorded_at)
           VALUES ($1, $2, $3, $3, $20, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    values: [
      prefecture,
      aggregate.id,
      position,
      key,
      source,
      scene,
      issueType,
      subject ?? null,
      area.municipalityId,
      area.homeCareAreaId,
      area.secondaryAreaId,
      area.tertiaryAreaId,
      otherAreas.map(({ municipalityId }) => municipalityId),
      caseKey,
      payload.reporterOrganization ?? null,
      severity,
      payload.escalationReason ?? null,
      occurredAt,
      recordedAt,
      tagged,
    ],
  });
}

const SIGNAL = `id, municipality_id AS municipality, other_municipalities AS "otherMunicipalities", case_key AS "caseKey",
  reporter, severity, escalation_reason AS "escalationReason", occurred_at AS "occurredAt"`;

/** A signal and the key that it counts under. */
export interface Keyed extends Signal {
  readonly key: string;
}

/** Answers the signal that is gone; nothing where none stood. */
export async function withdrawSignal(
  tx: Queryable,
  { prefecture, aggregate, recordedAt }: Recorded,
): Promise<Keyed | undefined> {
  const { rows } = await tx.query<Keyed>({
    name: 'issue-signal-withdrawn',
    text: `UPDATE issue_signal SET withdrawn_at = $3 WHERE prefecture = $1 AND id = $2 AND withdrawn_at IS NULL
           RETURNING key, ${SIGNAL}`,
    values: [prefecture, aggregate.id, recordedAt],
  });
  return rows[0];
}

export async function signalAt(tx: Queryable, { prefecture, aggregate }: Recorded): Promise<Keyed | undefined> {
  const { rows } = await tx.query<Keyed>({
    name: 'issue-signal-at',
    text: `SELECT key, ${SIGNAL} FROM issue_signal WHERE prefecture = $1 AND id = $2 AND withdrawn_at IS NULL`,
    values: [prefecture, aggregate.id],
  });
  return rows[0];
}

const SAME = `prefecture, id, position, source, municipality_id, home_care_area_id, secondary_area_id, tertiary_area_id,
  other_municipalities, case_key, reporter, severity, escalation_reason, occurred_at`;

/** A signal is tagged anew: from this event on it counts under this key. What it counted for until then stays known. */
export const tagSignal = (
  tx: Queryable,
  { prefecture, aggregate, recordedAt, position, payload }: Recorded<IssueSignalTagged>,
  key: string,
) =>
  tx.query({
    name: 'issue-signal-tagged',
    text: `WITH gone AS (
             UPDATE issue_signal SET withdrawn_at = $3 WHERE prefecture = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING *
           )
           INSERT INTO issue_signal (${SAME}, scene, issue_type, subject, tagged, key, since, recorded_at, confirmed)
           SELECT ${SAME}, $4, $5, $6, $7, $8, $9, $3, true FROM gone`,
    values: [
      prefecture,
      aggregate.id,
      recordedAt,
      payload.scene,
      payload.issueType,
      payload.subject ?? null,
      payload.key,
      key,
      position,
    ],
  });

/** It is what it was taken for: nothing of it counts otherwise. */
export const confirmSignal = (tx: Queryable, { prefecture, aggregate }: Recorded) =>
  tx.query({
    name: 'issue-signal-confirmed',
    text: 'UPDATE issue_signal SET confirmed = true WHERE prefecture = $1 AND id = $2 AND withdrawn_at IS NULL',
    values: [prefecture, aggregate.id],
  });

/** Signals of one key that were tagged alike in one municipality. */
interface Group {
  readonly key: string;
  readonly tagged: string;
  readonly municipality: string;
}

export async function groupsOf(tx: Queryable, prefecture: string, municipalities: readonly string[]): Promise<Group[]> {
  const { rows } = await tx.query<Group>({
    name: 'issue-signal-groups',
    text: `SELECT DISTINCT key, tagged, municipality_id AS municipality FROM issue_signal
            WHERE prefecture = $1 AND municipality_id = ANY ($2::text[]) AND withdrawn_at IS NULL
            ORDER BY key, tagged, municipality_id`,
    values: [prefecture, municipalities],
  });
  return rows;
}

/** They count under another key from this event on. */
export const moveGroup = (
  tx: Queryable,
  { prefecture, recordedAt, position }: Pick<Recorded, 'prefecture' | 'recordedAt' | 'position'>,
  { key: from, tagged, municipality }: Group,
  to: string,
) =>
  tx.query({
    name: 'issue-signals-moved',
    text: `WITH gone AS (
             UPDATE issue_signal SET withdrawn_at = $6
              WHERE prefecture = $1 AND key = $2 AND tagged = $3 AND municipality_id = $4 AND withdrawn_at IS NULL
             RETURNING *
           )
           INSERT INTO issue_signal (${SAME}, scene, issue_type, subject, tagged, key, since, recorded_at, confirmed)
           SELECT ${SAME}, scene, issue_type, subject, tagged, $5, $7, $6, confirmed FROM gone`,
    values: [prefecture, from, tagged, municipality, to, recordedAt, position],
  });

/** Which key stands for which other, by area. */
export async function aliasesOf(tx: Queryable, prefecture: string): Promise<Aliases> {
  const { rows } = await tx.query<{ key: string; area: string; into: string }>({
    name: 'issue-aliases',
    text: 'SELECT key, area_id AS area, into_key AS into FROM issue_alias WHERE prefecture = $1',
    values: [prefecture],
  });
  return new Map(rows.map(({ key, area, into }) => [aliasAt(key, area), into]));
}

export const addAlias = (tx: Queryable, prefecture: string, key: string, area: string, into: string) =>
  tx.query({
    name: 'issue-alias-added',
    text: `INSERT INTO issue_alias (prefecture, key, area_id, into_key) VALUES ($1, $2, $3, $4)
           ON CONFLICT (prefecture, key, area_id) DO UPDATE SET into_key = EXCLUDED.into_key`,
    values: [prefecture, key, area, into],
  });

export const removeAlias = (tx: Queryable, prefecture: string, key: string, area: string) =>
  tx.query({
    name: 'issue-alias-removed',
    text: 'DELETE FROM issue_alias WHERE prefecture = $1 AND key = $2 AND area_id = $3',
    values: [prefecture, key, area],
  });

/** Those of a key that stand, in order; of one municipality, or of all. */
export async function signalsOf(
  tx: Queryable,
  prefecture: string,
  key: string,
  municipality?: string,
): Promise<Signal[]> {
  const { rows } = await tx.query<Signal>({
    name: municipality === undefined ? 'issue-signals-of-key' : 'issue-signals-of-municipality',
    text: `SELECT ${SIGNAL} FROM issue_signal
            WHERE prefecture = $1 AND key = $2 AND withdrawn_at IS NULL
              ${municipality === undefined ? '' : 'AND municipality_id = $3'} ORDER BY occurred_at, id`,
    values: [prefecture, key, ...(municipality === undefined ? [] : [municipality])],
  });
  return rows;
}

/** As `signalsOf`, of many keys at once. */
export async function signalsByKey(
  tx: Queryable,
  prefecture: string,
  keys: readonly string[],
): Promise<Map<string, Signal[]>> {
  const { rows } = await tx.query<Keyed>({
    name: 'issue-signals-by-key',
    text: `SELECT key, ${SIGNAL} FROM issue_signal
            WHERE prefecture = $1 AND key = ANY ($2::text[]) AND withdrawn_at IS NULL ORDER BY key, occurred_at, id`,
    values: [prefecture, keys],
  });
  return byKey(rows);
}

/** Rows of many keys, each with those of its own, in their order. */
function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Omit<Row, 'key'>[]> {
  const found = new Map<string, Omit<Row, 'key'>[]>();
  for (const { key, ...row } of rows) {
    const own = found.get(key);
    if (own) own.push(row);
    else found.set(key, [row]);
  }
  return found;
}

export async function municipalitiesOf(tx: Queryable, prefecture: string, key: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'issue-municipalities',
    text: `SELECT DISTINCT municipality_id AS id FROM issue_signal
            WHERE prefecture = $1 AND key = $2 AND withdrawn_at IS NULL`,
    values: [prefecture, key],
  });
  return rows.map(({ id }) => id);
}

/** Every key of which something was ever counted or asked for. */
export async function keysOf(tx: Queryable, prefecture: string): Promise<string[]> {
  const { rows } = await tx.query<{ key: string }>({
    name: 'issue-keys',
    text: `SELECT key FROM issue_node WHERE prefecture = $1 UNION SELECT key FROM issue_standing WHERE prefecture = $1
            ORDER BY key`,
    values: [prefecture],
  });
  return rows.map(({ key }) => key);
}

type StandingRow = Standing & { readonly id: string };

export async function standingByKey(
  tx: Queryable,
  prefecture: string,
  keys: readonly string[],
): Promise<Map<string, Map<string, Standing>>> {
  const { rows } = await tx.query<StandingRow & { key: string }>({
    name: 'issue-standing-by-key',
    text: `SELECT key, issue_id AS id, level, area_id AS "areaId", episode, since, closed, dismissed,
                  escalated_at AS "escalatedAt", asked
             FROM issue_standing WHERE prefecture = $1 AND key = ANY ($2::text[]) ORDER BY key, issue_id`,
    values: [prefecture, keys],
  });
  const found = byKey(rows) as Map<string, StandingRow[]>;
  return new Map([...found].map(([key, own]) => [key, new Map(own.map(({ id, ...standing }) => [id, standing]))]));
}

export const standingOf = async (tx: Queryable, prefecture: string, key: string): Promise<Map<string, Standing>> =>
  (await standingByKey(tx, prefecture, [key])).get(key) ?? new Map();

/** The roll-up has asked for it: from now on it stands, in this episode. */
export const remember = (tx: Queryable, prefecture: string, wanted: WantedIssue) =>
  tx.query({
    name: 'issue-standing-asked',
    text: `INSERT INTO issue_standing (prefecture, issue_id, key, level, area_id, episode, asked)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (prefecture, issue_id)
             DO UPDATE SET episode = EXCLUDED.episode, closed = false, dismissed = false, asked = EXCLUDED.asked`,
    values: [prefecture, wanted.id, wanted.key, wanted.level, wanted.areaId, wanted.episode, namedBy(wanted)],
  });

export const closeStanding = (tx: Queryable, prefecture: string, id: string, at: Instant) =>
  tx.query({
    name: 'issue-standing-closed',
    text: 'UPDATE issue_standing SET closed = true, since = $3, escalated_at = NULL WHERE prefecture = $1 AND issue_id = $2',
    values: [prefecture, id, at],
  });

export const dismissStanding = (tx: Queryable, prefecture: string, id: string, at: Instant) =>
  tx.query({
    name: 'issue-standing-dismissed',
    text: 'UPDATE issue_standing SET dismissed = true, since = $3, escalated_at = NULL WHERE prefecture = $1 AND issue_id = $2',
    values: [prefecture, id, at],
  });

export const escalateStanding = (tx: Queryable, prefecture: string, id: string, at: Instant) =>
  tx.query({
    name: 'issue-standing-escalated',
    text: 'UPDATE issue_standing SET escalated_at = $3 WHERE prefecture = $1 AND issue_id = $2',
    values: [prefecture, id, at],
  });

/** Nothing is asked of it while it is part of another; what was asked before is asked again when it no longer is. */
export const mergeStanding = (tx: Queryable, prefecture: string, id: string, merged: boolean) =>
  tx.query({
    name: 'issue-standing-merged',
    text: 'UPDATE issue_standing SET dismissed = $3, asked = NULL WHERE prefecture = $1 AND issue_id = $2',
    values: [prefecture, id, merged],
  });
