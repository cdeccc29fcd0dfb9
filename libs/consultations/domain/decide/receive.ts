import { fiscalYear, forbidden, invalidState, type Circumstances } from '#kernel';
import type { ConsultationUrgency, LogConsultation, LogSplitConsultation } from '../consultation.commands.js';
import type { ConsultationEvent, ConsultationLogged } from '../consultation.events.js';
import { firstAction, longOpen, type Setting } from '../consultation.obligations.js';
import type { OnForm, Receiving, SplittingOff } from '../consultation.found.js';
import type { State } from '../consultation.state.js';
import { mustBeComplete } from '../desk-form.js';
import { programItemOf } from '../program-item.js';

/** How a 受付番号 is written: the fiscal year and four digits, more where a year needs them. */
const numberOf = (year: number, n: number): string => `${year}-${String(n).padStart(4, '0')}`;

interface Receipt extends Pick<Circumstances, 'now' | 'occurredAt'> {
  readonly found: Receiving;
  readonly urgency: ConsultationUrgency | undefined;
}

export function log(
  command: LogConsultation,
  state: State,
  { occurredAt, now, found, records, actor }: Circumstances<(Receiving & OnForm) | null>,
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
  const { type: _type, consulter, programItem, linked = {}, checked = [], ...rest } = command;
  const { user: askedBy, ...asker } = consulter;
  const { consultation_summary: summaryRef, callback_contact: callbackRef } = records;
  // What the system logs is fixed: a desk's own form must not keep it from being told of a missed handover.
  if (origin === 'person')
    mustBeComplete(found.form, { command, organization: found.organization, callbackRef }, occurredAt);
  return received(
    { now, occurredAt, found, urgency: command.urgency },
    {
      origin,
      ...asker,
      ...(found.organization !== undefined && { organization: found.organization }),
      ...(found.satellite !== undefined && { satellite: found.satellite }),
      ...(askedBy !== undefined && { askedBy }),
      ...rest,
      ...(programItem !== undefined && { programItem: programItemOf(programItem) }),
      ...(summaryRef !== undefined && { summaryRef }),
      ...(callbackRef !== undefined && { callbackRef }),
      linked,
      ...(checked.length > 0 && { checked }),
    },
  );
}

/** 分けた相談: whoever asked asked this too, of the desk that has the call; only the trouble is its own. */
export function logSplit(
  { type: _type, from: splitFrom, urgency, ...trouble }: LogSplitConsultation,
  state: State,
  { occurredAt, now, found }: Circumstances<SplittingOff>,
): ConsultationEvent[] {
  if (state) return [];
  const { channel, side, patient, organization, askedBy, profession, counterpartSide } = found.from;
  return received(
    { now, occurredAt, found, urgency },
    {
      origin: 'person',
      channel,
      side,
      ...(patient !== undefined && { patient }),
      ...(organization !== undefined && { organization }),
      ...(askedBy !== undefined && { askedBy }),
      ...(profession !== undefined && { profession }),
      ...(counterpartSide !== undefined && { counterpartSide }),
      ...trouble,
      ...(urgency !== undefined && { urgency }),
      linked: {},
      splitFrom,
    },
  );
}

type Said = Omit<
  ConsultationLogged['payload'],
  'desk' | 'area' | 'receivedAt' | 'fiscalYear' | 'number' | 'rules' | 'ruleSet' | 'plans'
>;

function received({ now, occurredAt, found, urgency }: Receipt, said: Said): ConsultationEvent[] {
  const { desk, area, number } = found;
  const { ref: ruleSet, values: rules } = found.rules;
  const setting: Setting = { now, rules, area, urgency };
  const first = firstAction(setting, occurredAt, desk);
  const open = longOpen(setting, occurredAt, desk);
  const year = fiscalYear(occurredAt);
  const logged: ConsultationEvent = {
    type: 'ConsultationLogged',
    payload: {
      ...said,
      desk: desk.organization,
      area,
      receivedAt: occurredAt,
      fiscalYear: year,
      ...(number !== undefined && { number: numberOf(year, number) }),
      rules,
      ruleSet,
      plans: urgency === undefined ? [first, open] : [open],
    },
  };
  return urgency === undefined
    ? [logged]
    : [logged, { type: 'ConsultationTriaged', payload: { urgency, plans: [first] } }];
}
