import * as fc from 'fast-check';
import {
  atMinute,
  dateIn,
  DomainError,
  isOpenOn,
  minuteOfDay,
  OFFICE_HOURS,
  plusDays,
  plusHours,
  plusMinutes,
  plusOpenDays,
  ROLES,
  type Actor,
  type AreaRef,
  type Circumstances,
  type Instant,
} from '#kernel';
import {
  ACTION_KINDS,
  CONSULTATION_URGENCIES,
  OUTCOMES,
  type FurtherIssue,
  type LogConsultation,
} from './consultation.commands.js';
import type { ConsultationEvent } from './consultation.events.js';
import type { Merging, OnForm, Receiving, Referring, SplittingOff } from './consultation.found.js';
import { isOver, type Consultation, type ConsultationStatus } from './consultation.js';
import { firstActionDue, replyDue } from './consultation.obligations.js';
import { verdictOf } from '#test/verdict.js';
import { consultationKind, type ConsultationCommand } from '../consultation.case.js';
import { CONSULTATION_RULES } from './consultation.rules.js';
import { DESK_RULES } from './desk.rules.js';

const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const desk = { organization: 'desk', opening: OFFICE_HOURS, area };
const other = { organization: 'other-desk', opening: OFFICE_HOURS, area };
type Found = (Receiving & OnForm & Referring & Partial<Merging> & Partial<SplittingOff>) | null;
const { decider: consultation } = consultationKind;
const found: Receiving & OnForm & Referring = {
  desk,
  to: other,
  area,
  rules: { ref: { id: 'rules', version: 1 }, values: CONSULTATION_RULES },
  form: DESK_RULES,
};
const coordinator: Actor = { userId: 'coordinator', role: 'coordinator', orgId: 'desk' };
const worker: Actor = { system: 'worker', job: 'escalated-handover' };
const MONDAY = '2025-06-02T01:00:00.000Z'; // 10:00 in Japan
const RECORDS = {
  consultation_summary: 'summary-row',
  callback_contact: 'callback-row',
  consultation_note: 'note-row',
  redacted_narrative: 'narrative-row',
  redacted_narrative_2: 'second-row',
  consultation_shared_note: 'shared-row',
  consultation_answer: 'answer-row',
  withdrawal_reason: 'withdrawal-row',
  decline_reason: 'decline-row',
  reopen_reason: 'reopen-row',
};

const call: LogConsultation = {
  type: 'LogConsultation',
  channel: 'phone',
  consulter: { side: 'care', organization: 'office', profession: 'care_manager' },
  scene: 'sudden_change',
  topics: ['night_holiday_cover'],
  urgency: 'normal',
};
const action: ConsultationCommand = { type: 'RecordConsultationAction', kind: 'information', minutes: 20 };
const closing: ConsultationCommand = {
  type: 'CloseConsultation',
  outcome: 'solved',
  issueAssessment: { raises: false },
};
const refer: ConsultationCommand = { type: 'ReferConsultation', to: 'other-desk' };

type At = Partial<Pick<Circumstances<Found>, 'now' | 'occurredAt' | 'actor' | 'found'>>;

const given = ({ now = MONDAY, occurredAt = now, actor = coordinator, found: known = found }: At) => ({
  now,
  occurredAt,
  actor,
  found: known,
  id: 'case',
  records: RECORDS,
  newId: (name: string | number) => `id:${name}`,
});

/** A consultation on its way: `asks` decides and folds, `refuses` expects the problem code. */
function desktop(start: Consultation | null = null) {
  let state = start;
  return {
    asks(command: ConsultationCommand, at: At = {}): readonly ConsultationEvent[] {
      const events = consultation.decide(command, state, given(at));
      state = events.reduce(
        (s: Consultation | null, event) => consultation.evolve(s, event, at.occurredAt ?? at.now ?? MONDAY),
        state,
      );
      return events;
    },
    refuses(command: ConsultationCommand, code: string, at: At = {}): void {
      expect(() => consultation.decide(command, state, given(at))).toThrow(
        expect.objectContaining({ constructor: DomainError, code }),
      );
    },
    get state(): Consultation {
      if (!state) throw new Error('nothing logged');
      return state;
    },
    duty: (key: string) => state?.duties[key],
  };
}

const logged = (command: LogConsultation = call, at: At = {}) => {
  const it = desktop();
  it.asks(command, at);
  return it;
};

