import { Injectable } from '@nestjs/common';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Heads } from '#cases';
import { Directory } from '#directory';
import { awaitsAnswer, deadlineOf, stayOf, type DischargeCase } from '#handovers';
import { plusMinutes, type Instant } from '#kernel';
import { Databases } from '#platform';
import { MOST_RANDOM, replyCode } from './domain/reply-code.js';
import { expiryOf, standingOf, TRIES_WINDOW_MIN, type ReplySheet, type Standing } from './domain/reply-sheet.js';

const COLUMNS = `id, number, case_id AS "caseId", version, issued_at AS "issuedAt", expires_at AS "expiresAt", tries,
  over_at AS "overAt", over, via, outcome`;
const TOKEN_BYTES = 32;
const ATTEMPTS = 5;
/** An answer whose process ended before it told how it went is free again after this. */
const CLAIM_MIN = 1;

const hashOf = (what: 'token' | 'code', prefecture: string, text: string): Buffer =>
  createHash('sha256').update(`reply ${what}:${prefecture}:${text}`).digest();

/** A sheet with what it is about: who sent it, and until when it is to be answered. Nothing about a person. */
export interface SheetInHand {
  readonly prefecture: string;
  readonly sheet: ReplySheet;
  readonly standing: Standing;
  readonly stay: DischargeCase;
  readonly sender: { readonly name: string; readonly phone: string | null };
  readonly deadline: Instant | null;
}

export interface Issued extends SheetInHand {
  readonly token: string;
  readonly code: string;
}

/** 回答用紙: keeps the sheets, finds them by token or code, and lets each be answered once. */
@Injectable()
export class ReplySheets {
  constructor(
    private readonly databases: Databases,
    private readonly heads: Heads,
    private readonly directory: Directory,
  ) {}

