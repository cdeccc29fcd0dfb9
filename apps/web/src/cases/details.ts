import { labelOf, type Dictionary } from '../i18n/index.tsx';

type Say = (value: unknown, t: Dictionary, type: string) => string;
interface Times {
  moment: (moment: string) => string;
  day: (day: string) => string;
}

const code =
  (codes: (t: Dictionary, type: string) => object): Say =>
  (value, t, type) =>
    [value]
      .flat()
      .map((one) => labelOf(codes(t, type), String(one)))
      .join('、');

const tier: Say = (value, t) => t.detail.tierOf(Number(value));

/** How each code of a fact is read. What is not here is for machines and stays unsaid. */
const SAY: Record<string, Say> = {
  destination: code((t) => t.codes.destination),
  careLevel: code((t) => t.codes.careLevel),
  admissionKind: code((t) => t.codes.admissionKind),
  channel: code((t, type) => (type === 'ConsultationLogged' ? t.codes.channel : t.codes.informationChannel)),
  level: (value, t) =>
    value === 'I' || value === 'II' || value === 'late' ? t.codes.informed[value] : tier(value, t, ''),
  required: (value, t) => (value ? t.detail.yes : t.detail.no),
  version: (value, t) => t.case.version(Number(value)),
  leakCode: code((t) => t.codes.leak),
  codes: code((t) => t.codes.leak),
  code: code((t) => t.codes.exclusion),
  quality: code((t) => t.codes.feedbackQuality),
  urgency: code((t, type) =>
    type === 'EmergencyBackupRequested' ? t.codes.backupUrgency : t.codes.consultationUrgency,
  ),
  kind: code((t) => t.codes.actionKind),
  minutes: (value, t) => t.detail.minutesOf(Number(value)),
  outcome: code((t, type) => (type === 'ConsultationClosed' ? t.codes.outcome : t.codes.backupOutcome)),
  topics: code((t) => t.codes.topic),
  scene: code((t) => t.codes.scene),
  side: code((t) => t.codes.side),
  reason: code((t, type) => (type === 'EmergencyBackupDeclined' ? t.codes.declineReason : t.codes.backupReason)),
  need: code((t) => t.codes.backupNeed),
  tier,
  fromTier: tier,
  toTier: tier,
  step: code((t) => t.codes.step),
  decision: code((t) => t.codes.decision),
};
const MOMENTS = new Set(['admittedAt', 'dischargedAt', 'recoverUntil', 'until', 'expiresAt', 'nextAt', 'dueAt']);
const DAYS = new Set(['plannedDischargeOn', 'previouslyOn', 'on', 'meetingOn', 'dueOn']);

/** A fact's codes as pairs of words. */
export function detailsOf(
  type: string,
  details: Readonly<Record<string, unknown>>,
  t: Dictionary,
  { moment, day }: Times,
): { label: string; value: string }[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      return [];
    // A DischargeHandoverMissed names its obligation by key, "acknowledgement#2".
    const known = name === 'step' ? String(value).split('#')[0] : value;
    const label = labelOf(t.detail, name === 'level' && type === 'AdmissionInformationProvided' ? 'informed' : name);
    if (name === 'shortNotice') return value === true ? [{ label, value: t.detail.shortNoticeYes }] : [];
    if (MOMENTS.has(name)) return [{ label, value: moment(String(value)) }];
    if (DAYS.has(name)) return [{ label, value: day(String(value)) }];
    const say = SAY[name];
    return say ? [{ label, value: say(known, t, type) }] : [];
  });
}
