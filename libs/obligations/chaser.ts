import { Injectable, Logger } from '@nestjs/common';
import { idFrom, type Instant } from '#kernel';
import {
  Batcher,
  commitOf,
  Databases,
  EventLog,
  LostRace,
  newEvent,
  type Commit,
  type Queryable,
  type Statement,
} from '#platform';
import { chase } from './domain/chase.js';
import { evolve, restored, type Obligation, type StoredObligation } from './domain/obligation.js';
import { WhenDue } from './due.js';
import { baseSecretariat, everyAdmin, People } from './people.js';
import { messageOf, rowOf } from './rows.js';

const SET = 500;
/** Sets under way in one process. Each holds a connection while it looks up people over another. */
const SETS = 2;
/** Who holds a row longer than this is taken for dead: the database ends its session, or its fence keeps it from acting late. */
const LEASE_SECONDS = 6;
/** Of rows that cannot be chased, so many are named in the log. */
const MOST_NAMED = 10;
/** A context whose act changed nothing is asked again no sooner than this. */
const ACT_AGAIN_SECONDS = 30;

interface DueRow {
  readonly body: Obligation;
  /** Null where the row is locked and not leased. */
  readonly fence: number | null;
}

type Behind = Awaited<ReturnType<People['behind']>>;

/** As it stands in the table: whether its body can be read shows when it is. */
interface StoredRow {
  readonly id: string;
  readonly body: StoredObligation;
  readonly fence: number | null;
  readonly now: Instant;
}

interface DueSet {
  readonly now: Instant;
  readonly rows: readonly DueRow[];
}

interface Asked {
  readonly prefecture: string;
  readonly urgency: number;
}

/** Works off what is due, in sets (design decision 5). Whoever calls it, each row is chased by one and by one only. */
@Injectable()
export class Chaser {
  private readonly logger = new Logger(Chaser.name);
  /** Rows chased, by who called: the scenario runner wants to see that BullMQ did it. */
  readonly tally: Record<'worker' | 'poller', number> = { worker: 0, poller: 0 };

