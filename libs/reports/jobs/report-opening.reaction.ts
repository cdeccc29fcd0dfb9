import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import type { ConsultationLogged } from '#consultations';
import { dateIn, idOf, type Recorded } from '#kernel';
import { Follows, type Follower } from '#platform';
import { activityReportKind } from '../activity-report.case.js';
import { monthOf } from '../domain/month.js';
import { reportId } from '../domain/report.js';

/** So many reports are remembered as open; then it begins anew. */
const MOST_KNOWN = 10_000;

/** 活動報告を開く: with the first consultation of a month, so that the report is owed without anybody thinking of it. */
@Follows('reports.opening')
@Injectable()
export class ReportOpening implements Follower<ConsultationLogged> {
  private readonly open = new Set<string>();

  constructor(private readonly cases: Cases) {}

  readonly on: Follower<ConsultationLogged>['on'] = {
    ConsultationLogged: (event) => this.opened(event),
  };

  /** Consultations come by the thousand, and a month has one report. */
  private async opened({ prefecture, payload, eventId }: Recorded<ConsultationLogged>): Promise<void> {
    const { desk } = payload;
    const month = monthOf(dateIn(payload.receivedAt));
    const id = reportId(desk, month);
    const name = `${prefecture} ${id}`;
    if (this.open.has(name)) return;
    const { version } = await this.cases.work(activityReportKind, {
      prefecture,
      id,
      command: { type: 'OpenActivityReport', desk, month },
      job: 'report-opening',
      key: idOf('report-opening', id),
      causationId: eventId,
    });
    if (version === 0) return;
    if (this.open.size >= MOST_KNOWN) this.open.clear();
    this.open.add(name);
  }
}
