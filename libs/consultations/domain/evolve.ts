import { openKeys, planned, settled, unreachable, type Instant } from '#kernel';
import type { ConsultationEvent, ConsultationLinked, ConsultationLogged } from './consultation.events.js';
import { REFERRAL } from './consultation.obligations.js';
import type { Consultation, Link, State } from './consultation.state.js';

const REFERRAL_REPLY = `reply#${REFERRAL}`;

export function evolve(state: State, { type, payload }: ConsultationEvent, occurredAt: Instant): State {
  if (type === 'ConsultationLogged') return logged(payload);
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
      return { ...state, links: withLinks(state.links, linksOf(payload)) };
    case 'ConsultationUnlinked':
      return { ...state, links: state.links.filter(({ id, as }) => id !== payload.case || as !== 'linked') };
    case 'ConsultationMerged':
      return {
        ...state,
        status: 'MERGED',
        statusSince: occurredAt,
        merge: {
          into: payload.into,
          at: occurredAt,
          back: state.status,
          backSince: state.statusSince,
          ended: openKeys(duties),
        },
        links: withLinks(state.links, [{ id: payload.into, as: 'merged_into' }]),
        duties: settled(duties, 'cancelled', ...openKeys(duties)),
      };
    case 'ConsultationMergeUndone': {
      const { merge, ...rest } = state;
      return {
        ...worked(rest, occurredAt),
        status: merge?.back ?? state.status,
        statusSince: merge?.backSince ?? state.statusSince,
        links: state.links.filter(({ as }) => as !== 'merged_into'),
        duties: planned(duties, payload.plans),
      };
    }
    case 'ConsultationSplit':
      return worked(state, occurredAt);
    case 'ConsultationAnsweredElsewhere':
    case 'ConsultationReportedBack':
      return state;
    default:
      return unreachable(type);
  }
}

function logged(payload: ConsultationLogged['payload']): Consultation {
  const { origin, desk, area, receivedAt, scene, topics, channel, side, linked, splitFrom, rules, ruleSet, plans } =
    payload;
  const { number, satellite, patient, organization, askedBy, profession, counterpartSide } = payload;
  const links = linksOf(linked);
  return {
    status: 'RECEIVED',
    statusSince: receivedAt,
    origin,
    desk,
    formerDesks: [],
    heldSince: receivedAt,
    area,
    channel,
    side,
    receivedAt,
    openSince: receivedAt,
    scene,
    topics,
    actions: 0,
    workedAt: receivedAt,
    links: splitFrom === undefined ? links : withLinks(links, [{ id: splitFrom, as: 'split_from' }]),
    rules,
    ruleSet,
    duties: planned({}, plans),
    ...(number !== undefined && { number }),
    ...(satellite !== undefined && { satellite }),
    ...(patient !== undefined && { patient }),
    ...(organization !== undefined && { organization }),
    ...(askedBy !== undefined && { askedBy }),
    ...(profession !== undefined && { profession }),
    ...(counterpartSide !== undefined && { counterpartSide }),
  };
}

const linksOf = (named: ConsultationLinked['payload']): Link[] =>
  Object.values(named).map((id) => ({ id, as: 'linked' }));

const withLinks = (links: readonly Link[], more: readonly Link[]): readonly Link[] => [
  ...links,
  ...more.filter(({ id, as }) => !links.some((known) => known.id === id && known.as === as)),
];

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
