import { Injectable } from '@nestjs/common';
import { Named, type Caller } from '#access';
import { Kinds } from '#cases';
import { Directory, type Organization } from '#directory';
import { can, forbidden } from '#kernel';
import { People } from '#obligations';
import { Databases, Day, Moment, Uuid } from '#platform';
import { activityReportKind } from '../activity-report.case.js';
import { cellsOf, DIMENSIONS, figuresOf, hashOf, type Dimension, type Figures } from '../domain/figures.js';
import type { Month } from '../domain/month.js';
import { reportId, type ActivityReport } from '../domain/report.js';
import { ConsultationCounts, type CountedCase } from './counted-consultations.js';

/** A desk and month, and how far its report has come. */
export class ActivityMonthListed {
  readonly desk!: Named;
  readonly month!: string;
  @Uuid() readonly report!: string | null;
  readonly state!: string | null;
}

class Cell {
  readonly code!: string;
  /** Of a place, which no dictionary has. */
  readonly name!: string | null;
  readonly now!: number;
  /** As it was submitted. */
  readonly submitted!: number | null;
}

class CountTable {
  readonly by!: string;
  readonly cells!: Cell[];
}

class MatrixCell {
  readonly side!: string;
  readonly topic!: string;
  readonly now!: number;
}

class Approval {
  readonly body!: string;
  readonly organization!: Named;
  @Moment() readonly at!: string;
}

class DissentShown {
  readonly body!: string;
  readonly returned!: boolean;
}

class ReportShown {
  @Uuid() readonly id!: string;
  readonly state!: string;
  readonly edition!: number;
  @Moment() readonly submittedAt!: string | null;
  readonly hash!: string | null;
  readonly total!: number | null;
  readonly approvals!: Approval[];
  readonly returned!: string[];
  readonly dissent!: DissentShown[];
}

/** 月次集計 (ux.md C10): what is counted today, and beside it what was submitted. */
export class ActivityMonth {
  readonly desk!: Named;
  readonly month!: string;
  readonly total!: number;
  readonly hash!: string;
  readonly tables!: CountTable[];
  readonly matrix!: MatrixCell[];
  readonly report!: ReportShown | null;
  /** Whether this person may open the report of this month. */
  readonly mayOpen!: boolean;
}

class CountedCaseShown {
  @Uuid() readonly id!: string;
  @Day() readonly receivedOn!: string;
  readonly state!: string;
}

/** The consultations behind a figure, as far as the reader may open them. */
export class CasesBehind {
  readonly cases!: CountedCaseShown[];
  /** Counted, and open only to the desk that has them now, and to its base. */
  readonly hidden!: number;
}

/**
 * Reads what desks have counted, for the desk itself, the two bodies that approve, and the base of its area. Of a small
 * place a single consultation says who it was (traps.md 10): nobody else gets any of it.
 */
@Injectable()
export class ActivityMonths {
  constructor(
    private readonly counts: ConsultationCounts,
    private readonly directory: Directory,
    private readonly people: People,
    private readonly databases: Databases,
    private readonly kinds: Kinds,
  ) {}

  async list(caller: Caller): Promise<ActivityMonthListed[]> {
    const { prefecture } = caller;
    const desks = await this.desksOf(caller);
    const names = new Map(desks.map(({ id, name }) => [id, name]));
    const months = await this.counts.monthsOf(prefecture, [...names.keys()]);
    const ids = months.map(({ desk, month }) => reportId(desk, month));
    const reports = await this.directory.heads.of<ActivityReport>(prefecture, activityReportKind.kind, ids);
    return months.map(({ desk, month }) => {
      const id = reportId(desk, month);
      const report = reports.get(id);
      return {
        desk: { id: desk, name: names.get(desk) ?? '' },
        month,
        report: report ? id : null,
        state: report?.status ?? null,
      };
    });
  }

  /** @throws forbidden */
  async show(caller: Caller, desk: string, month: Month): Promise<ActivityMonth> {
    const { prefecture, actor } = caller;
    const { name } = await this.readable(caller, desk);
    const [counted, placeOf, report] = await Promise.all([
      this.counts.of(prefecture, desk, month),
      this.directory.areaNames(prefecture),
      this.reportOf(prefecture, desk, month),
    ]);
    const now = figuresOf(counted);
    const named = (by: Dimension, code: string) => (by === 'municipality' ? placeOf(code) : null);
    return {
      desk: { id: desk, name },
      month,
      total: now.total,
      hash: hashOf(now),
      tables: DIMENSIONS.map((by) => ({ by, cells: cellsShown(by, now, report?.figures, named) })),
      matrix: Object.entries(now.matrix).map(([key, count]) => {
        const [side = '', topic = ''] = key.split('|');
        return { side, topic, now: count };
      }),
      report: report ? await this.shown(prefecture, report) : null,
      mayOpen: !report && actor.orgId === desk && can(actor.role, 'desk_work'),
    };
  }

