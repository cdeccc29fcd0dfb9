import type { Row } from '../api/types.ts';
import { labelOf, useText, type Dictionary } from '../i18n/index.tsx';
import { useTime } from '../time/use-time.ts';

const CODES_OF: Record<string, (t: Dictionary, kind: string) => object> = {
  topics: (t) => t.codes.topic,
  scene: (t) => t.codes.scene,
  reason: (t) => t.codes.backupReason,
  need: (t) => t.codes.backupNeed,
  careLevel: (t) => t.codes.careLevel,
  destination: (t) => t.codes.destination,
  urgency: (t, kind) => (kind === 'backup_request' ? t.codes.backupUrgency : t.codes.consultationUrgency),
};

/** What the row's case is about, in the few words that tell it from the others. */
export function useFacts({ about, facts }: Pick<Row, 'about' | 'facts'>): string[] {
  const t = useText();
  const { day } = useTime();
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    if (name === 'plannedDischargeOn') return [t.case.plannedOn(day(String(value)))];
    if (name === 'version') return Number(value) > 0 ? [t.case.version(Number(value))] : [];
    const codes = CODES_OF[name]?.(t, about.kind);
    return codes ? [value].flat().map((code) => labelOf(codes, String(code))) : [];
  });
}
