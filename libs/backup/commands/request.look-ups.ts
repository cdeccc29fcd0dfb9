import { Injectable } from '@nestjs/common';
import { Directory, RuleBook, type Patient } from '#directory';
import { dateIn, OFFICE_HOURS, unreachable, type Instant } from '#kernel';
import type { Ask } from '#cases';
import { BACKUP_BOUNDS, BACKUP_CONTEXT, BACKUP_RULES, type BackupRules } from '../domain/backup.rules.js';
import type { BackupCommand, RequestEmergencyBackup } from '../domain/request.commands.js';
import { requesterOf, type BackupFound, type BackupRequest } from '../domain/request.js';
import { isLive, type Around } from '../domain/request.state.js';
import { Reaches } from './reaches.js';

/** Looks up who could be asked, and when those who owe are open; the order and all that follows is decided in the domain. */
@Injectable()
export class RequestLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly reaches: Reaches,
  ) {
    rules.state(BACKUP_CONTEXT, BACKUP_RULES, BACKUP_BOUNDS);
  }

  readonly find = async (
    command: BackupCommand,
    state: BackupRequest | null,
    ask: Ask<BackupCommand>,
    now: Instant,
  ): Promise<BackupFound> => {
    const { prefecture } = ask;
    if (command.type === 'RequestEmergencyBackup')
      return { opening: OFFICE_HOURS, request: await this.begun(command, ask, now) };
    return state ? this.later(command, state, prefecture, now) : { opening: OFFICE_HOURS };
  };

  private async later(
    command: Exclude<BackupCommand, RequestEmergencyBackup>,
    state: BackupRequest,
    prefecture: string,
    now: Instant,
  ): Promise<BackupFound> {
    const opening = OFFICE_HOURS;
    switch (command.type) {
      case 'DeclineBackup':
      case 'WithdrawAcceptance':
      case 'TimeOutOffers':
        return { opening, reach: await this.next(prefecture, state, now) };
      case 'AssignBackupManually':
        return this.assigned(prefecture, state, command.organization, now);
      case 'CompleteBackup':
        return this.completed(prefecture, state);
      case 'HandBackToPrimary':
        return { opening: await this.directory.openingOf(prefecture, state.primary) };
      case 'AcceptBackup':
      case 'CancelBackup':
      case 'DivertToEmergencyServices':
      case 'StopWithoutConsent':
        return { opening, around: await this.around(prefecture, state) };
      case 'RecordDeparture':
      case 'RecordArrival':
      case 'AcknowledgeHandback':
        return { opening };
      default:
        return unreachable(command);
    }
  }

  private async begun(
    { patient: id, capabilityNeeds = [] }: RequestEmergencyBackup,
    { prefecture, actor, occurredAt }: Ask<BackupCommand>,
    now: Instant,
  ): Promise<NonNullable<BackupFound['request']>> {
    const patient = await this.directory.patient(prefecture, id);
    const { area, primaryPhysician: primary } = patient;
    const { organization: requester } = requesterOf(actor, primary);
    const rules = await this.rules.inForce<BackupRules>(prefecture, BACKUP_CONTEXT, area, dateIn(occurredAt ?? now));
    const { fairnessDays } = rules.values;
    const [reach, another] = await Promise.all([
      this.reaches.of(prefecture, { patient, requester, capabilityNeeds, fairnessDays }, now),
      this.hasAnother(prefecture, id),
    ]);
    return { ...reach, rules, another, ...(primary !== undefined && { primary }) };
  }

  private async next(prefecture: string, state: BackupRequest, now: Instant) {
    const { primary: requester, capabilityNeeds, rules } = state;
    const patient = await this.directory.patient(prefecture, state.patient);
    const wanted = { patient, requester, capabilityNeeds, fairnessDays: rules.fairnessDays };
    return this.reaches.of(prefecture, wanted, now);
  }

  private async assigned(
    prefecture: string,
    state: BackupRequest,
    organization: string,
    now: Instant,
  ): Promise<BackupFound> {
    const assigned = await this.reaches.assigned(prefecture, organization, now);
    return { opening: OFFICE_HOURS, assigned, around: await this.around(prefecture, state) };
  }

  private async completed(prefecture: string, state: BackupRequest): Promise<BackupFound> {
    const opening = state.acceptor && (await this.directory.openingOf(prefecture, state.acceptor.organization));
    return { opening: opening ?? OFFICE_HOURS, around: await this.around(prefecture, state) };
  }

  private async around(prefecture: string, state: BackupRequest): Promise<Around> {
    const { consent, careTeam }: Patient = await this.directory.patient(prefecture, state.patient);
    return { consent, careTeam };
  }

  private async hasAnother(prefecture: string, patient: string): Promise<boolean> {
    const found = await this.directory.heads.where<BackupRequest>(prefecture, 'backup_request', { patient });
    return found.some(({ state }) => isLive(state));
  }
}