describe('logging (相談の受付)', () => {
  it('triages when it comes with an urgency, else waits for it', () => {
    expect(logged().state.status).toBe('TRIAGED');
    const { urgency: _urgency, ...without } = call;
    const waiting = logged(without);
    expect(waiting.state.status).toBe('RECEIVED');
    expect(waiting.duty('first_action')?.dueAt).toBe('2025-06-05T08:00:00.000Z');
    waiting.asks({ type: 'TriageConsultation', urgency: 'immediate' });
    expect(waiting.state.status).toBe('TRIAGED');
    expect(waiting.duty('first_action')).toMatchObject({ dueAt: plusHours(MONDAY, 2), urgency: 'urgent' });
  });

  it('counts in the fiscal year of the call, not of the entry (E26)', () => {
    const occurredAt = '2025-03-31T02:00:00.000Z';
    const [event] = desktop().asks(call, { now: '2025-04-02T00:00:00.000Z', occurredAt });
    expect(event).toMatchObject({ type: 'ConsultationLogged', payload: { fiscalYear: 2024, receivedAt: occurredAt } });
  });

  it('has a number of the desk and of that fiscal year, where one was taken for it', () => {
    const numbered = (number: number) =>
      logged(call, {
        now: '2025-04-02T00:00:00.000Z',
        occurredAt: '2025-03-31T02:00:00.000Z',
        found: { ...found, number },
      });
    expect(numbered(12).state.number).toBe('2024-0012');
    expect(numbered(12_345).state.number).toBe('2024-12345');
    expect(logged().state.number).toBeUndefined();
  });

  it('refuses a letter without its numbering (E22) and stores one key for both numberings', () => {
    desktop().refuses({ ...call, programItem: 'ウ' }, 'bare_programme_letter');
    desktop().refuses({ ...call, programItem: { letter: 'ウ' } }, 'bare_programme_letter');
    const keys = (
      [
        { version: '2014', letter: 'ウ' },
        { version: '2015', letter: 'オ' },
      ] as const
    ).map((programItem) =>
      desktop()
        .asks({ ...call, programItem })
        .flatMap((event) => (event.type === 'ConsultationLogged' ? [event.payload.programItem?.key] : [])),
    );
    expect(keys).toEqual([['consultation_support'], ['consultation_support']]);
  });

  it('is only for somebody at a desk; the system logs nothing where no desk serves', () => {
    desktop().refuses(call, 'forbidden', { found: null });
    expect(desktop().asks(call, { found: null, actor: worker })).toEqual([]);
  });

  it('belongs to the municipality that was looked up for it', () => {
    const patients = { ...area, municipalityId: '014000' };
    expect(logged(call, { found: { ...found, area: patients } }).state.area).toEqual(patients);
  });
});

