import * as fc from 'fast-check';
import {
  DomainError,
  OFFICE_HOURS,
  plusHours,
  plusMinutes,
  type Actor,
  type AreaRef,
  type Duty,
  type Instant,
} from '#kernel';
import { dischargeCaseKind, type HandoverCommand } from '../discharge-case.case.js';
import { DESTINATIONS, EXCLUSION_CODES, type HandoverRecord } from './handover.commands.js';
import type { HandoverEvent } from './handover.events.js';
import { HANDOVER_RULES } from './handover.rules.js';
import type { DischargeCase, HandoverStatus, OtherStay } from './handover.js';

const { decide, evolve, status, duties } = dischargeCaseKind.decider;
const START: Instant = '2025-06-02T01:00:00.000Z';
const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const nurse: Actor = { userId: 'nurse', role: 'discharge_nurse', orgId: 'hospital' };
const manager = (user: string) => ({ user, organization: `office-${user}`, opening: OFFICE_HOURS });

const admission = (careManager?: string): HandoverCommand => ({
  type: 'RegisterAdmission',
  patient: 'patient',
  hospital: 'hospital',
  admissionKind: 'planned',
  ...(careManager !== undefined && { careManager }),
});

/** What came with each command that carries a record: named by kind, so that a slip does not compile. */
const RECORDS: Readonly<Record<HandoverRecord, string>> = {
  admission_ward: 'ward',
  handover_document: 'doc',
  clarification: 'text',
  told_by: 'teller',
  return_reason: 'why',
};

/** One case, played without a database. */
class Played {
  state: DischargeCase | null = null;
  now = START;
  consent = true;
  sent = 0;
  actor: Actor = nurse;
  stays: readonly OtherStay[] = [];
  records: Readonly<Partial<Record<HandoverRecord, string>>> = RECORDS;

