import { Injectable } from '@nestjs/common';
import { basisOf, Directory, type Organization, type Patient } from '#directory';
import { dateIn, plusHours, type AreaRef, type Instant } from '#kernel';
import type { BackupArrangement } from '../domain/arrangement.js';
import type { Candidate, Ground, OfferRole } from '../domain/ladder.js';
import type { Around, Reach } from '../domain/request.state.js';
import { onShift, type OnCallRoster } from '../domain/roster.js';
import { Tallies } from './tallies.js';

/** What may be shared now: with whoever is asked to go, and with the care team. */
export const shared = ({ ledger, careTeam }: Patient, at: Instant): Around => ({
  consent: basisOf(ledger, { purpose: 'emergency', at }) !== undefined,
  careTeam: basisOf(ledger, { purpose: 'care_team', at }) === undefined ? [] : careTeam,
});

/** For whom somebody is looked for. */
export interface Wanted {
  readonly patient: Patient;
  readonly requester: string;
  readonly capabilityNeeds: readonly string[];
  readonly fairnessDays: number;
}

/** Who could be asked just now: arrangements in force, turns, institutions, and how much each has taken lately. */
@Injectable()
export class Reaches {
  constructor(
    private readonly directory: Directory,
    private readonly tallies: Tallies,
  ) {}

  async of(
    prefecture: string,
    { patient, requester, capabilityNeeds, fairnessDays }: Wanted,
    now: Instant,
  ): Promise<Reach> {
    const { id, area, block } = patient;
    const arrangements = await this.arrangementsOf(prefecture, requester, id);
    const parties = arrangements.flatMap(({ state }) => [state.from, state.to]);
    const [known, nearby, rosters, secondary, accepted, bases] = await Promise.all([
      this.directory.organizations(prefecture, [requester, ...parties]),
      this.nearby(prefecture, area),
      this.rostersAt(prefecture, now),
      this.directory.usersHere(prefecture, { role: 'secondary_physician' }),
      this.tallies.acceptedSince(prefecture, plusHours(now, -24 * fairnessDays)),
      this.directory.serving(prefecture, 'cooperation_base', area),
    ]);
    // A patient without a block lives, as far as anybody knows, where the primary physician is.
    const near = block ?? known.get(requester)?.block;
    const ground: Ground = {
      at: now,
      requester,
      patient: { id, area, ...(near !== undefined && { block: near }) },
      capabilityNeeds,
      arrangements,
      institutions: [...new Map([...known, ...nearby.map((o) => [o.id, o] as const)]).values()],
      onShift: onShift(rosters, now),
      withSecondary: new Set(secondary.map(({ state }) => state.organization)),
      accepted,
    };
    return { ground, ...shared(patient, now), bases: bases.map((base) => base.id) };
  }

  /** The organization that the base names, and who is on shift there. */
  async assigned(prefecture: string, organization: string, now: Instant): Promise<Candidate> {
    await this.directory.medical(prefecture, organization, 'organization');
    const [rosters, secondary] = await Promise.all([
      this.rostersAt(prefecture, now),
      this.directory.usersHere(prefecture, { role: 'secondary_physician', organization }),
    ]);
    const role: OfferRole = secondary.length > 0 ? 'secondary_physician' : 'clinic_staff';
    return { organization, users: onShift(rosters, now)[organization] ?? [], role };
  }

  private async arrangementsOf(prefecture: string, requester: string, patient: string) {
    const inForce = (contains: object) =>
      this.directory.heads.where<BackupArrangement>(prefecture, 'backup_arrangement', {
        status: 'IN_FORCE',
        ...contains,
      });
    const found = await Promise.all([
      inForce({ from: requester }),
      inForce({ to: requester, kind: 'mutual' }),
      inForce({ patient, kind: 'hospital_preregistration' }),
    ]);
    return [...new Map(found.flat().map((arrangement) => [arrangement.id, arrangement])).values()];
  }

  /** Hospitals and active institutions of the secondary area (第二次医療圏). */
  private async nearby(prefecture: string, { secondaryAreaId }: AreaRef): Promise<Organization[]> {
    const there = (contains: object) =>
      this.directory.openOrganizations(prefecture, { area: { secondaryAreaId }, ...contains });
    const found = await Promise.all([
      there({ kind: 'home_care_support_hospital' }),
      there({ capabilities: ['active_institution'] }),
    ]);
    return found.flat().map(({ state }) => state);
  }

  private async rostersAt(prefecture: string, at: Instant): Promise<OnCallRoster[]> {
    const rosters = await this.directory.heads.where<OnCallRoster>(prefecture, 'on_call_roster', {
      days: [dateIn(at)],
    });
    return rosters.map(({ state }) => state);
  }
}