describe('the way of a consultation', () => {
  it('an action begins it and fulfils the first-action duty', () => {
    const it = logged();
    it.asks(action);
    expect(it.state.status).toBe('IN_PROGRESS');
    expect(it.duty('first_action')?.state).toBe('met');
    expect(it.duty('long_open')?.state).toBe('open');
  });

  it('a reply is awaited only while it is in progress, and ends with an action, an answer or the closing', () => {
    const it = logged();
    it.refuses({ type: 'AwaitReply' }, 'invalid_state');
    for (const end of [action, { type: 'AnswerConsultation' } as const, closing]) {
      it.asks(action);
      it.asks({ type: 'AwaitReply' });
      expect(it.state.status).toBe('WAITING_REPLY');
      expect(it.duty('reply')).toMatchObject({ state: 'open', dueAt: '2025-06-09T08:00:00.000Z' });
      it.asks(end);
      expect(it.duty('reply')?.state).toBe('met');
    }
  });

  it('refuses a reply that would be due in the past, or when nobody who asked is there any more', () => {
    const it = logged();
    it.asks(action);
    it.refuses({ type: 'AwaitReply', until: '2025-06-01T10:00:00+09:00' }, 'invalid_input');
    it.refuses({ type: 'AwaitReply', until: '2325-06-01' }, 'invalid_input');
  });

  it('is not closed or answered before anything was done, nor without the type of an issue it raises', () => {
    const it = logged();
    it.refuses(closing, 'invalid_state');
    it.refuses({ type: 'AnswerConsultation' }, 'invalid_state');
    it.asks(action);
    it.refuses({ ...closing, issueAssessment: { raises: true } }, 'invalid_input');
  });

  it('closes with its assessment; the reporter is the asker, else the desk', () => {
    const known = logged();
    known.asks(action);
    expect(
      known.asks({
        type: 'CloseConsultation',
        outcome: 'partly',
        issueAssessment: { raises: true, issueType: 'night_cover' },
      }),
    ).toEqual([
      {
        type: 'ConsultationClosed',
        payload: {
          outcome: 'partly',
          issueAssessment: { raises: true, issueType: 'night_cover', narrativeRef: 'narrative-row' },
          reporterOrganization: 'office',
          scene: 'sudden_change',
          topics: ['night_holiday_cover'],
        },
      },
    ]);
    const nobody = logged({ ...call, consulter: { side: 'resident' } });
    nobody.asks(action);
    expect(nobody.asks(closing)).toMatchObject([{ payload: { reporterOrganization: 'desk' } }]);
  });

  it('shows several issues, each with its own narrative; none twice, and none beside "none"', () => {
    const it = logged();
    it.asks(action);
    const first = { raises: true, issueType: 'night_cover' } as const;
    const close = (...furtherIssues: readonly FurtherIssue[]): ConsultationCommand => ({
      ...closing,
      issueAssessment: first,
      furtherIssues,
    });
    it.refuses(close({ issueType: 'night_cover' }), 'invalid_input');
    it.refuses(close({ issueType: 'skill' }, { issueType: 'skill' }), 'invalid_input');
    it.refuses({ ...closing, furtherIssues: [{ issueType: 'skill' }] }, 'invalid_input');
    expect(
      it.asks(close({ issueType: 'night_cover', subject: 'dementia' }, { issueType: 'skill', severity: 2 })),
    ).toMatchObject([
      {
        payload: {
          issueAssessment: { ...first, narrativeRef: 'narrative-row' },
          furtherIssues: [
            { issueType: 'night_cover', subject: 'dementia', narrativeRef: 'second-row' },
            { issueType: 'skill', severity: 2 },
          ],
        },
      },
    ]);
  });

  it('reopens with duties anew', () => {
    const it = logged();
    it.refuses({ type: 'ReopenConsultation' }, 'invalid_state');
    it.asks(action);
    it.asks(closing);
    expect(Object.values(it.state.duties).some(({ state }) => state === 'open')).toBe(false);
    it.refuses(action, 'invalid_state');
    const again = { now: '2025-06-10T01:00:00.000Z' };
    it.asks({ type: 'ReopenConsultation' }, again);
    expect(it.state.status).toBe('REOPENED');
    expect(it.duty('first_action')).toMatchObject({ state: 'open', dueAt: '2025-06-13T08:00:00.000Z' });
    it.asks(action, again);
    expect(it.state.status).toBe('IN_PROGRESS');
  });

  it('is withdrawn from any open state, done about or not, and reopened', () => {
    const states: readonly ConsultationCommand[][] = [
      [],
      [action],
      [action, { type: 'AwaitReply' }],
      [action, { type: 'AnswerConsultation' }],
      [refer],
      [action, closing, { type: 'ReopenConsultation' }],
    ];
    for (const before of states) {
      const it = logged();
      for (const command of before) it.asks(command);
      const open = Object.entries(it.state.duties).filter(([, { state }]) => state === 'open');
      expect(it.asks({ type: 'WithdrawConsultation' })).toEqual([
        { type: 'ConsultationWithdrawn', payload: { reasonRef: 'withdrawal-row' } },
      ]);
      expect(it.state).toMatchObject({ status: 'WITHDRAWN', outcome: 'withdrawn' });
      expect(it.state.referral).toBeUndefined();
      for (const [key] of open) expect(it.duty(key)?.state).toBe('cancelled');
      for (const command of [{ type: 'WithdrawConsultation' }, action, refer, closing] as const)
        it.refuses(command, 'invalid_state');
      it.asks({ type: 'ReopenConsultation' });
      expect(it.state.status).toBe('REOPENED');
      expect(it.state.outcome).toBeUndefined();
      expect(it.duty('first_action')?.state).toBe('open');
    }
  });

  it('keeps what the desk notes apart from what it shares with the asker, and from the answer', () => {
    const it = logged();
    expect(it.asks(action)).toMatchObject([{ payload: { noteRef: 'note-row', sharedNoteRef: 'shared-row' } }]);
    expect(it.asks({ type: 'AnswerConsultation' })).toEqual([
      { type: 'ConsultationAnswered', payload: { answerRef: 'answer-row', noteRef: 'note-row' } },
    ]);
  });

  it('links whatever state it is in, and names at least one case', () => {
    const it = logged();
    it.refuses({ type: 'LinkConsultation' }, 'invalid_input');
    it.asks({ type: 'LinkConsultation', dischargeCase: 'd' });
    it.asks({ type: 'LinkConsultation', backupRequest: 'b' });
    it.asks({ type: 'LinkConsultation', case: 's' });
    it.asks({ type: 'LinkConsultation', dischargeCase: 'd' });
    expect(it.state.links).toEqual(['d', 'b', 's'].map((id) => ({ id, as: 'linked' })));
    it.refuses({ type: 'LinkConsultation', consultation: 'case' }, 'invalid_input');
  });

  it('is unlinked from what it is linked to, and from nothing else', () => {
    const it = logged({ ...call, linked: { dischargeCase: 'd' } });
    it.refuses({ type: 'UnlinkConsultation', case: 'x' }, 'invalid_input');
    it.asks({ type: 'UnlinkConsultation', case: 'd' });
    expect(it.state.links).toEqual([]);
    it.refuses({ type: 'UnlinkConsultation', case: 'd' }, 'invalid_input');
  });
});

