import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Directory } from '#directory';
import {
  isStay,
  type DischargeCaseExcluded,
  type DischargeHandoverAcknowledged,
  type HandoverRecovered,
  type PatientDied,
} from '#handovers';
import { idOf, type Recorded } from '#kernel';
import type { ObligationChased, ObligationStepSkipped } from '#obligations';
import { Follows, type Follower } from '#platform';
import { consultationKind, type ConsultationCommand } from '../consultation.case.js';
import { isOver, type Consultation } from '../domain/consultation.js';

type Escalated = ObligationChased | ObligationStepSkipped;
type Met = DischargeHandoverAcknowledged | HandoverRecovered | DischargeCaseExcluded | PatientDied;

/** The level at which a handover is the desk's matter (model.md 2.4). */
const DESK_LEVEL = 3;

const consultationOf = (caseId: string): string => idOf('consultation', 'handover', caseId);

/**
 * A handover that nobody brings about becomes a consultation of the desk, one per case, and closes itself when the case
 * is met. One follower does both: two would each keep their own place in the log, and the closing could overtake the
 * opening and leave it open for ever.
 */
@Follows('consultations.escalated-handover')
@Injectable()
export class EscalatedHandover implements Follower<Escalated | Met> {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
  ) {}

  readonly on: Follower<Escalated | Met>['on'] = {
    ObligationChased: (event) => this.opened(event),
    ObligationStepSkipped: (event) => this.opened(event),
    DischargeHandoverAcknowledged: (event) => this.met(event),
    HandoverRecovered: (event) => this.met(event),
    DischargeCaseExcluded: (event) => this.met(event),
    PatientDied: (event) => this.met(event),
  };

  private async opened(event: Recorded<Escalated>): Promise<void> {
    const { about, level } = event.payload;
    if (!isStay(about) || level !== DESK_LEVEL || about.patientRef === undefined) return;
    await this.ask(event, about.id, {
      type: 'LogConsultation',
      channel: 'ict',
      consulter: { side: 'other' },
      patient: about.patientRef,
      scene: 'discharge_support',
      topics: ['discharge_coordination'],
      urgency: 'today',
      linked: { dischargeCase: about.id },
    });
  }

  /** Most cases never escalate: a look at the head spares each of them a command without effect. */
  private async met(event: Recorded<Met>): Promise<void> {
    const id = consultationOf(event.aggregate.id);
    const found = (await this.directory.heads.of<Consultation>(event.prefecture, 'consultation', [id])).get(id);
    if (found && !isOver(found.status)) await this.ask(event, event.aggregate.id, { type: 'CloseSystemConsultation' });
  }

  private ask(event: Recorded, caseId: string, command: ConsultationCommand): Promise<unknown> {
    return this.cases.work(consultationKind, {
      prefecture: event.prefecture,
      id: consultationOf(caseId),
      command,
      job: 'escalated-handover',
      // Of the event and not of the case: a desk that is set up later still hears of the next escalation.
      key: idOf('escalated-handover', event.eventId),
      causationId: event.eventId,
      occurredAt: event.occurredAt,
    });
  }
}
