import {
  DomainError,
  fiscalYear,
  forbidden,
  invalidInput,
  invalidState,
  notFound,
  openKeys,
  overDefaults,
  planned,
  settled,
  unreachable,
  type Addressee,
  type AreaRef,
  type Circumstances,
  type Decider,
  type Duties,
  type Instant,
  type Notice,
  type Scene,
} from '#kernel';
import type {
  CloseConsultation,
  ConsultationCommand,
  ConsultationUrgency,
  Linked,
  LogConsultation,
  Outcome,
  Topic,
} from './consultation.commands.js';
import type { ConsultationEvent } from './consultation.events.js';
import {
  firstAction,
  longOpen,
  referralReply,
  REFERRAL,
  reply,
  replyDue,
  type Desk,
  type Setting,
} from './consultation.obligations.js';
import { CONSULTATION_RULES, type ConsultationRules } from './consultation.rules.js';
import { programItemOf } from './program-item.js';

export const CONSULTATION_STATUSES = [
  'RECEIVED',
  'TRIAGED',
  'IN_PROGRESS',
  'WAITING_REPLY',
  'ANSWERED',
  'REFERRED',
  'CLOSED',
  'REOPENED',
] as const;
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];

/** 相談事例: one question to a help desk, from the call to the closing (model.md 2.3). */
export interface Consultation {
  readonly status: ConsultationStatus;
  readonly origin: 'person' | 'system';
  readonly desk: string;
  readonly area: AreaRef;
  readonly patient?: string;
  /** The asker's organization. */
  readonly organization?: string;
  readonly receivedAt: Instant;
  /** Since when it has been open: its receipt, or the last reopening. */
  readonly openSince: Instant;
  readonly scene: Scene;
  readonly topics: readonly Topic[];
  readonly urgency?: ConsultationUrgency;
  readonly actions: number;
  readonly linked: Linked;
  /** While REFERRED: the desk asked, and the state to go back to if it declines. */
  readonly referral?: { readonly to: string; readonly back: ConsultationStatus };
  readonly outcome?: Outcome;
  readonly rules: ConsultationRules;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly duties: Duties;
}

/** What is looked up for a command: desks and their calendars, the patient's area, the rules of the area. */
export interface ConsultationFound {
  /** The desk that has the consultation; absent when the asker's organization, or the municipality, is none. */
  readonly desk?: Desk;
  /** The desk that is, or shall be, referred to. */
  readonly to?: Desk;
  /** The municipality's area: the patient's, else the desk's. */
  readonly area?: AreaRef;
  readonly rules: {
    readonly ref: { readonly id: string; readonly version: number };
    readonly values: ConsultationRules;
  };
}

type State = Consultation | null;
type Given = Circumstances<ConsultationFound>;