describe('two consultations about one trouble (重複)', () => {
  const merge: ConsultationCommand = { type: 'MergeConsultations', into: 'other' };
  const into = (target: Consultation): At => ({ found: { ...found, into: target } });

  it('points to the one that goes on and owes nothing; undone, it owes again what it owed, by the same moments', () => {
    const it = logged();
    it.asks(action);
    it.asks({ type: 'AwaitReply' });
    const before = it.state;
    it.asks(merge, into(logged().state));
    expect(it.state).toMatchObject({ status: 'MERGED', merge: { into: 'other', back: 'WAITING_REPLY' } });
    expect(it.state.links).toEqual([{ id: 'other', as: 'merged_into' }]);
    expect(Object.values(it.state.duties).some(({ state }) => state === 'open')).toBe(false);
    for (const command of [action, merge, closing, { type: 'ReopenConsultation' }] as const)
      it.refuses(command, 'invalid_state', into(logged().state));
    it.asks({ type: 'UndoMerge' });
    expect(it.state).toMatchObject({ status: 'WAITING_REPLY', statusSince: before.statusSince, links: [] });
    expect(it.state.merge).toBeUndefined();
    const owed = ({ duties }: Consultation) =>
      Object.entries(duties).map(([key, { state, dueAt, owedBy }]) => [key, state, dueAt, owedBy]);
    expect(owed(it.state)).toEqual(owed(before));
    it.refuses({ type: 'UndoMerge' }, 'invalid_state');
  });

  it('is not merged into itself, nor in a loop, nor into one that is merged itself', () => {
    const it = logged();
    it.refuses({ type: 'MergeConsultations', into: 'case' }, 'invalid_input', into(it.state));
    for (const back of ['case', 'third']) {
      const merged = { into: back, at: MONDAY, back: 'TRIAGED', backSince: MONDAY, ended: [] } as const;
      it.refuses(merge, 'invalid_input', into({ ...logged().state, status: 'MERGED', merge: merged }));
    }
  });

  it('claims the pair, so that of two that merge into each other at one moment only one does', () => {
    const claimOf = (duplicate: string, target: string) =>
      consultation.claims?.([{ type: 'ConsultationMerged', payload: { duplicate, into: target } }], null);
    expect(claimOf('a', 'b')).toEqual(claimOf('b', 'a'));
    expect(
      consultation.claims?.(
        [{ type: 'ConsultationMergeUndone', payload: { duplicate: 'a', from: 'b', plans: [] } }],
        null,
      ),
    ).toEqual({ take: [], release: claimOf('a', 'b')?.take });
  });

  it('waits until the desk that was asked to take it has answered', () => {
    referred().refuses(merge, 'invalid_state', into(logged().state));
  });
});

describe('several troubles in one call', () => {
  it('are split: the new one asks in the name of the same asker, at the same desk, with a clock of its own', () => {
    const it = logged({ ...call, patient: 'patient' });
    const later = { now: '2025-06-10T01:00:00.000Z' };
    const [event] = it.asks(
      { type: 'SplitConsultation', scene: 'daily_care', topics: ['dementia'], urgency: 'today' },
      later,
    );
    expect(event).toEqual({
      type: 'ConsultationSplit',
      payload: {
        into: 'id:split',
        scene: 'daily_care',
        topics: ['dementia'],
        urgency: 'today',
        summaryRef: 'summary-row',
      },
    });
    expect(event && consultationKind.belongsTo?.([event], 'consultation_summary')).toBe('id:split');
    expect(event && consultationKind.belongsTo?.([event], 'consultation_note')).toBeUndefined();
    const off = desktop();
    const said: ConsultationCommand = {
      type: 'LogSplitConsultation',
      from: 'case',
      scene: 'daily_care',
      topics: ['dementia'],
      urgency: 'today',
      summaryRef: 'summary-row',
    };
    const at: At = { ...later, actor: worker, found: { ...found, from: it.state } };
    expect(off.asks(said, at)).toMatchObject([{ payload: { summaryRef: 'summary-row', origin: 'person' } }, {}]);
    expect(off.state).toMatchObject({
      status: 'TRIAGED',
      organization: 'office',
      patient: 'patient',
      side: 'care',
      links: [{ id: 'case', as: 'split_from' }],
    });
    expect(off.duty('first_action')?.dueAt).toBe('2025-06-10T08:00:00.000Z');
    expect(off.asks(said, at)).toEqual([]);
  });
});

const referred = () => {
  const it = logged();
  it.asks(action);
  it.asks({ type: 'AwaitReply' });
  it.asks(refer);
  return it;
};

describe('a referral (つなぐ)', () => {
  it('stays with the desk that refers, while the other owes an answer', () => {
    const it = referred();
    expect(it.state).toMatchObject({ status: 'REFERRED', desk: 'desk' });
    expect(it.duty('reply#referral')).toMatchObject({ state: 'open', owedBy: 'other-desk' });
    expect(it.duty('long_open')).toMatchObject({ state: 'open', owedBy: 'desk' });
    it.refuses(refer, 'invalid_state');
  });

  it('goes back where it was when declined', () => {
    const it = referred();
    it.asks({ type: 'DeclineReferral' });
    expect(it.state).toMatchObject({ status: 'WAITING_REPLY', desk: 'desk' });
    expect(it.state.referral).toBeUndefined();
    expect(it.duty('reply')?.state).toBe('open');
  });

  it('moves everything owed to the desk that accepts', () => {
    const it = referred();
    it.asks({ type: 'AcceptReferral' });
    expect(it.state).toMatchObject({ status: 'TRIAGED', desk: 'other-desk' });
    const open = Object.values(it.state.duties).filter(({ state }) => state === 'open');
    expect(open.map(({ step, owedBy }) => [step, owedBy])).toEqual([
      ['long_open', 'other-desk'],
      ['first_action', 'other-desk'],
    ]);
    // Who had it reads on.
    expect(consultation.bearings(it.state).relations).toMatchObject({ desk: ['other-desk'], former_desk: ['desk'] });
  });

  it('that ends before it was answered is told to whom it was put, who reads how it ended', () => {
    for (const end of [closing, { type: 'WithdrawConsultation' } as const]) {
      const it = referred();
      const events = it.asks(end);
      expect(consultation.notices?.(events, it.state)).toContainEqual({
        template: 'consultation.referral_over',
        to: [{ role: 'coordinator', organization: 'other-desk' }],
      });
      expect(consultation.bearings(it.state).relations).toMatchObject({ referred_to: ['other-desk'] });
      it.asks({ type: 'ReopenConsultation' });
      expect(consultation.bearings(it.state).relations).toMatchObject({ referred_to: [] });
    }
  });

  it('goes to another desk and to nothing else', () => {
    const noDesk = { ...found, to: null };
    const it = logged();
    it.refuses(refer, 'invalid_input', { found: noDesk });
    it.refuses({ type: 'ReferConsultation', to: 'desk' }, 'invalid_input', { found: { ...found, to: desk } });
  });
});

