import {
  CAPABILITIES,
  closingOn,
  plusDays,
  type Addressee,
  type AreaRef,
  type Instant,
  type LocalDate,
  type Opening,
  type Plan,
} from '#kernel';
import { secretariatOf } from './agenda-item.obligations.js';
import type { Seats } from './council.js';

export const MATERIALS = 'meeting_materials';
export const MINUTES = 'meeting_minutes';
export const MEETING_TEMPLATE = 'meeting.chase';

/** 委員: whoever sits there for a body, and the chairs. */
export const membersOf = ({ members, chairs }: Seats): Addressee[] => [
  ...members.flatMap(({ organization }) =>
    CAPABILITIES.council_sitting.map((role): Addressee => ({ role, organization })),
  ),
  ...chairs.map((user): Addressee => ({ user })),
];

/** What the secretariat owes to a meeting on a day: its materials, its minutes. */
export function owedToMeeting(
  step: typeof MATERIALS | typeof MINUTES,
  on: LocalDate,
  { seats, area, opening, now }: { seats: Seats; area: AreaRef; opening: Opening; now: Instant },
): Plan {
  const dueAt = closingOn(on, opening);
  return {
    step,
    owedBy: seats.secretariat,
    dueAt,
    urgency: 'routine',
    template: MEETING_TEMPLATE,
    rungs: [{ level: 1, at: dueAt < now ? now : dueAt, to: secretariatOf(area, seats) }],
  };
}

export const materialsOn = (on: LocalDate, materialDays: number): LocalDate => plusDays(on, -materialDays);
