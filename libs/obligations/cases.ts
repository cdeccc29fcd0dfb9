import { Injectable } from '@nestjs/common';
import {
  atMinute,
  dateIn,
  DomainError,
  forbidden,
  idFrom,
  notFound,
  type Actor,
  type Bearings,
  type CaseRef,
  type Circumstances,
  type Decider,
  type Event,
  type Instant,
  type LocalDate,
  type Notice,
} from '#kernel';
import {
  EventLog,
  LostRace,
  type Commit,
  type Ground,
  type HeadRow,
  type NewEvent,
  type ObligationRow,
} from '#platform';
import { reconcile, restored, type Change, type StoredObligation } from './domain/obligation.js';
import { People } from './people.js';
import { messageOf, rowOf } from './rows.js';

const ATTEMPTS = 3;
/** Commands of workers have no user; their keys live under this one. */
const NO_STREAM = '00000000-0000-8000-8000-000000000001';
const SYSTEM_USER = '00000000-0000-8000-8000-000000000000';

/**
 * `hidden` cases answer as if they did not exist; `in_area` is allowed where the caller's organization serves the area of
 * the case, and hidden elsewhere.
 */
export type Verdict = 'allowed' | 'forbidden' | 'hidden' | 'in_area';

/** Who may do what to which case (role, relation to the case, area: design decision 11). */
export type Policy<State, Command> = (
  actor: Extract<Actor, { userId: string }>,
  command: Command,
  state: State,
) => Verdict;

/** One kind of case with everything a command of it needs. */
export interface Aggregate<State, Command, E extends Event, Found> {
  readonly decider: Decider<State, Command, E, Found>;
  readonly policy: Policy<State, Command>;
  /** Looks up what the decision needs to know; the decision itself stays in the domain. */
  readonly find: (command: Command, state: State, ask: Ask<Command>, now: Instant) => Promise<Found>;
}

/** A command as it arrives: who asks what of which case, under which key. */
export interface Ask<Command> {
  readonly prefecture: string;
  /** Null for a case that this command begins: its id is made from the key. */
  readonly id: string | null;
  readonly command: Command;
  readonly actor: Actor;
  /** The caller's Idempotency-Key, or the deterministic key of what caused it. */
  readonly key: string;
  /** Hash of the body, so that a key used for something else is noticed. */
  readonly bodyHash: string;
  readonly occurredAt?: Instant;
  /** Instead of the moment, where only the day is known. */
  readonly occurredOn?: LocalDate;
  /** The version that the caller saw. */
  readonly ifMatch?: number;
  /** Names and free text of the command; the events hold only these rows' ids. */
  readonly personal?: readonly { readonly kind: string; readonly body: object }[];
  readonly causationId?: string;
}

export interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  /** Where in the log it stands: a read that names it sees it. */
  readonly position: number;
}

/** Runs commands: reads, decides, reconciles what is owed, appends, in one transaction each (design decision 3). */
@Injectable()
export class Cases {
  constructor(
    private readonly log: EventLog,
    private readonly people: People,
  ) {}

