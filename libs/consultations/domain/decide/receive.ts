import { fiscalYear, forbidden, invalidState, type Circumstances } from '#kernel';
import type { LogConsultation } from '../consultation.commands.js';
import type { ConsultationEvent } from '../consultation.events.js';
import { firstAction, longOpen, type Setting } from '../consultation.obligations.js';
import type { Receiving } from '../consultation.found.js';
import type { State } from '../consultation.state.js';
import { programItemOf } from '../program-item.js';

/** How a 受付番号 is written: the fiscal year and four digits, more where a year needs them. */
const numberOf = (year: number, n: number): string => `${year}-${String(n).padStart(4, '0')}`;

export function log(
  command: LogConsultation,
  state: State,
  { occurredAt, now, found, records, actor }: Circumstances<Receiving | null>,
): ConsultationEvent[] {
  const origin = 'system' in actor ? 'system' : 'person';
  if (state) {
    // One system consultation per case, however often it escalates, and not again once a person has closed it.
    if (origin === 'system') return [];
    throw invalidState(command.type, state.status);
  }
  if (!found) {
    // A municipality without a desk (requirements H-07): there is nobody to log it for.
    if (origin === 'system') return [];
    throw forbidden(
      '相談を受け付けられるのは相談窓口に所属する人だけです。窓口の担当者に依頼してください。',
      'Only somebody at a help desk can log a consultation. Ask the desk to do it.',
    );
  }
  const { type: _type, consulter, programItem, urgency, linked = {}, ...rest } = command;
  const { user: askedBy, ...asker } = consulter;
  const { consultation_summary: summaryRef, callback_contact: callbackRef } = records;
  const { desk, area, number } = found;
  const year = fiscalYear(occurredAt);
  const { ref: ruleSet, values: rules } = found.rules;
  const setting: Setting = { now, rules, area, urgency };
  const first = firstAction(setting, occurredAt, desk);
  const open = longOpen(setting, occurredAt, desk);
  const logged: ConsultationEvent = {
    type: 'ConsultationLogged',
    payload: {
      origin,
      desk: desk.organization,
      area,
      receivedAt: occurredAt,
      fiscalYear: year,
      ...(number !== undefined && { number: numberOf(year, number) }),
      ...asker,
      ...(found.organization !== undefined && { organization: found.organization }),
      ...(askedBy !== undefined && { askedBy }),
      ...rest,
      ...(programItem !== undefined && { programItem: programItemOf(programItem) }),
      ...(urgency !== undefined && { urgency }),
      ...(summaryRef !== undefined && { summaryRef }),
      ...(callbackRef !== undefined && { callbackRef }),
      linked,
      rules,
      ruleSet,
      plans: urgency === undefined ? [first, open] : [open],
    },
  };
  return urgency === undefined
    ? [logged]
    : [logged, { type: 'ConsultationTriaged', payload: { urgency, plans: [first] } }];
}