describe('a system consultation', () => {
  const escalation: LogConsultation = {
    type: 'LogConsultation',
    channel: 'ict',
    consulter: { side: 'other' },
    patient: 'patient',
    scene: 'discharge_support',
    topics: ['discharge_coordination'],
    urgency: 'today',
    linked: { dischargeCase: 'case' },
  };
  const system: At = { actor: worker };

  it('is one per case, due on the same day, and closes itself', () => {
    const it = logged(escalation, system);
    expect(it.state.origin).toBe('system');
    expect(it.duty('first_action')?.dueAt).toBe('2025-06-02T08:00:00.000Z');
    expect(it.asks(escalation, system)).toEqual([]);
    expect(it.asks({ type: 'CloseSystemConsultation' }, system)).toMatchObject([
      { type: 'ConsultationClosed', payload: { outcome: 'solved', issueAssessment: { raises: false } } },
    ]);
    expect(it.asks({ type: 'CloseSystemConsultation' }, system)).toEqual([]);
    expect(it.asks(escalation, system)).toEqual([]);
    expect(it.state.status).toBe('CLOSED');
  });

  it('never closes what a person has logged, and finds nothing to close where nothing is', () => {
    expect(logged().asks({ type: 'CloseSystemConsultation' }, system)).toEqual([]);
    desktop().refuses({ type: 'CloseSystemConsultation' }, 'not_found', system);
  });
});

/** Moments of June 2025 in Japan, by the day and the hour; all of them are written down much later. */
const june = (day: number, hour = 10): At => ({
  now: '2025-07-01T00:00:00.000Z',
  occurredAt: new Date(Date.UTC(2025, 5, day, hour - 9)).toISOString(),
});

describe('what the asker hears', () => {
  const heard = (command: ConsultationCommand, first: LogConsultation = call, at: At = {}) => {
    const it = logged(first, at);
    it.asks(action);
    const events = it.asks(command);
    return (consultation.notices?.(events, it.state) ?? [])
      .filter(({ template }) => !template.startsWith('consultation.referr'))
      .map(({ template, to }) => [template, to] as const);
  };
  const answered: ConsultationCommand = { type: 'AnswerConsultation' };

  it.each<[string, ConsultationCommand]>([
    ['consultation.answered', answered],
    ['consultation.withdrawn', { type: 'WithdrawConsultation' }],
    ['consultation.passed_on', refer],
  ])('%s: everybody where the asker works', (template, command) => {
    const [[said, to] = ['', []]] = heard(command);
    expect(said).toBe(template);
    expect(to).toContainEqual({ role: 'care_manager', organization: 'office' });
    expect(to).toContainEqual({ role: 'msw', organization: 'office' });
    expect(to).toHaveLength(ROLES.length);
  });

  it('only the person who has asked, where that is known; a desk that asks itself hears nothing, nor does nobody', () => {
    const known = { ...call, consulter: { ...call.consulter, user: 'manager' } };
    expect(heard(answered, known)).toEqual([['consultation.answered', [{ user: 'manager' }]]]);
    expect(heard(answered, { ...call, consulter: { side: 'medical', organization: 'desk' } })).toEqual([]);
    expect(heard(answered, { ...call, consulter: { side: 'resident' } })).toEqual([]);
    expect(heard(closing)).toEqual([]);
  });

  it('works where the person named works, though no institution was chosen', () => {
    const named: LogConsultation = { ...call, consulter: { side: 'care', user: 'manager' } };
    expect(logged(named, { found: { ...found, organization: 'office' } }).state).toMatchObject({
      organization: 'office',
      askedBy: 'manager',
    });
  });
});

