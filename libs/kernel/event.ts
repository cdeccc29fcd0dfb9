import type { Instant } from './time.js';

/** A fact, named in the past tense. Once recorded it never changes. Holds ids, codes and times; never a name or free text about a person. */
export interface Event<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly payload: Readonly<Payload>;
}

/** The areas a fact belongs to, from the municipality upwards; that of the patient unless stated (model.md 2.2). */
export interface AreaRef {
  readonly municipalityId: string;
  readonly homeCareAreaId: string;
  readonly secondaryAreaId: string;
  readonly tertiaryAreaId: string;
}

/** The areas from the prefecture down to the municipality: a nearer one overrides a farther one. */
export const areaChain = (prefecture: string, area: AreaRef): readonly string[] =>
  [prefecture, area.tertiaryAreaId, area.secondaryAreaId, area.homeCareAreaId, area.municipalityId].filter(
    (id) => id !== '',
  );

/**
 * Who stands in the area of a case: whoever serves its place or an area around it; of a matter that no municipality has
 * alone, also whoever sits in a part of it (model.md 2.6 and 2.7). The whole prefecture's is for those who serve all of it.
 */
export function areaStanding(prefecture: string, area: AreaRef): readonly string[] {
  const chain = areaChain(prefecture, area);
  const place = chain.at(-1);
  return area.municipalityId === '' && place !== undefined && chain.length > 1 ? [...chain, partOf(place)] : chain;
}

/** What somebody stands for who sits within an area. */
export const partOf = (area: string): string => `part:${area}`;

/** 域をまたぐ (P-13): the places that a fact touches beside its own, and which borders lie between. */
export interface CrossBorder {
  readonly otherAreas: readonly AreaRef[];
  readonly crossMunicipality: boolean;
  readonly crossHomeCareArea: boolean;
  readonly crossSecondaryArea: boolean;
}

export function crossBorder(area: AreaRef, otherAreas: readonly AreaRef[]): CrossBorder {
  const crosses = (tier: keyof AreaRef) => otherAreas.some((other) => other[tier] !== area[tier]);
  return {
    otherAreas,
    crossMunicipality: crosses('municipalityId'),
    crossHomeCareArea: crosses('homeCareAreaId'),
    crossSecondaryArea: crosses('secondaryAreaId'),
  };
}

/** Who did it: a person in a role at an organization, or a worker. */
export type Actor =
  | { readonly userId: string; readonly role: Role; readonly orgId: string; readonly areas?: readonly string[] }
  | { readonly system: 'worker'; readonly job: string };

/** The envelope of model.md 2.2: every fact as the log holds it. */
export interface Recorded<E extends Event = Event> {
  readonly eventId: string;
  readonly prefecture: string;
  /** Gapless and in commit order within its prefecture. */
  readonly position: number;
  readonly type: E['type'];
  readonly schemaVersion: number;
  /** When it happened in the world: deadlines run from it. */
  readonly occurredAt: Instant;
  /** When it was stored: audit reads it. Late logging is normal. */
  readonly recordedAt: Instant;
  readonly aggregate: { readonly kind: string; readonly id: string; readonly seq: number };
  readonly area?: AreaRef;
  readonly crossBorder?: CrossBorder;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly ruleSet?: { readonly id: string; readonly version: number };
  readonly subject?: { readonly patientRef: string };
  readonly payload: E['payload'];
}

export const ROLES = [
  'coordinator',
  'discharge_nurse',
  'ward_nurse',
  'msw',
  'outpatient_nurse',
  'liaison_manager',
  'care_manager',
  'office_manager',
  'primary_physician',
  'secondary_physician',
  'clinic_staff',
  'visiting_nurse',
  'base_secretariat',
  'municipal_ltc_officer',
  'municipal_other',
  'medical_association',
  'health_centre_officer',
  'prefecture_ltc',
  'prefecture_medical',
  'council_member',
  'council_secretariat',
  'admin',
] as const;

/** The roles of model.md 2.2, with the two heads that the chase ladder tells (scenarios/README.md). */
export type Role = (typeof ROLES)[number];

/** 療養の場面: discharge support, daily care, sudden change, end of life. */
export const SCENES = ['discharge_support', 'daily_care', 'sudden_change', 'end_of_life'] as const;
export type Scene = (typeof SCENES)[number];
