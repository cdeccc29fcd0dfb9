import { Injectable } from '@nestjs/common';
import { Narratives } from '#access';
import { Coordinators, Directory, DueTrials, RuleBook, type Organization } from '#directory';
import { atMinute, dateIn, fiscalYear, invalidInput, notFound, type AreaRef, type Instant } from '#kernel';
import type { Ask } from '#cases';
import type {
  Consulter,
  LinkConsultation,
  LogConsultation,
  LogSplitConsultation,
  RecordConsultationAction,
} from '../domain/consultation.commands.js';
import type { AtDesk, Merging, OnForm, Receiving, Referring, SplittingOff } from '../domain/consultation.found.js';
import type { Consultation } from '../domain/consultation.js';
import type { Desk } from '../domain/consultation.obligations.js';
import {
  CONSULTATION_BOUNDS,
  CONSULTATION_CONTEXT,
  CONSULTATION_RULES,
  CONSULTATION_TERMS,
  type ConsultationRules,
} from '../domain/consultation.rules.js';
import { DESK_BOUNDS, DESK_CONTEXT, DESK_RULES, DESK_TERMS, type DeskRules } from '../domain/desk.rules.js';
import { LinkedCases, noSuchCase } from './linked-cases.js';
import { ConsultationNumbers } from './numbers.js';
import { replans } from '../domain/consultation.replans.js';

const asDesk = ({ id, opening, area }: Organization): Desk => ({ organization: id, opening, area });

type Asked = Pick<Ask<unknown>, 'prefecture' | 'actor' | 'occurredAt' | 'occurredOn'>;

/** When it was received, however late it is written down. */
const receiptOf = ({ occurredAt, occurredOn }: Asked, now: Instant): Instant =>
  occurredOn === undefined ? (occurredAt ?? now) : atMinute(occurredOn, 0);

