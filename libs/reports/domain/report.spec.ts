import * as fc from 'fast-check';
import {
  DomainError,
  OFFICE_HOURS,
  plusHours,
  type Actor,
  type AreaRef,
  type Circumstances,
  type Instant,
} from '#kernel';
import { livesByDefaults, type Kept } from '#test/pinned-rules.js';
import { activityReportKind, type ReportCommand } from '../activity-report.case.js';
import { figuresOf, hashOf, type Counted } from './figures.js';
import type { ReportEvent } from './report.events.js';
import type { ActivityReport } from './report.js';
import type { Bodies, DeskFound, MunicipalityFound, OpeningFound, SubmittingFound } from './report.state.js';
import { REPORT_BOUNDS, REPORT_RULES, type ReportRules } from './reports.rules.js';

const { decider } = activityReportKind;
type Found = OpeningFound & SubmittingFound & DeskFound & MunicipalityFound;

const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const party = (organization: string) => ({ organization, opening: OFFICE_HOURS });
const bodies: Bodies = { medical_association: ['association'], municipality: ['town'] };
const one: Counted = {
  side: 'care',
  profession: null,
  topics: ['dementia'],
  scene: 'daily_care',
  municipality: '012297',
  channel: 'phone',
  outcome: null,
  days: null,
};
const found: Found = {
  desk: { ...party('desk'), area },
  bodies,
  parties: { medical_association: party('association'), municipality: party('town') },
  municipality: party('town'),
  figures: figuresOf([one, one]),
  rules: { ref: { id: 'rules', version: 1 }, values: REPORT_RULES },
};
const coordinator: Actor = { userId: 'coordinator', role: 'coordinator', orgId: 'desk' };
const doctor: Actor = { userId: 'doctor', role: 'medical_association', orgId: 'association' };
const officer: Actor = { userId: 'officer', role: 'municipal_ltc_officer', orgId: 'town' };
const worker: Actor = { system: 'worker', job: 'test' };

const JUNE = '2025-06-05T01:00:00.000Z';
const FIRST_OF_JULY = '2025-07-01T01:00:00.000Z'; // a Tuesday, 10:00 in Japan
const OPEN: ReportCommand = { type: 'OpenActivityReport', desk: 'desk', month: '2025-06' };
const SUBMIT: ReportCommand = { type: 'SubmitActivityReport' };
const APPROVE: ReportCommand = { type: 'ApproveActivityReport' };
const RETURN: ReportCommand = { type: 'ReturnActivityReport' };
const DECIDE: ReportCommand = { type: 'DecideActivityReport' };
const DEADLOCK: ReportCommand = { type: 'DeadlockActivityReport' };
const FORTNIGHT = 15 * 24;

interface Told extends Partial<Pick<Circumstances<Found>, 'occurredAt'>> {
  readonly found?: Partial<Found>;
}

class Played {
  state: ActivityReport | null = null;
  last: readonly ReportEvent[] = [];

  constructor(public now: Instant = FIRST_OF_JULY) {}

  say(command: ReportCommand, actor: Actor, { occurredAt = this.now, found: known = {} }: Told = {}): this {
    this.last = decider.decide(command, this.state, {
      now: this.now,
      occurredAt,
      actor,
      found: { ...found, ...known },
      id: 'report',
      records: { report_return_reason: 'reason-row', report_decision_note: 'note-row' },
      newId: String,
    });
    this.state = this.last.reduce<ActivityReport | null>((s, fact) => decider.evolve(s, fact, occurredAt), this.state);
    return this;
  }

  after(hours: number): this {
    this.now = plusHours(this.now, hours);
    return this;
  }

  get owed(): string[] {
    const open = decider.duties(this.state).filter(({ state }) => state === 'open');
    return open.map(({ step, instance }) => (instance === undefined ? step : `${step}#${instance}`));
  }
}

const submitted = () => new Played().say(OPEN, worker).say(SUBMIT, coordinator);
const deadlocked = () => submitted().say(APPROVE, officer).after(FORTNIGHT).say(DEADLOCK, worker);

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'done';
};

