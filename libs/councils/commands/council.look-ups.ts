import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { Directory, RuleBook } from '#directory';
import { can, dateIn, type Instant } from '#kernel';
import { People } from '#obligations';
import { AGENDA_BOUNDS, AGENDA_CONTEXT, AGENDA_RULES, AGENDA_TERMS, type AgendaRules } from '../domain/agenda.rules.js';
import type { AppointCouncilMember, EstablishCouncil, ReviseCouncil } from '../domain/council.commands.js';
import type { Constituting, Council } from '../domain/council.js';
import { refOf } from '../domain/jurisdiction.js';
import { Councils } from './councils.js';

/** Looks up the areas, and the councils that are there already. */
@Injectable()
export class CouncilLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
    private readonly councils: Councils,
    private readonly rules: RuleBook,
  ) {
    rules.state(AGENDA_CONTEXT, AGENDA_RULES, AGENDA_BOUNDS, AGENDA_TERMS);
  }

  async constituting(
    said: EstablishCouncil | ReviseCouncil,
    before: Council | null,
    { prefecture, actor, occurredAt }: Ask<unknown>,
    now: Instant,
  ): Promise<Constituting> {
    const areas = said.areas ?? before?.areas ?? [];
    const secretariat = said.secretariat ?? before?.secretariat ?? '';
    const [tree, others, { kind }] = await Promise.all([
      this.directory.tree(prefecture),
      this.councils.all(prefecture),
      this.directory.organization(prefecture, secretariat, 'secretariat'),
    ]);
    for (const path of ['chairMedical', 'chairAdministrative'] as const) {
      const chair = said[path];
      if (chair !== undefined) await this.directory.user(prefecture, chair, path);
    }
    const known = areas.filter((id) => Object.hasOwn(tree.areas, id));
    const places = new Map(known.map((id) => [id, refOf(tree, [id])]));
    const serves = await Promise.all(
      known.map(async (id) =>
        'userId' in actor && (await this.people.serves(prefecture, actor.orgId, places.get(id))) ? [id] : [],
      ),
    );
    const on = dateIn(occurredAt ?? now);
    const { values } = await this.rules.inForce<AgendaRules>(prefecture, AGENDA_CONTEXT, refOf(tree, known), on);
    return {
      tree,
      others,
      serves: serves.flat(),
      everywhere: !('userId' in actor) || can(actor.role, 'administration') || can(actor.role, 'prefecture_work'),
      secretariatIs: kind,
      agendaCloseDays: values.agendaCloseDays,
      materialDays: values.materialDays,
    };
  }

  async appointing({ organization }: AppointCouncilMember, { prefecture }: Ask<unknown>): Promise<void> {
    await this.directory.organization(prefecture, organization, 'organization');
  }
}
