import {
  consultationKind,
  type CloseConsultation,
  type ConsultationCommand,
  type LogConsultation,
} from '#consultations';
import type { Instant } from '#kernel';
import type { Question } from './consultation-texts.js';
import { deed, demoId, type Deed, type Personal } from './deed.js';
import { actor, type PersonName } from './people.js';
import { organizationId, type OrganizationName } from './organizations.js';
import { patientId } from './patients.js';

export interface Caller {
  readonly organization?: OrganizationName;
  readonly patient?: string;
}

const CALL_BACK = '折り返し先：000-0000-0000（デモ）';

/** One consultation, told step by step; whoever tells it says when. */
export class Consulting {
  readonly deeds: Deed[] = [];
  private readonly id: string;

  constructor(
    name: string,
    private by: PersonName,
    private readonly question: Question,
  ) {
    this.id = demoId(`consultation ${name}`);
  }

  does(at: Instant, command: ConsultationCommand, ...personal: Personal[]): this {
    this.deeds.push(deed(at, actor(this.by), consultationKind, this.id, command, personal));
    return this;
  }

  logged(at: Instant, { organization, patient }: Caller, rest: Pick<LogConsultation, 'urgency' | 'linked'> = {}): this {
    const { side, profession, scene, topics, letter, summary } = this.question;
    return this.does(
      at,
      {
        type: 'LogConsultation',
        channel: organization ? 'phone' : 'visit',
        consulter: { side, profession, ...(organization && { organization: organizationId(organization) }) },
        scene,
        topics,
        programItem: { version: '2015', letter },
        ...(patient !== undefined && { patient: patientId(patient) }),
        ...rest,
      },
      { kind: 'consultation_summary', body: { summary } },
      { kind: 'callback_contact', body: { 'consulter.callbackTo': CALL_BACK } },
    );
  }

  acted(at: Instant, minutes = 20, note = this.question.note): this {
    return this.does(
      at,
      { type: 'RecordConsultationAction', kind: 'contact_third_party', minutes },
      { kind: 'consultation_note', body: { note: `${note}（デモ）` } },
    );
  }

  closed(
    at: Instant,
    outcome: CloseConsultation['outcome'] = 'solved',
    issueAssessment: CloseConsultation['issueAssessment'] = { raises: false },
    redactedNarrative?: string,
  ): this {
    return this.does(
      at,
      { type: 'CloseConsultation', outcome, issueAssessment },
      ...(redactedNarrative === undefined
        ? []
        : [
            {
              kind: 'redacted_narrative',
              body: { 'issueAssessment.redactedNarrative': `${redactedNarrative}（架空）` },
            },
          ]),
    );
  }

  /** From now on somebody else goes on with it. */
  handedTo(by: PersonName): this {
    this.by = by;
    return this;
  }
}