  /** Makes a sheet for the document as it is now; an earlier one of the case is good no longer. Token and code are told this once. */
  async issue(prefecture: string, caseId: string, by: string): Promise<Issued> {
    const stay = await stayOf(this.heads, prefecture, caseId);
    if (!stay) throw new Error('a sheet is made for a stay that has just been written to');
    const token = `${prefecture}.${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    for (let attempt = 1; ; attempt++) {
      const code = replyCode(randomInt(MOST_RANDOM));
      try {
        const id = await this.insert(prefecture, { caseId, version: stay.version, by, token, code });
        const sheet = await this.read(prefecture, 'id = $2', id);
        if (!sheet) throw new Error('the sheet that was made is not there');
        return { ...(await this.inHand(prefecture, sheet, stay)), token, code };
      } catch (error) {
        // Another sheet took the number, or has the code.
        if ((error as { code?: string }).code !== '23505' || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async insert(
    prefecture: string,
    {
      caseId,
      version,
      by,
      token,
      code,
    }: Pick<ReplySheet, 'caseId' | 'version'> & Record<'by' | 'token' | 'code', string>,
  ): Promise<string> {
    const id = randomUUID();
    const now = await this.databases.now();
    await this.databases.writing(async (tx) => {
      await tx.query(
        `UPDATE reply_sheet SET over_at = $3, over = 'replaced' WHERE prefecture = $1 AND case_id = $2 AND over_at IS NULL`,
        [prefecture, caseId, now],
      );
      await tx.query(
        `INSERT INTO reply_sheet (prefecture, id, number, case_id, version, token_hash, code_hash, issued_by, issued_at, expires_at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9 FROM reply_sheet WHERE prefecture = $1`,
        [
          prefecture,
          id,
          caseId,
          version,
          hashOf('token', prefecture, token),
          hashOf('code', prefecture, code),
          by,
          now,
          expiryOf(now),
        ],
      );
    });
    return id;
  }

  /** What the page of a token shows. To look changes nothing: a scanner of mails may look as often as it likes. */
  async byToken(token: string): Promise<SheetInHand | undefined> {
    const prefecture = token.slice(0, 2);
    return this.found(prefecture, 'token_hash = $2', hashOf('token', prefecture, token));
  }

  byCode(prefecture: string, code: string): Promise<SheetInHand | undefined> {
    return this.found(prefecture, 'code_hash = $2', hashOf('code', prefecture, code));
  }

  /** Whether the code is that of the sheet. A wrong one is counted before it is said. */
  async knows({ prefecture, sheet }: SheetInHand, code: string): Promise<boolean> {
    const { rowCount } = await this.databases.writer.query(
      'SELECT FROM reply_sheet WHERE prefecture = $1 AND id = $2 AND code_hash = $3',
      [prefecture, sheet.id, hashOf('code', prefecture, code)],
    );
    if (rowCount === 1) return true;
    await this.databases.writer.query('UPDATE reply_sheet SET tries = tries + 1 WHERE prefecture = $1 AND id = $2', [
      prefecture,
      sheet.id,
    ]);
    return false;
  }

  /** Of two that answer one sheet at the same moment, one comes too late. `answer`: what is answered, by its hash. */
  async claim({ prefecture, sheet }: SheetInHand, answer: string): Promise<boolean> {
    const now = await this.databases.now();
    const { rowCount } = await this.databases.writer.query(
      `UPDATE reply_sheet SET claim = $3, claimed_at = $4
        WHERE prefecture = $1 AND id = $2 AND over_at IS NULL AND (claim IS NULL OR claim = $3 OR claimed_at < $5)`,
      [prefecture, sheet.id, answer, now, plusMinutes(now, -CLAIM_MIN)],
    );
    return rowCount === 1;
  }

  /** The case refused the answer: the sheet can be answered otherwise. */
  async release({ prefecture, sheet }: SheetInHand): Promise<void> {
    await this.databases.writer.query(
      'UPDATE reply_sheet SET claim = NULL, claimed_at = NULL WHERE prefecture = $1 AND id = $2 AND over_at IS NULL',
      [prefecture, sheet.id],
    );
  }

  async answered(
    { prefecture, sheet }: SheetInHand,
    { via, outcome }: { readonly via: string; readonly outcome: string },
  ): Promise<void> {
    await this.databases.writer.query(
      `UPDATE reply_sheet SET over_at = app.now(), over = 'answered', via = $3, outcome = $4
        WHERE prefecture = $1 AND id = $2 AND over_at IS NULL`,
      [prefecture, sheet.id, via, outcome],
    );
  }

  /** How many codes of somebody at a desk have led to nothing of late. */
  async triesOf(prefecture: string, user: string): Promise<number> {
    const { rows } = await this.databases.writer.query<{ tries: number }>(
      'SELECT tries FROM reply_try WHERE prefecture = $1 AND user_id = $2 AND begun_at > $3',
      [prefecture, user, await this.windowStart()],
    );
    return rows[0]?.tries ?? 0;
  }

  async countTry(prefecture: string, user: string): Promise<void> {
    await this.databases.writer.query(
      `INSERT INTO reply_try (prefecture, user_id, begun_at, tries) VALUES ($1, $2, app.now(), 1)
       ON CONFLICT (prefecture, user_id) DO UPDATE
         SET tries = CASE WHEN reply_try.begun_at > $3 THEN reply_try.tries + 1 ELSE 1 END,
             begun_at = CASE WHEN reply_try.begun_at > $3 THEN reply_try.begun_at ELSE app.now() END`,
      [prefecture, user, await this.windowStart()],
    );
  }

  private async windowStart(): Promise<Instant> {
    return plusMinutes(await this.databases.now(), -TRIES_WINDOW_MIN);
  }

  private async found(prefecture: string, by: string, value: string | Buffer): Promise<SheetInHand | undefined> {
    const sheet = await this.read(prefecture, by, value);
    const stay = sheet && (await stayOf(this.heads, prefecture, sheet.caseId));
    return sheet && stay && this.inHand(prefecture, sheet, stay);
  }

  private async read(prefecture: string, by: string, value: string | Buffer): Promise<ReplySheet | undefined> {
    const { rows } = await this.databases.writer.query<ReplySheet>(
      `SELECT ${COLUMNS} FROM reply_sheet WHERE prefecture = $1 AND ${by}`,
      [prefecture, value],
    );
    return rows[0];
  }

  private async inHand(prefecture: string, sheet: ReplySheet, stay: DischargeCase): Promise<SheetInHand> {
    const sender = (await this.directory.organizations(prefecture, [stay.hospital])).get(stay.hospital);
    return {
      prefecture,
      sheet,
      standing: standingOf(sheet, awaitsAnswer(stay, sheet.version), await this.databases.now()),
      stay,
      sender: { name: sender?.name ?? '', phone: sender?.phone ?? null },
      deadline: deadlineOf(stay, sheet.version) ?? null,
    };
  }
}
