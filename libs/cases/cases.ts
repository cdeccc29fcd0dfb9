import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  atMinute,
  dateIn,
  DomainError,
  forbidden,
  idFrom,
  notFound,
  SYSTEM,
  type Actor,
  type Bearings,
  type CaseRef,
  type Circumstances,
  type Instant,
  type Notice,
} from '#kernel';
import { isLogged, messageOf, Owed, People, restored, rowsOf, type Change, type StoredObligation } from '#obligations';
import { commitOf, EventLog, LostRace, newEvent, reusedKey, type Commit, type Ground, type NewEvent } from '#platform';
import type { Answer, Ask } from './ask.js';
import { aboutOf, headOf, stateOf } from './folded.js';
import { Heads } from './heads.js';
import { entryOf, mustAllow, type CommandOf } from './define-case.js';
import { verdictOn, type AnyKind } from './kinds.js';

const ATTEMPTS = 3;
/** Commands of workers have no user; their keys live under this one. */
const NO_STREAM = '00000000-0000-8000-8000-000000000001';

/** A declared kind: which commands it takes follows from its table. */
interface Asked {
  readonly kind: string;
  readonly commands: object;
}

/** What a worker asks; `job` is the worker's name in the log. */
export type WorkerAsk<C> = Pick<
  Ask<C>,
  'prefecture' | 'command' | 'key' | 'causationId' | 'occurredAt' | 'personal'
> & {
  readonly id: string;
  readonly job: string;
};

/** A command that has been decided on: what it writes, and what its answer will be. */
export interface Decided {
  readonly commit: Commit;
  readonly answer: Omit<Answer, 'position'>;
}

/** Runs commands: reads, decides, reconciles what is owed, appends, in one transaction each (design decision 3). */
@Injectable()
export class Cases {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(Heads) private readonly heads: Heads,
    @Inject(People) private readonly people: People,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  /** A worker's command. Its key makes it happen once, however often it is asked. */
  work<Kind extends Asked>(kind: Kind, { job, ...ask }: WorkerAsk<CommandOf<Kind>>): Promise<Answer> {
    return this.execute(kind, { ...ask, actor: { system: 'worker', job } });
  }