describe('the order of time (時の順)', () => {
  const late = (...asked: readonly (readonly [ConsultationCommand, At])[]) => {
    const it = logged(call, june(2));
    for (const [command, at] of asked) it.asks(command, at);
    return it;
  };
  const acted = [action, june(4)] as const;
  const reopened = [acted, [closing, june(6)], [{ type: 'ReopenConsultation' }, june(9)]] as const;

  it.each<[string, ConsultationCommand, number, readonly (readonly [ConsultationCommand, At])[]]>([
    ['an urgency before the call', { type: 'TriageConsultation', urgency: 'today' }, 1, []],
    ['an action before the call', action, 1, []],
    ['an action before the reopening', action, 8, reopened],
    ['a wait before the call', { type: 'AwaitReply' }, 1, [acted]],
    ['a wait before the first action', { type: 'AwaitReply' }, 3, [acted]],
    ['a referral before the call', refer, 1, []],
    ['an acceptance before the referral', { type: 'AcceptReferral' }, 3, [[refer, june(4)]]],
    ['a refusal before the referral', { type: 'DeclineReferral' }, 3, [[refer, june(4)]]],
    ['an answer before the first action', { type: 'AnswerConsultation' }, 3, [acted]],
    ['a closing before the last action', closing, 4, [acted, [action, june(5)]]],
    ['a closing before the answer', closing, 4, [acted, [{ type: 'AnswerConsultation' }, june(5)]]],
    ['a withdrawal before the last action', { type: 'WithdrawConsultation' }, 4, [acted, [action, june(5)]]],
    ['a reopening before the closing', { type: 'ReopenConsultation' }, 5, [acted, [closing, june(6)]]],
    ['a link before the call', { type: 'LinkConsultation', dischargeCase: 'd' }, 1, []],
  ])('refuses %s', (_what, command, day, before) => {
    const it = late(...before);
    it.refuses(command, 'invalid_input', june(day));
    it.asks(command, june(10));
  });

  it('refuses what the desk that accepted would have done before it had it', () => {
    const it = late([refer, june(4)], [{ type: 'AcceptReferral' }, june(5)]);
    it.refuses({ type: 'TriageConsultation', urgency: 'today' }, 'invalid_input', june(4));
    it.refuses(refer, 'invalid_input', june(4));
  });

  it('names the field of the moment', () => {
    expect(() => consultation.decide(action, late().state, given(june(1)))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ path: 'occurredAt' })] }),
    );
  });
});

describe('what was written down late', () => {
  const inProgress = () => {
    const it = logged(call, june(2));
    it.asks(action, june(3));
    return it;
  };

  it('an action of before the wait does not end the wait; one of after it does', () => {
    const it = inProgress();
    it.asks({ type: 'AwaitReply' }, june(5));
    it.asks(action, june(4));
    expect(it.state).toMatchObject({ status: 'WAITING_REPLY', actions: 2 });
    expect(it.duty('reply')).toMatchObject({ state: 'open', dueAt: '2025-06-12T08:00:00.000Z' });
    it.asks(action, june(6));
    expect(it.state.status).toBe('IN_PROGRESS');
    expect(it.duty('reply')?.state).toBe('met');
  });

  it('a wait that an action has ended already is not begun again', () => {
    const it = inProgress();
    it.asks(action, june(6));
    it.asks({ type: 'AwaitReply' }, june(5));
    expect(it.state.status).toBe('IN_PROGRESS');
    expect(it.duty('reply')).toBeUndefined();
  });

  it('an action of before the answer leaves it answered; an answer of before an action leaves it in progress', () => {
    const it = inProgress();
    it.asks({ type: 'AnswerConsultation' }, june(5));
    it.asks(action, june(4));
    expect(it.state).toMatchObject({ status: 'ANSWERED', actions: 2 });
    it.asks(action, june(6));
    it.asks({ type: 'AnswerConsultation' }, june(5));
    expect(it.state.status).toBe('IN_PROGRESS');
  });

  it('an action of before the acceptance does not do what the accepting desk owes', () => {
    const it = logged(call, june(2));
    it.asks(refer, june(3));
    it.asks({ type: 'AcceptReferral' }, june(5));
    it.asks(action, june(4));
    expect(it.state).toMatchObject({ status: 'TRIAGED', actions: 1 });
    expect(it.duty('first_action')).toMatchObject({ state: 'open', dueAt: '2025-06-10T08:00:00.000Z' });
  });

  it('goes back, when declined, to where it was by then', () => {
    const it = inProgress();
    it.asks({ type: 'AwaitReply' }, june(4));
    it.asks(refer, june(6));
    it.asks(action, june(3, 15));
    it.asks({ type: 'DeclineReferral' }, june(9));
    expect(it.state).toMatchObject({ status: 'WAITING_REPLY', statusSince: june(4).occurredAt });
  });
});

const caller = (orgId: string, role: 'coordinator' | 'base_secretariat' | 'care_manager' = 'coordinator') => ({
  userId: 'u',
  role,
  orgId,
});

const ofTheArea = { serves: [area.homeCareAreaId] };

