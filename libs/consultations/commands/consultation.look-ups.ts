import { Injectable } from '@nestjs/common';
import { Directory, RuleBook, type Organization } from '#directory';
import { dateIn, type AreaRef, type Instant } from '#kernel';
import type { Ask } from '#cases';
import type { ConsultationCommand } from '../domain/consultation.commands.js';
import { type Consultation, type ConsultationFound } from '../domain/consultation.js';
import type { Desk } from '../domain/consultation.obligations.js';
import {
  CONSULTATION_BOUNDS,
  CONSULTATION_CONTEXT,
  CONSULTATION_RULES,
  type ConsultationRules,
} from '../domain/consultation.rules.js';
import { LinkedCases } from './linked-cases.js';

const asDesk = ({ id, opening, area }: Organization): Desk => ({ organization: id, opening, area });

/** Looks up desks, calendars and rules; what follows from them is decided in the domain. */
@Injectable()
export class ConsultationLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly linked: LinkedCases,
  ) {
    rules.state(CONSULTATION_CONTEXT, CONSULTATION_RULES, CONSULTATION_BOUNDS);
  }

  readonly find = async (
    command: ConsultationCommand,
    state: Consultation | null,
    ask: Ask<ConsultationCommand>,
    now: Instant,
  ): Promise<ConsultationFound> => {
    const { prefecture, actor } = ask;
    if ('userId' in actor && command.type === 'LinkConsultation')
      await this.linked.check(prefecture, command, [actor.orgId, ...(state ? [state.desk] : [])]);
    if ('userId' in actor && command.type === 'LogConsultation')
      await this.linked.check(prefecture, command.linked ?? {}, [actor.orgId], 'linked.');
    if (command.type === 'RecordConsultationAction' && command.toOrganization !== undefined)
      await this.directory.organization(prefecture, command.toOrganization, 'toOrganization');
    if (state) {
      const asked = command.type === 'ReferConsultation' ? command.to : state.referral?.to;
      const there = await this.directory.organizations(prefecture, [
        state.desk,
        ...(asked === undefined ? [] : [asked]),
      ]);
      // Whose it is stays so, whatever desks have been set up since.
      const own = there.get(state.desk);
      const desk = own && asDesk(own);
      const to = await this.deskOfOrganization(prefecture, there.get(asked ?? ''));
      return { rules: { ref: state.ruleSet, values: state.rules }, ...(desk && { desk }), ...(to && { to }) };
    }

    const patient = 'patient' in command ? command.patient : undefined;
    const [own, lives] = await Promise.all([
      this.ownDesk(ask),
      patient === undefined ? undefined : this.directory.patient(prefecture, patient),
      command.type === 'LogConsultation' && command.consulter.organization !== undefined
        ? this.directory.organization(prefecture, command.consulter.organization, 'consulter.organization')
        : undefined,
    ]);
    const living = lives?.area;
    const desk = 'userId' in ask.actor ? own : living && (await this.deskOf(prefecture, living));
    const area = living ?? desk?.area;
    if (!area) return { rules: { ref: { id: '', version: 0 }, values: CONSULTATION_RULES } };
    const on = ask.occurredOn ?? dateIn(ask.occurredAt ?? now);
    const rules = await this.rules.inForce<ConsultationRules>(prefecture, CONSULTATION_CONTEXT, area, on);
    return { rules, area, ...(desk && { desk }) };
  };

  /** A person logs for the own desk; the system for the desk that serves the patient's municipality. */
  private async ownDesk({ prefecture, actor }: Ask<ConsultationCommand>): Promise<Desk | undefined> {
    if (!('userId' in actor)) return undefined;
    const own = (await this.directory.organizations(prefecture, [actor.orgId])).get(actor.orgId);
    return this.deskOfOrganization(prefecture, own);
  }

  private async deskOfOrganization(prefecture: string, found: Organization | undefined): Promise<Desk | undefined> {
    return found && (await this.directory.isDesk(prefecture, found)) ? asDesk(found) : undefined;
  }

  private async deskOf(prefecture: string, living: AreaRef): Promise<Desk | undefined> {
    const [nearest] = await this.directory.desks(prefecture, living);
    return nearest && asDesk(nearest);
  }
}
