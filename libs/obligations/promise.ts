import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  dateIn,
  DomainError,
  idFrom,
  invalidInput,
  invalidState,
  isPromisable,
  minuteOfDay,
  notFound,
  toInstant,
  type Instant,
} from '#kernel';
import { Databases, EventLog, LostRace } from '#platform';
import type { Answer, Ask } from './cases.js';
import { latestPromise } from './domain/promise-limit.js';
import { evolve, isLive, restored, type StoredObligation } from './domain/obligation.js';
import { rowOf } from './rows.js';

const ATTEMPTS = 10;

/** "I have it, by …" (引き受けました、いつまでに): holds the chain until that moment; when it passes, chasing goes on. */
export class PromiseObligation extends Command<Answer> {
  constructor(readonly ask: Ask<{ readonly type: 'PromiseObligation'; readonly until: string }>) {
    super();
  }
}

@CommandHandler(PromiseObligation)
@Injectable()
export class PromiseObligationHandler implements ICommandHandler<PromiseObligation> {
  constructor(
    private readonly databases: Databases,
    private readonly log: EventLog,
  ) {}

  /** The row may be chased, met or promised at this very moment: then it is looked at again. */
  async execute({ ask }: PromiseObligation): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.decide(ask);
      } catch (error) {
        if (!(error instanceof LostRace) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async decide(ask: PromiseObligation['ask']): Promise<Answer> {
    const { prefecture, actor, key, bodyHash, command } = ask;
    const id = ask.id ?? '';
    const until = toInstant(command.until);
    if (!('userId' in actor)) throw notFound('obligation', '果たすべきこと');
    const { now, answer } = await this.log.ground({ prefecture, stream: id, key: { user_id: actor.userId, key } });
    if (answer) {
      if (answer.body_hash !== bodyHash) throw reused();
      return { ...(answer.answer as { id: string; state: string; version: number }), position: answer.position };
    }
    const { rows } = await this.databases.writer.query<{ body: StoredObligation }>({
      name: 'obligation-by-id',
      text: 'SELECT body FROM obligation WHERE prefecture = $1 AND id = $2',
      values: [prefecture, id],
    });
    const before = rows[0] && restored(rows[0].body);
    // Whoever does not owe it learns nothing of it.
    if (!before || before.plan.owedBy !== actor.orgId) throw notFound('obligation', '果たすべきこと');
    if (!isLive(before)) throw invalidState('PromiseObligation', before.state);
    if (!isPromisable(before.plan)) throw answerInstead();
    if (until <= now)
      throw invalidInput(
        'until',
        '約束の日時が過ぎています。これからの日時にしてください。',
        'The promised moment has passed. Give one that is to come.',
      );
    const latest = latestPromise(now, before.plan.urgency);
    if (until > latest)
      throw invalidInput(
        'until',
        `約束は${sayJa(latest)}までにしてください。それより先になるときは、担当を替えるか拠点に相談してください。`,
        `Promise a moment not later than ${latest}. If it takes longer, hand it on or talk to the base.`,
      );
    const event = { type: 'ObligationPromised', payload: { step: before.plan.step, by: actor.userId, until } } as const;
    const after = evolve(before, event, now);
    const said = { id, state: after.state, version: after.seq };
    const { position } = await this.log.append({
      prefecture,
      heads: [],
      obligations: [rowOf(before.seq, after, null)],
      events: [
        {
          event_id: idFrom(now, `${key}:${id}`, 'promise'),
          type: event.type,
          schema_version: 1,
          occurred_at: now,
          kind: 'obligation',
          stream: id,
          seq: after.seq,
          area: before.about.area ?? null,
          other_areas: null,
          actor,
          correlation_id: before.about.id,
          causation_id: null,
          rule_set: null,
          patient_ref: before.about.patientRef ?? null,
          payload: event.payload,
        },
      ],
      messages: [],
      personal: [],
      claims: [],
      released: [],
      answer: { user_id: actor.userId, key, body_hash: bodyHash, answer: said },
    });
    return { ...said, position };
  }
}

const sayJa = (at: Instant): string => {
  const minute = minuteOfDay(at);
  const [, month, day] = dateIn(at).split('-').map(Number);
  return `${month}月${day}日${Math.floor(minute / 60)}時${String(minute % 60).padStart(2, '0')}分`;
};

const answerInstead = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    '約束では答えたことになりません。「引き受ける」か「断る」で答えてください。答えがなければ、期限に次へ進みます。',
    'A promise is no answer here. Accept or decline; without an answer things move on when the time is over.',
  );

const reused = () =>
  new DomainError(
    'invalid',
    'idempotency_key_reused',
    'この Idempotency-Key は別の内容ですでに使われています。新しい値で送り直してください。',
    'This Idempotency-Key was already used for something else. Send again with a new one.',
  );
