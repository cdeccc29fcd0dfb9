import { Injectable } from '@nestjs/common';
import { Directory, RuleBook, type Organization, type User } from '#directory';
import { dateIn, OFFICE_HOURS, plusHours, type Actor, type AreaRef, type Instant } from '#kernel';
import { Asked, type Aggregate, type Ask } from '#obligations';
import {
  backupArrangement,
  mayAskOfArrangement,
  type ArrangementCommand,
  type ArrangementEvent,
  type ArrangementFound,
  type BackupArrangement,
} from '../domain/arrangement.js';
import { BACKUP_BOUNDS, BACKUP_CONTEXT, BACKUP_RULES, type BackupRules } from '../domain/backup.rules.js';
import type { Candidate, Ground, OfferRole } from '../domain/ladder.js';
import type { BackupCommand, RequestEmergencyBackup } from '../domain/request.commands.js';
import type { BackupEvent } from '../domain/request.events.js';
import { mayAskOfRequest } from '../domain/request.policy.js';
import { backupRequest, requesterOf, type BackupFound, type BackupRequest } from '../domain/request.js';
import {
  mayPublish,
  onCallRoster,
  onShift,
  type OnCallRoster,
  type OnCallShiftPublished,
  type PublishOnCallShifts,
  type RosterFound,
} from '../domain/roster.js';
import { Tallies } from './tallies.js';

export class AskBackupArrangement extends Asked<ArrangementCommand> {}
export class AskOnCallRoster extends Asked<PublishOnCallShifts> {}
export class AskBackupRequest extends Asked<BackupCommand> {}

@Injectable()
export class ArrangementAggregate implements Aggregate<
  BackupArrangement | null,
  ArrangementCommand,
  ArrangementEvent,
  ArrangementFound
> {
  readonly decider = backupArrangement;
  readonly policy = mayAskOfArrangement;

  constructor(
    private readonly directory: Directory,
    private readonly tallies: Tallies,
  ) {}

  readonly find = async (
    command: ArrangementCommand,
    _state: unknown,
    { prefecture }: Ask<ArrangementCommand>,
  ): Promise<ArrangementFound> => {
    if (command.type !== 'AgreeBackupArrangement') return { ordinal: 0 };
    const { from, to, patient } = command;
    if (patient !== undefined) await this.directory.patient(prefecture, patient);
    const { area } = await this.directory.medical(prefecture, from, 'from');
    await this.directory.medical(prefecture, to, 'to');
    return { ordinal: await this.tallies.arrangements(prefecture), area };
  };
}

@Injectable()
export class RosterAggregate implements Aggregate<
  OnCallRoster | null,
  PublishOnCallShifts,
  OnCallShiftPublished,
  RosterFound
> {
  readonly decider = onCallRoster;
  readonly policy = mayPublish;

  constructor(private readonly directory: Directory) {}

  readonly find = async (
    { shifts }: PublishOnCallShifts,
    _state: unknown,
    { prefecture }: Ask<PublishOnCallShifts>,
  ): Promise<RosterFound> => {
    const organizations = await this.directory.organizations(
      prefecture,
      shifts.map(({ organization }) => organization),
    );
    const users = await this.directory.heads.of<User>(
      prefecture,
      'user',
      shifts.map(({ user }) => user),
    );
    return {
      areas: Object.fromEntries([...organizations].map(([id, { area }]) => [id, area])),
      worksFor: Object.fromEntries([...users].map(([id, { organization }]) => [id, organization])),
      roles: Object.fromEntries([...users].map(([id, { role }]) => [id, role])),
    };
  };
}

/** Looks up who could be asked, and when those who owe are open; the order and all that follows is decided in the domain. */
@Injectable()
export class RequestAggregate implements Aggregate<BackupRequest | null, BackupCommand, BackupEvent, BackupFound> {
  readonly decider = backupRequest;
  readonly policy = mayAskOfRequest;

  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly tallies: Tallies,
  ) {
    rules.state(BACKUP_CONTEXT, BACKUP_RULES, BACKUP_BOUNDS);
  }

  readonly find = async (
    command: BackupCommand,
    state: BackupRequest | null,
    { prefecture, actor, occurredAt }: Ask<BackupCommand>,
    now: Instant,
  ): Promise<BackupFound> => {
    if (command.type === 'RequestEmergencyBackup') {
      const on = dateIn(occurredAt ?? now);
      return { opening: OFFICE_HOURS, request: await this.requested(prefecture, command, actor, now, on) };
    }
    if (command.type === 'AssignBackupManually')
      return { opening: OFFICE_HOURS, assigned: await this.assigned(prefecture, command.organization, now) };
    const owes =
      (command.type === 'CompleteBackup' && state?.acceptor?.organization) ||
      (command.type === 'HandBackToPrimary' && state?.primary);
    return { opening: owes ? await this.directory.openingOf(prefecture, owes) : OFFICE_HOURS };
  };

  private async requested(
    prefecture: string,
    { patient: id, capabilityNeeds = [] }: RequestEmergencyBackup,
    actor: Actor,
    now: Instant,
    on: string,
  ): Promise<NonNullable<BackupFound['request']>> {
    const { area, consent, primaryPhysician, careTeam, block } = await this.directory.patient(prefecture, id);
    const { organization: requester } = requesterOf(actor, primaryPhysician);
    const rules = await this.rules.inForce<BackupRules>(prefecture, BACKUP_CONTEXT, area, on);
    const arrangements = await this.arrangementsOf(prefecture, requester, id);
    const parties = arrangements.flatMap(({ state }) => [state.from, state.to]);
    const [known, nearby, rosters, secondary, accepted, bases] = await Promise.all([
      this.directory.organizations(prefecture, [requester, ...parties]),
      this.nearby(prefecture, area),
      this.rostersAt(prefecture, now),
      this.directory.heads.where<User>(prefecture, 'user', { role: 'secondary_physician' }),
      this.tallies.acceptedSince(prefecture, plusHours(now, -24 * rules.values.fairnessDays)),
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
    return {
      ground,
      consent,
      careTeam,
      bases: bases.map((base) => base.id),
      rules,
      ...(primaryPhysician !== undefined && { primary: primaryPhysician }),
    };
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
      this.directory.heads.where<Organization>(prefecture, 'organization', { area: { secondaryAreaId }, ...contains });
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

  private async assigned(prefecture: string, organization: string, now: Instant): Promise<Candidate> {
    await this.directory.medical(prefecture, organization, 'organization');
    const [rosters, secondary] = await Promise.all([
      this.rostersAt(prefecture, now),
      this.directory.heads.where<User>(prefecture, 'user', { role: 'secondary_physician', organization }),
    ]);
    const role: OfferRole = secondary.length > 0 ? 'secondary_physician' : 'clinic_staff';
    return { organization, users: onShift(rosters, now)[organization] ?? [], role };
  }
}
