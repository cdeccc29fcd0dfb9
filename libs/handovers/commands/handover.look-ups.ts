import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { dateIn, OFFICE_HOURS, type Instant } from '#kernel';
import type { Ask } from '#cases';
import type { HandoverCommand } from '../domain/handover.commands.js';
import { type DischargeCase, type HandoverFound } from '../domain/handover.js';
import { HANDOVER_CONTEXT, HANDOVER_RULES, type HandoverRules } from '../domain/handover.rules.js';

/** Looks up calendars, consent and rules; what follows from them is decided in the domain. */
@Injectable()
export class HandoverLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {
    rules.state(HANDOVER_CONTEXT, HANDOVER_RULES);
  }

  readonly find = async (
    command: HandoverCommand,
    state: DischargeCase | null,
    { prefecture, occurredAt }: Ask<HandoverCommand>,
    now: Instant,
  ): Promise<HandoverFound> => {
    const patient = await this.patientOf(prefecture, command, state);
    const named = 'careManager' in command && command.careManager !== undefined ? command.careManager : undefined;
    const user = named === undefined ? undefined : await this.directory.user(prefecture, named);
    const hospital = state?.hospital ?? ('hospital' in command ? command.hospital : '');
    const offices = await this.directory.organizations(
      prefecture,
      [hospital, state?.careManager?.organization, user?.organization].filter((id) => id !== undefined),
    );
    const there = offices.get(hospital);
    if (command.type === 'RecordTransfer' && command.toHospital !== undefined)
      await this.directory.organization(prefecture, command.toHospital);
    if (!state && !there) await this.directory.organization(prefecture, hospital);
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
