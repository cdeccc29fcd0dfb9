import { dateIn, DomainError, forbidden, invalidState, overDefaults, recordOf, type Circumstances } from '#kernel';
import { hashOf } from './figures.js';
import { lastDayOf } from './month.js';
import type { OpenActivityReport, Plain, SubmitActivityReport } from './report.commands.js';
import type { ReportEvent } from './report.events.js';
import { approval, decision, resubmission, submission, type Setting } from './report.obligations.js';
import {
  BODIES,
  type ActivityReport,
  type Bodies,
  type Body,
  type DeskFound,
  type MunicipalityFound,
  type OpeningFound,
  type State,
  type SubmittingFound,
} from './report.state.js';
import { REPORT_RULES } from './reports.rules.js';

const settingOf = ({ rules, area }: ActivityReport, { now }: Circumstances<unknown>): Setting => ({
  now,
  rules: overDefaults(REPORT_RULES, rules),
  area,
});

/** 報告を開く. A worker does for every month in which a desk was asked, where both bodies are there to approve. */
export function open(
  { desk: named, month }: OpenActivityReport,
  state: State,
  { now, actor, found }: Circumstances<OpeningFound>,
): ReportEvent[] {
  if (state) return [];
  const { desk, bodies, rules } = found;
  const asked = 'userId' in actor;
  if (!asked && BODIES.some((body) => bodies[body].length === 0)) return [];
  if (!desk) {
    if (!asked) return [];
    throw forbidden(
      '活動報告を作れるのは相談窓口だけです。自分の窓口の報告を開いてください。',
      'Only a help desk has an activity report. Open that of your own desk.',
    );
  }
  mustHaveMunicipality(bodies);
  const setting: Setting = { now, rules: rules.values, area: desk.area };
  const owed = submission(setting, month, desk);
  return [
    {
      type: 'ActivityReportOpened',
      payload: {
        desk: named,
        month,
        area: desk.area,
        bodies,
        rules: rules.values,
        ruleSet: rules.ref,
        // A month that was opened after its due day could not be kept by anybody: it is not chased.
        plans: owed.dueAt > now ? [owed] : [],
      },
    },
  ];
}

/** 提出する. */
export function submit(
  { hash: seen }: SubmitActivityReport,
  state: ActivityReport,
  given: Circumstances<SubmittingFound>,
): ReportEvent[] {
  const { month } = state;
  const { now, occurredAt, found } = given;
  if (dateIn(occurredAt) <= lastDayOf(month)) throw notOver(month);
  const { figures, bodies, parties } = found;
  if (!figures) throw notCounted();
  mustHaveMunicipality(bodies);
  const hash = hashOf(figures);
  if (seen !== undefined && seen !== hash) throw otherFigures();
  const setting = settingOf(state, given);
  return [
    {
      type: 'ActivityReportSubmitted',
      payload: {
        edition: state.edition + 1,
        total: figures.total,
        figures,
        hash,
        bodies,
        plans: BODIES.flatMap((body) => {
          const party = parties[body];
          return party ? [approval({ ...setting, now }, occurredAt, body, party, bodies[body])] : [];
        }),
      },
    },
  ];
}

/** For which body somebody speaks. */
export const bodyOf = ({ bodies }: ActivityReport, organization: string): Body | undefined =>
  BODIES.find((body) => bodies[body].includes(organization));

/** The bodies whose approval is still lacking; one of which nobody is there is not waited for. */
const lackingIn = ({ bodies, approvals }: ActivityReport): Body[] =>
  BODIES.filter((body) => bodies[body].length > 0 && approvals[body] === undefined);

function speaker(state: ActivityReport, { actor }: Circumstances<unknown>): { body: Body; organization: string } {
  const organization = 'userId' in actor ? actor.orgId : '';
  const body = bodyOf(state, organization);
  if (!body)
    throw forbidden(
      'この報告を承認するのは、窓口の地域の医師会と市町村だけです。',
      'This report is approved by the medical association and the municipality of the desk.',
    );
  return { body, organization };
}

