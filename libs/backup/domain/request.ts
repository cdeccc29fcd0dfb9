import { endsAt, plusMinutes, type Bearings } from '#kernel';
import { evolve } from './evolve.js';
import { notices } from './notices.js';
import type { BackupEvent } from './request.events.js';
import { ACCEPTOR_KEEPS_HOURS, asked, isLive, taker, type BackupRequest, type State } from './request.state.js';

export { requesterOf } from './decide/begin.js';
export type { Acceptor, BackupRequest, BackupStatus, Offer } from './request.state.js';

/** Access begins with an offer and ends with it, or once what was taken is handed back (model.md 2.2). */
function relationsOf(state: BackupRequest): Readonly<Record<string, readonly string[]>> {
  const { endedAt } = state;
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
    ...(endedAt !== undefined && endsAt('acceptor', plusMinutes(endedAt, ACCEPTOR_KEEPS_HOURS * 60))),
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

/** What a request is in pure values; what can be said of it stands in its table of commands. */
export const backupRequest = {
  kind: 'backup_request',
  stateVersion: 6,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
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
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