describe('a month', () => {
  it('is owed on the fifth business day of the next, from its first consultation on', () => {
    const { state } = new Played(JUNE).say(OPEN, worker);
    expect(state?.duties['report_submission']).toMatchObject({ owedBy: 'desk', dueAt: '2025-07-07T08:00:00.000Z' });
  });

  it('that was opened after its due day is not chased, and can be submitted', () => {
    const played = new Played('2025-09-01T01:00:00.000Z').say(OPEN, worker);
    expect(played.owed).toEqual([]);
    expect(played.say(SUBMIT, coordinator).state?.status).toBe('SUBMITTED');
  });

  it('is opened by a worker only where both bodies are there to approve, and by no organization that is no desk', () => {
    const alone = { bodies: { ...bodies, medical_association: [] } };
    expect(new Played().say(OPEN, worker, { found: alone }).last).toEqual([]);
    expect(new Played().say(OPEN, coordinator, { found: alone }).state?.status).toBe('DRAFT');
    const { desk: _desk, ...noDesk } = found;
    const elsewhere = () =>
      decider.decide(OPEN, null, {
        now: FIRST_OF_JULY,
        occurredAt: FIRST_OF_JULY,
        actor: coordinator,
        found: noDesk,
        id: 'report',
        records: {},
        newId: String,
      });
    expect(codeOf(elsewhere)).toBe('forbidden');
    const nobody = { bodies: { medical_association: ['association'], municipality: [] } };
    expect(codeOf(() => new Played().say(OPEN, coordinator, { found: nobody }))).toBe('no_approver');
  });

  it('is opened once', () => {
    expect(new Played().say(OPEN, worker).say(OPEN, coordinator).last).toEqual([]);
  });
});

describe('a submission', () => {
  it('waits for the end of the month', () => {
    expect(codeOf(() => new Played('2025-06-30T14:59:00.000Z').say(OPEN, worker).say(SUBMIT, coordinator))).toBe(
      'month_not_over',
    );
  });

  it('takes the figures that were looked at, and no others', () => {
    const hash = hashOf(figuresOf([one, one]));
    const draft = () => new Played().say(OPEN, worker);
    expect(draft().say({ type: 'SubmitActivityReport', hash }, coordinator).state).toMatchObject({ hash, edition: 1 });
    const late = { found: { figures: figuresOf([one]) } };
    expect(codeOf(() => draft().say({ type: 'SubmitActivityReport', hash }, coordinator, late))).toBe('stale_version');
  });

  it('asks both bodies, and only those that are there', () => {
    expect(submitted().owed).toEqual(['report_approval#medical_association', 'report_approval#municipality']);
    const alone: Told = {
      found: { bodies: { ...bodies, medical_association: [] }, parties: { municipality: party('town') } },
    };
    const played = new Played().say(OPEN, coordinator, alone).say(SUBMIT, coordinator, alone);
    expect(played.owed).toEqual(['report_approval#municipality']);
    expect(played.say(APPROVE, officer).state?.status).toBe('APPROVED');
  });
});

describe('the two bodies', () => {
  it('approve both, in either order, each once', () => {
    const by = (first: Actor, second: Actor) => {
      const played = submitted().say(APPROVE, first);
      const between = played.state?.status;
      return [between, played.say(APPROVE, second).state?.status, played.owed];
    };
    expect(by(doctor, officer)).toEqual(['SUBMITTED', 'APPROVED', []]);
    expect(by(officer, doctor)).toEqual(['SUBMITTED', 'APPROVED', []]);
    expect(codeOf(() => submitted().say(APPROVE, doctor).say(APPROVE, doctor))).toBe('already_exists');
    expect(codeOf(() => submitted().say(APPROVE, coordinator))).toBe('forbidden');
  });

  it('may give it back: it is a draft again, is owed anew, and no approval of the edition before counts', () => {
    const played = submitted().say(APPROVE, officer).after(24).say(RETURN, doctor);
    expect(played.state).toMatchObject({ status: 'DRAFT', approvals: {}, returned: ['medical_association'] });
    expect(played.owed).toEqual(['report_submission']);
    expect(played.say(SUBMIT, coordinator).state).toMatchObject({ status: 'SUBMITTED', edition: 2 });
    expect(played.owed).toHaveLength(2);
  });
});

