import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { Directory, DueTrials, RuleBook, type Organization } from '#directory';
import { OFFICE_HOURS, type AreaRef } from '#kernel';
import { figuresOf } from '../domain/figures.js';
import { lastDayOf } from '../domain/month.js';
import type { OpenActivityReport } from '../domain/report.commands.js';
import {
  BODIES,
  type ActivityReport,
  type Bodies,
  type DeskFound,
  type MunicipalityFound,
  type OpeningFound,
  type Party,
  type SubmittingFound,
} from '../domain/report.state.js';
import {
  REPORT_BOUNDS,
  REPORT_CONTEXT,
  REPORT_RULES,
  REPORT_TERMS,
  type ReportRules,
} from '../domain/reports.rules.js';
import { ConsultationCounts } from '../views/counted-consultations.js';
import { replans } from '../domain/report.replans.js';

type In = Pick<Ask<unknown>, 'prefecture'>;

const partyOf = ({ id, opening }: Organization): Party => ({ organization: id, opening });

/** Looks up desks, bodies, rules and counts; what follows from them is decided in the domain. */
@Injectable()
export class ReportLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly counts: ConsultationCounts,
    trials: DueTrials,
  ) {
    rules.state(REPORT_CONTEXT, REPORT_RULES, REPORT_BOUNDS, REPORT_TERMS);
    rules.tries(REPORT_CONTEXT, trials.of('activity_report', replans));
  }

  async opening({ desk: id, month }: OpenActivityReport, { prefecture }: In): Promise<OpeningFound> {
    const found = await this.directory.organization(prefecture, id, 'desk');
    const [isDesk, bodies, rules] = await Promise.all([
      this.directory.isDesk(prefecture, found),
      this.bodiesOf(prefecture, found.area),
      this.rules.inForce<ReportRules>(prefecture, REPORT_CONTEXT, found.area, lastDayOf(month)),
    ]);
    return {
      ...(isDesk && { desk: { ...partyOf(found), area: found.area } }),
      bodies: idsOf(bodies),
      rules,
    };
  }

  /** Who approves is looked up when it is submitted, and not when the month began. */
  async submitting({ desk, month, area }: ActivityReport, { prefecture }: In): Promise<SubmittingFound> {
    const [complete, bodies] = await Promise.all([this.counts.isComplete(prefecture), this.bodiesOf(prefecture, area)]);
    const parties = Object.fromEntries(
      BODIES.flatMap((body) => {
        const [nearest] = bodies[body];
        return nearest ? [[body, partyOf(nearest)]] : [];
      }),
    );
    return {
      ...(complete && { figures: figuresOf(await this.counts.of(prefecture, desk, month)) }),
      bodies: idsOf(bodies),
      parties,
    };
  }

  async desk({ desk }: ActivityReport, { prefecture }: In): Promise<DeskFound> {
    return { desk: await this.party(prefecture, desk) };
  }

  /** Without a municipality nothing is submitted, so that there is one. */
  async municipality({ bodies, desk }: ActivityReport, { prefecture }: In): Promise<MunicipalityFound> {
    return { municipality: await this.party(prefecture, bodies.municipality[0] ?? desk) };
  }

  private async party(prefecture: string, id: string): Promise<Party> {
    const found = (await this.directory.organizations(prefecture, [id])).get(id);
    return found ? partyOf(found) : { organization: id, opening: OFFICE_HOURS };
  }

  private async bodiesOf(prefecture: string, area: AreaRef): Promise<Record<keyof Bodies, Organization[]>> {
    const [association, municipality] = await Promise.all([
      this.directory.serving(prefecture, 'medical_association', area),
      this.directory.serving(prefecture, 'municipality', area),
    ]);
    return { medical_association: association, municipality };
  }
}

const idsOf = (bodies: Record<keyof Bodies, Organization[]>): Bodies => ({
  medical_association: bodies.medical_association.map(({ id }) => id),
  municipality: bodies.municipality.map(({ id }) => id),
});
