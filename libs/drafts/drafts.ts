import { Inject, Injectable } from '@nestjs/common';
import { ReadLog, type Caller } from '#access';
import { Kinds } from '#cases';
import { can, DomainError, forbidden, notFound } from '#kernel';
import { Databases, type Queryable } from '#platform';
import { DRAFT_RULES, type DraftValues } from './domain/draft.js';
import type { Draft, DraftListed } from './http/drafts.dto.js';

/** Which draft of a person: of which form, and about which case (or which of those that begin one). */
export interface DraftRef {
  readonly command: string;
  readonly id: string;
}

type Stored = Omit<Draft, 'away'>;

const HEAD = 'command, about AS id, version, saved_at AS "savedAt", expires_at AS "expiresAt"';

/**
 * 下書き: what somebody has typed and not yet sent, for that person alone, on every device. Its words are personal data:
 * they are in no event, message, queue, log line or address, and a look at them is on record like any other.
 */
@Injectable()
export class Drafts {
  constructor(
    @Inject(Databases) private readonly databases: Databases,
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(ReadLog) private readonly log: ReadLog,
  ) {}

  /** The person's drafts, newest first. */
  async of(caller: Caller): Promise<DraftListed[]> {
    const listed = await this.asSelf(caller, async (tx) => {
      const { rows } = await tx.query<Omit<DraftListed, 'away'>>({
        name: 'drafts',
        text: `SELECT ${HEAD} FROM draft d
                WHERE prefecture = $1 AND user_id = $2 AND NOT app.is_over(d) ORDER BY saved_at DESC, about`,
        values: [caller.prefecture, caller.actor.userId],
      });
      return rows;
    });
    const away = await this.awayFrom(caller, listed);
    return listed.map((draft) => ({ ...draft, away: away.has(draft.id) }));
  }

  /**
   * Whoever wrote it may read it where the case has left his hands, too, so that nothing is lost; only not where he no
   * longer works with names at all.
   * @throws not_found for the draft of another, as for none.
   */
  async find(caller: Caller, ref: DraftRef): Promise<Draft> {
    const { actor } = caller;
    this.known(ref);
    const [stored, away] = await Promise.all([this.look(caller, ref), this.awayFrom(caller, [ref])]);
    if (!stored) throw noDraft();
    const isAway = away.has(ref.id);
    if (isAway && !can(actor.role, 'names_reading')) throw notYoursToRead();
    await this.log.note(caller, [{ purpose: 'draft', outcome: 'read', about: ref.id, records: 1 }]);
    return { ...stored, away: isAway };
  }

  /**
   * Saves what has been typed. `version` is the one that it goes on from; 0: there was none.
   * @throws stale where another device has saved since; conflict where it has been sent; not_found where it was discarded.
   */
  async save(
    caller: Caller,
    ref: DraftRef,
    { values, key }: { readonly values: DraftValues; readonly key: string },
    version: number,
  ): Promise<DraftListed> {
    const { prefecture, actor } = caller;
    this.known(ref);
    const at = [prefecture, actor.userId, ref.command, ref.id];
    const saved = await this.asSelf(caller, async (tx) => {
      const sent = await tx.query({
        name: 'draft-sent',
        text: 'SELECT FROM command_answer WHERE prefecture = $1 AND user_id = $2 AND key = $3',
        values: [prefecture, actor.userId, key],
      });
      if (sent.rowCount) throw alreadySent();
      if (version === 0) await this.leaveRoom(tx, caller);
      const { rows } = await tx.query<Omit<DraftListed, 'away'>>({
        name: version === 0 ? 'begin-draft' : 'save-draft',
        text:
          version === 0
            ? `INSERT INTO draft AS d (prefecture, user_id, command, about, key, version, body, saved_at, expires_at)
               VALUES ($1, $2, $3, $4, $5, 1, $6, app.now(), app.now() + make_interval(days => ${DRAFT_RULES.keptDays}))
               ON CONFLICT (prefecture, user_id, command, about) DO UPDATE
                 SET key = EXCLUDED.key, version = d.version + 1, body = EXCLUDED.body, saved_at = EXCLUDED.saved_at,
                     expires_at = EXCLUDED.expires_at
               WHERE app.is_over(d)
               RETURNING ${HEAD}`
            : `UPDATE draft d
                  SET key = $5, version = version + 1, body = $6, saved_at = app.now(),
                      expires_at = app.now() + make_interval(days => ${DRAFT_RULES.keptDays})
                WHERE prefecture = $1 AND user_id = $2 AND command = $3 AND about = $4 AND version = $7
                  AND NOT app.is_over(d)
               RETURNING ${HEAD}`,
        values: [...at, key, JSON.stringify(values), ...(version === 0 ? [] : [version])],
      });
      return rows[0];
    });
    if (!saved) throw (await this.look(caller, ref)) ? changedElsewhere() : noDraft();
    return { ...saved, away: (await this.awayFrom(caller, [ref])).has(ref.id) };
  }