describe('a deadlock', () => {
  it('comes after fourteen days without both approvals, and not a moment before', () => {
    expect(
      submitted()
        .after(13 * 24)
        .say(DEADLOCK, worker).last,
    ).toEqual([]);
    const played = deadlocked();
    expect(played.last[0]?.payload).toMatchObject({ lacking: ['medical_association'] });
    expect(played.owed).toEqual(['report_decision']);
    expect(played.say(DEADLOCK, worker).last).toEqual([]);
  });

  it('does not come once both have approved', () => {
    expect(submitted().say(APPROVE, doctor).say(APPROVE, officer).after(FORTNIGHT).say(DEADLOCK, worker).last).toEqual(
      [],
    );
  });

  it('is decided by the municipality, and the dissent is recorded', () => {
    expect(deadlocked().say(DECIDE, officer).state).toMatchObject({
      status: 'APPROVED',
      dissent: [{ body: 'medical_association', returned: false }],
    });
    const returned = submitted().say(RETURN, doctor).say(SUBMIT, coordinator).after(FORTNIGHT).say(DEADLOCK, worker);
    expect(returned.say(DECIDE, officer).state?.dissent).toEqual([{ body: 'medical_association', returned: true }]);
  });

  it('ends when the approval that was lacking comes after all', () => {
    const played = deadlocked().say(APPROVE, doctor);
    expect([played.state?.status, played.owed]).toEqual(['APPROVED', []]);
  });

  it('was none where the approval is only written down after the decision: the dissent is corrected', () => {
    const decided = () => deadlocked().say(DECIDE, officer).after(24);
    const early = { occurredAt: plusHours(FIRST_OF_JULY, 24) };
    expect(decided().say(APPROVE, doctor, early).state).toMatchObject({ status: 'APPROVED', dissent: [] });
    expect(codeOf(() => decided().say(APPROVE, doctor))).toBe('invalid_state');
  });
});

it('whatever is said in whatever order, what is owed is what the state waits for', () => {
  const told = fc.record({
    command: fc.constantFrom(OPEN, SUBMIT, APPROVE, RETURN, DECIDE, DEADLOCK),
    actor: fc.constantFrom(coordinator, doctor, officer, worker),
    wait: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(told, { maxLength: 16 }), (life) => {
      const played = new Played().say(OPEN, worker);
      for (const { command, actor, wait } of life) {
        played.after(wait);
        // What is refused changes nothing.
        codeOf(() => played.say(command, actor));
        const { status = 'DRAFT', approvals = {} } = played.state ?? {};
        const waiting = { DRAFT: ['report_submission'], DEADLOCKED: ['report_decision'], APPROVED: [] };
        const lacking = (['medical_association', 'municipality'] as const).filter((body) => !approvals[body]);
        expect(played.owed).toEqual(
          status === 'SUBMITTED' ? lacking.map((body) => `report_approval#${body}`) : waiting[status],
        );
      }
    }),
  );
});

describe('a report that was opened before a rule was added', () => {
  const LIFE: readonly (readonly [ReportCommand, Actor, number])[] = [
    [OPEN, worker, 0],
    [SUBMIT, coordinator, 1],
    [RETURN, doctor, 1],
    [SUBMIT, coordinator, 1],
    [APPROVE, officer, 1],
    [DEADLOCK, worker, FORTNIGHT],
    [DECIDE, officer, 1],
  ];
  const played = (kept: Kept<ReportRules>): ReportEvent[] => {
    const life = new Played();
    return LIFE.flatMap(([command, actor, hours]) => {
      // A report that is not deadlocked yet is not decided.
      if (codeOf(() => life.after(hours).say(command, actor)) !== 'done') return [];
      if (life.state) life.state = { ...life.state, rules: kept(life.state.rules) as ReportRules };
      return life.last;
    });
  };
  livesByDefaults<ReportRules>({
    defaults: REPORT_RULES,
    bounds: REPORT_BOUNDS,
    lives: { 'returned and deadlocked': played },
    notReadLater: {
      submissionBusinessDay: 'the submission is owed from the beginning; what follows a return is its own',
    },
  });
});
