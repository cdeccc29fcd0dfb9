import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '#directory';
import { dateIn, OFFICE_HOURS, type Instant } from '#kernel';
import type { Ask } from '#cases';
import { Databases } from '#platform';
import type { HandoverCommand } from '../domain/handover.commands.js';
import type { DischargeCase, HandoverFound, OtherStay } from '../domain/handover.js';
import { HANDOVER_BOUNDS, HANDOVER_CONTEXT, HANDOVER_RULES, type HandoverRules } from '../domain/handover.rules.js';

/** Commands that begin or end a stay: the person's other stays say when that can have been. */
const OF_THE_STAY: ReadonlySet<HandoverCommand['type']> = new Set([
  'RegisterAdmission',
  'RecordDischarge',
  'RecordTransfer',
  'RecordDeath',
]);

/** Looks up calendars, consent and rules; what follows from them is decided in the domain. */
@Injectable()
export class HandoverLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly databases: Databases,
  ) {
    rules.state(HANDOVER_CONTEXT, HANDOVER_RULES, HANDOVER_BOUNDS);
  }

  readonly find = async (
    command: HandoverCommand,
    state: DischargeCase | null,
    { prefecture, id: own, occurredAt }: Ask<HandoverCommand>,
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
    const person = state?.patient ?? ('patient' in command ? command.patient : undefined);
    const stays = person !== undefined && OF_THE_STAY.has(command.type) ? await this.staysOf(prefecture, person) : [];
    return {
      stays: stays.filter((other) => other.id !== own),
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

  /** Every stay of a person, oldest first. */
  private async staysOf(prefecture: string, patient: string): Promise<OtherStay[]> {
    const { rows } = await this.databases.writer.query<{ id: string; state: DischargeCase }>({
      name: 'stays-of-patient',
      text: `SELECT stream AS id, state FROM stream_head
              WHERE prefecture = $1 AND kind = 'discharge_case' AND state ->> 'patient' = $2
              ORDER BY state ->> 'admittedAt', stream`,
      values: [prefecture, patient],
    });
    return rows.map(({ id, state: { hospital, stay, admittedAt, dischargedAt, endedOn } }) => ({
      id,
      hospital,
      stay,
      from: admittedAt,
      ...(dischargedAt !== undefined && { until: dischargedAt }),
      ...(dischargedAt === undefined && endedOn !== undefined && { untilOn: endedOn }),
    }));
  }
}