  /** What became of a command: the facts, or the code with which it was refused. */
  ask(command: HandoverCommand, occurredAt: Instant = this.now): readonly HandoverEvent[] {
    const said = 'careManager' in command ? (command.careManager ?? undefined) : undefined;
    const named = said === undefined ? undefined : manager(said);
    const office = this.state?.careManager;
    const found = {
      area,
      consent: this.consent,
      hospital: { organization: 'hospital', opening: OFFICE_HOURS },
      strongHospital: false,
      careOffice: office ? { organization: office.organization, opening: OFFICE_HOURS } : null,
      stays: this.stays,
      rules: { ref: { id: 'JP-default', version: 1 }, values: HANDOVER_RULES },
      named: named ?? null,
    };

    const facts = decide(command, this.state, {
      now: this.now,
      occurredAt,
      actor: this.actor,
      found,
      id: 'case',
      records: this.records,
      newId: String,
    });
    this.sent += facts.filter(({ payload }) => 'documentRef' in payload).length;
    this.state = facts.reduce((s, fact) => evolve(s, fact, occurredAt), this.state);
    return facts;
  }
  tried(command: HandoverCommand, occurredAt: Instant = this.now): string {
    try {
      this.ask(command, occurredAt);
      return this.status;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
  all(...commands: readonly HandoverCommand[]): this {
    for (const command of commands) this.ask(command);
    return this;
  }
  wait(hours: number): this {
    this.now = plusHours(this.now, hours);
    return this;
  }

  get status(): HandoverStatus | 'UNKNOWN' {
    return status(this.state) as HandoverStatus;
  }
  get duties(): readonly Duty[] {
    return duties(this.state);
  }
  get open(): string[] {
    return this.duties
      .filter(({ state }) => state === 'open')
      .map(({ step }) => step)
      .toSorted();
  }
}

const C = {
  screen: { type: 'ScreenForDischargeSupport', criteria: { excretion_assistance: true } },
  screenOut: { type: 'ScreenForDischargeSupport', criteria: {} },
  plan: { type: 'PlanDischarge', plannedDischargeOn: '2025-06-23', destination: 'home' },
  notify: { type: 'NotifyDischargeSupportStart' },
  submit: { type: 'SubmitHandover' },
  supplement: { type: 'SupplementHandover' },
  acknowledge: { type: 'AcknowledgeHandover' },
  clarify: { type: 'RequestHandoverClarification' },
  giveBack: { type: 'ReturnHandover' },
  identify: { type: 'IdentifyCareManager', careManager: 'new' },
  reassign: { type: 'ReassignCareManager', careManager: 'other' },
  discharge: { type: 'RecordDischarge', destination: 'home' },
  toFacility: { type: 'RecordDischarge', destination: 'facility' },
  transfer: { type: 'RecordTransfer', toHospital: 'next' },
  die: { type: 'RecordDeath' },
  exclude: { type: 'ExcludeFromSurvey', code: 'EX3' },
  feedback: { type: 'ReturnPostDischargeFeedback', quality: 'adequate' },
  close: { type: 'CloseRecoveryWindow' },
  interview: { type: 'HoldFamilyInterview' },
  begin: { type: 'StartDischargePlan' },
  confer: { type: 'HoldDischargeConference' },
  inform: { type: 'ProvideAdmissionInformation', channel: 'ict' },
  classify: { type: 'ClassifyLeak', codes: ['LK02'] },
  relay: { type: 'RelayCareManagerToNextHospital' },
  follow: { type: 'FollowCareManagerChange', careManager: 'heir', former: 'cm' },
} as const satisfies Record<string, HandoverCommand>;

/** How each state of model.md 2.4 is reached. */
const PATHS: Record<string, (p: Played) => Played> = {
  NONE: (p) => p.all(admission('cm')),
  NOT_REQUIRED: (p) => p.all(admission(), C.screenOut),
  REQUIRED: (p) => p.all(admission('cm'), C.screen, C.plan),
  START_NOTIFIED: (p) => p.all(admission('cm'), C.screen, C.plan, C.notify),
  SUBMITTED: (p) => p.all(admission('cm'), C.screen, C.plan, C.submit),
  CLARIFYING: (p) => p.all(admission('cm'), C.screen, C.plan, C.submit, C.clarify),
  REDIRECTING: (p) => p.all(admission('cm'), C.screen, C.plan, C.submit, C.giveBack),
  ACKNOWLEDGED: (p) => p.all(admission('cm'), C.screen, C.plan, C.submit, C.acknowledge),
  MISSED: (p) => p.all(admission('cm'), C.screen, C.plan, C.discharge),
  RECOVERED: (p) => p.all(admission('cm'), C.screen, C.plan, C.discharge, C.submit, C.acknowledge),
  LEAK_CONFIRMED: (p) =>
    p
      .all(admission('cm'), C.screen, C.plan, C.discharge)
      .wait(24 * 9)
      .all(C.close),
  FEEDBACK_RETURNED: (p) => p.all(admission('cm'), C.screen, C.plan, C.submit, C.acknowledge, C.discharge, C.feedback),
  EXCLUDED: (p) => p.all(admission('cm'), C.screen, C.exclude),
};
const at = (state: string): Played => (PATHS[state] as (p: Played) => Played)(new Played());

const NO = 'invalid_state';

describe('the states of a handover (model.md 2.4)', () => {
  it.each(Object.keys(PATHS))('%s is reached', (state) => expect(at(state).status).toBe(state));

  it.each([
    ['NONE', C.screen, 'REQUIRED'],
    ['NOT_REQUIRED', C.screen, 'REQUIRED'],
    ['NOT_REQUIRED', C.notify, NO],
    ['REQUIRED', C.screen, NO],
    ['REQUIRED', C.notify, 'START_NOTIFIED'],
    ['REQUIRED', C.submit, 'SUBMITTED'],
    ['REQUIRED', C.supplement, NO],
    ['REQUIRED', C.acknowledge, NO],
    ['REQUIRED', C.clarify, NO],
    ['REQUIRED', C.giveBack, NO],
    ['REQUIRED', C.feedback, NO],
    ['START_NOTIFIED', C.notify, NO],
    ['START_NOTIFIED', C.submit, 'SUBMITTED'],
    ['SUBMITTED', C.submit, NO],
    ['SUBMITTED', C.acknowledge, 'ACKNOWLEDGED'],
    ['SUBMITTED', C.clarify, 'CLARIFYING'],
    ['SUBMITTED', C.giveBack, 'REDIRECTING'],
    ['SUBMITTED', C.reassign, 'SUBMITTED'],
    ['CLARIFYING', C.acknowledge, NO],
    ['CLARIFYING', C.supplement, 'SUBMITTED'],
    ['CLARIFYING', C.submit, NO],
    ['REDIRECTING', C.acknowledge, NO],
    ['REDIRECTING', C.supplement, NO],
    ['REDIRECTING', C.reassign, 'SUBMITTED'],
    ['ACKNOWLEDGED', C.acknowledge, NO],
    ['ACKNOWLEDGED', C.giveBack, NO],
    ['ACKNOWLEDGED', C.feedback, NO],
    ['MISSED', C.submit, 'MISSED'],
    ['MISSED', C.acknowledge, NO],
    ['MISSED', C.close, 'MISSED'],
    ['MISSED', C.discharge, NO],
    ['RECOVERED', C.feedback, 'FEEDBACK_RETURNED'],
    ['RECOVERED', C.close, 'RECOVERED'],
    ['LEAK_CONFIRMED', C.submit, NO],
    ['LEAK_CONFIRMED', C.acknowledge, NO],
    ['LEAK_CONFIRMED', C.classify, 'LEAK_CONFIRMED'],
    ['FEEDBACK_RETURNED', C.feedback, NO],
    ['EXCLUDED', C.exclude, NO],
    ['EXCLUDED', C.submit, NO],
    ['EXCLUDED', C.screen, NO],
  ] as const)('%s, asked %j: %s', (state, command, then) => {
    expect(at(state).tried(command)).toBe(then);
  });

  it.each([
    'NONE',
    'REQUIRED',
    'START_NOTIFIED',
    'SUBMITTED',
    'CLARIFYING',
    'REDIRECTING',
    'ACKNOWLEDGED',
    'MISSED',
    'RECOVERED',
    'LEAK_CONFIRMED',
    'NOT_REQUIRED',
  ])('%s is excluded, and then nothing is owed', (state) => {
    const p = at(state);
    expect(p.tried(C.exclude)).toBe('EXCLUDED');
    expect(p.open).toEqual([]);
    expect(p.duties.every(({ actAt }) => actAt === undefined)).toBe(true);
  });

  it.each([
    [C.transfer, 'EX1'],
    [C.die, 'EX2'],
  ] as const)('%j ends the stay and every chain, and leaves the rates as %s', (command, code) => {
    for (const state of ['NONE', 'REQUIRED', 'SUBMITTED', 'CLARIFYING', 'ACKNOWLEDGED']) {
      const p = at(state);
      expect(p.ask(command).at(-1)).toMatchObject({ type: 'DischargeCaseExcluded', payload: { code } });
      expect(p.open).toEqual([]);
    }
  });

  it('moves nobody to the hospital where the person lies: a change of wards is no transfer', () => {
    const p = at('REQUIRED');
    expect(() => p.ask({ type: 'RecordTransfer', toHospital: 'hospital' })).toThrow(
      expect.objectContaining({ code: 'invalid_input', errors: [expect.objectContaining({ path: 'toHospital' })] }),
    );
    expect(p.tried({ type: 'RecordTransfer' })).toBe('EXCLUDED');
  });

  it('counts versions, and takes an acknowledgement of the latest only', () => {
    const p = at('CLARIFYING').all(C.supplement);
    expect(p.state?.version).toBe(2);
    expect(p.tried({ type: 'AcknowledgeHandover', version: 1 })).toBe('stale_version');
    expect(p.tried({ type: 'AcknowledgeHandover', version: 2 })).toBe('ACKNOWLEDGED');
  });

  it('begins once, and takes no command before', () => {
    expect(at('NONE').tried(admission('cm'))).toBe(NO);
    for (const command of Object.values(C)) expect(new Played().tried(command)).toBe('not_found');
  });

  it('with no care manager waits for one before a handover goes out', () => {
    const p = new Played().all(admission(), C.screen);
    expect(p.tried(C.submit)).toBe('invalid_input');
    expect(p.all(C.identify).tried(C.submit)).toBe('SUBMITTED');
  });
});

describe('what is owed', () => {
  it.each([
    ['NONE', ['admission_information', 'screening']],
    ['NOT_REQUIRED', []],
    [
      'REQUIRED',
      [
        'admission_information',
        'discharge_conference',
        'discharge_plan',
        'discharge_record',
        'family_interview',
        'handover_document',
        'start_notice',
      ],
    ],
    [
      'START_NOTIFIED',
      [
        'admission_information',
        'discharge_conference',
        'discharge_plan',
        'discharge_record',
        'family_interview',
        'handover_document',
      ],
    ],
    [
      'SUBMITTED',
      [
        'acknowledgement',
        'admission_information',
        'discharge_conference',
        'discharge_plan',
        'discharge_record',
        'family_interview',
      ],
    ],
    [
      'CLARIFYING',
      [
        'admission_information',
        'discharge_conference',
        'discharge_plan',
        'discharge_record',
        'family_interview',
        'handover_document',
      ],
    ],
    [
      'REDIRECTING',
      [
        'admission_information',
        'discharge_conference',
        'discharge_plan',
        'discharge_record',
        'family_interview',
        'handover_document',
      ],
    ],
    ['MISSED', []],
    ['RECOVERED', ['feedback']],
    ['LEAK_CONFIRMED', []],
    ['FEEDBACK_RETURNED', []],
    ['EXCLUDED', []],
  ])('in %s: %j', (state, steps) => {
    expect(at(state).open).toEqual(steps);
  });

  it('is a date for the discharge while nobody has said one, and a record of it once the day has come', () => {
    const p = new Played();
    p.ask(admission('cm'));
    p.ask(C.screen);
    expect(p.open).toContain('planned_discharge');
    p.ask(C.plan);
    expect(p.open).not.toContain('planned_discharge');
    expect(p.open).toContain('discharge_record');
    p.ask({ type: 'RecordDischarge', destination: 'home' });
    expect(p.open).not.toContain('discharge_record');
  });

  it('is the screening still, when the document went out first', () => {
    const p = new Played();
    p.ask(admission('cm'));
    p.ask(C.submit);
    expect(p.open).toContain('screening');
    p.ask(C.screen);
    expect(p.status).toBe('SUBMITTED');
    expect(p.open).not.toContain('screening');
    expect(p.tried(C.screen)).toBe('invalid_state');
  });

  it('passes to the new care manager with the document that nobody has read, also after a miss', () => {
    const p = new Played();
    p.ask(admission('cm'));
    p.ask(C.screen);
    p.ask({ type: 'RecordDischarge', destination: 'home' });
    p.ask(C.submit);
    const before = p.duties.find(({ step, state }) => step === 'acknowledgement' && state === 'open');
    p.ask(C.reassign);
    const after = p.duties.find(({ step, state }) => step === 'acknowledgement' && state === 'open');
    expect(after?.owedBy).not.toBe(before?.owedBy);
    expect(after?.owedBy).toBe(p.state?.careManager?.organization);
  });

  it('moves with the planned day, and back from it to an open one', () => {
    const p = at('REQUIRED');
    const due = (step: string) => p.duties.find((duty) => duty.step === step)?.dueAt;
    expect([due('start_notice'), due('handover_document')]).toEqual([
      '2025-06-16T08:00:00.000Z',
      '2025-06-20T08:00:00.000Z',
    ]);
    p.ask({ ...C.plan, plannedDischargeOn: '2025-07-01' });
    expect([due('start_notice'), due('handover_document')]).toEqual([
      '2025-06-24T08:00:00.000Z',
      '2025-06-27T08:00:00.000Z',
    ]);
  });
});

describe('a discharge without a handover', () => {
  it.each([
    ['never sent', 'REQUIRED', C.discharge, 'LK01', 'handover_document'],
    ['not even screened', 'NONE', C.discharge, 'LK01', 'handover_document'],
    ['announced only', 'START_NOTIFIED', C.discharge, 'LK01', 'handover_document'],
    ['to a facility', 'REQUIRED', C.toFacility, 'LK07', 'handover_document'],
    ['sent, never acknowledged', 'SUBMITTED', C.discharge, 'LK05', 'acknowledgement#1'],
    ['sent, to a facility, never acknowledged', 'SUBMITTED', C.toFacility, 'LK05', 'acknowledgement#1'],
    ['in question', 'CLARIFYING', C.discharge, 'LK05', 'handover_document#answer-1'],
    ['returned', 'REDIRECTING', C.discharge, 'LK04', 'handover_document#redirect-1'],
  ] as const)('%s is a miss of its own kind (from %s)', (_what, state, command, leakCode, step) => {
    const p = at(state);
    const [discharged, missed] = p.ask(command);
    expect(discharged?.type).toBe('PatientDischarged');
    expect(missed).toMatchObject({ type: 'DischargeHandoverMissed', payload: { leakCode, step } });
    // One step is at fault and keeps the window; every other chain has ended.
    expect(p.duties.filter((duty) => duty.state === 'missed')).toHaveLength(1);
    expect(p.state?.duties[step]).toMatchObject({ state: 'missed', actAt: p.state?.recoverUntil });
    expect(p.open).toEqual([]);
  });

  it('of a patient for whom nobody was named is LK08', () => {
    const p = new Played().all(admission(), C.screen, C.plan);
    expect(p.ask(C.discharge).at(-1)).toMatchObject({ payload: { leakCode: 'LK08' } });
  });

  it.each(['ACKNOWLEDGED', 'NOT_REQUIRED', 'EXCLUDED'])('is none in %s', (state) => {
    expect(at(state).ask(C.discharge)).toHaveLength(1);
  });

  it('is caught up with inside the window, and confirmed after it, once', () => {
    const p = at('MISSED');
    expect(p.wait(24 * 7).ask(C.close)).toEqual([]);
    expect(p.wait(24).ask(C.close)).toMatchObject([{ type: 'DischargeLeakConfirmed', payload: { codes: ['LK01'] } }]);
    expect(p.ask(C.close)).toEqual([]);
  });
});

describe('without consent', () => {
  it('the case is excluded as EX5, owes nothing, and sends nothing', () => {
    const p = new Played();
    p.consent = false;
    expect(p.ask(admission('cm')).map(({ type }) => type)).toEqual(['AdmissionRegistered', 'DischargeCaseExcluded']);
    expect(p.state).toMatchObject({ handover: 'EXCLUDED' });
    expect(p.open).toEqual([]);
    expect(p.tried(C.submit)).toBe('consent_missing');
  });

  it('withdrawn meanwhile, nothing more is sent', () => {
    const p = at('REQUIRED');
    p.consent = false;
    expect(p.tried(C.submit)).toBe('consent_missing');
    const q = at('CLARIFYING');
    q.consent = false;
    expect(q.tried(C.supplement)).toBe('consent_missing');
  });
});

/** Days after the admission at ten in the morning, hours later where given. */
const day = (n: number, hours = 0): Instant => plusHours(START, n * 24 + hours);

/** Admitted, screened and discharged (day 14), with nothing handed over; what comes after is written down on the day given. */
const leftUnread = (recordedOn: number, careManager: string | undefined = 'cm'): Played => {
  const p = new Played().all(admission(careManager), C.screen);
  p.now = day(14);
  p.ask(C.discharge);
  p.now = day(recordedOn);
  return p;
};
/** As the alarm does it. */
const closed = (p: Played): Played => p.all(C.close);
const typesOf = (facts: readonly HandoverEvent[]): string[] => facts.map(({ type }) => type);

describe('what happened and was written down later', () => {
  it('is due from when it happened: the acknowledgement, the answer, the short notice', () => {
    const p = at('REQUIRED').wait(24 * 14);
    const due = (step: string) => p.duties.find((duty) => duty.step === step && duty.state === 'open')?.dueAt;
    p.ask(C.submit, day(11));
    expect(due('acknowledgement')).toBe('2025-06-16T08:00:00.000Z');
    p.ask(C.clarify, day(11, 2));
    expect(due('handover_document')).toBe('2025-06-16T08:00:00.000Z');
    expect(p.ask({ ...C.plan, plannedDischargeOn: '2025-06-18' }, day(10))[0]?.payload).toMatchObject({
      shortNotice: false,
    });
  });

  it('an acknowledgement inside the window recovers a leak that was confirmed already, and the feedback is owed', () => {
    const p = closed(leftUnread(23));
    expect(p.status).toBe('LEAK_CONFIRMED');
    expect(typesOf(p.ask(C.submit, day(16)))).toEqual(['DischargeHandoverSubmitted']);
    expect(p.open).toEqual([]);
    expect(typesOf(p.ask(C.acknowledge, day(18)))).toEqual(['DischargeHandoverAcknowledged', 'HandoverRecovered']);
    expect(p.status).toBe('RECOVERED');
    expect(p.open).toEqual(['feedback']);
  });

  it('an acknowledgement before the discharge shows that nothing was missed', () => {
    for (const end of [(p: Played) => p, closed]) {
      const p = end(leftUnread(23));
      expect(p.ask(C.submit, day(10)).at(-1)).toEqual({
        type: 'DischargeLeakClassified',
        payload: { codes: ['LK05'], corrects: true },
      });
      expect(p.ask(C.acknowledge, day(13)).at(-1)).toEqual({
        type: 'HandoverRecovered',
        payload: { version: 1, inTime: true },
      });
      expect(p.state).toMatchObject({ handover: 'ACKNOWLEDGED', leakCodes: [] });
      expect(p.open).toEqual(['feedback']);
      expect(p.duties.some(({ actAt }) => actAt !== undefined)).toBe(false);
    }
  });

  it('an acknowledgement after the window changes nothing, whoever was quicker', () => {
    for (const end of [(p: Played) => p, closed]) {
      const p = end(leftUnread(23));
      p.ask(C.submit, day(16));
      expect(p.tried(C.acknowledge, day(22))).toBe(NO);
    }
    expect(closed(leftUnread(23)).tried(C.submit, day(22))).toBe(NO);
  });

  it('a question or a return before the discharge is taken, and gives the miss its kind', () => {
    const p = leftUnread(15);
    p.ask(C.submit, day(10));
    expect(typesOf(p.ask(C.clarify, day(11)))).toEqual(['HandoverClarificationRequested']);
    expect(p.state?.leakCodes).toEqual(['LK05']);
    p.ask(C.supplement, day(12));
    p.ask(C.giveBack, day(13));
    expect(p.state?.leakCodes).toEqual(['LK04']);
    expect(p.status).toBe('MISSED');
    p.ask(C.reassign);
    expect(p.open).toEqual(['acknowledgement']);
    p.ask(C.acknowledge);
    expect(p.status).toBe('RECOVERED');
  });

  it('what a person has judged is not corrected by a record', () => {
    const p = closed(leftUnread(23)).all(C.classify);
    expect(typesOf(p.ask(C.submit, day(10)))).toEqual(['DischargeHandoverSubmitted']);
    expect(p.state?.leakCodes).toEqual(['LK02']);
  });

  it.each([
    ['read before it', [10, 11], 14, ['PatientDischarged'], 'ACKNOWLEDGED', ['feedback']],
    [
      'read inside the window',
      [15, 17],
      14,
      ['PatientDischarged', 'DischargeHandoverMissed', 'HandoverRecovered'],
      'RECOVERED',
      ['feedback'],
    ],
    [
      'sent before, read inside the window',
      [10, 17],
      14,
      ['PatientDischarged', 'DischargeHandoverMissed', 'HandoverRecovered'],
      'RECOVERED',
      ['feedback'],
    ],
    ['read after the window', [22, 22], 8, ['PatientDischarged', 'DischargeHandoverMissed'], 'MISSED', []],
  ] as const)(
    'a discharge written down after a handover that was %s',
    (_what, [sent, read], on, facts, state, open) => {
      const p = new Played().all(admission('cm'), C.screen);
      p.now = day(sent);
      p.ask(C.submit);
      p.now = day(read);
      p.ask(C.acknowledge);
      p.now = day(23);
      const said = p.ask(C.discharge, day(on));
      expect(typesOf(said)).toEqual(facts);
      expect(p.status).toBe(state);
      expect(p.open).toEqual(open);
      // Nobody is chased for a document that lies there.
      expect(said.every(({ payload }) => !('planned' in payload) || payload.planned?.rungs.length === 0)).toBe(true);
      p.all(C.close);
      expect(p.status).toBe(state === 'MISSED' ? 'LEAK_CONFIRMED' : state);
    },
  );

  it('a discharge before a document that still lies unread leaves its acknowledgement owed', () => {
    const p = new Played().all(admission('cm'), C.screen);
    p.now = day(16);
    p.ask(C.submit);
    p.ask(C.discharge, day(14));
    expect(p.state).toMatchObject({ handover: 'MISSED', leakCodes: ['LK01'] });
    expect(p.open).toEqual(['acknowledgement']);
    p.wait(24).all(C.acknowledge);
    expect(p.status).toBe('RECOVERED');
  });

  it('a screening or a care manager of before the discharge shows that a handover was owed', () => {
    for (const command of [C.screen, C.identify]) {
      const p = new Played().all(admission());
      p.now = day(14);
      expect(typesOf(p.ask(C.discharge))).toEqual(['PatientDischarged']);
      p.wait(24);
      expect(p.ask(command, day(3)).at(-1)).toMatchObject({
        type: 'DischargeHandoverMissed',
        payload: { leakCode: command === C.screen ? 'LK08' : 'LK01' },
      });
    }
    const p = new Played().all(admission());
    p.now = day(14);
    p.ask(C.discharge);
    expect(typesOf(p.wait(24).ask(C.identify))).toEqual(['CareManagerIdentified']);
  });

  it('what the hospital and the care office did during the stay is taken after its end', () => {
    const p = closed(leftUnread(23));
    for (const command of [C.interview, C.begin, C.confer, C.notify, C.inform]) {
      expect(p.tried(command, day(1))).toBe('LEAK_CONFIRMED');
      expect(p.open).toEqual([]);
    }
    expect(p.state?.informed).toBe('II');
    expect(p.tried(C.interview, day(15))).toBe(NO);
  });

  it('a death inside the window ends it, also after the leak is confirmed', () => {
    expect(closed(leftUnread(23)).ask(C.die, day(18))[0]?.payload).toMatchObject({ withdrawsLeak: true });
    expect(closed(leftUnread(23)).ask(C.die, day(22))[0]?.payload).not.toHaveProperty('withdrawsLeak');
  });

  /** The steps of a document in the order in which they happen, each some hours after the one before. */
  const documents = fc.array(
    fc.tuple(
      fc.constantFrom<HandoverCommand>(C.submit, C.acknowledge, C.clarify, C.supplement, C.giveBack, C.reassign),
      fc.integer({ min: 1, max: 120 }),
    ),
    { minLength: 1, maxLength: 6 },
  );

  const REFUSALS: ReadonlySet<string> = new Set(['invalid_state', 'invalid_input']);
  /** After a miss a case takes more than before it, as a document sent twice: only what both take is compared. */
  const follows = ({ state }: Played, { type }: HandoverCommand): boolean => {
    const step = state?.way.findLast(({ to }) => to !== 'DISCHARGED')?.to;
    if (type === 'SubmitHandover') return step === undefined;
    if (type === 'SupplementHandover') return step === 'SUBMITTED' || step === 'CLARIFYING';
    if (type === 'ReassignCareManager') return step === 'REDIRECTING';
    return type === 'RecordDischarge' || step === 'SUBMITTED';
  };

  it('comes to the same as written down at once: leaks and their kind follow the moments, whoever writes when', () => {
    const outcome = (p: Played) => [p.all(C.close).status, p.state?.leakCodes];
    fc.assert(
      fc.property(
        documents,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom<HandoverCommand>(C.discharge, C.toFacility),
        (steps, leaves, discharge) => {
          let hours = 24;
          const moments = steps.map(([command, after]) => ({ command, at: day(0, (hours += after)) }));
          const left = { command: discharge, at: plusHours(day(0, leaves), 0.5) };
          const inTime = [...moments, left].toSorted((a, b) => (a.at < b.at ? -1 : 1));
          const atOnce = new Played().all(admission('cm'), C.screen);
          const taken = inTime.filter(({ command, at: moment }) => {
            atOnce.now = moment;
            // The alarm is never late.
            atOnce.all(C.close);
            return follows(atOnce, command) && !REFUSALS.has(atOnce.tried(command));
          });
          const end = day(60);
          const late = new Played().all(admission('cm'), C.screen);
          late.now = end;
          for (const { command, at: moment } of [left, ...taken.filter((one) => one !== left)]) {
            late.ask(command, moment);
            late.all(C.close);
          }
          const last = new Played().all(admission('cm'), C.screen);
          last.now = end;
          for (const { command, at: moment } of [...taken.filter((one) => one !== left), left])
            last.ask(command, moment);
          atOnce.now = end;
          const expected = outcome(atOnce);
          expect([outcome(late), outcome(last)]).toEqual([expected, expected]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the order of time', () => {
  const refusedAt = (p: Played, command: HandoverCommand, moment: Instant): readonly string[] => {
    try {
      p.ask(command, moment);
    } catch (error) {
      if (error instanceof DomainError) return [error.code, ...error.errors.map(({ path }) => path)];
      throw error;
    }
    return [];
  };
  const BEFORE = day(-30);

  it.each([
    ['NONE', C.screen, 'occurredAt'],
    ['NONE', C.inform, 'occurredAt'],
    ['NONE', C.interview, 'occurredAt'],
    ['NONE', C.begin, 'occurredAt'],
    ['NONE', C.confer, 'occurredAt'],
    ['NONE', C.plan, 'occurredAt'],
    ['NONE', C.reassign, 'occurredAt'],
    ['NONE', C.exclude, 'occurredAt'],
    ['NOT_REQUIRED', C.identify, 'occurredAt'],
    ['REQUIRED', C.notify, 'occurredAt'],
    ['REQUIRED', C.submit, 'occurredAt'],
    ['REQUIRED', C.discharge, 'dischargedAt'],
    ['REQUIRED', C.transfer, 'on'],
    ['REQUIRED', C.die, 'on'],
  ] as const)('in %s refuses %j before the admission, at %s', (state, command, path) => {
    expect(refusedAt(at(state), command, BEFORE)).toEqual(['invalid_input', path]);
  });

  it('refuses each step before the one that it follows', () => {
    const sent = new Played().all(admission('cm'), C.screen).wait(48).all(C.submit).wait(24);
    for (const command of [C.acknowledge, C.clarify, C.giveBack, C.supplement])
      expect(refusedAt(sent, command, day(1))).toEqual(['invalid_input', 'occurredAt']);
    sent.all(C.clarify).wait(24);
    expect(refusedAt(sent, C.supplement, day(2, 1))).toEqual(['invalid_input', 'occurredAt']);
    sent.all(C.supplement).wait(1).all(C.giveBack).wait(24);
    expect(refusedAt(sent, C.reassign, day(4))).toEqual(['invalid_input', 'occurredAt']);
    sent.all(C.reassign).wait(1).all(C.acknowledge).wait(24).all(C.discharge).wait(24);
    expect(refusedAt(sent, C.feedback, day(3))).toEqual(['invalid_input', 'occurredAt']);
    expect(refusedAt(sent, C.die, day(3))).toEqual(['invalid_input', 'on']);
    expect(refusedAt(leftUnread(16), C.classify, day(13))).toEqual(['invalid_input', 'occurredAt']);
    const moved = new Played().all(admission('cm')).wait(72).all(C.transfer).wait(24);
    expect(refusedAt(moved, C.relay, day(2))).toEqual(['invalid_input', 'occurredAt']);
    expect(refusedAt(moved, C.die, day(2))).toEqual(['invalid_input', 'on']);
  });

  it('counts days where the day is all that is known, and for the information, whose fee counts days', () => {
    const morning = plusHours(START, -2);
    for (const command of [C.transfer, C.die, C.inform])
      expect(refusedAt(at('REQUIRED'), command, morning)).toEqual([]);
    expect(refusedAt(at('REQUIRED'), C.discharge, morning)).toEqual(['invalid_input', 'dischargedAt']);
  });

  it('lets a reaction tell of another case’s moment', () => {
    const p = new Played().all(admission());
    p.actor = { system: 'worker', job: 'next-hospital' };
    expect(refusedAt(p, C.identify, BEFORE)).toEqual([]);
  });

  const other = (rest: Partial<OtherStay>): OtherStay => ({
    id: 'other',
    hospital: 'elsewhere',
    stay: 'DISCHARGED',
    from: day(-20),
    until: day(-5),
    ...rest,
  });

  it.each([
    ['after the end of the former stay', other({}), 0, []],
    ['at its end', other({}), -5, []],
    ['within the former stay', other({}), -6, ['invalid_input', 'admittedAt']],
    ['before the former stay', other({}), -25, ['invalid_input', 'admittedAt']],
    ['on the day of a transfer', { ...other({ stay: 'TRANSFERRED', untilOn: '2025-06-02' }), until: undefined }, 0, []],
    [
      'before the day of a transfer',
      { ...other({ stay: 'TRANSFERRED', untilOn: '2025-06-03' }), until: undefined },
      0,
      ['invalid_input', 'admittedAt'],
    ],
    ['while another hospital has not ended its own', { ...other({ stay: 'ADMITTED' }), until: undefined }, 0, []],
    [
      'before a stay elsewhere that goes on',
      { ...other({ stay: 'ADMITTED', from: day(1) }), until: undefined },
      0,
      ['invalid_input', 'admittedAt'],
    ],
    [
      'at a hospital where the person is',
      { ...other({ stay: 'ADMITTED', hospital: 'hospital' }), until: undefined },
      0,
      ['already_exists'],
    ],
  ] as const)('an admission %s', (_what, stay, on, then) => {
    const p = new Played();
    p.now = day(3);
    const { until, ...rest } = stay;
    p.stays = [{ ...rest, ...(until !== undefined && { until }) }];
    expect(refusedAt(p, admission('cm'), day(on))).toEqual(then);
  });

  it('a transfer that is written down late opens no second case of a stay that is over', () => {
    const p = new Played();
    p.actor = { system: 'worker', job: 'next-hospital' };
    p.stays = [other({ hospital: 'hospital' })];
    expect(refusedAt(p, admission('cm'), day(-20))).toEqual(['already_exists']);
    p.stays = [other({})];
    expect(refusedAt(p, admission('cm'), day(-20))).toEqual([]);
  });

  it('a stay that was forgotten elsewhere keeps nobody out, and ends before the next began', () => {
    const next = new Played();
    next.stays = [{ id: 'forgotten', hospital: 'elsewhere', stay: 'ADMITTED', from: day(-20) }];
    const facts = next.ask(admission('cm'));
    expect(facts[0]?.payload).toMatchObject({ openElsewhere: 'forgotten' });
    expect(dischargeCaseKind.claims?.(facts, next.state).take).toEqual(['discharge_case:patient:hospital']);
    expect(dischargeCaseKind.claims?.(next.ask(C.discharge), next.state).release).toEqual([
      'discharge_case:patient:hospital',
    ]);

    for (const [command, path] of [
      [C.discharge, 'dischargedAt'],
      [C.transfer, 'on'],
      [C.die, 'on'],
    ] as const) {
      const forgotten = new Played().all(admission('cm'));
      forgotten.now = day(20);
      forgotten.stays = [{ id: 'next', hospital: 'elsewhere', stay: 'ADMITTED', from: day(10) }];
      expect(refusedAt(forgotten, command, day(12))).toEqual(['invalid_input', path]);
      expect(refusedAt(forgotten, command, day(9))).toEqual([]);
    }
  });
});

describe('a record that a command must bring', () => {
  it.each([
    ['REQUIRED', C.submit],
    ['SUBMITTED', C.clarify],
    ['SUBMITTED', C.giveBack],
  ] as const)('in %s %j writes nothing without it', (state, command) => {
    const p = at(state);
    p.records = {};
    expect(() => p.ask(command)).toThrow('without its record');
  });
});

describe('a handover that has been read', () => {
  it('says so to whoever acknowledges it again', () => {
    expect(() => at('ACKNOWLEDGED').ask(C.acknowledge)).toThrow('has acknowledged this handover already');
  });
});

describe('a discharge that moves to very soon', () => {
  it('tells whoever has not read the document, and makes it due no later', () => {
    const p = at('SUBMITTED');
    const before = p.duties.find(({ step }) => step === 'acknowledgement');
    p.ask({ ...C.plan, plannedDischargeOn: '2025-06-03' });
    const after = p.duties.find(({ step }) => step === 'acknowledgement');
    expect(after?.rungs.filter(({ at: moment }) => moment === p.now).map(({ level }) => level)).toEqual([1, 2]);
    expect((after?.dueAt ?? '') <= (before?.dueAt ?? '')).toBe(true);
    const read = at('ACKNOWLEDGED');
    read.ask({ ...C.plan, plannedDischargeOn: '2025-06-03' });
    expect(read.open).not.toContain('acknowledgement');
  });
});

const commands: fc.Arbitrary<HandoverCommand> = fc.oneof(
  fc.constantFrom<HandoverCommand>(...Object.values(C)),
  fc
    .integer({ min: 1, max: 28 })
    .map((on): HandoverCommand => ({ ...C.plan, plannedDischargeOn: `2025-06-${String(on).padStart(2, '0')}` })),
  fc.constantFrom(...DESTINATIONS).map((destination): HandoverCommand => ({ type: 'RecordDischarge', destination })),
  fc.constantFrom(...EXCLUSION_CODES).map((code): HandoverCommand => ({ type: 'ExcludeFromSurvey', code })),
  fc.constantFrom(1, 2, 3).map((version): HandoverCommand => ({ type: 'AcknowledgeHandover', version })),
);
const usual = fc.constantFrom<HandoverCommand>(
  C.screen,
  C.plan,
  C.notify,
  C.submit,
  C.supplement,
  C.acknowledge,
  C.clarify,
  C.giveBack,
  C.reassign,
);
const lives = fc.tuple(
  fc.constantFrom(undefined, 'cm'),
  fc.array(
    fc.tuple(
      fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: commands }),
      fc.integer({ min: 0, max: 60 }),
    ),
    {
      minLength: 1,
      maxLength: 25,
    },
  ),
);

/** Nothing is owed any more. */
function finished({ handover, stay }: DischargeCase): boolean {
  if (stay === 'DIED' || stay === 'TRANSFERRED') return true;
  if (['EXCLUDED', 'LEAK_CONFIRMED', 'FEEDBACK_RETURNED', 'NOT_REQUIRED'].includes(handover)) return true;
  return handover === 'NONE' && stay === 'DISCHARGED';
}

describe('whatever is asked of a case', () => {
  const always = (look: (p: Played, facts: readonly HandoverEvent[]) => void) =>
    fc.assert(
      fc.property(lives, ([careManager, life]) => {
        const p = new Played();
        look(p, p.ask(admission(careManager)));
        for (const [command, hours] of life) {
          p.wait(hours);
          let facts: readonly HandoverEvent[] = [];
          try {
            facts = p.ask(command);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          look(p, facts);
        }
      }),
      { numRuns: 300 },
    );

  it('an open one always has a duty that is open or waits for the end of its window', () => {
    always((p) => {
      const waits = p.duties.some(
        ({ state, actAt }) => state === 'open' || (state === 'missed' && actAt !== undefined),
      );
      expect([p.status, p.state?.stay, finished(p.state as DischargeCase) || waits]).toEqual([
        p.status,
        p.state?.stay,
        true,
      ]);
    });
  });

  it('refuses nothing that it offers for the state in which it is', () => {
    always((p) => {
      const { state, now } = p;
      if (!state) return;
      // What was done inside the recovery window may be written down once that is over.
      const until = state.recoverUntil ?? now;
      const moments = [now, until > now ? now : plusMinutes(until, -1)];
      for (const command of Object.values(C)) {
        const { from } = dischargeCaseKind.commands[command.type];
        if (!from?.(state)) continue;
        const answers = moments.map((moment) => Object.assign(new Played(), p).tried(command, moment));
        expect([command.type, p.status, state.stay, answers.every((code) => code === 'invalid_state')]).toEqual([
          command.type,
          p.status,
          state.stay,
          false,
        ]);
      }
    });
  });

  it('one that has ended owes nothing, and is not chased', () => {
    always((p) => {
      const ended = ['EXCLUDED', 'LEAK_CONFIRMED', 'FEEDBACK_RETURNED'].includes(p.status) || p.state?.stay === 'DIED';
      expect(ended && p.duties.some(({ state, actAt }) => state === 'open' || actAt !== undefined)).toBe(false);
    });
  });

  it('a miss comes with a discharge, or shows after it, and names one step, which is missed until the window is over', () => {
    always((p, facts) => {
      const missed = facts.find(({ type }) => type === 'DischargeHandoverMissed');
      const of = missed?.payload as { step: string; recoverUntil: Instant } | undefined;
      expect(missed === undefined || p.state?.stay === 'DISCHARGED').toBe(true);
      const duty = of && p.state?.duties[of.step];
      expect(of === undefined || (duty?.state === 'missed' && duty.actAt === of.recoverUntil)).toBe(true);
      expect(p.duties.filter(({ actAt }) => actAt !== undefined).length).toBeLessThanOrEqual(1);
    });
  });

  it('has as many versions as were sent, and owes an acknowledgement of the latest at most', () => {
    always((p) => {
      const { version = 0 } = p.state ?? {};
      expect(version).toBe(p.sent);
      const asked = p.duties.filter(({ step, state }) => step === 'acknowledgement' && state === 'open');
      expect(asked.map(({ instance }) => instance)).toEqual(asked.length > 0 ? [String(version)] : []);
    });
  });

  it('the live case of a patient is claimed when it begins, and given back when the stay ends', () => {
    always((p, facts) => {
      const claims = dischargeCaseKind.claims?.(facts, p.state) ?? { take: [], release: [] };
      const over = facts.some(({ type }) => ['PatientDischarged', 'PatientTransferred', 'PatientDied'].includes(type));
      expect(claims.take.length > 0).toBe(facts[0]?.type === 'AdmissionRegistered');
      expect(claims.release.length > 0).toBe(over);
    });
  });
});

describe('another care manager is in charge of the person (FollowCareManagerChange)', () => {
  const owedBy = ({ duties: all }: Played) =>
    all.filter(({ state }) => state === 'open').map(({ step, owedBy: who }) => `${step} ${who}`);

  it('what the former one owes, the new one owes, and both the hospital and the new one hear of it', () => {
    const p = at('SUBMITTED');
    expect(owedBy(p)).toContain('acknowledgement office-cm');
    const facts = p.ask(C.follow);
    expect(facts).toMatchObject([{ type: 'CareManagerReassigned', payload: { follows: true } }]);
    expect(owedBy(p)).toContain('acknowledgement office-heir');
    expect(owedBy(p).filter((owed) => owed.endsWith('office-cm'))).toEqual([]);
    expect(dischargeCaseKind.notices?.(facts, p.state)).toContainEqual({
      template: 'handover.care_manager_changed',
      to: [{ role: 'discharge_nurse', organization: 'hospital' }, { user: 'heir' }],
    });
  });

  it.each(['REDIRECTING', 'MISSED'])('%s keeps its addressee, and the hospital and the desk are told', (path) => {
    const p = at(path);
    const before = p.state;
    const facts = p.ask(C.follow);
    expect(facts).toEqual([
      { type: 'CareManagerChangeNoted', payload: { careManager: { user: 'heir', organization: 'office-heir' } } },
    ]);
    expect(p.state).toEqual(before);
    expect(dischargeCaseKind.notices?.(facts, p.state)).toEqual([
      {
        template: 'handover.care_manager_differs',
        to: [
          { role: 'discharge_nurse', organization: 'hospital' },
          { role: 'coordinator', kind: 'help_desk', area },
        ],
      },
    ]);
  });

  it('is noted where nobody is in charge any more, and where the stay names nobody', () => {
    const nobody: HandoverCommand = { type: 'FollowCareManagerChange', careManager: null, former: 'cm' };
    expect(at('SUBMITTED').ask(nobody)).toMatchObject([{ type: 'CareManagerChangeNoted' }]);
    const unnamed: HandoverCommand = { type: 'FollowCareManagerChange', careManager: 'heir', former: null };
    expect(new Played().all(admission()).ask(unnamed)).toMatchObject([{ type: 'CareManagerChangeNoted' }]);
  });

  it('leaves a stay that names somebody else, and asked twice follows once', () => {
    expect(new Played().all(admission('another')).ask(C.follow)).toEqual([]);
    const p = at('SUBMITTED');
    expect(p.ask(C.follow)).toHaveLength(1);
    expect(p.ask(C.follow)).toEqual([]);
  });

  it.each(['EXCLUDED', 'LEAK_CONFIRMED', 'FEEDBACK_RETURNED'])('leaves what is over: %s', (path) => {
    expect(at(path).ask(C.follow)).toEqual([]);
  });

  it('nothing is left open with the former office wherever it follows', () => {
    for (const [path, reach] of Object.entries(PATHS)) {
      const p = reach(new Played());
      const [fact] = p.ask(C.follow);
      if (fact?.type !== 'CareManagerReassigned') continue;
      expect([path, owedBy(p).filter((owed) => owed.endsWith('office-cm'))]).toEqual([path, []]);
    }
  });
});