  async execute<State, Command, E extends Event, Found>(
    aggregate: Aggregate<State, Command, E, Found>,
    ask: Ask<Command>,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const ground = await this.log.ground({
        prefecture: ask.prefecture,
        stream: ask.id ?? NO_STREAM,
        key: { user_id: userOf(ask.actor), key: ask.key },
      });
      const known = knownAnswer(ground, ask);
      if (known) return known;
      try {
        return await this.decideOn(aggregate, ask, ground);
      } catch (error) {
        if (!(error instanceof LostRace)) throw error;
        // A claim is lost for good; a stream or key is read again. Who named a version saw something that is gone.
        if (error.race === 'claim') throw alreadyExists();
        if (attempt === ATTEMPTS || (ask.ifMatch !== undefined && error.race === 'stream')) throw stale();
      }
    }
  }

  private async decideOn<State, Command, E extends Event, Found>(
    { decider, policy, find }: Aggregate<State, Command, E, Found>,
    ask: Ask<Command>,
    ground: Ground,
  ): Promise<Answer> {
    const { now, head } = ground;
    const { prefecture, command, actor } = ask;
    const id = ask.id ?? idFrom(now, `${userOf(actor)}:${ask.key}`, 'case');
    const occurredAt = momentOf(ask, now);
    if (occurredAt > now) throw inTheFuture();
    if (ask.ifMatch !== undefined && ask.ifMatch !== (head?.version ?? 0)) throw stale();
    const state = head ? await this.stateOf(decider, prefecture, head) : decider.initial;
    if ('userId' in actor) {
      const verdict = policy(actor, command, state);
      if (verdict === 'forbidden') throw notAllowed();
      const there =
        verdict === 'in_area'
          ? await this.people.serves(prefecture, actor.orgId, decider.bearings(state).area)
          : verdict === 'allowed';
      if (!there) throw notFound('case', '案件');
    }

    const newId = (name: string | number) => idFrom(now, `${ask.key}:${id}`, name);
    const personal = (ask.personal ?? []).map(({ kind, body }) => ({ kind, body, id: newId(`personal:${kind}`) }));
    const given: Circumstances<Found> = {
      now,
      occurredAt,
      actor,
      id,
      found: await find(command, state, ask, now),
      records: Object.fromEntries(personal.map((row) => [row.kind, row.id])),
      newId,
    };
    const facts = decider.decide(command, state, given);
    const after = facts.reduce((s, fact) => decider.evolve(s, fact, occurredAt), state);
    const version = (head?.version ?? 0) + facts.length;
    const bearings = decider.bearings(after);
    const about: CaseRef = {
      kind: decider.kind,
      id,
      ...(bearings.area && { area: bearings.area }),
      ...(bearings.patientRef && { patientRef: bearings.patientRef }),
    };
    const rows = ground.obligations.map(({ body }) => restored(body as StoredObligation));
    const owed = reconcile(about, rows, decider.duties(after), now);
    const envelope = (
      event: Event,
      at: Instant,
      kind: string,
      stream: string,
      seq: number,
      name: string,
    ): NewEvent => ({
      ...facing(bearings),
      event_id: given.newId(name),
      type: event.type,
      schema_version: 1,
      occurred_at: at,
      kind,
      stream,
      seq,
      actor,
      correlation_id: id,
      causation_id: ask.causationId ?? null,
      payload: event.payload,
    });

    const answer = { id, state: decider.status(after), version };
    const claims = decider.claims?.(facts, after) ?? { take: [], release: [] };
    const commit: Commit = {
      prefecture,
      heads: facts.length
        ? [
            {
              stream: id,
              kind: decider.kind,
              base: head?.version ?? 0,
              version,
              state_version: decider.stateVersion,
              status: decider.status(after),
              parties: [...new Set(bearings.parties ?? [])],
              state: after,
            },
          ]
        : [],
      events: [
        ...facts.map((fact, i) =>
          envelope(fact, occurredAt, decider.kind, id, (head?.version ?? 0) + i + 1, `event:${i}`),
        ),
        ...owed.map(({ after: o, event }) => envelope(event, now, 'obligation', o.id, o.seq, `owed:${o.id}:${o.seq}`)),
      ],
      obligations: rowsOf(owed),
      messages: await this.messages(prefecture, about, decider.notices?.(facts, after) ?? [], given),
      personal: facts.length
        ? personal.map((row) => ({ ...row, about: id, subject: bearings.patientRef ?? null }))
        : [],
      claims: claims.take.map((claim) => ({ claim, stream: id })),
      released: claims.release.map((claim) => ({ claim, stream: id })),
      // A worker that came too early comes again under the same key.
      answer:
        facts.length > 0 || 'userId' in actor
          ? { user_id: userOf(actor), key: ask.key, body_hash: ask.bodyHash, answer }
          : null,
    };
    const { position } = await this.log.append(commit);
    return { ...answer, position };
  }

  /** A head that an older `evolve` has folded is folded again from its stream. */
  private async stateOf<State, Command, E extends Event, Found>(
    decider: Decider<State, Command, E, Found>,
    prefecture: string,
    { stream, state, state_version }: HeadRow,
  ): Promise<State> {
    if (state_version === decider.stateVersion) return state as State;
    const events = await this.log.stream(prefecture, stream);
    return events.reduce((s, event) => decider.evolve(s, event as unknown as E, event.occurredAt), decider.initial);
  }

  private async messages(
    prefecture: string,
    about: CaseRef,
    notices: readonly Notice[],
    given: Circumstances<unknown>,
  ) {
    if (notices.length === 0) return [];
    const behind = await this.people.behind(
      prefecture,
      notices.flatMap(({ to }) => to),
    );
    return notices.flatMap(({ template, to, step, key, urgency = 'routine' }, i) =>
      behind(to).map((user) =>
        messageOf(
          { key: `${given.newId(`notice:${key ?? i}`)}:${user}`, to: user, template, level: null, step: step ?? null },
          about,
          given.now,
          urgency,
        ),
      ),
    );
  }
}

