import { Injectable, Logger } from '@nestjs/common';
import { idFrom, type Instant } from '#kernel';
import { commitOf, Databases, EventLog, LostRace, newEvent, type Commit } from '#platform';
import { chase } from './domain/chase.js';
import { evolve, restored, type Obligation, type StoredObligation } from './domain/obligation.js';
import { WhenDue } from './due.js';
import { baseSecretariat, everyAdmin, People } from './people.js';
import { messageOf, rowOf } from './rows.js';

const SET = 500;
/** Who holds a row longer than this is taken for dead; its fence keeps it from acting late. */
const LEASE_SECONDS = 6;
/** A context whose act changed nothing is asked again no sooner than this. */
const ACT_AGAIN_SECONDS = 30;

interface DueRow {
  readonly body: Obligation;
  readonly fence: number;
}

/** Works off what is due, in sets (design decision 5). Whoever calls it, each row is chased by one and by one only. */
@Injectable()
export class Chaser {
  private readonly logger = new Logger(Chaser.name);
  /** Rows chased, by who called: the scenario runner wants to see that BullMQ did it. */
  readonly tally: Record<'worker' | 'poller', number> = { worker: 0, poller: 0 };

  constructor(
    private readonly databases: Databases,
    private readonly log: EventLog,
    private readonly people: People,
    private readonly whenDue: WhenDue,
  ) {}

  /**
   * Takes sets of one class until nothing of it is due. After a full set more will wait: then two sets are under way, one
   * decided here while the database works on the other.
   */
  async sweep(prefecture: string, urgency: number, caller: 'worker' | 'poller'): Promise<number> {
    const first = await this.sweepSet(prefecture, urgency, caller);
    if (first === 0) return 0;
    const lane = async (): Promise<number> => {
      let swept = 0;
      for (let set = 1; set > 0; swept += set) set = await this.sweepSet(prefecture, urgency, caller);
      return swept;
    };
    const lanes = await Promise.allSettled(first < SET ? [lane()] : [lane(), lane()]);
    return lanes.reduce((swept, one) => {
      if (one.status === 'rejected') throw one.reason;
      return swept + one.value;
    }, first);
  }

  private async sweepSet(prefecture: string, urgency: number, caller: 'worker' | 'poller'): Promise<number> {
    const { now, rows } = await this.claim(prefecture, urgency);
    if (rows.length === 0) return 0;
    this.tally[caller] += rows.length;
    try {
      await this.tell(prefecture, now, rows);
    } finally {
      await this.act(prefecture, now, rows);
    }
    return rows.length;
  }

  private async claim(prefecture: string, urgency: number): Promise<{ now: Instant; rows: DueRow[] }> {
    const { rows } = await this.databases.writer.query<{ body: StoredObligation; fence: number; now: Instant }>({
      name: 'claim-due',
      // By place in the table: joined by id, a plan may read the whole of it to find these few.
      text: `
        UPDATE obligation o SET fence = o.fence + 1, attempts = attempts + 1,
               lease_until = clock_timestamp() + make_interval(secs => $3)
         WHERE o.ctid = ANY (ARRAY(
                 SELECT ctid FROM obligation
                  WHERE prefecture = $1 AND class = $2 AND next_at <= app.now()
                    AND (lease_until IS NULL OR lease_until < clock_timestamp())
                  ORDER BY next_at LIMIT ${SET} FOR UPDATE SKIP LOCKED))
        RETURNING o.body, o.fence, app.now() AS now`,
      values: [prefecture, urgency, LEASE_SECONDS],
    });
    const due = rows.map(({ body, fence }) => ({ body: restored(body), fence }));
    return { now: rows[0]?.now ?? '', rows: due.toSorted((a, b) => order(a.body, b.body)) };
  }

  /** The engine's own steps: one append for the whole set; when somebody was faster with one of them, one by one. */
  private async tell(prefecture: string, now: Instant, rows: readonly DueRow[]): Promise<void> {
    const commits = await this.commits(prefecture, now, rows);
    if (commits.length === 0) return;
    try {
      await this.log.append(merged(prefecture, commits));
    } catch {
      await this.tellEach(commits);
    }
  }