  /** Whether there was one or not. */
  async discard(caller: Caller, ref: DraftRef): Promise<void> {
    await this.asSelf(caller, (tx) =>
      tx.query({
        name: 'discard-draft',
        text: 'DELETE FROM draft WHERE prefecture = $1 AND user_id = $2 AND command = $3 AND about = $4',
        values: [caller.prefecture, caller.actor.userId, ref.command, ref.id],
      }),
    );
  }

  private asSelf<T>({ prefecture, actor }: Caller, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.databases.ofPerson(prefecture, actor.userId, work);
  }

  private look(caller: Caller, { command, id }: DraftRef): Promise<Stored | undefined> {
    return this.asSelf(caller, async (tx) => {
      const { rows } = await tx.query<Stored>({
        name: 'draft',
        text: `SELECT ${HEAD}, key, body AS values FROM draft d
                WHERE prefecture = $1 AND user_id = $2 AND command = $3 AND about = $4 AND NOT app.is_over(d)`,
        values: [caller.prefecture, caller.actor.userId, command, id],
      });
      return rows[0];
    });
  }

  private async leaveRoom(tx: Queryable, { prefecture, actor }: Caller): Promise<void> {
    const { rows } = await tx.query<{ n: number }>({
      name: 'count-drafts',
      text: 'SELECT count(*)::int AS n FROM draft d WHERE prefecture = $1 AND user_id = $2 AND NOT app.is_over(d)',
      values: [prefecture, actor.userId],
    });
    if ((rows[0]?.n ?? 0) >= DRAFT_RULES.most) throw tooMany();
  }

  /** @throws not_found for a form that nobody can fill in. */
  private known({ command }: DraftRef): void {
    if (!this.entryOf(command)?.route) throw notFound('command', '操作');
  }

  private entryOf(command: string) {
    return this.kinds
      .all()
      .map(({ commands }) => (Object.hasOwn(commands, command) ? commands[command] : undefined))
      .find((entry) => entry !== undefined);
  }

  /** Cases of these that the person does not see: gone or somebody else's, which look alike to him. */
  private async awayFrom({ prefecture, actor }: Caller, drafts: readonly DraftRef[]): Promise<ReadonlySet<string>> {
    const cases = drafts.filter(({ command }) => !this.entryOf(command)?.begins).map(({ id }) => id);
    if (cases.length === 0) return new Set();
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string }>({
        name: 'drafts-cases-in-sight',
        text: `SELECT h.stream AS id FROM stream_head h
                CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[]) AND $5::jsonb -> h.kind ?| r.relations`,
        values: [prefecture, cases, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      const inSight = new Set(rows.map(({ id }) => id));
      return new Set(cases.filter((id) => !inSight.has(id)));
    });
  }
}

const noDraft = () => notFound('draft', '下書き');

const changedElsewhere = () =>
  new DomainError(
    'stale',
    'stale_version',
    'この下書きは、ほかの端末か画面で先に保存されました。両方を並べて選んでください。入力した内容は消えません。',
    'This draft was saved on another device or page first. Compare both and choose; what you typed is kept.',
  );

const alreadySent = () =>
  new DomainError(
    'conflict',
    'draft_sent',
    'この下書きは、ほかの端末か画面から送信されました。',
    'This draft has been sent from another device or page.',
  );

const tooMany = () =>
  new DomainError(
    'conflict',
    'too_many_drafts',
    `下書きは一人${DRAFT_RULES.most}件までです。要らない下書きを破棄してください。`,
    `One person may keep ${DRAFT_RULES.most} drafts. Discard those that are not needed.`,
  );

const notYoursToRead = () =>
  forbidden(
    'この下書きの案件はあなたの手を離れ、今の役割では氏名などを見られないため、表示できません。',
    'The case of this draft has left your hands, and your present role does not work with names.',
  );
