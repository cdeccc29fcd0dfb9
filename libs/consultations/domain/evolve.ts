import { openKeys, planned, settled, unreachable, type Instant } from '#kernel';
import type { ConsultationEvent } from './consultation.events.js';
import { REFERRAL } from './consultation.obligations.js';
import type { Consultation, State } from './consultation.state.js';

const REFERRAL_REPLY = `reply#${REFERRAL}`;

export function evolve(state: State, { type, payload }: ConsultationEvent, occurredAt: Instant): State {
  if (type === 'ConsultationLogged') {
    const {
      number,
      origin,
      desk,
      area,
      patient,
      organization,
      askedBy,
      receivedAt,
      scene,
      topics,
      linked,
      rules,
      ruleSet,
      plans,
    } = payload;
    return {
      status: 'RECEIVED',
      statusSince: receivedAt,
      origin,
      desk,
      formerDesks: [],
      heldSince: receivedAt,
      area,
      receivedAt,
      openSince: receivedAt,
      scene,
      topics,
      actions: 0,
      workedAt: receivedAt,
      linked,
      rules,
      ruleSet,
      duties: planned({}, plans),
      ...(patient !== undefined && { patient }),
      ...(number !== undefined && { number }),
      ...(organization !== undefined && { organization }),
      ...(askedBy !== undefined && { askedBy }),
    };
  }
  if (!state) throw new Error(`${type} before ConsultationLogged`);
  const { duties, referral } = state;
  switch (type) {
    case 'ConsultationTriaged':
      return { ...state, status: 'TRIAGED', urgency: payload.urgency, duties: planned(duties, payload.plans) };
    case 'ConsultationActionRecorded':
      return acted(state, occurredAt);
    case 'ConsultationReplyAwaited':
      // An action that came after the wait began, and was written down before it, has ended the wait.
      return occurredAt < state.statusSince
        ? state
        : {
            ...worked(state, occurredAt),
            status: 'WAITING_REPLY',
            statusSince: occurredAt,
            duties: planned(duties, payload.plans),
          };
    case 'ConsultationReferred':
      return {
        ...worked(state, occurredAt),
        status: 'REFERRED',
        statusSince: occurredAt,
        referral: { to: payload.to, at: occurredAt, back: state.status, backSince: state.statusSince },
        duties: planned(duties, payload.plans),
      };
    case 'ReferralAccepted':
      return {
        ...withoutReferral(worked(state, occurredAt)),
        desk: payload.desk,
        formerDesks: [...new Set([...state.formerDesks, state.desk])].filter((desk) => desk !== payload.desk),
        heldSince: occurredAt,
        status: state.urgency === undefined ? 'RECEIVED' : 'TRIAGED',
        statusSince: occurredAt,
        duties: planned(settled(settled(duties, 'met', REFERRAL_REPLY), 'cancelled', 'reply'), payload.plans),
      };
    case 'ReferralDeclined':
      return {
        ...withoutReferral(worked(state, occurredAt)),
        status: referral?.back ?? state.status,
        statusSince: referral?.backSince ?? state.statusSince,
        duties: settled(duties, 'met', REFERRAL_REPLY),
      };
    case 'ConsultationAnswered':
      return occurredAt < state.statusSince
        ? state
        : {
            ...worked(state, occurredAt),
            status: 'ANSWERED',
            statusSince: occurredAt,
            duties: settled(duties, 'met', 'reply'),
          };
    case 'ConsultationClosed': {
      const met = settled(duties, 'met', 'reply', 'long_open');
      return {
        ...withoutReferral(state),
        ...unansweredIn(state),
        status: 'CLOSED',
        statusSince: occurredAt,
        closedAt: occurredAt,
        outcome: payload.outcome,
        duties: settled(met, 'cancelled', ...openKeys(met)),
      };
    }
    case 'ConsultationWithdrawn':
      return {
        ...withoutReferral(state),
        ...unansweredIn(state),
        status: 'WITHDRAWN',
        statusSince: occurredAt,
        closedAt: occurredAt,
        outcome: 'withdrawn',
        duties: settled(duties, 'cancelled', ...openKeys(duties)),
      };
    case 'ConsultationReopened': {
      const { outcome: _outcome, firstActionAt: _firstActionAt, unanswered: _unanswered, ...rest } = state;
      return {
        ...rest,
        status: 'REOPENED',
        statusSince: occurredAt,
        heldSince: occurredAt,
        openSince: occurredAt,
        workedAt: occurredAt,
        duties: planned(duties, payload.plans),
      };
    }
    case 'ConsultationLinked':
      return { ...state, linked: { ...state.linked, ...payload } };
    default:
      return unreachable(type);
  }
}

/** An action counts whenever it happened; one that happened before the present state began leaves that as it is. */
function acted(state: Consultation, occurredAt: Instant): Consultation {
  const { referral, firstActionAt = occurredAt } = state;
  const counted: Consultation = {
    ...worked(state, occurredAt),
    actions: state.actions + 1,
    firstActionAt: firstActionAt < occurredAt ? firstActionAt : occurredAt,
  };
  if (occurredAt < (referral?.backSince ?? state.statusSince)) return counted;
  const done = { ...counted, duties: settled(state.duties, 'met', 'first_action', 'reply') };
  return referral
    ? { ...done, referral: { ...referral, back: 'IN_PROGRESS', backSince: occurredAt } }
    : { ...done, status: 'IN_PROGRESS', statusSince: occurredAt };
}

const worked = (state: Consultation, at: Instant): Consultation =>
  at > state.workedAt ? { ...state, workedAt: at } : state;

const unansweredIn = ({ referral }: Consultation): Pick<Consultation, 'unanswered'> =>
  referral ? { unanswered: referral.to } : {};

const withoutReferral = ({ referral: _referral, ...rest }: Consultation): Consultation => rest;
