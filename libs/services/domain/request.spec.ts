import * as fc from 'fast-check';
import {
  dateIn,
  DomainError,
  isOpenOn,
  OFFICE_HOURS,
  plusDays,
  plusHours,
  type Actor,
  type AreaRef,
  type Circumstances,
  type Instant,
} from '#kernel';
import { livesByDefaults, type Kept } from '#test/pinned-rules.js';
import { serviceRequestKind, type ServiceCommand } from '../service-request.case.js';
import {
  SERVICE_CANCELLATIONS,
  SERVICE_DECLINES,
  SERVICE_OUTCOMES,
  SERVICES,
  type RequestService,
} from './request.commands.js';
import type { ServiceEvent } from './request.events.js';
import type { ServiceRequest } from './request.js';
import type { Answering, Requesting } from './request.state.js';
import { SERVICE_BOUNDS, SERVICE_RULES, type ServiceRules } from './services.rules.js';

const { decider } = serviceRequestKind;
type Found = Requesting & Answering;

const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const found: Found = {
  consent: true,
  theirs: true,
  area,
  provider: { organization: 'dentist', opening: OFFICE_HOURS },
  attended: true,
  rules: { ref: { id: 'rules', version: 1 }, values: SERVICE_RULES },
};
const careManager: Actor = { userId: 'care-manager', role: 'care_manager', orgId: 'office' };
const dentist: Actor = { userId: 'dentist-1', role: 'clinic_staff', orgId: 'dentist' };
const coordinator: Actor = { userId: 'coordinator', role: 'coordinator', orgId: 'desk' };
const MONDAY = '2025-06-02T01:00:00.000Z'; // 10:00 in Japan
const ASKED: RequestService = { type: 'RequestService', patient: 'p', service: 'oral_care', to: 'dentist' };
const accepting = (doneBy = '2025-06-20'): ServiceCommand => ({ type: 'AcceptServiceRequest', doneBy });

interface Told extends Partial<Pick<Circumstances<Found>, 'actor' | 'occurredAt'>> {
  readonly found?: Partial<Found>;
}

/** One request, played: who says what, when. */
class Played {
  state: ServiceRequest | null = null;
  now: Instant = MONDAY;
  last: readonly ServiceEvent[] = [];

  say(command: ServiceCommand, { actor = careManager, occurredAt = this.now, found: known = {} }: Told = {}): this {
    this.last = decider.decide(command, this.state, {
      now: this.now,
      occurredAt,
      actor,
      found: { ...found, ...known },
      id: 'request',
      records: { service_wish: 'wish-row', service_note: 'note-row' },
      newId: String,
    });
    this.state = this.last.reduce<ServiceRequest | null>((s, fact) => decider.evolve(s, fact, occurredAt), this.state);
    return this;
  }

  after(hours: number): this {
    this.now = plusHours(this.now, hours);
    return this;
  }

  get owed(): string[] {
    return decider.duties(this.state).flatMap(({ step, state }) => (state === 'open' ? [step] : []));
  }
}

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'done';
};

describe('a request', () => {
  it('owes an answer after three business days: first whoever is asked hears, then whoever asked, then the desk', () => {
    const { state } = new Played().say(ASKED);
    const duty = state?.duties['service_answer'];
    expect(duty).toMatchObject({ owedBy: 'dentist', dueAt: '2025-06-05T08:00:00.000Z', state: 'open' });
    expect(duty?.rungs.map(({ level, at, to }) => [level, dateIn(at), to[0]])).toEqual([
      [1, '2025-06-05', expect.objectContaining({ organization: 'dentist' })],
      [2, '2025-06-06', { user: 'care-manager' }],
      [3, '2025-06-09', { role: 'coordinator', kind: 'help_desk', area }],
    ]);
  });

  it('tells whoever can answer there, or the desk where nobody of the organization works here', () => {
    const tell = (attended: boolean) => {
      const { state, last } = new Played().say(ASKED, { found: { attended } });
      return decider.notices?.(last, state)[0]?.to[0];
    };
    expect(tell(true)).toMatchObject({ organization: 'dentist' });
    expect(tell(false)).toEqual({ role: 'coordinator', kind: 'help_desk', area });
  });

  it.each([
    ['without consent', { consent: false }, 'consent_missing'],
    ['for somebody who is not theirs', { theirs: false }, 'forbidden'],
    ['for a stranger without consent, who learns nothing of it', { theirs: false, consent: false }, 'forbidden'],
  ])('is refused %s', (_what, known, code) => {
    expect(codeOf(() => new Played().say(ASKED, { found: known }))).toBe(code);
  });

  it('stands once for a person, a service and an organization, until it has ended', () => {
    const played = new Played().say(ASKED);
    expect(decider.claims?.(played.last, played.state).take).toEqual(['service_request:p:oral_care:dentist']);
    played.say({ type: 'DeclineServiceRequest', reason: 'no_capacity' }, { actor: dentist });
    expect(decider.claims?.(played.last, played.state)).toEqual({
      take: [],
      release: ['service_request:p:oral_care:dentist'],
    });
  });
});