describe('who may ask', () => {
  it('the desk and the base; another desk sees nothing until it is referred to', () => {
    const { state } = logged();
    expect(verdictOf(consultationKind, caller('desk'), action, state)).toBe('allowed');
    expect(verdictOf(consultationKind, caller('base', 'base_secretariat'), action, state, ofTheArea)).toBe('allowed');
    expect(verdictOf(consultationKind, caller('other-desk'), action, state)).toBe('hidden');
    expect(verdictOf(consultationKind, caller('desk', 'care_manager'), action, state)).toBe('forbidden');
    expect(verdictOf(consultationKind, caller('office', 'care_manager'), call, null)).toBe('forbidden');
    // The asker reads the own consultation, and can do nothing to it; a stranger knows of none.
    expect(verdictOf(consultationKind, caller('office', 'care_manager'), action, state)).toBe('forbidden');
    expect(verdictOf(consultationKind, caller('other-office', 'care_manager'), action, state)).toBe('hidden');
    expect(verdictOf(consultationKind, caller('desk'), { type: 'CloseSystemConsultation' }, state)).toBe('forbidden');
  });

  it('only the desk referred to answers the referral, and can do nothing else yet', () => {
    const it = logged();
    it.asks(refer);
    const accept: ConsultationCommand = { type: 'AcceptReferral' };
    expect(verdictOf(consultationKind, caller('other-desk'), accept, it.state)).toBe('allowed');
    expect(verdictOf(consultationKind, caller('desk'), accept, it.state)).toBe('forbidden');
    expect(verdictOf(consultationKind, caller('other-desk'), action, it.state)).toBe('forbidden');
    expect(verdictOf(consultationKind, caller('third-desk'), accept, it.state)).toBe('hidden');
  });
});

const moments = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
  .map((ms): Instant => new Date(ms).toISOString());
const openings = fc.constantFrom(
  OFFICE_HOURS,
  { hours: { mon: ['09:00-12:00'], thu: ['13:00-19:00'], sat: ['09:00-12:30'] }, closedDays: ['2025-06-09'] },
  { hours: { ...OFFICE_HOURS.hours, wed: ['08:30-12:00'] }, closedDays: [] },
);

const dueToday = (at: string) => firstActionDue('today', new Date(at).toISOString(), OFFICE_HOURS, CONSULTATION_RULES);

describe('due moments', () => {
  it('today is today at closing time; after closing, or on a closed day, the next open day', () => {
    expect(dueToday('2025-06-06T16:59:59+09:00')).toBe('2025-06-06T08:00:00.000Z');
    expect(dueToday('2025-06-06T17:00:00+09:00')).toBe('2025-06-09T08:00:00.000Z');
    expect(dueToday('2025-06-07T10:00:00+09:00')).toBe('2025-06-09T08:00:00.000Z');
    expect(dueToday('2025-12-26T18:00:00+09:00')).toBe('2026-01-05T08:00:00.000Z');
  });

  it('immediate counts the clock and not the desk', () => {
    fc.assert(
      fc.property(moments, openings, (at, opening) => {
        expect(firstActionDue('immediate', at, opening, CONSULTATION_RULES)).toBe(plusHours(at, 2));
      }),
    );
  });

  it('every other one lies ahead, on an open day, at most at 17:00', () => {
    fc.assert(
      fc.property(moments, openings, fc.constantFrom('today', 'normal', 'reply'), (at, opening, what) => {
        const due =
          what === 'reply'
            ? replyDue(undefined, at, opening, CONSULTATION_RULES)
            : firstActionDue(what, at, opening, CONSULTATION_RULES);
        const on = dateIn(due);
        expect(due > at).toBe(true);
        expect(isOpenOn(on, opening)).toBe(true);
        expect(minuteOfDay(due)).toBeLessThanOrEqual(17 * 60);
        const days = { today: 1, normal: 3, reply: 5 }[what];
        const latest = plusOpenDays(dateIn(at), days, opening);
        expect(what === 'today' ? on <= latest : on === latest).toBe(true);
      }),
    );
  });

  it('a reply named by its day is due when the desk closes, on the next open day when it is closed then', () => {
    fc.assert(
      fc.property(moments, openings, (at, opening) => {
        const until = plusDays(dateIn(at), 3);
        const due = replyDue(until, at, opening, CONSULTATION_RULES);
        expect(dateIn(due) >= until).toBe(true);
        expect(isOpenOn(until, opening) ? dateIn(due) === until : isOpenOn(dateIn(due), opening)).toBe(true);
      }),
    );
  });

  it('long open counts 30 days and then waits for an open day; its rungs tell the owner, then the base', () => {
    const { dueAt, rungs } = logged(call, { now: '2025-06-06T01:00:00.000Z' }).duty('long_open') ?? { rungs: [] };
    expect(dueAt).toBe(atMinute('2025-07-07', 17 * 60)); // 6 July 2025 is a Sunday
    expect(rungs).toEqual([
      { level: 1, at: dueAt, to: [{ role: 'coordinator', organization: 'desk' }] },
      {
        level: 2,
        at: atMinute('2025-07-08', 17 * 60),
        to: [{ role: 'base_secretariat', kind: 'cooperation_base', area }],
      },
    ]);
  });

  it('runs from the call, so that one entered late is chased at once', () => {
    const now = '2025-06-05T01:00:00.000Z';
    const late = logged({ ...call, urgency: 'immediate' }, { now, occurredAt: MONDAY });
    expect(late.duty('first_action')).toMatchObject({
      dueAt: plusHours(MONDAY, 2),
      rungs: [{ level: 1, at: now }, {}],
    });
  });
});

