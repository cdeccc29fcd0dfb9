import { Injectable } from '@nestjs/common';
import { basisOf, Directory, DueTrials, OpenWorkOf, RuleBook, type Patient } from '#directory';
import { dateIn, invalidInput, openKeys, type Instant } from '#kernel';
import type { Ask } from '#cases';
import { Databases } from '#platform';
import type { RecordTransfer, RegisterAdmission } from '../domain/handover.commands.js';
import type {
  AtBoth,
  AtCareOffice,
  AtHospital,
  Beginning,
  BesideStays,
  Following,
  Leaving,
  Named,
  Naming,
  Resuming,
  Sending,
} from '../domain/handover.found.js';
import type { DischargeCase, OtherStay } from '../domain/handover.js';
import {
  HANDOVER_BOUNDS,
  HANDOVER_CONTEXT,
  HANDOVER_RULES,
  HANDOVER_TERMS,
  type HandoverRules,
} from '../domain/handover.rules.js';
import { replans } from '../domain/handover.replans.js';

/** 引継ぎ: with the care office of the stay, and while none is named with whichever it will be. */
const mayHandOver = ({ ledger }: Patient, organization: string | undefined, at: Instant): boolean =>
  basisOf(ledger, { purpose: 'handover', at, ...(organization !== undefined && { organization }) }) !== undefined;

type In = Pick<Ask<unknown>, 'prefecture' | 'id' | 'occurredAt'>;

/** Looks up calendars, consent and rules, by command; what follows from them is decided in the domain. */
@Injectable()
export class HandoverLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly databases: Databases,
    work: OpenWorkOf,
    trials: DueTrials,
  ) {
    rules.state(HANDOVER_CONTEXT, HANDOVER_RULES, HANDOVER_BOUNDS, HANDOVER_TERMS);
    rules.tries(HANDOVER_CONTEXT, trials.of('discharge_case', replans));
    work.add({ ofUser: async (prefecture, id) => ({ passing: await this.staysWith(prefecture, id) }) });
  }

  /** Stays in which something is owed and that name this care manager: they follow a successor (docs/adr/0024). */
  private async staysWith(prefecture: string, user: string): Promise<string[]> {
    const stays = await this.directory.heads.where<DischargeCase>(prefecture, 'discharge_case', {
      careManager: { user },
    });
    return stays.filter(({ state }) => openKeys(state.duties).length > 0).map(({ id }) => id);
  }

  async beginning(
    { patient, hospital: id, careManager }: RegisterAdmission,
    ask: In,
    now: Instant,
  ): Promise<Beginning> {
    const { prefecture, occurredAt } = ask;
    const person = await this.directory.patient(prefecture, patient);
    const { area } = person;
    const named = careManager === undefined ? null : await this.named(prefecture, careManager);
    const [hospital, { stays }, rules] = await Promise.all([
      this.directory.hospital(prefecture, id, 'hospital'),
      this.besideStays({ patient }, ask),
      this.rules.inForce<HandoverRules>(prefecture, HANDOVER_CONTEXT, area, dateIn(occurredAt ?? now)),
    ]);
    return {
      area,
      consent: mayHandOver(person, named?.organization, now),
      hospital: { organization: id, opening: hospital.opening },
      strongHospital: hospital.capabilities.includes('screening_within_3_days'),
      named,
      stays,
      rules,
    };
  }

  async naming(careManager: string, { prefecture }: In): Promise<Naming> {
    return { named: await this.named(prefecture, careManager) };
  }

  async identifying(careManager: string | undefined, patient: string, { prefecture }: In): Promise<Naming> {
    const who = careManager ?? (await this.directory.patient(prefecture, patient)).careManager;
    if (who === undefined)
      throw invalidInput(
        'careManager',
        '台帳に担当ケアマネジャーがいません。本人か家族に確かめて、選んでください。',
        'The directory has no care manager for this person. Ask the person or the family, and choose one.',
      );
    return { named: await this.named(prefecture, who) };
  }

  async following(careManager: string | null, { prefecture }: In): Promise<Following> {
    return { named: careManager === null ? null : await this.named(prefecture, careManager) };
  }

  async hospital({ hospital: organization }: DischargeCase, { prefecture }: In): Promise<AtHospital> {
    return { hospital: { organization, opening: await this.directory.openingOf(prefecture, organization) } };
  }

  async careOffice({ careManager }: DischargeCase, { prefecture }: In): Promise<AtCareOffice> {
    if (!careManager) return { careOffice: null };
    const { organization } = careManager;
    return { careOffice: { organization, opening: await this.directory.openingOf(prefecture, organization) } };
  }

  async both(state: DischargeCase, ask: In): Promise<AtBoth> {
    const [hospital, office] = await Promise.all([this.hospital(state, ask), this.careOffice(state, ask)]);
    return { ...hospital, ...office };
  }

  /** Consent is asked for as it stands now, not as it stood when the case began. */
  async sending(state: DischargeCase, ask: In, now: Instant): Promise<Sending> {
    const [both, person] = await Promise.all([
      this.both(state, ask),
      this.directory.patient(ask.prefecture, state.patient),
    ]);
    return { ...both, consent: mayHandOver(person, state.careManager?.organization, now) };
  }

  async resuming(state: DischargeCase, ask: In, now: Instant): Promise<Resuming> {
    const [sending, hospitals] = await Promise.all([
      this.sending(state, ask, now),
      this.directory.organizations(ask.prefecture, [state.hospital]),
    ]);
    const { capabilities = [] } = hospitals.get(state.hospital) ?? {};
    return { ...sending, strongHospital: capabilities.includes('screening_within_3_days') };
  }

  async leaving(state: DischargeCase, ask: In): Promise<Leaving> {
    const [stays, office] = await Promise.all([this.besideStays(state, ask), this.careOffice(state, ask)]);
    return { ...stays, ...office };
  }

  async transferring({ toHospital }: RecordTransfer, state: DischargeCase, ask: In): Promise<BesideStays> {
    if (toHospital !== undefined) await this.directory.hospital(ask.prefecture, toHospital, 'toHospital');
    return this.besideStays(state, ask);
  }

  async besideStays({ patient }: Pick<DischargeCase, 'patient'>, { prefecture, id: own }: In): Promise<BesideStays> {
    return { stays: (await this.staysOf(prefecture, patient)).filter(({ id }) => id !== own) };
  }

  private async named(prefecture: string, careManager: string): Promise<Named> {
    const { id, organization } = await this.directory.careManager(prefecture, careManager, 'careManager');
    return { user: id, organization, opening: await this.directory.openingOf(prefecture, organization) };
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
