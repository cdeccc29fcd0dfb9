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
  type Role,
} from '#kernel';
import type { AgendaRules } from './agenda.rules.js';
import type { Seats } from './council.js';

export const CHASE_TEMPLATE = 'action.chase';
export const EFFECT_TEMPLATE = 'effect.check';

interface Owed {
  readonly instance: string;
  readonly owner: string;
  readonly kind: string;
  readonly opening: Opening;
  readonly dueOn: LocalDate;
  readonly area: AreaRef;
  readonly seats: Seats | undefined;
  readonly now: Instant;
  readonly rules: AgendaRules;
}

/** Who answers for an institution, by its kind [D]; of the kinds that are not named, no role of model.md 2.2 works there. */
const ANSWERS: Readonly<Record<string, Role>> = {
  hospital: 'liaison_manager',
  home_care_support_hospital: 'liaison_manager',
  backup_hospital: 'liaison_manager',
  clinic: 'clinic_staff',
  home_care_support_clinic: 'clinic_staff',
  enhanced_home_care_support_clinic: 'clinic_staff',
  visiting_nurse_station: 'visiting_nurse',
  care_management_office: 'office_manager',
  community_support_center: 'care_manager',
  care_facility: 'care_manager',
  help_desk: 'coordinator',
  cooperation_base: 'base_secretariat',
  municipality: 'municipal_ltc_officer',
  medical_association: 'medical_association',
  public_health_center: 'health_centre_officer',
};
/** A secretariat sits at the town hall, the base, the health center or the association, whichever serves the council's area. */
const SEATS = ['municipality', 'cooperation_base', 'public_health_center', 'medical_association'] as const;

/** Whether somebody answers for an institution of this kind by his role. */
export const answersFor = (kind: string, role: Role): boolean => ANSWERS[kind] === role;

/** 事務局: of an established council its own, else whoever sits as one in the area. */
export const secretariatOf = (area: AreaRef, seats: Seats | undefined): readonly Addressee[] =>
  seats
    ? CAPABILITIES.council_work.map((role): Addressee => ({ role, organization: seats.secretariat }))
    : SEATS.map((seat): Addressee => ({ role: 'council_secretariat', kind: seat, area }));

/** The level at which the chairs hear of an action. */
export const TO_THE_CHAIRS = 3;

/**
 * Whoever answers for the owner, then the council's secretariat, then its chairs, or the prefecture's officer where it has
 * none (model.md 2.7). Where nobody of the owner can be told, as at a pharmacy, the secretariat is told at once, who can
 * telephone.
 */
function ladder(
  owner: string,
  kind: string,
  area: AreaRef,
  seats: Seats | undefined,
): readonly (readonly Addressee[])[] {
  const secretariat = secretariatOf(area, seats);
  const answering = ANSWERS[kind];
  const chairs = (seats?.chairs ?? []).map((user): Addressee => ({ user }));
  return [
    answering ? [{ role: answering, organization: owner }] : secretariat,
    secretariat,
    chairs.length > 0 ? chairs : [{ role: 'prefecture_ltc', kind: '*', area }],
  ];
}

/** 対応: due on the day that the council named, open or not; its later levels count calendar days. */
export function actionOwed({ instance, owner, kind, opening, dueOn, area, seats, now, rules }: Owed): Plan {
  const told = ladder(owner, kind, area, seats);
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

/** 効果の確認: on the day that the council named; some days later the numbers are taken for it. */
export function checkOwed({
  instance,
  owedBy,
  on,
  opening,
  area,
  seats,
  now,
  rules,
}: Pick<Owed, 'instance' | 'opening' | 'area' | 'seats' | 'now' | 'rules'> & {
  readonly owedBy: string;
  readonly on: LocalDate;
}): Plan {
  const dueAt = closingOn(on, opening);
  return {
    step: 'effect_check',
    instance,
    owedBy,
    dueAt,
    urgency: 'routine',
    template: EFFECT_TEMPLATE,
    rungs: [{ level: 1, at: dueAt < now ? now : dueAt, to: secretariatOf(area, seats) }],
    actAt: closingOn(plusDays(on, rules.effectJudgedAfterDays), opening),
  };
}
