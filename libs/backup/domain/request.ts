import { inOrder, invalidState, notFound, overDefaults, unreachable, type Decider } from '#kernel';
import { BACKUP_RULES } from './backup.rules.js';
import { accept, assign, decline, timeOut, withdraw } from './decide/answer.js';
import { begin } from './decide/begin.js';
import { sayingWith, upToDate } from './decide/onward.js';
import { cancel, divert, stopWithoutConsent } from './decide/stop.js';
import { acknowledge, arrive, complete, depart, handBackToPrimary } from './decide/visit.js';
import { evolve } from './evolve.js';
import { notices } from './notices.js';
import type { BackupCommand, RequestEmergencyBackup } from './request.commands.js';
import type { BackupEvent } from './request.events.js';
import { REQUEST_ORDER } from './request.order.js';
import { asked, isLive, taker, type BackupFound, type BackupRequest, type Given, type State } from './request.state.js';

export { requesterOf } from './decide/begin.js';
export type { Acceptor, BackupFound, BackupRequest, BackupStatus, Offer } from './request.state.js';

function decide(command: BackupCommand, state: State, given: Given): readonly BackupEvent[] {
  if (command.type === 'RequestEmergencyBackup') {
    if (state) throw invalidState(command.type, state.status);
    return begin(command, given);
  }
  if (!state) throw notFound('backup request', 'バックアップ依頼');
  const known = upToDate(state, given);
  const facts = decideOn(command, known, given);
  const organization = 'orgId' in given.actor ? given.actor.orgId : '';
  inOrder(REQUEST_ORDER, command, { request: state, organization }, given);
  return sayingWith(known, state, facts);
}

function decideOn(
  command: Exclude<BackupCommand, RequestEmergencyBackup>,
  state: BackupRequest,
  given: Given,
): readonly BackupEvent[] {
  switch (command.type) {
    case 'AcceptBackup':
      return accept(command, state, given);
    case 'DeclineBackup':
      return decline(command, state, given);
    case 'TimeOutOffers':
      return timeOut(state, given);
    case 'WithdrawAcceptance':
      return withdraw(command, state, given);
    case 'AssignBackupManually':
      return assign(command, state, given);
    case 'DivertToEmergencyServices':
      return divert(command, state, given);
    case 'CancelBackup':
      return cancel(command, state, given);
    case 'StopWithoutConsent':
      return stopWithoutConsent(state, given);
    case 'RecordDeparture':
      return depart(command, state);
    case 'RecordArrival':
      return arrive(command, state);
    case 'CompleteBackup':
      return complete(command, state, given);
    case 'HandBackToPrimary':
      return handBackToPrimary(command, state, given);
    case 'AcknowledgeHandback':
      return acknowledge(command, state, given);
    default:
      return unreachable(command);
  }
}

/** Access begins with an offer and ends with it, or once what was taken is handed back (model.md 2.2). */
function relationsOf(state: BackupRequest): Readonly<Record<string, readonly string[]>> {
  const acceptor = taker(state);
  const reached = state.tiers.flatMap(({ candidates }) => candidates.map(({ organization }) => organization));
  return {
    primary: [state.primary, state.requester.organization],
    base: state.bases,
    care_team: state.careTeam,
    offered: asked(state),
    // On the ladder, asked before or not yet: an answer is told what has become of the request, and nothing is shown.
    asked: [...state.offers.map(({ organization }) => organization), ...reached],
    acceptor: acceptor === undefined ? [] : [acceptor],
  };
}

/** One live request for each patient. */
function claims(events: readonly BackupEvent[], state: State): { take: readonly string[]; release: readonly string[] } {
  if (!state || events.length === 0) return { take: [], release: [] };
  const claim = [`backup_request:${state.patient}`];
  const begins = events.some(({ type }) => type === 'EmergencyBackupRequested' || type === 'BackupAssignedManually');
  const live = isLive(state);
  // An assignment takes what it may hold already: what is given back in the same commit is given back first.
  return { take: live && begins ? claim : [], release: live && !begins ? [] : claim };
}

export const backupRequest: Decider<State, BackupCommand, BackupEvent, BackupFound> = {
  kind: 'backup_request',
  stateVersion: 2,
  initial: null,
  decide: (command, state, given) =>
    decide(command, state && { ...state, rules: overDefaults(BACKUP_RULES, state.rules) }, given),
  evolve,
  duties: (state) => Object.values(state?.duties ?? {}),
  bearings: (state) =>
    state
      ? {
          area: state.area,
          patientRef: state.patient,
          ruleSet: state.ruleSet,
          relations: relationsOf(state),
        }
      : {},
  notices,
  claims,
  status: (state) => state?.status ?? 'UNKNOWN',
};