  async execute<Kind extends Asked>(kind: Kind, ask: Ask<CommandOf<Kind>>): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const ground = await this.groundOf(kind, ask);
      const known = knownAnswer(ground, ask);
      if (known) return known;
      try {
        const { commit, answer } = await this.decided(kind as unknown as AnyKind, ask, ground);
        const { position } = await this.log.append(commit);
        return { ...answer, position };
      } catch (error) {
        if (!(error instanceof LostRace)) throw error;
        // A claim is lost for good; a stream or key is read again. Who named a version saw something that is gone.
        if (error.race === 'claim') throw alreadyExists();
        if (attempt === ATTEMPTS || (ask.ifMatch !== undefined && error.race === 'stream')) throw stale();
      }
    }
  }

  /** Whether somebody may ask this of the case, before anything of it is told. @throws not_found, forbidden */
  async admitted<Kind extends Asked>(asked: Kind, ask: Ask<CommandOf<Kind>>): Promise<void> {
    const kind = asked as unknown as AnyKind;
    const ground = await this.groundOf(asked, ask);
    const state = ground.head ? await stateOf(this.log, kind, ask.prefecture, ground.head, []) : kind.decider.initial;
    admit(kind, ask as Ask<{ readonly type: string }>, ground, state);
  }

  /** What a command is decided on. */
  groundOf({ kind }: Pick<Asked, 'kind'>, { prefecture, id, actor, key }: Ask<unknown>): Promise<Ground> {
    return this.log.ground({
      prefecture,
      stream: id ?? NO_STREAM,
      kind,
      caller: 'userId' in actor ? { user_id: actor.userId, organization: actor.orgId } : null,
      key: { user_id: userOf(actor), key },
    });
  }

  /** What a command would write, and nothing is written. @throws what it would be refused with */
  async decided(kind: AnyKind, ask: Ask<{ readonly type: string }>, ground: Ground): Promise<Decided> {
    const { now, head } = ground;
    const { prefecture, command, actor } = ask;
    const { decider } = kind;
    const standing = ground.obligations.map(({ body }) => restored(body as StoredObligation));
    const plans = standing.map(({ plan }) => plan);
    const state = head ? await stateOf(this.log, kind, prefecture, head, plans) : decider.initial;
    const lookUps: unknown = kind.lookUps && this.modules.get(kind.lookUps, { strict: false });
    const elsewhere =
      kind.standing && head && 'userId' in actor ? await kind.standing(lookUps, actor, prefecture, head.stream) : [];
    admit(kind, ask, { ...ground, relations: [...ground.relations, ...elsewhere] }, state);
    const id = ask.id ?? idFrom(now, `${userOf(actor)}:${ask.key}`, 'case');
    const occurredAt = momentOf(ask, now);
    if (occurredAt > now) throw inTheFuture();

    const newId = (name: string | number) => idFrom(now, `${ask.key}:${id}`, name);
    const entry = entryOf(kind, command);
    mustAllow(entry, command.type, state, decider.status(state));
    const records = entry.completes ? await entry.completes(lookUps, ask) : (ask.personal ?? []);
    const personal = records.map((row) => ({ ...row, id: newId(`personal:${row.kind}`) }));
    const given: Circumstances<unknown> = {
      now,
      occurredAt,
      actor,
      id,
      found:
        entry.find &&
        (await this.heads.during(prefecture, ground.reference, () =>
          Promise.resolve(entry.find?.(lookUps, command, state, ask, now)),
        )),
      records: Object.fromEntries(personal.map((row) => [row.kind, row.id])),
      newId,
    };
    const facts = decider.decide(command, state, given);
    const ledger = new Owed(standing);
    const owed: Change[] = [];
    let after = state;
    let bearings = decider.bearings(state);
    for (const fact of facts) {
      after = decider.evolve(after, fact, occurredAt);
      bearings = decider.bearings(after);
      owed.push(...ledger.follow(aboutOf(kind, id, bearings), decider.duties(after), now));
    }
    const version = (head?.version ?? 0) + facts.length;
    const about = aboutOf(kind, id, bearings);
    const envelope = {
      ...facing(bearings),
      other_areas: await this.otherAreas(kind, prefecture, ground, bearings),
      actor,
      correlation_id: id,
      causation_id: ask.causationId ?? null,
    };
    const events: NewEvent[] = [
      ...facts.map((fact, i) =>
        newEvent({
          ...envelope,
          event_id: newId(`event:${i}`),
          type: fact.type,
          schema_version: kind.events[fact.type]?.version ?? 1,
          occurred_at: occurredAt,
          kind: kind.kind,
          stream: id,
          seq: (head?.version ?? 0) + i + 1,
          payload: fact.payload,
        }),
      ),
      ...owed
        .filter(({ event }) => isLogged(event))
        .map(({ after: o, event }) =>
          newEvent({
            ...envelope,
            event_id: newId(`owed:${o.id}:${o.seq}`),
            type: event.type,
            occurred_at: now,
            kind: 'obligation',
            stream: o.id,
            seq: o.seq,
            payload: event.payload,
          }),
        ),
    ];

    const answer = { id, state: decider.status(after), version };
    const claims = decider.claims?.(facts, after) ?? { take: [], release: [] };
    const commit = commitOf(prefecture, {
      heads: facts.length
        ? [headOf(kind, prefecture, { stream: id, base: head?.version ?? 0, version, state: after }, bearings)]
        : [],
      events,
      reference: kind.reference === true && facts.length > 0,
      obligations: rowsOf(owed),
      messages: await this.heads.during(prefecture, ground.reference, () =>
        this.messages(prefecture, about, decider.notices?.(facts, after) ?? [], given),
      ),
      personal: facts.length
        ? personal.map((row) => ({
            ...row,
            about: kind.belongsTo?.(facts, row.kind) ?? id,
            subject: bearings.patientRef ?? null,
          }))
        : [],
      claims: claims.take.map((claim) => ({ claim, stream: id })),
      released: claims.release.map((claim) => ({ claim, stream: id })),
      // A worker that came too early comes again under the same key.
      answer:
        facts.length > 0 || 'userId' in actor
          ? { user_id: userOf(actor), key: ask.key, body_hash: ask.bodyHash ?? NO_BODY, answer }
          : null,
    });
    return { commit, answer };
  }

  /** Null where it is of one municipality alone. */
  private async otherAreas(kind: AnyKind, prefecture: string, ground: Ground, { area, relations = {} }: Bearings) {
    const organizations = (kind.across ?? []).flatMap((relation) => relations[relation] ?? []);
    if (!area || organizations.length === 0) return null;
    const others = await this.heads.during(prefecture, ground.reference, () =>
      this.people.elsewhere(prefecture, organizations, area),
    );
    return others.length > 0 ? others : null;
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

/** Hash of a body that nobody sent. */
const NO_BODY = '00';

/**
 * In this order, so that nothing is learned of what is hidden: not there (or not to be seen), then not allowed, then
 * stale. Workers may ask what they are made for.
 */
function admit(kind: AnyKind, ask: Ask<{ readonly type: string }>, { head, relations }: Ground, state: unknown): void {
  const { actor, command, ifMatch } = ask;
  if ('userId' in actor) {
    const verdict = verdictOn(kind, actor, relations, command, state);
    if (verdict === 'hidden') throw notFound('case', '案件');
    if (verdict === 'forbidden') throw notAllowed();
  }
  if (ifMatch !== undefined && ifMatch !== (head?.version ?? 0)) throw stale();
}

const facing = ({ area, patientRef, ruleSet }: Bearings) => ({
  area: area ?? null,
  rule_set: ruleSet ?? null,
  patient_ref: patientRef ?? null,
});

/** A day that is today means now; an earlier one its beginning. */
const momentOf = ({ occurredAt, occurredOn }: Ask<unknown>, now: Instant): Instant => {
  if (occurredOn === undefined) return occurredAt ?? now;
  return occurredOn === dateIn(now) ? now : atMinute(occurredOn, 0);
};

const userOf = (actor: Actor): string => ('userId' in actor ? actor.userId : SYSTEM);

function knownAnswer({ answer }: Ground, { bodyHash = NO_BODY }: Ask<unknown>): Answer | undefined {
  if (!answer) return undefined;
  if (answer.body_hash !== bodyHash) throw reusedKey();
  return { ...(answer.answer as Omit<Answer, 'position'>), position: answer.position };
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