  /** One by one: a row that somebody else has moved on, or that cannot be written at all, holds up no other. */
  private async tellEach(commits: readonly Commit[]): Promise<void> {
    const failures: unknown[] = [];
    for (const result of await Promise.allSettled(commits.map((commit) => this.log.append(commit))))
      // Whoever won has moved the row on; it comes again by itself if something of it is still due.
      if (result.status === 'rejected' && !(result.reason instanceof LostRace)) failures.push(result.reason);
    if (failures.length === commits.length) throw failures[0];
    for (const failure of failures) this.logger.error('one obligation could not be chased; trying again', failure);
  }

  private async commits(prefecture: string, now: Instant, rows: readonly DueRow[]): Promise<Commit[]> {
    const base = (o: Obligation) => baseSecretariat(o.about.area ?? null);
    const behind = await this.people.behind(
      prefecture,
      rows.flatMap(({ body }) => [...body.rungs.flatMap(({ to }) => to), base(body), everyAdmin]),
    );
    return rows.flatMap(({ body, fence }) => {
      const alarm = () => {
        const secretariat = behind([base(body)]);
        return secretariat.length > 0 ? secretariat : behind([everyAdmin]);
      };
      const { events, messages } = chase(body, now, behind, alarm);
      if (events.length === 0) return [];
      const after = events.reduce((o, event) => evolve(o, event, now), body);
      const cause = `chase:${body.id}:${body.seq}`;
      const facts = events.map((event, i) =>
        newEvent({
          event_id: idFrom(now, cause, i),
          type: event.type,
          occurred_at: now,
          kind: 'obligation',
          stream: body.id,
          seq: body.seq + i + 1,
          area: body.about.area ?? null,
          actor: { system: 'worker', job: 'chase' },
          correlation_id: body.about.id,
          patient_ref: body.about.patientRef ?? null,
          payload: event.payload,
        }),
      );
      return [
        commitOf(prefecture, {
          obligations: [rowOf(body.seq, after, fence)],
          events: facts,
          messages: messages.map((message) =>
            messageOf({ ...message, step: body.plan.step }, body.about, now, body.plan.urgency),
          ),
        }),
      ];
    });
  }

  /** Steps that change the case: its context acts by a command, and the row moves on with it. */
  private async act(prefecture: string, now: Instant, rows: readonly DueRow[]): Promise<void> {
    for (const { body, fence } of rows) {
      if (body.actAt === null || body.actAt > now) continue;
      try {
        await this.whenDue.act(prefecture, body);
        await this.restIfStillDue(prefecture, body, fence);
      } catch (error) {
        this.logger.error(
          `could not act on ${body.plan.step} of ${body.about.kind} ${body.about.id}; trying again`,
          error,
        );
      }
    }
  }

  private async restIfStillDue(prefecture: string, { id, about }: Obligation, fence: number): Promise<void> {
    const { rowCount } = await this.databases.writer.query({
      name: 'rest-if-still-due',
      text: `UPDATE obligation SET lease_until = clock_timestamp() + make_interval(secs => $4)
              WHERE prefecture = $1 AND case_id = $5 AND id = $2 AND fence = $3
                AND lease_until IS NOT NULL AND next_at <= app.now()`,
      values: [prefecture, id, fence, ACT_AGAIN_SECONDS, about.id],
    });
    if (rowCount) this.logger.warn(`obligation ${id} is still due after its context acted; it rests for a moment`);
  }
}

const order = (a: Obligation, b: Obligation): number =>
  (a.rungs[0]?.at ?? a.actAt ?? '').localeCompare(b.rungs[0]?.at ?? b.actAt ?? '') ||
  a.openedAt.localeCompare(b.openedAt) ||
  a.id.localeCompare(b.id);

const merged = (prefecture: string, commits: readonly Commit[]): Commit =>
  commitOf(prefecture, {
    obligations: commits.flatMap(({ obligations }) => obligations),
    events: commits.flatMap(({ events }) => events),
    messages: commits.flatMap(({ messages }) => messages),
  });
