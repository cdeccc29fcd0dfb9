import { can, DomainError, forbidden, invalidInput, type Circumstances } from '#kernel';
import type { CategorizeAgendaItem, ConcludePositions, RecordBodyPosition } from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import type { AgendaItem } from '../agenda-item.state.js';
import { categoriesOf } from '../council.terms.js';
import type { Member } from '../council.js';

const isOf = (member: Member) => (other: Member) =>
  other.organization === member.organization && other.body === member.body;

/** 団体の立場: of a body that sits at the council; a body may say it for itself. */
export function recordPosition(
  { organization, body, stance }: RecordBodyPosition,
  { issue, seats, positions }: AgendaItem,
  { records, actor }: Circumstances<unknown>,
): AgendaItemEvent[] {
  const member = { organization, body };
  if (!seats?.members.some(isOf(member)))
    throw invalidInput(
      'body',
      'この団体はこの会議の委員ではありません。会議体の画面で委員に加えてから記録してください。',
      'This body has no seat at the council. Appoint it on the page of the council first.',
    );
  const runs = !('userId' in actor) || can(actor.role, 'council_work') || can(actor.role, 'prefecture_work');
  const isChair = 'userId' in actor && seats.chairs.includes(actor.userId);
  if (!runs && !isChair && actor.orgId !== organization)
    throw forbidden(
      '記録できるのは自分の団体の立場だけです。ほかの団体のことは事務局に伝えてください。',
      'You may record the position of your own body only. Tell the secretariat about others.',
    );
  const noteRef = records['position_note'] ?? null;
  const known = positions.find(isOf(member));
  if (known?.stance === stance && noteRef === null) return [];
  return [{ type: 'BodyPositionRecorded', payload: { issue, ...member, stance, noteRef } }];
}

/** 根回しを終える: not before every body has a position or has given no answer (requirement T-04). */
export function conclude(_command: ConcludePositions, { issue, seats, positions }: AgendaItem): AgendaItemEvent[] {
  const members = seats?.members ?? [];
  const missing = members.filter((member) => !positions.some(isOf(member)));
  if (members.length === 0 || missing.length > 0) throw positionsMissing(missing);
  return [{ type: 'AgendaItemPositioned', payload: { issue, bodies: members.length } }];
}

function positionsMissing(missing: readonly Member[]): DomainError {
  if (missing.length === 0)
    return invalidInput(
      'positions',
      'この会議には委員の団体が登録されていません。会議体の画面で登録してください。',
      'The council has no members yet. Appoint them on its page.',
    );
  const ja = `まだ立場を聞いていない団体が${missing.length}あります。返事がない団体は「返答なし」と記録してください。`;
  const en = `${missing.length} bodies have no position yet. Record "no reply" for those that did not answer.`;
  return new DomainError(
    'conflict',
    'positions_missing',
    ja,
    en,
    missing.map(({ body }) => ({ path: `positions.${body}`, code: 'positions_missing', ja, en })),
  );
}

/** 議題の区分: one of the duties of its tier (requirements ). */
export function categorize(
  { category }: CategorizeAgendaItem,
  { issue, level, category: before }: AgendaItem,
): AgendaItemEvent[] {
  mustFit(category, level);
  return before === category ? [] : [{ type: 'AgendaItemCategorized', payload: { issue, category } }];
}

/** @throws invalid_input on `category` */
export function mustFit(category: string, level: string): void {
  if ((categoriesOf(level) as readonly string[]).includes(category)) return;
  throw invalidInput(
    'category',
    'この段階の会議の役割にない区分です。会議の段階に合う区分を選んでください。',
    `A council of this level has no such duty. Choose one of ${categoriesOf(level).join(', ')}.`,
  );
}
