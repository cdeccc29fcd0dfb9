import { dischargeCaseKind, type Destination, type HandoverCommand } from '#handovers';
import type { Instant, LocalDate } from '#kernel';
import { deed, demoId, type Deed, type Personal } from './deed.js';
import { handoverDocument } from './handover-text.js';
import { nameOf, organizationId } from './organizations.js';
import { actor, organizationOf, shownName, WARDS, type PersonName } from './people.js';
import { patientId } from './patients.js';

export const caseId = (patient: string): string => demoId(`discharge case ${patient}`);

/** One ward for every other person. */
const wardOf = (patient: string): (typeof WARDS)[number] =>
  WARDS[Number.parseInt(demoId(patient).slice(-1), 16) % 2] ?? WARDS[0];

/** One patient's stay in the hospital of 富良野, told step by step; whoever tells it says when. */
export class Stay {
  readonly deeds: Deed[] = [];
  readonly id: string;

  constructor(
    readonly patient: string,
    readonly careManager: PersonName | undefined,
  ) {
    this.id = caseId(patient);
  }

  does(at: Instant, by: PersonName, command: HandoverCommand, ...personal: Personal[]): this {
    this.deeds.push(deed(at, actor(by), dischargeCaseKind, this.id, command, personal));
    return this;
  }

  admitted(at: Instant, admissionKind: 'emergency' | 'planned' = 'emergency'): this {
    return this.does(
      at,
      'wardNurse',
      {
        type: 'RegisterAdmission',
        patient: patientId(this.patient),
        hospital: organizationId('furanoHospital'),
        admissionKind,
        careLevel: this.careManager ? 'care2' : 'none',
        ...(this.careManager && { careManager: actor(this.careManager).userId }),
      },
      { kind: 'admission_ward', body: { ward: wardOf(this.patient) } },
    );
  }

  informed(at: Instant): this {
    return this.does(at, this.manager, { type: 'ProvideAdmissionInformation', channel: 'fax' });
  }

  screened(at: Instant, required = true): this {
    const criteria = { eating_assistance: required, excretion_assistance: false };
    return this.does(at, 'dischargeNurse', { type: 'ScreenForDischargeSupport', criteria });
  }

  interviewed(at: Instant): this {
    return this.does(at, 'socialWorker', { type: 'HoldFamilyInterview' });
  }

  /** Family interview, start of the plan and conference on one day. */
  supported(at: Instant): this {
    return this.interviewed(at)
      .does(at, 'dischargeNurse', { type: 'StartDischargePlan' })
      .does(at, 'dischargeNurse', { type: 'HoldDischargeConference' });
  }

  planned(at: Instant, plannedDischargeOn: LocalDate): this {
    return this.does(at, 'dischargeNurse', { type: 'PlanDischarge', plannedDischargeOn, destination: 'home' });
  }

  notified(at: Instant): this {
    return this.does(at, 'dischargeNurse', { type: 'NotifyDischargeSupportStart' });
  }

  submitted(at: Instant): this {
    const { manager } = this;
    const document = handoverDocument(
      `${nameOf(organizationOf(manager))} ${shownName(manager)}`,
      `${nameOf('furanoHospital')} ${shownName('dischargeNurse')}`,
    );
    return this.does(
      at,
      'dischargeNurse',
      { type: 'SubmitHandover' },
      { kind: 'handover_document', body: { document } },
    );
  }

  acknowledged(at: Instant): this {
    return this.does(at, this.manager, { type: 'AcknowledgeHandover' });
  }

  discharged(at: Instant, destination: Destination = 'home'): this {
    return this.does(at, 'dischargeNurse', { type: 'RecordDischarge', destination });
  }

  fedBack(at: Instant): this {
    return this.does(at, this.manager, { type: 'ReturnPostDischargeFeedback', quality: 'adequate' });
  }

  get manager(): PersonName {
    if (!this.careManager) throw new Error(`${this.patient} has no care manager`);
    return this.careManager;
  }
}
