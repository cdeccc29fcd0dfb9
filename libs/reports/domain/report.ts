import {
  idOf,
  openKeys,
  planned,
  settled,
  unreachable,
  type Bearings,
  type Duties,
  type Instant,
  type Notice,
} from '#kernel';
import type { Month } from './month.js';
import type { ReportEvent } from './report.events.js';
import { ofBody, ofDesk } from './report.obligations.js';
import { BODIES, type ActivityReport, type State } from './report.state.js';

export { REPORT_STATUSES } from './report.state.js';
export type { ActivityReport, Bodies, Body, Dissent, ReportStatus } from './report.state.js';

/** One for each desk and month. */
export const reportId = (desk: string, month: Month): string => idOf('activity_report', desk, month);

function evolve(state: State, { type, payload }: ReportEvent, occurredAt: Instant): State {
  if (type === 'ActivityReportOpened') {
    const { plans, ...rest } = payload;
    return { ...rest, status: 'DRAFT', edition: 0, approvals: {}, returned: [], duties: planned({}, plans) };
  }
  if (!state) throw new Error(`${type} before ActivityReportOpened`);
  const { duties } = state;
  switch (type) {
    case 'ActivityReportSubmitted': {
      const { edition, figures, hash, bodies, plans } = payload;
      return {
        ...state,
        status: 'SUBMITTED',
        edition,
        figures,
        hash,
        bodies,
        submittedAt: occurredAt,
        approvals: {},
        duties: planned(settled(duties, 'met', 'report_submission'), plans),
      };
    }
    case 'ActivityReportApproved': {
      const { body, organization, complete } = payload;
      const met = settled(duties, 'met', `report_approval#${body}`);
      return {
        ...state,
        status: complete ? 'APPROVED' : state.status,
        approvals: { ...state.approvals, [body]: { organization, at: occurredAt } },
        ...(state.dissent && { dissent: state.dissent.filter((one) => one.body !== body) }),
        duties: complete ? settled(met, 'cancelled', ...openKeys(met)) : met,
      };
    }
    case 'ActivityReportReturned': {
      const met = settled(duties, 'met', `report_approval#${payload.body}`);
      return {
        ...state,
        status: 'DRAFT',
        approvals: {},
        returned: [...new Set([...state.returned, payload.body])],
        duties: planned(settled(met, 'cancelled', ...openKeys(met)), payload.plans),
      };
    }
    case 'ActivityReportDeadlocked':
      return {
        ...state,
        status: 'DEADLOCKED',
        duties: planned(missed(duties), payload.plans),
      };
    case 'ActivityReportDecided':
      return {
        ...state,
        status: 'APPROVED',
        decidedAt: occurredAt,
        dissent: payload.dissent,
        duties: settled(duties, 'met', 'report_decision'),
      };
    default:
      return unreachable(type);
  }
}

/** What was not approved in time: it is the municipality's from now on, and nobody is chased for it any more. */
const missed = (duties: Duties): Duties =>
  Object.fromEntries(
    Object.entries(duties).map(([key, duty]) => {
      const { actAt: _over, ...rest } = duty;
      return [key, duty.state === 'open' ? { ...rest, rungs: [], state: 'missed' as const } : duty];
    }),
  );

/** The bodies hear of what they are to approve, the desk of what became of it. */
function notices(events: readonly ReportEvent[], state: State): Notice[] {
  if (!state) return [];
  const desk = ofDesk(state.desk);
  const bodies = BODIES.flatMap((body) => ofBody(body, state.bodies[body]));
  return events.flatMap(({ type, payload }): Notice[] => {
    switch (type) {
      case 'ActivityReportSubmitted':
        return [{ template: 'report.submitted', to: bodies, step: 'report_approval' }];
      case 'ActivityReportApproved':
        return payload.complete ? [{ template: 'report.approved', to: [...desk, ...bodies] }] : [];
      case 'ActivityReportReturned':
        return [{ template: 'report.returned', to: desk, step: 'report_submission' }];
      case 'ActivityReportDeadlocked':
        return [{ template: 'report.deadlocked', to: [...desk, ...bodies], step: 'report_decision' }];
      case 'ActivityReportDecided':
        return [{ template: 'report.decided', to: [...desk, ...bodies] }];
      case 'ActivityReportOpened':
        return [];
      default:
        return unreachable(type);
    }
  });
}

const relationsOf = ({ desk, bodies }: ActivityReport) => ({
  desk: [desk],
  association: bodies.medical_association,
  municipality: bodies.municipality,
});

/** What a report is in pure values; what can be said of it stands in its table of commands. */
export const activityReport = {
  kind: 'activity_report',
  stateVersion: 1,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state ? { area: state.area, ruleSet: state.ruleSet, relations: relationsOf(state) } : {},
  notices,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