const LEGAL: Record<ConsultationStatus, readonly ConsultationStatus[]> = {
  RECEIVED: ['TRIAGED', 'IN_PROGRESS', 'REFERRED', 'WITHDRAWN'],
  TRIAGED: ['TRIAGED', 'IN_PROGRESS', 'REFERRED', 'CLOSED', 'WITHDRAWN'],
  IN_PROGRESS: ['IN_PROGRESS', 'WAITING_REPLY', 'ANSWERED', 'REFERRED', 'CLOSED', 'WITHDRAWN'],
  WAITING_REPLY: ['IN_PROGRESS', 'WAITING_REPLY', 'ANSWERED', 'REFERRED', 'CLOSED', 'WITHDRAWN'],
  ANSWERED: ['IN_PROGRESS', 'REFERRED', 'CLOSED', 'WITHDRAWN'],
  // Declined, it goes back to any open state; accepted, it begins with the other desk.
  REFERRED: ['RECEIVED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_REPLY', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN'],
  CLOSED: ['REOPENED'],
  // Undone, it goes back to any state that it was merged from.
  MERGED: ['RECEIVED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_REPLY', 'ANSWERED', 'REOPENED'],
  WITHDRAWN: ['REOPENED'],
  REOPENED: ['IN_PROGRESS', 'REFERRED', 'CLOSED', 'WITHDRAWN'],
};

const MERGEABLE: ReadonlySet<ConsultationStatus> = new Set(LEGAL.MERGED);

const commands = fc.oneof(
  fc.constantFrom<ConsultationCommand>(
    { type: 'AwaitReply' },
    refer,
    { type: 'AcceptReferral' },
    { type: 'DeclineReferral' },
    { type: 'AnswerConsultation' },
    { type: 'WithdrawConsultation' },
    { type: 'MergeConsultations', into: 'third' },
    { type: 'UndoMerge' },
    { type: 'SplitConsultation', scene: 'daily_care', topics: ['other'] },
    { type: 'UnlinkConsultation', case: 'd' },
    { type: 'ReopenConsultation' },
    { type: 'CloseSystemConsultation' },
    { type: 'LinkConsultation', dischargeCase: 'd' },
  ),
  fc
    .constantFrom(...CONSULTATION_URGENCIES)
    .map((urgency): ConsultationCommand => ({ type: 'TriageConsultation', urgency })),
  fc
    .constantFrom(...ACTION_KINDS)
    .map((kind): ConsultationCommand => ({ type: 'RecordConsultationAction', kind, minutes: 5 })),
  fc
    .record({ outcome: fc.constantFrom(...OUTCOMES), raises: fc.boolean(), typed: fc.boolean() })
    .map(({ outcome, raises, typed }): ConsultationCommand => ({
      type: 'CloseConsultation',
      outcome,
      issueAssessment: { raises, ...(typed && { issueType: 'night_cover' }) },
    })),
);

/** What is wrong with a state that somebody has just reached; empty when all is as the model wants it. */
function faults(before: Consultation, { status, duties, referral, merge, actions, desk: has }: Consultation): string[] {
  const open = Object.values(duties).filter(({ state }) => state === 'open');
  const owes = (step: string, instance?: string) => (step === 'reply' && instance === 'referral' ? referral?.to : has);
  const wrong: Record<string, boolean> = {
    [`${before.status} → ${status}`]:
      status !== before.status &&
      !LEGAL[before.status].includes(status) &&
      !(status === 'MERGED' && MERGEABLE.has(before.status)),
    'merged into nothing': (merge !== undefined) !== (status === 'MERGED'),
    'open and nothing owed, or over and something owed': open.length > 0 === isOver(status),
    'no long_open while open': !isOver(status) && duties['long_open']?.state !== 'open',
    'waiting without a reply owed': status === 'WAITING_REPLY' && duties['reply']?.state !== 'open',
    'referred to nobody': (referral !== undefined) !== (status === 'REFERRED'),
    'closed without an action': status === 'CLOSED' && actions === 0,
    'owed by another desk': open.some(({ owedBy, step, instance }) => owedBy !== owes(step, instance)),
  };
  return Object.keys(wrong).filter((name) => wrong[name]);
}

/** The command as somebody at the desk that has it just now would send it. A refusal leaves everything as it was. */
function tries(it: ReturnType<typeof desktop>, command: ConsultationCommand, now: Instant): void {
  const here = it.state.desk === 'desk' ? found : { ...found, desk: other, to: desk };
  const sent = command.type === 'ReferConsultation' ? { ...command, to: here.to?.organization ?? '' } : command;
  try {
    it.asks(sent, { now, found: { ...here, into: it.state } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

describe('whatever is asked in whatever order', () => {
  const { urgency: _urgency, ...untriaged } = call;
  const calls = fc.constantFrom<LogConsultation>(call, untriaged, { ...call, urgency: 'immediate' });
  const steps = fc.array(fc.tuple(commands, fc.integer({ min: 0, max: 60 * 24 * 20 })), { maxLength: 40 });

  it('moves along the states of the model only; what is open is owed, what is closed is not', () => {
    fc.assert(
      fc.property(calls, steps, (first, asked) => {
        const it = logged(first);
        let now = MONDAY;
        for (const [command, minutes] of asked) {
          now = plusMinutes(now, minutes);
          const before = it.state;
          tries(it, command, now);
          expect(faults(before, it.state)).toEqual([]);
          expect(JSON.parse(JSON.stringify(it.state))).toEqual(it.state);
        }
      }),
    );
  });
});
