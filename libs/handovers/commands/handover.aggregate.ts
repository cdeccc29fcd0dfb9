import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { dateIn, OFFICE_HOURS, type Instant } from '#kernel';
import { Asked, type Aggregate, type Ask } from '#obligations';
import type { HandoverCommand } from '../domain/handover.commands.js';
import type { HandoverEvent } from '../domain/handover.events.js';
import { dischargeCase, type DischargeCase, type HandoverFound } from '../domain/handover.js';
import { mayAskOfCase } from '../domain/handover.policy.js';
import { HANDOVER_BOUNDS, HANDOVER_CONTEXT, HANDOVER_RULES, type HandoverRules } from '../domain/handover.rules.js';

export class AskDischargeCase extends Asked<HandoverCommand> {}

/** Looks up calendars, consent and rules; what follows from them is decided in the domain. */
@Injectable()
export class HandoverAggregate implements Aggregate<
  DischargeCase | null,
  HandoverCommand,
  HandoverEvent,
  HandoverFound
> {
  readonly decider = dischargeCase;
  readonly policy = mayAskOfCase;

  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {
    rules.state(HANDOVER_CONTEXT, HANDOVER_RULES, HANDOVER_BOUNDS);
  }

  readonly find = async (
    command: HandoverCommand,
    state: DischargeCase | null,
    { prefecture, occurredAt }: Ask<HandoverCommand>,
    now: Instant,
  ): Promise<HandoverFound> => {
    const patient = await this.patientOf(prefecture, command, state);
    const named = 'careManager' in command && command.careManager !== undefined ? command.careManager : undefined;
    const user = named === undefined ? undefined : await this.directory.careManager(prefecture, named, 'careManager');
    const hospital = state?.hospital ?? ('hospital' in command ? command.hospital : '');
    const offices = await this.directory.organizations(
      prefecture,
      [hospital, state?.careManager?.organization, user?.organization].filter((id) => id !== undefined),
    );
    const there = offices.get(hospital);
    if (command.type === 'RecordTransfer' && command.toHospital !== undefined)
      await this.directory.hospital(prefecture, command.toHospital, 'toHospital');
    if (!state) await this.directory.hospital(prefecture, hospital, 'hospital');
    return {
      hospital: there?.opening ?? OFFICE_HOURS,
      strongHospital: there?.capabilities.includes('screening_within_3_days') ?? false,
      careOffice: offices.get(state?.careManager?.organization ?? '')?.opening ?? OFFICE_HOURS,
      rules:
        state || !patient
          ? { ref: state?.ruleSet ?? { id: '', version: 0 }, values: state?.rules ?? HANDOVER_RULES }
          : await this.rules.inForce<HandoverRules>(
              prefecture,
              HANDOVER_CONTEXT,
              patient.area,
              dateIn(occurredAt ?? now),
            ),
      ...(patient && { patient }),
      ...(user && {
        named: {
          user: user.id,
          organization: user.organization,
          opening: offices.get(user.organization)?.opening ?? OFFICE_HOURS,
        },
      }),
    };
  };

  /** Consent is asked for as it stands now, not as it stood when the case began. */
  private async patientOf(prefecture: string, command: HandoverCommand, state: DischargeCase | null) {
    const asksConsent = command.type === 'SubmitHandover' || command.type === 'SupplementHandover';
    if (state && !asksConsent) return undefined;
    const id = state?.patient ?? ('patient' in command ? command.patient : '');
    const { area, consent } = await this.directory.patient(prefecture, id);
    return { area, consent };
  }
}
