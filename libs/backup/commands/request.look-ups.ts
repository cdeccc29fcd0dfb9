import { Injectable } from '@nestjs/common';
import { Directory, DueTrials, RuleBook } from '#directory';
import { dateIn, overDefaults, type Instant } from '#kernel';
import type { Ask } from '#cases';
import { BACKUP_BOUNDS, BACKUP_CONTEXT, BACKUP_RULES, BACKUP_TERMS, type BackupRules } from '../domain/backup.rules.js';
import type { AssignBackupManually, RequestEmergencyBackup } from '../domain/request.commands.js';
import { requesterOf, type BackupRequest } from '../domain/request.js';
import {
  goer,
  isLive,
  type Assigning,
  type Completing,
  type Onward,
  type OwingNext,
  type Requesting,
  type Telling,
} from '../domain/request.state.js';
import { Reaches, shared } from './reaches.js';
import { replans } from '../domain/request.replans.js';

type In = Pick<Ask<unknown>, 'prefecture' | 'actor' | 'occurredAt'>;

/** Looks up who could be asked, and when those who owe are open; the order and all that follows is decided in the domain. */
@Injectable()
export class RequestLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly reaches: Reaches,
    trials: DueTrials,
  ) {
    rules.state(BACKUP_CONTEXT, BACKUP_RULES, BACKUP_BOUNDS, BACKUP_TERMS);
    rules.tries(BACKUP_CONTEXT, trials.of('backup_request', replans));
  }

  async requesting(
    { patient: id, capabilityNeeds = [] }: RequestEmergencyBackup,
    { prefecture, actor, occurredAt }: In,
    now: Instant,
  ): Promise<Requesting> {
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

  async onward(state: BackupRequest, { prefecture }: In, now: Instant): Promise<Onward> {
    const { primary: requester, capabilityNeeds } = state;
    const { fairnessDays } = overDefaults(BACKUP_RULES, state.rules);
    const patient = await this.directory.patient(prefecture, state.patient);
    return { around: await this.reaches.of(prefecture, { patient, requester, capabilityNeeds, fairnessDays }, now) };
  }

  async telling(state: BackupRequest, { prefecture }: In, now: Instant): Promise<Telling> {
    return { around: shared(await this.directory.patient(prefecture, state.patient), now) };
  }

  async assigning(
    { organization }: AssignBackupManually,
    state: BackupRequest,
    ask: In,
    now: Instant,
  ): Promise<Assigning> {
    const assigned = await this.reaches.assigned(ask.prefecture, organization, now);
    return { assigned, ...(await this.telling(state, ask, now)) };
  }

  async completing(state: BackupRequest, ask: In, now: Instant): Promise<Completing> {
    const opening = await this.directory.openingOf(ask.prefecture, goer(state).organization);
    return { opening, ...(await this.telling(state, ask, now)) };
  }

  async handingBack({ primary }: BackupRequest, { prefecture }: In): Promise<OwingNext> {
    return { opening: await this.directory.openingOf(prefecture, primary) };
  }

  private async hasAnother(prefecture: string, patient: string): Promise<boolean> {
    const found = await this.directory.heads.where<BackupRequest>(prefecture, 'backup_request', { patient });
    return found.some(({ state }) => isLive(state));
  }
}
