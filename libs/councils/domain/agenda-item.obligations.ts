import {
  closingOn,
  plusDays,
  type Addressee,
  type AreaRef,
  type Instant,
  type LocalDate,
  type Opening,
  type Plan,
  type Role,
} from '#kernel';
import type { AgendaRules } from './agenda.rules.js';

export const CHASE_TEMPLATE = 'action.chase';

interface Owed {
  readonly instance: string;
  readonly owner: string;
  readonly kind: string;
  readonly opening: Opening;
  readonly dueOn: LocalDate;
  readonly area: AreaRef;
  readonly now: Instant;
  readonly rules: AgendaRules;
}

/** Who answers for an institution, by its kind [D]. */
const ANSWERS: Readonly<Record<string, Role>> = {
  hospital: 'liaison_manager',
  home_care_support_hospital: 'liaison_manager',
  backup_hospital: 'liaison_manager',
  clinic: 'clinic_staff',
  home_care_support_clinic: 'clinic_staff',
  enhanced_home_care_support_clinic: 'clinic_staff',
  visiting_nurse_station: 'visiting_nurse',
  help_desk: 'coordinator',
  cooperation_base: 'base_secretariat',
  municipality: 'municipal_ltc_officer',
  medical_association: 'medical_association',
  public_health_center: 'health_centre_officer',
};
/** Of all other kinds its head does, as of a care-management office. */
const HEAD: Role = 'office_manager';

/** Whoever answers for the owner, then the council's secretariat, then the prefecture's officer (model.md 2.7 [D]). */
const ladder = (owner: string, kind: string, area: AreaRef): readonly (readonly Addressee[])[] => [
  [{ role: ANSWERS[kind] ?? HEAD, organization: owner }],
  // A secretariat sits at the town hall, the base or the health center, whichever serves the council's area.
  [
    { role: 'council_secretariat', kind: 'municipality', area },
    { role: 'council_secretariat', kind: 'cooperation_base', area },
    { role: 'council_secretariat', kind: 'public_health_center', area },
    { role: 'council_secretariat', kind: 'medical_association', area },
  ],
  [{ role: 'prefecture_ltc', kind: '*', area }],
];

/** 対応: due on the day that the council named, open or not; its later levels count calendar days. */
export function actionOwed({ instance, owner, kind, opening, dueOn, area, now, rules }: Owed): Plan {
  const told = ladder(owner, kind, area);
  return {
    step: 'action',
    instance,
    owedBy: owner,
    dueAt: closingOn(dueOn, opening),
    urgency: 'routine',
    template: CHASE_TEMPLATE,
    rungs: rules.actionChaseDays.flatMap((days, i) => {
      const to = told[i];
      const at = closingOn(plusDays(dueOn, days), opening);
      return to ? [{ level: i + 1, at: at < now ? now : at, to }] : [];
    }),
  };
}