/** One row for each obligation that changed, however many facts it took. */
function rowsOf(changes: readonly Change[]): ObligationRow[] {
  const rows = new Map<string, ObligationRow>();
  for (const { before, after } of changes)
    rows.set(after.id, rowOf(rows.get(after.id)?.base ?? before?.seq ?? 0, after, null));
  return [...rows.values()];
}

const facing = ({ area, patientRef, ruleSet }: Bearings) => ({
  area: area ?? null,
  other_areas: null,
  rule_set: ruleSet ?? null,
  patient_ref: patientRef ?? null,
});

/** A day that is today means now; an earlier one its beginning. */
const momentOf = ({ occurredAt, occurredOn }: Ask<unknown>, now: Instant): Instant => {
  if (occurredOn === undefined) return occurredAt ?? now;
  return occurredOn === dateIn(now) ? now : atMinute(occurredOn, 0);
};

const userOf = (actor: Actor): string => ('userId' in actor ? actor.userId : SYSTEM_USER);

function knownAnswer({ answer }: Ground, { bodyHash }: Ask<unknown>): Answer | undefined {
  if (!answer) return undefined;
  if (answer.body_hash === bodyHash)
    return { ...(answer.answer as Omit<Answer, 'position'>), position: answer.position };
  throw new DomainError(
    'invalid',
    'idempotency_key_reused',
    'この Idempotency-Key は別の内容ですでに使われています。新しい値で送り直してください。',
    'This Idempotency-Key was already used for something else. Send again with a new one.',
  );
}

const stale = () =>
  new DomainError(
    'stale',
    'stale_version',
    'ほかの人が先に更新しました。画面を読み直してから、もう一度行ってください。入力した内容は消えません。',
    'Somebody else changed this first. Reload and do it again; what you typed is kept.',
  );

const alreadyExists = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'すでに登録されています。一覧から既存のものを開いてください。',
    'This is registered already. Open the existing one from the list.',
  );

const notAllowed = () =>
  forbidden(
    'この操作は、あなたの役割または所属ではできません。担当者に依頼してください。',
    'Your role or organization may not do this. Ask whoever is responsible.',
  );

const inTheFuture = () =>
  new DomainError(
    'invalid',
    'invalid_input',
    '発生日時が未来です。今より前の日時にしてください。',
    'occurredAt lies in the future. Give a moment that is not later than now.',
    [
      {
        path: 'occurredAt',
        code: 'in_the_future',
        ja: '発生日時が未来です。',
        en: 'It lies in the future.',
      },
    ],
  );
