import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Cases, type Answer } from '#cases';
import type { Caller } from '#access';
import { Directory } from '#directory';
import { dischargeCaseKind, type AnsweredBy, type HandoverAnswer } from '#handovers';
import { DomainError, invalidInput, type Actor, type Instant } from '#kernel';
import { refusal } from '#platform';
import { codeTyped } from './domain/reply-code.js';
import { MOST_TRIES_AT_DESK, TRIES_WINDOW_MIN, type Standing } from './domain/reply-sheet.js';
import { ReplySheets, type SheetInHand } from './reply-sheets.js';

export interface Reply {
  readonly outcome: HandoverAnswer;
  /** The question, or why it is returned; nothing with an acknowledgement. */
  readonly text: string;
  /** Who answers, at the receiver's. */
  readonly toldBy: string;
  readonly occurredAt?: Instant;
}

/** 回答: what somebody without an account answers becomes the facts that a click of his would have made. */
@Injectable()
export class Replies {
  constructor(
    private readonly sheets: ReplySheets,
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  /** 一回限りの画面から: the care manager who is named answers; that it came over the page stands with it. @throws what a click would */
  async onPage(inHand: SheetInHand, reply: Reply): Promise<void> {
    const { careManager } = inHand.stay;
    const user =
      careManager && (await this.directory.users(inHand.prefecture, [careManager.user])).get(careManager.user);
    if (!careManager || !user) throw notOpen('settled');
    const actor = { userId: careManager.user, role: user.role, orgId: careManager.organization };
    await this.record(inHand, 'page', reply, actor);
  }

  /** 電話・FAXの回答を窓口で: whoever heard or holds it writes it down. @throws invalid_input, not_found, what a click would */
  async atDesk(
    { prefecture, actor }: Caller,
    typed: string,
    via: 'phone' | 'fax',
    reply: Reply,
  ): Promise<{ readonly inHand: SheetInHand; readonly answer: Answer }> {
    const code = codeTyped(typed);
    // A slip of the finger is seen without looking anything up, and is no guess.
    if (code === undefined)
      throw invalidInput(
        'code',
        '回答番号が違います（9桁）。用紙の番号をもう一度確かめて入力してください。',
        'This is no reply code (nine digits). Check the number on the sheet and type it again.',
      );
    if ((await this.sheets.triesOf(prefecture, actor.userId)) >= MOST_TRIES_AT_DESK) throw tooOften();
    const inHand = await this.sheets.byCode(prefecture, code);
    try {
      if (!inHand) throw unknownCode();
      return { inHand, answer: await this.record(inHand, via, reply, actor) };
    } catch (error) {
      // A sheet of a case that the desk does not see is not there.
      if (!(error instanceof DomainError) || !['not_found', 'forbidden'].includes(error.kind)) throw error;
      await this.sheets.countTry(prefecture, actor.userId);
      throw unknownCode();
    }
  }

  private async record(inHand: SheetInHand, via: AnsweredBy, reply: Reply, actor: Actor): Promise<Answer> {
    const { prefecture, sheet, standing } = inHand;
    const { outcome, text, toldBy, occurredAt } = reply;
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([via, outcome, text, toldBy]))
      .digest('hex');
    const records =
      outcome === 'question'
        ? [{ kind: 'clarification', body: { text } }]
        : outcome === 'returned'
          ? [{ kind: 'return_reason', body: { reason: text } }]
          : [];
    const ask = {
      prefecture,
      id: sheet.caseId,
      command: { type: 'AnswerForReceiver' as const, outcome, version: sheet.version, via },
      actor,
      // One sheet, one answer: asked again, the same is answered.
      key: sheet.id,
      bodyHash,
      personal: [...records, { kind: 'told_by', body: { toldBy } }],
      ...(occurredAt !== undefined && { occurredAt }),
    };
    // Whoever may not answer the case learns nothing of how its sheet stands.
    await this.mayAnswer(ask);
    if (standing === 'closed' ? via === 'page' : standing !== 'open') throw notOpen(standing);
    if (occurredAt !== undefined && occurredAt < sheet.issuedAt)
      throw invalidInput(
        'occurredAt',
        '用紙を作った日時より前です。回答を受けた日時を確かめてください。',
        'This lies before the sheet was made. Check when the answer came.',
      );
    if (!(await this.sheets.claim(inHand, bodyHash))) throw notOpen('answered');
    try {
      const answer = await this.cases.execute(dischargeCaseKind, ask);
      await this.sheets.answered(inHand, { via, outcome });
      return answer;
    } catch (error) {
      await this.sheets.release(inHand);
      throw error;
    }
  }

  private async mayAnswer(ask: Parameters<typeof this.cases.execute<typeof dischargeCaseKind>>[1]): Promise<void> {
    await this.cases.admitted(dischargeCaseKind, ask);
  }
}

const unknownCode = () =>
  new DomainError(
    'not_found',
    'reply_code_unknown',
    'この回答番号の用紙は、見つからないか、あなたの機関のものではありません。番号を確かめてください。',
    'There is no sheet with this reply code, or it is not one of your institution. Check the number.',
  );

const tooOften = () =>
  refusal(
    429,
    'too_many_codes',
    `合わない回答番号が続いたため、${TRIES_WINDOW_MIN}分ほど待ってから入力してください。用紙を送った機関に番号を確かめてください。`,
    `Too many reply codes were wrong. Wait ${TRIES_WINDOW_MIN} minutes, and ask whoever sent the sheet for its number.`,
  );

const WHY: Readonly<Record<Exclude<Standing, 'open'>, readonly [code: string, ja: string, en: string]>> = {
  answered: [
    'reply_sheet_used',
    'この用紙には、すでに回答があります。変えるときは、送った機関に電話してください。',
    'This sheet has been answered already. To change that, telephone whoever sent it.',
  ],
  replaced: [
    'reply_sheet_replaced',
    'この引継書には新しい用紙があります。新しい用紙の番号で回答してください。',
    'There is a newer sheet for this handover. Answer with the number on that one.',
  ],
  expired: [
    'reply_sheet_expired',
    'この用紙は期限が切れています。送った機関に、新しい用紙を作ってもらってください。',
    'This sheet is too old. Ask whoever sent it for a new one.',
  ],
  closed: [
    'reply_sheet_closed',
    '合わない回答番号が続いたため、この画面では回答できません。送った機関に電話してください。',
    'Too many reply codes were wrong, so that this page takes no answer. Telephone whoever sent the sheet.',
  ],
  settled: [
    'reply_sheet_settled',
    'この引継書は、もう回答を待っていません（別の方法で回答済み、または新しい版があります）。送った機関に確かめてください。',
    'This handover waits for no answer any more: it was answered otherwise, or there is a newer version. Ask whoever sent it.',
  ],
};

const notOpen = (standing: Standing): DomainError => {
  const [code, ja, en] = WHY[standing === 'open' ? 'settled' : standing];
  return new DomainError('conflict', code, ja, en);
};