describe('an answer', () => {
  it('that accepts owes the doing until the day agreed, or the next on which whoever does it works', () => {
    const { state } = new Played().say(ASKED).say(accepting('2025-06-21'), { actor: dentist });
    expect(state).toMatchObject({ status: 'ACCEPTED', doneBy: '2025-06-21' });
    expect(state?.duties['service_answer']?.state).toBe('met');
    expect(state?.duties['service_completion']).toMatchObject({ dueAt: '2025-06-23T08:00:00.000Z', state: 'open' });
  });

  it('cannot agree on a day before it was given', () => {
    expect(codeOf(() => new Played().say(ASKED).say(accepting('2025-06-01'), { actor: dentist }))).toBe(
      'invalid_input',
    );
  });

  it('is not taken once the consent has been withdrawn', () => {
    const withdrawn = { actor: dentist, found: { consent: false } };
    expect(codeOf(() => new Played().say(ASKED).say(accepting(), withdrawn))).toBe('consent_missing');
  });

  it('says that the desk wrote it down, when it came by telephone', () => {
    const on = (actor: Actor) => new Played().say(ASKED).say(accepting(), { actor }).last[0]?.payload;
    expect(on(dentist)).toMatchObject({ onBehalf: false });
    expect(on(coordinator)).toMatchObject({ onBehalf: true });
  });

  it('moves with the day that is agreed anew, and a day that stays changes nothing', () => {
    const played = new Played().say(ASKED).say(accepting(), { actor: dentist });
    played.say({ type: 'RescheduleService', doneBy: '2025-06-27' }, { actor: dentist });
    expect(played.state?.duties['service_completion']?.dueAt).toBe('2025-06-27T08:00:00.000Z');
    expect(played.say({ type: 'RescheduleService', doneBy: '2025-06-27' }, { actor: dentist }).last).toEqual([]);
  });
});

describe('what is written down late', () => {
  const cancelled = () =>
    new Played()
      .say(ASKED)
      .say(accepting(), { actor: dentist })
      .after(48)
      .say({ type: 'CancelServiceRequest', reason: 'another_provider' })
      .after(1);
  const done: ServiceCommand = { type: 'CompleteServiceRequest', outcome: 'done_once' };

  it('counts as done when it was done before the request was taken back', () => {
    const played = cancelled().say(done, { actor: dentist, occurredAt: plusHours(MONDAY, 24) });
    expect(played.state?.status).toBe('COMPLETED');
  });

  it('cannot be done after the request was taken back', () => {
    expect(codeOf(() => cancelled().say(done, { actor: dentist }))).toBe('invalid_state');
  });
});

it('the withdrawal of consent stops what nobody has accepted, and nothing else', () => {
  const stop: ServiceCommand = { type: 'StopServiceWithoutConsent' };
  expect(new Played().say(ASKED).say(stop).state?.status).toBe('CANCELLED');
  expect(new Played().say(ASKED).say(accepting(), { actor: dentist }).say(stop).state?.status).toBe('ACCEPTED');
});

describe('whatever is said in whatever order', () => {
  const day = fc.integer({ min: -5, max: 60 }).map((n) => plusDays('2025-06-02', n));
  const command = fc.oneof<fc.Arbitrary<ServiceCommand>[]>(
    fc.constantFrom(...SERVICES).map((service) => ({ ...ASKED, service })),
    day.map((doneBy) => ({ type: 'AcceptServiceRequest', doneBy })),
    day.map((doneBy) => ({ type: 'RescheduleService', doneBy })),
    fc.constantFrom(...SERVICE_DECLINES).map((reason) => ({ type: 'DeclineServiceRequest', reason })),
    fc.constantFrom(...SERVICE_OUTCOMES).map((outcome) => ({ type: 'CompleteServiceRequest', outcome })),
    fc.constantFrom(...SERVICE_CANCELLATIONS).map((reason) => ({ type: 'CancelServiceRequest', reason })),
    fc.constant({ type: 'StopServiceWithoutConsent' }),
  );
  const told = fc.record({
    command,
    wait: fc.integer({ min: 0, max: 72 }),
    late: fc.integer({ min: 0, max: 48 }),
    actor: fc.constantFrom(careManager, dentist, coordinator),
  });

  it('an answer is owed while it is asked, the doing while it is accepted, and then nothing', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (life) => {
        const played = new Played();
        for (const { command: said, wait, late, actor } of [
          { ...life[0], command: ASKED, wait: 0, late: 0, actor: careManager },
          ...life,
        ]) {
          played.after(wait);
          // What is refused changes nothing.
          codeOf(() => played.say(said, { actor, occurredAt: plusHours(played.now, -Math.min(late, wait)) }));
          const owed = { REQUESTED: ['service_answer'], ACCEPTED: ['service_completion'] };
          const status = played.state?.status ?? '';
          expect(played.owed).toEqual(owed[status as keyof typeof owed] ?? []);
          const due = decider.duties(played.state).flatMap(({ dueAt, state: is }) => (is === 'open' ? [dueAt] : []));
          expect(due.filter((at) => !isOpenOn(dateIn(at), OFFICE_HOURS))).toEqual([]);
        }
      }),
    );
  });
});

describe('a request that was made before a rule was added', () => {
  const LIFE: readonly (readonly [ServiceCommand, Actor])[] = [
    [ASKED, careManager],
    [accepting(), dentist],
    [{ type: 'RescheduleService', doneBy: '2025-06-27' }, dentist],
    [{ type: 'CompleteServiceRequest', outcome: 'continuing' }, dentist],
  ];
  const played = (kept: Kept<ServiceRules>): ServiceEvent[] => {
    const life = new Played();
    return LIFE.flatMap(([command, actor]) => {
      life.after(1).say(command, { actor });
      if (life.state) life.state = { ...life.state, rules: kept(life.state.rules) as ServiceRules };
      return life.last;
    });
  };
  livesByDefaults<ServiceRules>({
    defaults: SERVICE_RULES,
    bounds: SERVICE_BOUNDS,
    lives: { 'accepted and done': played },
    notReadLater: { answerBusinessDays: 'the answer is owed from the beginning, and is not planned anew' },
  });
});