  /** @throws forbidden */
  async behind(caller: Caller, desk: string, month: Month, by: Dimension, code: string): Promise<CasesBehind> {
    await this.readable(caller, desk);
    const all = await this.counts.of(caller.prefecture, desk, month);
    const counted = all.filter((one) => cellsOf(one, by).includes(code));
    const states = await this.openTo(caller, counted);
    const cases = counted.flatMap(({ id, receivedOn }) => {
      const state = states.get(id);
      return state === undefined ? [] : [{ id, receivedOn, state }];
    });
    return { cases, hidden: counted.length - cases.length };
  }

  /** States of those consultations that the reader may open. */
  private openTo({ prefecture, actor }: Caller, counted: readonly CountedCase[]): Promise<Map<string, string>> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string; state: string }>({
        name: 'counted-open-to',
        text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $3, $4) AS standing)
               SELECT h.stream AS id, h.status AS state FROM stream_head h CROSS JOIN me
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[])
                  AND $5::jsonb -> h.kind ?| app.relations_to(h, me.standing)`,
        values: [prefecture, counted.map(({ id }) => id), actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return new Map(rows.map(({ id, state }) => [id, state]));
    });
  }

  private async reportOf(prefecture: string, desk: string, month: Month): Promise<ActivityReport | undefined> {
    const id = reportId(desk, month);
    return (await this.directory.heads.of<ActivityReport>(prefecture, activityReportKind.kind, [id])).get(id);
  }

  private async shown(prefecture: string, report: ActivityReport): Promise<ReportShown> {
    const { desk, month, status, edition, submittedAt, hash, figures, approvals, returned, dissent = [] } = report;
    const given = Object.entries(approvals);
    const known = await this.directory.organizations(
      prefecture,
      given.map(([, { organization }]) => organization),
    );
    return {
      id: reportId(desk, month),
      state: status,
      edition,
      submittedAt: submittedAt ?? null,
      hash: hash ?? null,
      total: figures?.total ?? null,
      approvals: given.map(([body, { organization, at }]) => ({
        body,
        organization: { id: organization, name: known.get(organization)?.name ?? '' },
        at,
      })),
      returned: [...returned],
      dissent: dissent.map((one) => ({ ...one })),
    };
  }

  private async readable(caller: Caller, desk: string): Promise<Organization> {
    const found = (await this.directory.organizations(caller.prefecture, [desk])).get(desk);
    if (!found || !(await this.mayRead(caller, found))) throw notYours();
    return found;
  }

  private async mayRead({ prefecture, actor }: Caller, { id, area }: Organization): Promise<boolean> {
    const { role, orgId } = actor;
    if (!can(role, 'activity_reading')) return false;
    if (orgId === id) return true;
    return !onlyOwn(role) && this.people.serves(prefecture, orgId, area);
  }

  private async desksOf(caller: Caller): Promise<Organization[]> {
    const { prefecture } = caller;
    const all = await Promise.all(
      ['help_desk', 'cooperation_base'].map((kind) =>
        this.directory.heads.where<Organization>(prefecture, 'organization', { kind }),
      ),
    );
    const known = all.flat().map(({ state }) => state);
    const readable = await Promise.all(known.map((desk) => this.mayRead(caller, desk)));
    return known.filter((_desk, i) => readable[i]);
  }
}

/** A coordinator reads the own desk's, whoever else serves the place. */
const onlyOwn = (role: Caller['actor']['role']): boolean =>
  !can(role, 'association_approving') && !can(role, 'insurer_approving') && !can(role, 'base_work');

function cellsShown(
  by: Dimension,
  now: Figures,
  submitted: Figures | undefined,
  named: (by: Dimension, code: string) => string | null,
): Cell[] {
  const codes = [...new Set([...Object.keys(now.by[by]), ...Object.keys(submitted?.by[by] ?? {})])];
  return codes
    .map((code) => ({
      code,
      name: named(by, code),
      now: now.by[by][code] ?? 0,
      submitted: submitted ? (submitted.by[by][code] ?? 0) : null,
    }))
    .toSorted((a, b) => b.now - a.now || (a.code < b.code ? -1 : 1));
}

const notYours = () =>
  forbidden(
    'この窓口の活動報告を見られるのは、その窓口と、地域の医師会・市町村・拠点だけです。',
    'The activity of this desk is for the desk itself, and for the medical association, the municipality and the base of its area.',
  );