/** 承認する. Of one on which the municipality has decided since, only what had been approved before. */
export function approve({ type }: Plain, state: ActivityReport, given: Circumstances<unknown>): ReportEvent[] {
  const { body, organization } = speaker(state, given);
  const { edition, status, decidedAt } = state;
  if (state.approvals[body]) throw spokenAlready();
  if (status === 'APPROVED' && (decidedAt === undefined || given.occurredAt >= decidedAt))
    throw invalidState(type, status);
  const complete = lackingIn(state).every((one) => one === body);
  return [{ type: 'ActivityReportApproved', payload: { body, organization, edition, complete } }];
}

/** 差し戻す: it is a draft again, with the reason. */
export function giveBack(_command: Plain, state: ActivityReport, given: Circumstances<DeskFound>): ReportEvent[] {
  const { body, organization } = speaker(state, given);
  const { edition } = state;
  const reasonRef = recordOf(given.records, 'report_return_reason');
  const plans = [resubmission(settingOf(state, given), given.occurredAt, given.found.desk)];
  return [{ type: 'ActivityReportReturned', payload: { body, organization, edition, reasonRef, plans } }];
}

/** 期限切れ: the alarm may come late or twice, or after the last approval: then nothing is deadlocked. */
export function deadlock(
  _command: Plain,
  state: ActivityReport,
  given: Circumstances<MunicipalityFound>,
): ReportEvent[] {
  const { status, edition, duties, bodies } = state;
  const over = Object.values(duties).some(
    ({ state: is, actAt }) => is === 'open' && actAt !== undefined && actAt <= given.now,
  );
  if (status !== 'SUBMITTED' || !over) return [];
  const lacking = lackingIn(state);
  const plans = [decision(settingOf(state, given), given.now, given.found.municipality, bodies.municipality)];
  return [{ type: 'ActivityReportDeadlocked', payload: { edition, lacking, plans } }];
}

/** 市町村が決める: the dissent is recorded with it. */
export function decideAlone(_command: Plain, state: ActivityReport, given: Circumstances<unknown>): ReportEvent[] {
  const { organization } = speaker(state, given);
  const { edition, returned } = state;
  const { report_decision_note: noteRef } = given.records;
  const dissent = lackingIn(state)
    .filter((body) => body !== 'municipality')
    .map((body) => ({ body, returned: returned.includes(body) }));
  return [
    {
      type: 'ActivityReportDecided',
      payload: { organization, edition, dissent, ...(noteRef !== undefined && { noteRef }) },
    },
  ];
}

function mustHaveMunicipality({ municipality }: Bodies): void {
  if (municipality.length > 0) return;
  throw new DomainError(
    'conflict',
    'no_approver',
    'この窓口の市町村が機関として登録されていないため、報告を承認する人がいません。管理者か拠点に登録を依頼してください。',
    'The municipality of this desk is not registered, so that nobody could approve the report. Ask the base or an administrator to register it.',
  );
}

const notOver = (month: string) =>
  new DomainError(
    'conflict',
    'month_not_over',
    `${month} はまだ終わっていません。翌月になってから提出してください。`,
    `${month} is not over yet. Submit it in the month after.`,
  );

const notCounted = () =>
  new DomainError(
    'unavailable',
    'not_counted_yet',
    '記録したばかりの相談を集計しています。少し待って、もう一度提出してください。',
    'What has just been written down is being counted. Wait a moment, and submit it again.',
  );

const otherFigures = () =>
  new DomainError(
    'stale',
    'stale_version',
    '見ていた集計のあとに相談が記録されました。集計を読み直して確かめてから、もう一度提出してください。',
    'Consultations were written down since you looked. Look at the figures again, then submit them.',
  );

const spokenAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'あなたの団体はこの報告をすでに承認しています。',
    'Your body has approved this report already.',
  );