/** Looks up desks, calendars and rules, by command; what follows from them is decided in the domain. */
@Injectable()
export class ConsultationLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
    private readonly rules: RuleBook,
    private readonly linked: LinkedCases,
    private readonly numbers: ConsultationNumbers,
    private readonly narratives: Narratives,
    trials: DueTrials,
  ) {
    rules.state(CONSULTATION_CONTEXT, CONSULTATION_RULES, CONSULTATION_BOUNDS, CONSULTATION_TERMS);
    rules.tries(CONSULTATION_CONTEXT, trials.of('consultation', replans));
    rules.state(DESK_CONTEXT, DESK_RULES, DESK_BOUNDS, DESK_TERMS);
  }

  async receiving(
    said: LogConsultation,
    state: Consultation | null,
    ask: Asked,
    now: Instant,
  ): Promise<(Receiving & OnForm) | null> {
    const { prefecture, actor } = ask;
    if ('userId' in actor) await this.linked.check(prefecture, actor, said.linked ?? {}, 'linked.');
    const { patient, consulter } = said;
    const [own, lives, organization] = await Promise.all([
      this.ownDesk(ask),
      patient === undefined ? undefined : this.directory.patient(prefecture, patient),
      this.asking(consulter, prefecture),
    ]);
    const living = lives?.area;
    const desk = 'userId' in actor ? own.desk : living && (await this.deskOf(prefecture, living));
    if (!desk) return null;
    const area = living ?? desk.area;
    // Before the receipt: that takes a number.
    const { form } = await this.onForm(desk, ask, now);
    return {
      form,
      ...(await this.receipt(desk, area, state, ask, now)),
      ...(organization !== undefined && { organization }),
      ...(own.satellite !== undefined && { satellite: own.satellite }),
    };
  }

  private async receipt(
    desk: Desk,
    area: AreaRef,
    state: Consultation | null,
    ask: Asked,
    now: Instant,
  ): Promise<Receiving> {
    const { prefecture } = ask;
    const at = receiptOf(ask, now);
    const rules = await this.rules.inForce<ConsultationRules>(prefecture, CONSULTATION_CONTEXT, area, dateIn(at));
    return {
      desk,
      area,
      rules,
      // Last of all: what is refused before it leaves no gap.
      ...(state === null && { number: await this.numbers.next(prefecture, desk.organization, fiscalYear(at)) }),
    };
  }

  /** The form is the desk's own, wherever the person lives: who fills it in sees no other. */
  private async onForm(desk: Desk, ask: Asked, now: Instant): Promise<OnForm> {
    const on = dateIn(receiptOf(ask, now));
    return { form: (await this.rules.inForce<DeskRules>(ask.prefecture, DESK_CONTEXT, desk.area, on)).values };
  }

  async splitting(state: Consultation, ask: Asked, now: Instant): Promise<OnForm> {
    const { desk } = await this.atDesk(state, ask);
    return this.onForm(desk, ask, now);
  }

  /** Where the asker works. @throws invalid_input where the person named works elsewhere than is said */
  private async asking({ organization, user }: Consulter, prefecture: string): Promise<string | undefined> {
    const [works] = await Promise.all([
      user === undefined ? undefined : this.directory.user(prefecture, user, 'consulter.user'),
      organization === undefined
        ? undefined
        : this.directory.organization(prefecture, organization, 'consulter.organization'),
    ]);
    if (works && organization !== undefined && works.organization !== organization)
      throw invalidInput(
        'consulter.user',
        'この人は、選んだ機関の職員ではありません。機関か人を選び直してください。',
        'This person does not work at the institution chosen. Choose the institution or the person again.',
      );
    return organization ?? works?.organization;
  }

  /** Whose it is stays so, whatever desks have been set up since. */
  async atDesk({ desk }: Consultation, { prefecture }: Asked): Promise<AtDesk> {
    const own = (await this.directory.organizations(prefecture, [desk])).get(desk);
    if (!own) throw notFound('desk', '相談窓口');
    return { desk: asDesk(own) };
  }

  /** つなぎ先: a desk, or where a coordinator works who takes consultations (model.md 2.3, "another desk/coordinator"). */
  async referring(to: string, { prefecture }: Asked): Promise<Referring> {
    const named = (await this.directory.organizations(prefecture, [to])).get(to);
    if (!named) return { to: null };
    const desk = await this.deskOfOrganization(prefecture, named);
    return { to: desk ?? ((await this.hasCoordinators(prefecture, to)) ? asDesk(named) : null) };
  }

  /** Whoever was asked answers, whatever desks and coordinators there have been since. */
  async referred(to: string | undefined, { prefecture }: Asked): Promise<Referring> {
    const asked = to === undefined ? undefined : (await this.directory.organizations(prefecture, [to])).get(to);
    return { to: asked ? asDesk(asked) : null };
  }

  private async hasCoordinators(prefecture: string, organization: string): Promise<boolean> {
    const posts = await this.coordinators.inOffice(prefecture, { organization });
    return (await this.coordinators.takingReferrals(prefecture, posts)).length > 0;
  }

  async action({ toOrganization }: RecordConsultationAction, { prefecture }: Asked): Promise<void> {
    if (toOrganization !== undefined) await this.directory.organization(prefecture, toOrganization, 'toOrganization');
  }

  /** 要旨 of each issue: councils will read it. */
  async closing({ patient }: Consultation, ask: Ask<unknown>): Promise<void> {
    await this.narratives.mustNameNobody(ask, patient === undefined ? [] : [patient]);
  }

  async linking({ type: _type, ...linked }: LinkConsultation, { prefecture, actor }: Asked): Promise<void> {
    if ('userId' in actor) await this.linked.check(prefecture, actor, linked);
  }

  /** @throws invalid_input where it is no consultation that the one who merges may open */
  async merging(id: string, { prefecture, actor }: Asked): Promise<Merging> {
    const seen = 'userId' in actor ? await this.linked.seen(prefecture, actor, [id]) : undefined;
    const into = (await this.directory.heads.of<Consultation>(prefecture, 'consultation', [id])).get(id);
    if (!into || seen?.has(id) === false) throw noSuchCase('into', '相談', 'consultation');
    return { into };
  }

  async splittingOff(
    { from }: LogSplitConsultation,
    state: Consultation | null,
    ask: Asked,
    now: Instant,
  ): Promise<SplittingOff> {
    const { prefecture } = ask;
    const origin = (await this.directory.heads.of<Consultation>(prefecture, 'consultation', [from])).get(from);
    if (!origin) throw notFound('consultation', '相談');
    const { desk } = await this.atDesk(origin, ask);
    return { from: origin, ...(await this.receipt(desk, origin.area, state, ask, now)) };
  }

  /**
   * A person logs for the own desk, at a satellite (H-08) for the desk that it hands over to; the system for the desk that
   * serves the patient's municipality.
   */
  private async ownDesk({ prefecture, actor }: Asked): Promise<{ desk?: Desk; satellite?: string }> {
    if (!('userId' in actor)) return {};
    const organization = async (id: string) => (await this.directory.organizations(prefecture, [id])).get(id);
    const own = await organization(actor.orgId);
    const main = own?.satelliteOf === undefined ? undefined : await organization(own.satelliteOf);
    const desk = await this.deskOfOrganization(prefecture, main ?? own);
    return { ...(desk && { desk }), ...(main && own && { satellite: own.id }) };
  }

  private async deskOfOrganization(prefecture: string, found: Organization | undefined): Promise<Desk | undefined> {
    return found && (await this.directory.isDesk(prefecture, found)) ? asDesk(found) : undefined;
  }

  private async deskOf(prefecture: string, living: AreaRef): Promise<Desk | undefined> {
    const [nearest] = await this.directory.desks(prefecture, living);
    return nearest && asDesk(nearest);
  }
}
