import { Injectable } from '@nestjs/common';
import { Cases, Heads } from '#cases';
import { consultationKind, hearsByMessage, type Consultation, type ReportBack } from '#consultations';
import { RuleBook } from '#directory';
import { issueSignalKind, SignalsOf, type IssueLevel, type IssueSignal } from '#issues';
import { atMinute, dateIn, daysBetween, idOf, plusDays, type Instant, type Recorded } from '#kernel';
import { Follows, type Follower, type Queryable } from '#platform';
import { agendaItemKind } from '../agenda-item.case.js';
import { meetingKind } from '../meeting.case.js';
import type { AgendaItemDecided, AgendaItemEvaluated, AgendaItemScheduled } from '../domain/agenda-item.events.js';
import type { AgendaItem } from '../domain/agenda-item.js';
import { AGENDA_CONTEXT, type AgendaRules } from '../domain/agenda.rules.js';
import { isProposed } from '../domain/decide/meeting.js';
import type { MaterialsSent } from '../domain/meeting.events.js';
import type { Meeting } from '../domain/meeting.js';

type Heard = MaterialsSent | AgendaItemScheduled | AgendaItemDecided | AgendaItemEvaluated;
type News = Omit<ReportBack, 'type' | 'agendaItem' | 'level'>;

/**
 * Whoever reported a trouble hears what became of it (features.md, idea 12): when the agenda of the meeting stands, what was
 * decided, and what came of that. Of the others who reported it nobody learns.
 */
@Follows('councils.report-back')
@Injectable()
export class ReportsBack implements Follower<Heard> {
  constructor(
    private readonly cases: Cases,
    private readonly heads: Heads,
    private readonly rules: RuleBook,
    private readonly signals: SignalsOf,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    MaterialsSent: async (event, tx) => {
      const { id } = event.aggregate;
      const meeting = (await this.heads.of<Meeting>(event.prefecture, meetingKind.kind, [id])).get(id);
      for (const { item, number } of meeting?.agenda ?? [])
        await this.tell(event, tx, item, {
          news: 'on_agenda',
          agendaNumber: number,
          ...(meeting && { meetingOn: meeting.on }),
        });
    },
    AgendaItemScheduled: async (event, tx) => {
      // Of a meeting that is planned here one hears when its agenda stands.
      const { meeting, meetingOn } = event.payload;
      if (meeting === undefined) await this.tell(event, tx, event.aggregate.id, { news: 'on_agenda', meetingOn });
    },
    AgendaItemDecided: ({ payload: { decision, meetingOn, number }, ...event }, tx) =>
      this.tell(event, tx, event.aggregate.id, {
        news: 'decided',
        decision,
        ...(meetingOn !== undefined && { meetingOn }),
        ...(number !== undefined && { agendaNumber: number }),
      }),
    AgendaItemEvaluated: (event, tx) =>
      this.tell(event, tx, event.aggregate.id, { news: 'effect', effect: event.payload.effect }),
  };

  private async tell(event: Told, tx: Queryable, item: string, news: News): Promise<void> {
    const { prefecture } = event;
    const found = (await this.heads.of<AgendaItem>(prefecture, agendaItemKind.kind, [item])).get(item);
    if (!found || isProposed(found)) return;
    const reported = await this.reported(event, tx, found);
    const known = await this.heads.of<Consultation>(prefecture, consultationKind.kind, [...reported.keys()]);
    for (const id of known.keys())
      await this.cases.work(consultationKind, {
        ...this.work(event, `${item} ${id}`),
        id,
        command: { type: 'ReportBack', agendaItem: item, level: found.level, ...news },
      });
    if (known.size === 0) return;
    const on = dateIn(event.occurredAt);
    const days = [...known.keys()].map((id) => daysBetween(dateIn(reported.get(id) ?? event.occurredAt), on));
    await this.cases.work(agendaItemKind, {
      ...this.work(event, item),
      id: item,
      command: {
        type: 'NoteContributorsTold',
        news: news.news,
        contributors: known.size,
        byMessage: [...known.values()].filter(hearsByMessage).length,
        days: days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0,
      },
    });
  }

  /** Consultations whose closing showed the issue, each with the moment of its last signal. */
  private async reported(
    { prefecture, occurredAt }: Told,
    tx: Queryable,
    { key, level, areaId, area }: AgendaItem,
  ): Promise<Map<string, Instant>> {
    const on = dateIn(occurredAt);
    const { values } = await this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, area, on);
    const from = atMinute(plusDays(on, -values.reportBackDays), 0);
    const of = { key, level: level as IssueLevel, areaId };
    const seen = (await this.signals.of(tx, prefecture, of, { from, before: occurredAt })).filter(
      ({ source }) => source === 'consultation',
    );
    const raised = await this.heads.of<IssueSignal>(
      prefecture,
      issueSignalKind.kind,
      seen.map(({ id }) => id),
    );
    return new Map(
      seen.flatMap((signal) => {
        const sourceId = raised.get(signal.id)?.sourceId;
        return sourceId === undefined ? [] : [[sourceId, signal.occurredAt] as const];
      }),
    );
  }

  private work({ prefecture, eventId, occurredAt }: Told, about: string) {
    return {
      prefecture,
      job: 'report-back',
      key: idOf('report-back', eventId, about),
      causationId: eventId,
      occurredAt,
    };
  }
}

type Told = Pick<Recorded, 'prefecture' | 'eventId' | 'occurredAt'>;
