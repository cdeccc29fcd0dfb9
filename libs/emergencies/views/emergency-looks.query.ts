import { Injectable } from '@nestjs/common';
import { Accounts, PersonalStore, ReadLog, type Caller } from '#access';
import { granted, Heads, Kinds, type FoundHead } from '#cases';
import { Directory } from '#directory';
import { can, forbidden } from '#kernel';
import { Databases } from '#platform';
import { readableUntil, type EmergencyLook } from '../domain/emergency-look.js';
import { emergencyLookKind } from '../emergency-look.case.js';
import type { EmergencyLooksOfMonth } from '../http/emergencies.dto.js';

/** [D] More in a month no page takes. */
const MOST = 500;

interface Found extends FoundHead {
  readonly relations: readonly string[];
  readonly reads: number;
}

/** 緊急閲覧の点検: every emergency look of a month that the reader answers for, those without a verdict first. */
@Injectable()
export class EmergencyLooks {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
    private readonly log: ReadLog,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly directory: Directory,
  ) {}

  /** @throws forbidden */
  async of(caller: Caller, asked?: string): Promise<EmergencyLooksOfMonth> {
    const { prefecture, actor } = caller;
    if (!can(actor.role, 'read_auditing'))
      throw forbidden(
        '緊急閲覧を点検できるのは、管理者と市町村の担当者です。',
        'Emergency looks are reviewed by administrators and by the officers of a municipality.',
      );
    await this.log.note(caller, [
      { purpose: 'emergency_review', outcome: 'read', about: null, records: 0, kinds: ['read_log'] },
    ]);
    const { month, found } = await this.databases.reading(prefecture, async (tx) => {
      const { rows: now } = await tx.query<{ month: string }>(
        `SELECT to_char(app.now() AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month`,
      );
      const of = asked ?? now[0]?.month ?? '';
      const { rows } = await tx.query<Found>({
        name: 'emergency-looks-of-month',
        text: `SELECT h.stream, h.kind, h.status, h.state, h.state_version, r.relations,
                      (SELECT count(*) FROM read_log l
                        WHERE l.prefecture = $1 AND l.user_id = (h.state ->> 'by')::uuid
                          AND l.purpose = 'emergency_look:' || (h.state ->> 'reason') || ':' || replace(h.stream::text, '-', '')
                          AND l.outcome = 'read') AS reads
                 FROM stream_head h
                CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
                WHERE h.prefecture = $1 AND h.kind = 'emergency_look' AND $5::jsonb -> h.kind ?| r.relations
                  AND (h.state ->> 'openedAt')::timestamptz >= ($2 || '-01')::timestamp AT TIME ZONE 'Asia/Tokyo'
                  AND (h.state ->> 'openedAt')::timestamptz
                      < (($2 || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Asia/Tokyo'
                ORDER BY h.status = 'REVIEWED', h.state ->> 'openedAt' DESC LIMIT ${MOST}`,
        values: [prefecture, of, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return { month: of, found: rows };
    });
    const states = await Promise.all(
      found.map(async (head) => (await this.heads.today(prefecture, head)) as EmergencyLook),
    );
    const [people, organizations, texts] = await Promise.all([
      this.accounts.of(prefecture, { before: true }),
      this.directory.organizations(
        prefecture,
        states.map(({ organization }) => organization),
      ),
      this.store.readOpen<{ text?: string; note?: string }>(
        caller,
        'emergency_review',
        found.map(({ stream }) => stream),
        ['emergency_reason', 'emergency_review_note'],
      ),
    ]);
    const nameOf = new Map(people.map(({ userId, name }) => [userId, name]));
    const textOf = (about: string, kind: string) => texts.find((one) => one.about === about && one.kind === kind)?.body;
    const may = granted(emergencyLookKind.commands['ReviewEmergencyLook']?.may ?? {}, actor.role);
    return {
      month,
      looks: found.map(({ stream, relations, reads }, i) => {
        const state = states[i] as EmergencyLook;
        const { patient, by, role, organization, reason, sections, openedAt, many = false, status, review } = state;
        return {
          id: stream,
          patient,
          opener: nameOf.get(by) ?? '',
          role,
          organization: { id: organization, name: organizations.get(organization)?.name ?? '' },
          reason,
          text: textOf(stream, 'emergency_reason')?.text ?? '',
          sections: [...sections],
          openedAt,
          until: readableUntil(state),
          many,
          reads,
          verdict: review?.verdict ?? null,
          reviewer: review ? (nameOf.get(review.by) ?? '') : null,
          reviewedAt: review?.at ?? null,
          note: textOf(stream, 'emergency_review_note')?.note ?? '',
          reviewable: status !== 'REVIEWED' && by !== actor.userId && may.some((one) => relations.includes(one)),
        };
      }),
    };
  }
}