  private readonly sets = new Batcher<Asked, number>(
    (asked) => Promise.allSettled(asked.map((one) => this.oneSet(one))),
    SETS,
    1,
  );

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
    const swept = await this.sets.add({ prefecture, urgency });
    this.tally[caller] += swept;
    return swept;
  }

  private async oneSet(asked: Asked): Promise<number> {
    const { now, rows } = await this.together(asked).catch(async (error: unknown) => {
      this.logger.warn('a set could not be chased together; each goes alone', error);
      return this.eachAlone(asked);
    });
    await this.act(asked.prefecture, now, rows);
    return rows.length;
  }

  /**
   * A set in one transaction: its rows are locked, decided on and moved on. Who dies halfway has done nothing and holds
   * nothing, so that the engine's own steps need no lease. What its context must act on needs one, for that is a
   * transaction of its own; so does what did not move, or it would be taken again at once.
   */
  private together({ prefecture, urgency }: Asked): Promise<DueSet> {
    return this.log.holding(prefecture, async (tx, append) => {
      await tx.query(`SET LOCAL idle_in_transaction_session_timeout = '${LEASE_SECONDS}s'`);
      const { rows } = await tx.query<StoredRow>(lockSql(prefecture, urgency));
      const set = { now: rows[0]?.now ?? '', rows: rows.map(read).toSorted(order) };
      const behind = set.rows.length > 0 ? await this.behind(prefecture, set.rows) : nobody;
      const commits = set.rows.map((row) => this.commit(prefecture, set.now, row, behind));
      const told = commits.flatMap((commit) => (commit ? [commit] : []));
      if (told.length > 0) await append(merged(prefecture, told));
      const still = set.rows.filter((row, i) => !commits[i] || mustAct(row, set.now));
      if (still.length === 0) return set;
      const fences = await lease(tx, prefecture, still);
      return { ...set, rows: set.rows.map((row) => ({ ...row, fence: fences.get(row.body.id) ?? null })) };
    });
  }

  /** One by one under a lease: a row that cannot be read or written holds up no other, and rests as long as its lease. */
  private async eachAlone({ prefecture, urgency }: Asked): Promise<DueSet> {
    const { rows: claimed } = await this.databases.writer.query<StoredRow>(claimSql(prefecture, urgency));
    const now = claimed[0]?.now ?? '';
    const readable = claimed.flatMap((one) => {
      try {
        return [read(one)];
      } catch {
        return [];
      }
    });
    const all = await this.behind(prefecture, readable).catch(() => undefined);
    const results = await Promise.allSettled(
      claimed.map(async (one) => {
        const row = read(one);
        const commit = this.commit(prefecture, now, row, all ?? (await this.behind(prefecture, [row])));
        if (commit) await this.log.append(commit);
        return row;
      }),
    );
    const failures = results.flatMap((result, i) =>
      // Whoever won has moved the row on; it comes again by itself if something of it is still due.
      result.status === 'rejected' && !(result.reason instanceof LostRace)
        ? [{ id: claimed[i]?.id, reason: result.reason as unknown }]
        : [],
    );
    for (const { id, reason } of failures.slice(0, MOST_NAMED))
      this.logger.error(`obligation ${id} could not be chased; trying again`, reason);
    if (failures.length > MOST_NAMED) this.logger.error(`${failures.length} obligations could not be chased in all`);
    return { now, rows: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])) };
  }

  /** Everybody who may have to be told of one of these rows, looked up at once. */
  private behind(prefecture: string, rows: readonly DueRow[]): Promise<Behind> {
    return this.people.behind(
      prefecture,
      rows.flatMap(({ body }) => [...body.rungs.flatMap(({ to }) => to), base(body), everyAdmin]),
    );
  }

  /** What follows for a row; nothing where it is not for the engine to do. */
  private commit(prefecture: string, now: Instant, { body, fence }: DueRow, behind: Behind): Commit | undefined {
    const alarm = () => {
      const secretariat = behind([base(body)]);
      return secretariat.length > 0 ? secretariat : behind([everyAdmin]);
    };
    const { events, messages } = chase(body, now, behind, alarm);
    if (events.length === 0) return undefined;
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
    return commitOf(prefecture, {
      obligations: [rowOf(body.seq, after, fence)],
      events: facts,
      messages: messages.map((message) =>
        messageOf({ ...message, step: body.plan.step }, body.about, now, body.plan.urgency),
      ),
    });
  }

  /** Steps that change the case: its context acts by a command, and the row moves on with it. */
  private async act(prefecture: string, now: Instant, rows: readonly DueRow[]): Promise<void> {
    for (const row of rows) {
      if (!mustAct(row, now)) continue;
      const { body, fence } = row;
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

  private async restIfStillDue(prefecture: string, { id, about }: Obligation, fence: number | null): Promise<void> {
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

const base = (o: Obligation) => baseSecretariat(o.about.area ?? null);
const nobody: Behind = () => [];

const mustAct = ({ body: { actAt } }: DueRow, now: Instant): boolean => actAt != null && actAt <= now;

const read = ({ body, fence }: StoredRow): DueRow => ({ body: restored(body), fence });

const DUE_SQL = `prefecture = $1 AND class = $2 AND next_at <= app.now()
                    AND (lease_until IS NULL OR lease_until < clock_timestamp())
                  ORDER BY next_at LIMIT ${SET} FOR UPDATE SKIP LOCKED`;

const lockSql = (prefecture: string, urgency: number): Statement => ({
  name: 'lock-due',
  text: `SELECT id, body, NULL::bigint AS fence, app.now() AS now FROM obligation WHERE ${DUE_SQL}`,
  values: [prefecture, urgency],
});

const claimSql = (prefecture: string, urgency: number): Statement => ({
  name: 'claim-due',
  // By place in the table: joined by id, a plan may read the whole of it to find these few.
  text: `UPDATE obligation o SET fence = o.fence + 1, attempts = attempts + 1,
                lease_until = clock_timestamp() + make_interval(secs => $3)
          WHERE o.ctid = ANY (ARRAY(SELECT ctid FROM obligation WHERE ${DUE_SQL}))
         RETURNING o.id, o.body, o.fence, app.now() AS now`,
  values: [prefecture, urgency, LEASE_SECONDS],
});

/** Leases rows that are locked already. */
async function lease(tx: Queryable, prefecture: string, rows: readonly DueRow[]): Promise<Map<string, number>> {
  const { rows: leased } = await tx.query<{ id: string; fence: number }>({
    name: 'lease',
    text: `UPDATE obligation o SET fence = o.fence + 1, attempts = attempts + 1,
                  lease_until = clock_timestamp() + make_interval(secs => $4)
             FROM unnest($2::uuid[], $3::uuid[]) AS w(case_id, id)
            WHERE o.prefecture = $1 AND o.case_id = w.case_id AND o.id = w.id RETURNING o.id, o.fence`,
    values: [prefecture, rows.map(({ body }) => body.about.id), rows.map(({ body }) => body.id), LEASE_SECONDS],
  });
  return new Map(leased.map(({ id, fence }) => [id, fence]));
}

const order = ({ body: a }: DueRow, { body: b }: DueRow): number =>
  (a.rungs[0]?.at ?? a.actAt ?? '').localeCompare(b.rungs[0]?.at ?? b.actAt ?? '') ||
  a.openedAt.localeCompare(b.openedAt) ||
  a.id.localeCompare(b.id);

const merged = (prefecture: string, commits: readonly Commit[]): Commit =>
  commitOf(prefecture, {
    obligations: commits.flatMap(({ obligations }) => obligations),
    events: commits.flatMap(({ events }) => events),
    messages: commits.flatMap(({ messages }) => messages),
  });
