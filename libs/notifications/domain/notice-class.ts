import { URGENCIES, type Urgency } from '#kernel';

export const NOTICE_CLASSES = ['emergency', 'urgent', 'chase', 'notice'] as const;
/**
 * 知らせの種類: `emergency` a night call (breaks quiet hours), `urgent` what is owed within the day, `chase` what is overdue,
 * `notice` a friendly reminder or something that one is only told.
 */
export type NoticeClass = (typeof NOTICE_CLASSES)[number];
/** A test message with a code is of no class: its owner waits for it. */
export type DeliveryClass = NoticeClass | 'verification';

/** [D] Messages that a fact itself calls for and that cannot wait, whatever is owed. */
const EMERGENCY_TEMPLATES: ReadonlySet<string> = new Set(['backup.offer']);

/** What a message in the log is, outside: by the obligation that it chases, else by its template. */
export function classOf({
  template,
  level,
  urgency,
}: {
  readonly template: string;
  readonly level: number | null;
  /** Of the obligation that it is about; null where it chases none. */
  readonly urgency: number | null;
}): NoticeClass {
  const of: Urgency | undefined = urgency === null ? undefined : URGENCIES[urgency];
  if (of === 'emergency' || EMERGENCY_TEMPLATES.has(template)) return 'emergency';
  if (of === 'urgent' && level !== 0) return 'urgent';
  if (template === 'obligation.unattended') return 'urgent';
  return level !== null && level > 0 ? 'chase' : 'notice';
}

/** Emergencies have workers of their own: nothing stands before them (G8). */
export const LANES = { emergency: 0, ordinary: 1 } as const;
export const laneOf = (of: DeliveryClass): number =>
  of === 'emergency' || of === 'verification' ? LANES.emergency : LANES.ordinary;
