import { Injectable } from '@nestjs/common';
import type { Consultation } from '#consultations';
import { basisOf, Directory, DueTrials, RuleBook, type OrganizationKind, type Patient } from '#directory';
import { can, dateIn, invalidInput, OFFICE_HOURS, type Actor, type Instant } from '#kernel';
import type { Ask } from '#cases';
import { People } from '#obligations';
import type { RequestService, Service } from '../domain/request.commands.js';
import { answeringAt } from '../domain/request.obligations.js';
import type { Answering, Requesting, ServiceRequest } from '../domain/request.state.js';
import {
  SERVICE_BOUNDS,
  SERVICE_CONTEXT,
  SERVICE_RULES,
  SERVICE_TERMS,
  type ServiceRules,
} from '../domain/services.rules.js';
import { replans } from '../domain/request.replans.js';

const MEDICAL: readonly OrganizationKind[] = [
  'hospital',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'home_care_support_hospital',
  'backup_hospital',
];

/** Which kinds of organizations do a service; `other` and `help_desk`, as the dental coordinator's desk is (K-07), pass it on. */
const PROVIDERS: Readonly<Record<Service, readonly OrganizationKind[]>> = {
  oral_care: ['dental_clinic', ...MEDICAL, 'help_desk', 'other'],
  visiting_pharmacy: ['pharmacy', ...MEDICAL, 'help_desk', 'other'],
  visiting_rehab: [...MEDICAL, 'visiting_nurse_station', 'care_facility', 'help_desk', 'other'],
  visiting_nursing: ['visiting_nurse_station', ...MEDICAL, 'help_desk', 'other'],
  nutrition: [...MEDICAL, 'pharmacy', 'help_desk', 'other'],
};

const maySend = ({ ledger }: Patient, organization: string, at: Instant): boolean =>
  basisOf(ledger, { purpose: 'service', organization, at }) !== undefined;

type In = Pick<Ask<unknown>, 'prefecture' | 'actor' | 'occurredAt'>;

/** Looks up persons, organizations and rules; what follows from them is decided in the domain. */
@Injectable()
export class ServiceLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly people: People,
    private readonly rules: RuleBook,
    trials: DueTrials,
  ) {
    rules.state(SERVICE_CONTEXT, SERVICE_RULES, SERVICE_BOUNDS, SERVICE_TERMS);
    rules.tries(SERVICE_CONTEXT, trials.of('service_request', replans));
  }

  async requesting(said: RequestService, { prefecture, actor, occurredAt }: In, now: Instant): Promise<Requesting> {
    const patient = await this.directory.patient(prefecture, said.patient);
    const { id, kind, opening } = await this.directory.organization(prefecture, said.to, 'to');
    if (!PROVIDERS[said.service].includes(kind))
      throw invalidInput(
        'to',
        'この機関は、このサービスを行う種類の機関ではありません。依頼先かサービスを選び直してください。',
        'An organization of this kind does not do this service. Choose another organization or another service.',
      );
    const theirs = await this.isTheirs(prefecture, actor, patient);
    if (said.origin !== undefined) await this.comesFrom(prefecture, said.origin, said.patient, actor);
    const asked = answeringAt(id);
    const [behind, rules] = await Promise.all([
      this.people.behind(prefecture, asked),
      this.rules.inForce<ServiceRules>(prefecture, SERVICE_CONTEXT, patient.area, dateIn(occurredAt ?? now)),
    ]);
    return {
      consent: maySend(patient, id, now),
      theirs,
      area: patient.area,
      provider: { organization: id, opening },
      attended: behind(asked).length > 0,
      rules,
    };
  }

  async answering({ to, patient }: ServiceRequest, { prefecture }: In, now: Instant): Promise<Answering> {
    const [person, found] = await Promise.all([
      this.directory.patient(prefecture, patient),
      this.directory.organizations(prefecture, [to]),
    ]);
    return {
      consent: maySend(person, to, now),
      provider: { organization: to, opening: found.get(to)?.opening ?? OFFICE_HOURS },
    };
  }

  /** Those who care for the person, and the desk of the person's municipality. */
  private async isTheirs(prefecture: string, actor: Actor, patient: Patient): Promise<boolean> {
    if (!('userId' in actor)) return false;
    const { careManager, careTeam, primaryPhysician, area } = patient;
    if (actor.userId === careManager || careTeam.includes(actor.userId) || actor.orgId === primaryPhysician)
      return true;
    return can(actor.role, 'desk_work') && (await this.people.serves(prefecture, actor.orgId, area));
  }

  /** One about the same person, or about nobody, that whoever asks has to do with; any other answers as if it did not exist. */
  private async comesFrom(prefecture: string, origin: string, patient: string, actor: Actor): Promise<void> {
    const found = (await this.directory.heads.of<Consultation>(prefecture, 'consultation', [origin])).get(origin);
    const own = 'userId' in actor ? actor.orgId : '';
    const known =
      found !== undefined &&
      (found.patient === undefined || found.patient === patient) &&
      (found.desk === own || found.organization === own || (await this.people.serves(prefecture, own, found.area)));
    if (!known)
      throw invalidInput(
        'origin',
        'この人についての元の相談が見つかりません。番号を確かめてください。',
        'There is no such consultation about this person. Check the id.',
      );
  }
}
