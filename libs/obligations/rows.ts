import { atMinute, dateIn, idOf, minuteOfDay, plusDays, URGENCIES, type Instant, type Urgency } from '#kernel';
import type { MessageRow, ObligationRow } from '#platform';
import { nextAt, stored, type Change, type Obligation } from './domain/obligation.js';

/** [D] Outside channels rest from 21:00 to 07:00; the message itself stands on the board at once (scenarios/README.md). */
const QUIET = { from: 21 * 60, to: 7 * 60 };

export function afterQuietHours(at: Instant, urgency: Urgency): Instant {
  const minute = minuteOfDay(at);
  if (urgency === 'emergency' || (minute >= QUIET.to && minute < QUIET.from)) return at;
  return atMinute(minute < QUIET.to ? dateIn(at) : plusDays(dateIn(at), 1), QUIET.to);
}

export const classOf = (urgency: Urgency): number => URGENCIES.indexOf(urgency);

export const rowOf = (base: number, after: Obligation, fence: number | null): ObligationRow => ({
  id: after.id,
  case_kind: after.about.kind,
  case_id: after.about.id,
  step: after.plan.step,
  owed_by: after.plan.owedBy,
  municipality_id: after.about.area?.municipalityId ?? null,
  class: classOf(after.plan.urgency),
  state: after.state,
  due_at: after.plan.dueAt,
  next_at: nextAt(after),
  level: after.level,
  unattended: after.unattended,
  base,
  seq: after.seq,
  body: stored(after),
  fence,
});

/** One row for each obligation that changed, however many facts it took. */
export function rowsOf(changes: readonly Change[]): ObligationRow[] {
  const rows = new Map<string, ObligationRow>();
  for (const { before, after } of changes)
    rows.set(after.id, rowOf(rows.get(after.id)?.base ?? before?.seq ?? 0, after, null));
  return [...rows.values()];
}

export const messageOf = (
  message: { key: string; to: string; template: string; level: number | null; step: string | null },
  about: { kind: string; id: string },
  at: Instant,
  urgency: Urgency,
): MessageRow => ({
  id: idOf('message', message.key),
  key: message.key,
  at,
  to_user: message.to,
  template: message.template,
  level: message.level,
  about_kind: about.kind,
  about: about.id,
  step: message.step,
  deliver_after: afterQuietHours(at, urgency),
});