function log(command: LogConsultation, { occurredAt, now, found, records, actor }: Given): ConsultationEvent[] {
  const origin = 'system' in actor ? 'system' : 'person';
  const { desk } = found;
  if (!desk) {
    // A municipality without a desk (requirements H-07): there is nobody to log it for.
    if (origin === 'system') return [];
    throw forbidden(
      '相談を受け付けられるのは相談窓口に所属する人だけです。窓口の担当者に依頼してください。',
      'Only somebody at a help desk can log a consultation. Ask the desk to do it.',
    );
  }
  const { type: _type, consulter, programItem, urgency, linked = {}, ...rest } = command;
  const { consultation_summary: summaryRef, callback_contact: callbackRef } = records;
  const area = found.area ?? desk.area;
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
      fiscalYear: fiscalYear(occurredAt),
      ...consulter,
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

const noActionYet = () =>
  new DomainError(
    'conflict',
    'invalid_state',
    '対応がまだ1件も記録されていません。対応を記録してから行ってください。',
    'No action has been recorded yet. Record one first.',
  );

function close(
  { outcome, issueAssessment }: CloseConsultation,
  state: Consultation,
  { records }: Given,
): ConsultationEvent {
  if (issueAssessment.raises && issueAssessment.issueType === undefined)
    throw invalidInput(
      'issueAssessment.issueType',
      '地域課題がある場合は、課題の種類を選んでください。',
      'Where it raises an issue, choose the type of the issue.',
    );
  const { redacted_narrative: narrativeRef } = records;
  return closed(state, outcome, { ...issueAssessment, ...(narrativeRef !== undefined && { narrativeRef }) });
}

const closed = (
  { organization, desk, scene, topics }: Consultation,
  outcome: Outcome,
  issueAssessment: (ConsultationEvent & { type: 'ConsultationClosed' })['payload']['issueAssessment'],
): ConsultationEvent => ({
  type: 'ConsultationClosed',
  payload: { outcome, issueAssessment, reporterOrganization: organization ?? desk, scene, topics },
});

function decide(command: ConsultationCommand, state: State, given: Given): readonly ConsultationEvent[] {
  const { now, occurredAt, found, records, actor } = given;
  if (command.type === 'LogConsultation') {
    if (!state) return log(command, given);
    // One system consultation per case, however often it escalates, and not again once a person has closed it.
    if ('system' in actor) return [];
    throw invalidState(command.type, state.status);
  }
  if (command.type === 'CloseSystemConsultation')
    return !state || state.origin !== 'system' || state.status === 'CLOSED'
      ? []
      : [closed(state, 'solved', { raises: false })];
  if (!state) throw notFound('consultation', '相談');

  const { status, rules, area, urgency, actions } = state;
  const { desk, to } = found;
  if (!desk) throw notFound('desk', '相談窓口');
  const setting: Setting = { now, rules, area, urgency };
  const open = status !== 'CLOSED';
  const wrong = () => invalidState(command.type, status);

  switch (command.type) {
    case 'TriageConsultation': {
      if (status !== 'RECEIVED' && status !== 'TRIAGED') throw wrong();
      if (command.urgency === urgency) return [];
      // Nobody could hurry before it was judged urgent, so a new judgment starts its own clock [D].
      const plans = [firstAction({ ...setting, urgency: command.urgency }, occurredAt, desk)];
      return [{ type: 'ConsultationTriaged', payload: { urgency: command.urgency, plans } }];
    }
    case 'RecordConsultationAction': {
      if (!open) throw wrong();
      const { type: _type, ...action } = command;
      const { consultation_note: noteRef } = records;
      return [
        { type: 'ConsultationActionRecorded', payload: { ...action, ...(noteRef !== undefined && { noteRef }) } },
      ];
    }
    case 'AwaitReply': {
      if (status !== 'IN_PROGRESS' && status !== 'WAITING_REPLY') throw wrong();
      const until = replyDue(command.until, occurredAt, desk.opening, rules);
      if (until <= occurredAt)
        throw invalidInput(
          'until',
          '返答の期限が過去です。これからの日時にしてください。',
          'The reply would be due in the past. Give a later moment.',
        );
      return [{ type: 'ConsultationReplyAwaited', payload: { until, plans: [reply(setting, until, desk)] } }];
    }
    case 'ReferConsultation': {
      if (!open || status === 'REFERRED') throw wrong();
      if (!to || to.organization === state.desk)
        throw invalidInput(
          'to',
          'つなぎ先は、ほかの相談窓口を選んでください。',
          'Choose another help desk to refer to.',
        );
      const plans = [referralReply(setting, occurredAt, to)];
      return [{ type: 'ConsultationReferred', payload: { from: state.desk, to: to.organization, plans } }];
    }
    case 'AcceptReferral': {
      if (status !== 'REFERRED' || !to) throw wrong();
      const plans = [firstAction(setting, occurredAt, to), longOpen(setting, state.openSince, to)];
      return [{ type: 'ReferralAccepted', payload: { from: state.desk, desk: to.organization, plans } }];
    }
    case 'DeclineReferral': {
      if (status !== 'REFERRED' || !to) throw wrong();
      const { decline_reason: reasonRef } = records;
      return [
        {
          type: 'ReferralDeclined',
          payload: { from: state.desk, by: to.organization, ...(reasonRef !== undefined && { reasonRef }) },
        },
      ];
    }
    case 'AnswerConsultation':
      if (status === 'RECEIVED' || status === 'TRIAGED') throw noActionYet();
      if (status !== 'IN_PROGRESS' && status !== 'WAITING_REPLY') throw wrong();
      return [{ type: 'ConsultationAnswered', payload: {} }];
    case 'CloseConsultation':
      if (!open) throw wrong();
      if (actions === 0) throw noActionYet();
      return [close(command, state, given)];
    case 'ReopenConsultation': {
      if (open) throw wrong();
      const { reopen_reason: reasonRef } = records;
      const plans = [firstAction(setting, occurredAt, desk), longOpen(setting, occurredAt, desk)];
      return [{ type: 'ConsultationReopened', payload: { plans, ...(reasonRef !== undefined && { reasonRef }) } }];
    }
    case 'LinkConsultation': {
      const { type: _type, ...linked } = command;
      if (Object.keys(linked).length === 0)
        throw invalidInput(
          'dischargeCase',
          '結び付ける案件（入退院支援ケースかバックアップ依頼）を指定してください。',
          'Name the case to link: a discharge case or a backup request.',
        );
      return [{ type: 'ConsultationLinked', payload: linked }];
    }
    default:
      return unreachable(command);
  }
}

const REFERRAL_REPLY = `reply#${REFERRAL}`;

function evolve(state: State, { type, payload }: ConsultationEvent, occurredAt: Instant): State {
  if (type === 'ConsultationLogged') {
    const { origin, desk, area, patient, organization, receivedAt, scene, topics, linked, rules, ruleSet, plans } =
      payload;
    return {
      status: 'RECEIVED',
      origin,
      desk,
      area,
      receivedAt,
      openSince: receivedAt,
      scene,
      topics,
      actions: 0,
      linked,
      rules,
      ruleSet,
      duties: planned({}, plans),
      ...(patient !== undefined && { patient }),
      ...(organization !== undefined && { organization }),
    };
  }
  if (!state) throw new Error(`${type} before ConsultationLogged`);
  const { duties, referral } = state;
  switch (type) {
    case 'ConsultationTriaged':
      return { ...state, status: 'TRIAGED', urgency: payload.urgency, duties: planned(duties, payload.plans) };
    case 'ConsultationActionRecorded': {
      const worked = { ...state, actions: state.actions + 1, duties: settled(duties, 'met', 'first_action', 'reply') };
      return referral
        ? { ...worked, referral: { ...referral, back: 'IN_PROGRESS' } }
        : { ...worked, status: 'IN_PROGRESS' };
    }
    case 'ConsultationReplyAwaited':
      return { ...state, status: 'WAITING_REPLY', duties: planned(duties, payload.plans) };
    case 'ConsultationReferred':
      return {
        ...state,
        status: 'REFERRED',
        referral: { to: payload.to, back: state.status },
        duties: planned(duties, payload.plans),
      };
    case 'ReferralAccepted':
      return {
        ...withoutReferral(state),
        desk: payload.desk,
        status: state.urgency === undefined ? 'RECEIVED' : 'TRIAGED',
        duties: planned(settled(settled(duties, 'met', REFERRAL_REPLY), 'cancelled', 'reply'), payload.plans),
      };
    case 'ReferralDeclined':
      return {
        ...withoutReferral(state),
        status: referral?.back ?? state.status,
        duties: settled(duties, 'met', REFERRAL_REPLY),
      };
    case 'ConsultationAnswered':
      return { ...state, status: 'ANSWERED', duties: settled(duties, 'met', 'reply') };
    case 'ConsultationClosed': {
      const met = settled(duties, 'met', 'reply', 'long_open');
      return {
        ...withoutReferral(state),
        status: 'CLOSED',
        outcome: payload.outcome,
        duties: settled(met, 'cancelled', ...openKeys(met)),
      };
    }
    case 'ConsultationReopened': {
      const { outcome: _outcome, ...rest } = state;
      return { ...rest, status: 'REOPENED', openSince: occurredAt, duties: planned(duties, payload.plans) };
    }
    case 'ConsultationLinked':
      return { ...state, linked: { ...state.linked, ...payload } };
    default:
      return unreachable(type);
  }
}

const withoutReferral = ({ referral: _referral, ...rest }: Consultation): Consultation => rest;

/** A desk hears at once of what it is now to answer, or has back. */
function notices(events: readonly ConsultationEvent[]): Notice[] {
  const desk = (organization: string): Addressee[] => [{ role: 'coordinator', organization }];
  return events.flatMap(({ type, payload }): Notice[] => {
    if (type === 'ConsultationReferred')
      return [{ template: 'consultation.referred', to: desk(payload.to), step: 'reply' }];
    if (type === 'ReferralDeclined') return [{ template: 'consultation.referral_declined', to: desk(payload.from) }];
    return [];
  });
}

export const consultation: Decider<State, ConsultationCommand, ConsultationEvent, ConsultationFound> = {
  kind: 'consultation',
  stateVersion: 1,
  initial: null,
  decide: (command, state, given) =>
    decide(command, state && { ...state, rules: overDefaults(CONSULTATION_RULES, state.rules) }, given),
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
    state
      ? {
          area: state.area,
          ruleSet: state.ruleSet,
          parties: [state.desk, ...(state.referral ? [state.referral.to] : [])],
          ...(state.patient !== undefined && { patientRef: state.patient }),
        }
      : {},
  notices,
  status: (state) => state?.status ?? 'UNKNOWN',
};
