import { Inject, Injectable } from '@nestjs/common';
import {
  dateIn,
  DomainError,
  idFrom,
  invalidInput,
  invalidState,
  minuteOfDay,
  notFound,
  toInstant,
  type Instant,
} from '#kernel';
import {
  evolveObligation,
  isLive,
  latestPromise,
  PromiseRulesOf,
  restored,
  rowOf,
  type StoredObligation,
} from '#obligations';
import { commitOf, Databases, EventLog, LostRace, newEvent, reusedKey } from '#platform';
import type { Answer, Ask } from './ask.js';
import { Kinds } from './kinds.js';

const ATTEMPTS = 10;

export interface PromiseObligation {
  readonly type: 'PromiseObligation';
  readonly until: string;
}

/** "I have it, by …" (引き受けました、いつまでに): holds the chain until that moment; when it passes, chasing goes on. */
@Injectable()
export class Promises {
  constructor(
    @Inject(Databases) private readonly databases: Databases,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(PromiseRulesOf) private readonly rules: PromiseRulesOf,
  ) {}

  /** The row may be chased, met or promised at this very moment: then it is looked at again. */
  async execute(ask: Ask<PromiseObligation>): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.decide(ask);
      } catch (error) {
        if (!(error instanceof LostRace) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async decide(ask: Ask<PromiseObligation>): Promise<Answer> {
    const { prefecture, actor, key, bodyHash = '', command } = ask;
    const id = ask.id ?? '';
    const until = toInstant(command.until);
    if (!('userId' in actor)) throw notFound('obligation', '果たすべきこと');
    const { now, answer } = await this.log.ground({
      prefecture,
      stream: id,
      kind: 'obligation',
      caller: null,
      key: { user_id: actor.userId, key },
    });
    if (answer) {
      if (answer.body_hash !== bodyHash) throw reusedKey();
      return { ...(answer.answer as { id: string; state: string; version: number }), position: answer.position };
    }
    const { rows } = await this.databases.writer.query<{ body: StoredObligation }>({
      name: 'obligation-by-id',
      // Obligations are kept by case: what is live is found among what the caller owes, and what has come to nothing by
      // what the log says of it.
      text: `SELECT body FROM obligation
              WHERE prefecture = $1 AND owed_by = $3 AND id = $2 AND state IN ('open', 'promised')
              UNION ALL
             SELECT body FROM obligation
              WHERE prefecture = $1 AND id = $2 AND case_id =
                    (SELECT correlation_id FROM event WHERE prefecture = $1 AND stream = $2 ORDER BY seq LIMIT 1)
              LIMIT 1`,
      values: [prefecture, id, actor.orgId],
    });
    const before = rows[0] && restored(rows[0].body);
    // Whoever does not owe it learns nothing of it.
    if (!before || before.plan.owedBy !== actor.orgId) throw notFound('obligation', '果たすべきこと');
    if (!isLive(before)) throw invalidState('PromiseObligation', before.state);
    if (!this.kinds.isPromisable(before.about.kind, before.plan.step)) throw onlyAnswered();
    if (until <= now)
      throw invalidInput(
        'until',
        '約束の日時が過ぎています。これからの日時にしてください。',
        'The promised moment has passed. Give one that is to come.',
      );
    const rules = await this.rules.inForce(prefecture, before.about.area, now);
    const latest = latestPromise(now, before.plan.urgency, rules);
    if (until > latest)
      throw invalidInput(
        'until',
        `約束は${sayJa(latest)}までにしてください。それより先になるときは、担当を替えるか拠点に相談してください。`,
        `Promise a moment not later than ${latest}. If it takes longer, hand it on or talk to the base.`,
      );
    const event = { type: 'ObligationPromised', payload: { step: before.plan.step, by: actor.userId, until } } as const;
    const after = evolveObligation(before, event, now);
    const said = { id, state: after.state, version: after.seq };
    const { position } = await this.log.append(
      commitOf(prefecture, {
        obligations: [rowOf(before.seq, after, null)],
        events: [
          newEvent({
            event_id: idFrom(now, `${key}:${id}`, 'promise'),
            type: event.type,
            occurred_at: now,
            kind: 'obligation',
            stream: id,
            seq: after.seq,
            area: before.about.area ?? null,
            actor,
            correlation_id: before.about.id,
            patient_ref: before.about.patientRef ?? null,
            payload: event.payload,
          }),
        ],
        answer: { user_id: actor.userId, key, body_hash: bodyHash, answer: said },
      }),
    );
    return { ...said, position };
  }
}

const sayJa = (at: Instant): string => {
  const minute = minuteOfDay(at);
  const [, month, day] = dateIn(at).split('-').map(Number);
  return `${month}月${day}日${Math.floor(minute / 60)}時${String(minute % 60).padStart(2, '0')}分`;
};

const onlyAnswered = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    '約束では答えたことになりません。「引き受ける」か「断る」で答えてください。答えがなければ、期限に次へ進みます。',
    'A promise is no answer here. Accept or decline; without an answer things move on when the time is over.',
  );
