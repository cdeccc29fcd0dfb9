import type { Addressee, AreaRef, Instant } from '#kernel';
import { askedThrough, covers, type BackupArrangement } from './arrangement.js';

export type OfferRole = 'secondary_physician' | 'clinic_staff';

/** Whom a request may ask (打診先): those on shift there, or, where no shift is needed, everyone in the role. */
export interface Candidate {
  readonly organization: string;
  readonly users: readonly string[];
  readonly role: OfferRole;
  readonly block?: string;
  /** The arrangement through which it may be asked. */
  readonly arrangement?: string;
}

/** One rung of the ladder (段): 1 mutual, 2 concentrated, 3 the municipality's hospitals, 4 those of the rest of the secondary area. */
export interface Tier {
  readonly tier: number;
  readonly candidates: readonly Candidate[];
}

/** What the ladder needs to know of an institution. */
export interface Institution {
  readonly id: string;
  readonly kind: string;
  readonly municipality: string;
  readonly area: AreaRef;
  readonly block?: string;
  readonly capabilities: readonly string[];
}

export interface Ground {
  readonly at: Instant;
  readonly requester: string;
  readonly patient: { readonly id: string; readonly area: AreaRef; readonly block?: string };
  readonly capabilityNeeds: readonly string[];
  /** All that concern the requester or the patient. */
  readonly arrangements: readonly { readonly id: string; readonly state: BackupArrangement }[];
  readonly institutions: readonly Institution[];
  /** Users on shift just now, by organization. */
  readonly onShift: Readonly<Record<string, readonly string[]>>;
  /** Organizations that have a secondary physician. */
  readonly withSecondary: ReadonlySet<string>;
  /** Requests taken lately, by organization. */
  readonly accepted: Readonly<Record<string, number>>;
}

export const addresseesOf = ({ organization, users, role }: Omit<Candidate, 'block'>): readonly Addressee[] =>
  users.length > 0 ? users.map((user) => ({ user })) : [{ role, organization }];

/** Whether any arrangement lets the requester ask anybody, on shift or not. */
export const mayAskAnybody = ({ arrangements, requester }: Ground): boolean =>
  arrangements.some(({ state }) => askedThrough(state, requester) !== undefined);

type Key = number | string;
const compare = (a: readonly Key[], b: readonly Key[]): number => {
  for (const [i, key] of a.entries()) {
    const other = b[i] ?? 0;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
};

const CONCENTRATED = 'sub_physician_concentrated';
const ACTIVE = 'active_institution';
const SUPPORT_HOSPITAL = 'home_care_support_hospital';

/** The four tiers (model.md 2.5, scenarios/README.md). An organization stands once, in the first tier that it belongs to. */
export function ladderOf(ground: Ground): Tier[] {
  const seen = new Set([ground.requester]);
  const tiers = [arranged(ground, 'mutual'), arranged(ground, 'delegated'), ...unarranged(ground)];
  return tiers.map((candidates, i) => ({
    tier: i + 1,
    candidates: candidates.filter(({ organization }) => !seen.has(organization) && seen.add(organization)),
  }));
}

/** Same block, then who can do what is needed, then who has taken the fewest: each the lower the better. */
function merit({ patient, capabilityNeeds, accepted }: Ground, { id, block, capabilities }: Institution): Key[] {
  const missing = capabilityNeeds.filter((code) => !capabilities.includes(code)).length;
  return [patient.block !== undefined && block === patient.block ? 0 : 1, missing, accepted[id] ?? 0];
}

/** Tiers 1 and 2: by arrangement, and only who is on shift. Equals keep the order in which their arrangements were agreed. */
function arranged(ground: Ground, kind: 'mutual' | 'delegated'): Candidate[] {
  const { arrangements, institutions, requester, onShift, at } = ground;
  const byId = new Map(institutions.map((institution) => [institution.id, institution]));
  return arrangements
    .filter(({ state }) => state.kind === kind && covers(state.hours, at))
    .toSorted((a, b) => compare([a.state.ordinal, a.id], [b.state.ordinal, b.id]))
    .flatMap(({ id: arrangement, state }) => {
      const asked = byId.get(askedThrough(state, requester) ?? '');
      const users = asked && onShift[asked.id];
      if (!asked || !users) return [];
      const block = state.block ?? asked.block;
      const there = { ...asked, ...(block !== undefined && { block }) };
      const concentrated = kind === 'delegated' && !asked.capabilities.includes(CONCENTRATED) ? 1 : 0;
      const key = [concentrated, ...merit(ground, there), asked.municipality];
      return [{ key, candidate: { ...candidateAt(ground, there, arrangement), users } }];
    })
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ candidate }) => candidate);
}

const helps = ({ kind, capabilities }: Institution): boolean =>
  kind === SUPPORT_HOSPITAL || capabilities.includes(ACTIVE);

/** Tiers 3 and 4: hospitals and active institutions, who are there for everybody and need no shift [D]. */
function unarranged(ground: Ground): [Candidate[], Candidate[]] {
  const { patient, arrangements, institutions } = ground;
  const { municipalityId, secondaryAreaId } = patient.area;
  const registration = arrangements.find(
    ({ state }) =>
      state.kind === 'hospital_preregistration' && state.status === 'IN_FORCE' && state.patient === patient.id,
  );
  const registered = institutions.filter(({ id }) => id === registration?.state.to);
  const helpers = institutions.filter((institution) => helps(institution) && !registered.includes(institution));
  const inTown = helpers.filter(({ municipality }) => municipality === municipalityId);
  const beyond = helpers.filter(
    ({ municipality, area }) => municipality !== municipalityId && area.secondaryAreaId === secondaryAreaId,
  );

  const key = (there: Institution): Key[] => [
    there.municipality,
    there.kind === SUPPORT_HOSPITAL ? 0 : 1,
    ...merit(ground, there),
    there.id,
  ];
  const inLine = (some: readonly Institution[]) =>
    some.toSorted((a, b) => compare(key(a), key(b))).map((there) => candidateAt(ground, there));
  const first = registered.map((there) => candidateAt(ground, there, registration?.id));
  return [[...first, ...inLine(inTown)], inLine(beyond)];
}

function candidateAt({ withSecondary }: Ground, { id, block }: Institution, arrangement?: string): Candidate {
  return {
    organization: id,
    users: [],
    role: withSecondary.has(id) ? 'secondary_physician' : 'clinic_staff',
    ...(block !== undefined && { block }),
    ...(arrangement !== undefined && { arrangement }),
  };
}
