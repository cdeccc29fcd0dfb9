import { invalidInput, invalidState } from '#kernel';
import type {
  CloseConsultation,
  FurtherIssue,
  IssueAssessment,
  Outcome,
  PassOnAnswer,
  ReportBack,
} from '../consultation.commands.js';
import type { ConsultationClosed, ConsultationEvent } from '../consultation.events.js';
import { firstAction, longOpen } from '../consultation.obligations.js';
import type { AtDesk } from '../consultation.found.js';
import { isOver, type Consultation } from '../consultation.state.js';
import type { Work } from './decided.js';
import { noActionYet } from './work.js';

export function close(
  { state, given: { records } }: Work,
  { type, outcome, issueAssessment, furtherIssues = [] }: CloseConsultation,
): ConsultationEvent[] {
  if (isOver(state.status)) throw invalidState(type, state.status);
  if (state.actions === 0) throw noActionYet();
  if (issueAssessment.raises && issueAssessment.issueType === undefined)
    throw invalidInput(
      'issueAssessment.issueType',
      '地域課題がある場合は、課題の種類を選んでください。',
      'Where it raises an issue, choose the type of the issue.',
    );
  mustDiffer(issueAssessment, furtherIssues);
  const told = <Issue extends object>(issue: Issue, record: string) => {
    const narrativeRef = records[record];
    return { ...issue, ...(narrativeRef !== undefined && { narrativeRef }) };
  };
  return [
    closed(
      state,
      outcome,
      told(issueAssessment, narrativeOf(1)),
      furtherIssues.map((issue, i) => told(issue, narrativeOf(i + 2))),
    ),
  ];
}

/** The record of an issue's narrative, by its place in the form: each is approved, and erased, by itself. */
export const narrativeOf = (place: number): string =>
  place === 1 ? 'redacted_narrative' : `redacted_narrative_${place}`;

/** @throws invalid_input where there are more issues than none, or one twice: it would be counted as one all the same */
function mustDiffer(first: IssueAssessment, further: readonly FurtherIssue[]): void {
  if (further.length > 0 && !first.raises)
    throw invalidInput(
      'issueAssessment.raises',
      '地域の課題が「見えない」のに、別の課題が入っています。「見えた」を選ぶか、課題を外してください。',
      'It shows no issue, and yet another is given. Say that it shows one, or take the other away.',
    );
  const keys = [first, ...further].map(({ issueType, subject = '' }) => `${issueType} ${subject}`);
  const again = keys.findIndex((key, i) => keys.indexOf(key) < i);
  if (again > 0)
    throw invalidInput(
      `furtherIssues[${again - 1}].issueType`,
      '同じ種類の課題が二度入っています。種類か「課題を分けるもの」を変えるか、一つにしてください。',
      'The same issue is given twice. Change its type or what sets it apart, or leave one of them out.',
    );
}

/** What the system opened ends when the case is met; what a person has logged, a person closes. */
export const closeSystem = ({ state }: Work): ConsultationEvent[] =>
  state.origin !== 'system' || isOver(state.status) ? [] : [closed(state, 'solved', { raises: false })];

const closed = (
  { organization, desk, scene, topics }: Consultation,
  outcome: Outcome,
  issueAssessment: ConsultationClosed['payload']['issueAssessment'],
  furtherIssues: NonNullable<ConsultationClosed['payload']['furtherIssues']> = [],
): ConsultationEvent => ({
  type: 'ConsultationClosed',
  payload: {
    outcome,
    issueAssessment,
    ...(furtherIssues.length > 0 && { furtherIssues }),
    reporterOrganization: organization ?? desk,
    scene,
    topics,
  },
});

/** 取り下げ: whether or not anything was done about it yet. */
export function withdraw({ given: { records } }: Work): ConsultationEvent[] {
  const { withdrawal_reason: reasonRef } = records;
  return [{ type: 'ConsultationWithdrawn', payload: { ...(reasonRef !== undefined && { reasonRef }) } }];
}

/** 相談者へ返す. Whatever has become of the consultation since: who reported something hears what it led to. */
/** まとめた相談の相談者にも、続けた相談の回答を返す. What is no longer merged gets its own. */
export const passOnAnswer = (
  { state: { merge }, given: { records } }: Work,
  { by }: PassOnAnswer,
): ConsultationEvent[] => {
  const answerRef = records['consultation_answer'];
  return merge?.into === by
    ? [{ type: 'ConsultationAnsweredElsewhere', payload: { by, ...(answerRef !== undefined && { answerRef }) } }]
    : [];
};

export const reportBack = (_work: Work, { type: _type, ...said }: ReportBack): ConsultationEvent[] => [
  { type: 'ConsultationReportedBack', payload: said },
];

export function reopen({ given: { occurredAt, records, found }, setting }: Work<AtDesk>): ConsultationEvent[] {
  const { desk } = found;
  const { reopen_reason: reasonRef } = records;
  const plans = [firstAction(setting, occurredAt, desk), longOpen(setting, occurredAt, desk)];
  return [{ type: 'ConsultationReopened', payload: { plans, ...(reasonRef !== undefined && { reasonRef }) } }];
}
