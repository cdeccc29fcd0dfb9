import { DomainError, type AreaRef, type Circumstances } from '#kernel';
import {
  appoint,
  coordinatorPost,
  end,
  isTrained,
  type AppointCoordinator,
  type Appointing,
  type CoordinatorPost,
  type CoordinatorPostEvent,
  type HeldPost,
} from './coordinator-post.js';

const PLACE: AreaRef = { municipalityId: '016420', homeCareAreaId: 'm', secondaryAreaId: 't', tertiaryAreaId: 'x' };
const FOUND: Appointing = { organization: 'center', place: PLACE, theirs: true, standing: [] };
const SAID: AppointCoordinator = {
  type: 'AppointCoordinator',
  user: 'u',
  kind: 'dementia',
  fields: ['dementia'],
  level: 'case',
  area: '016420',
};

const decided = (
  said: Partial<AppointCoordinator> = {},
  found: Partial<Appointing> = {},
  records: Record<string, string> = {},
) =>
  appoint({ ...SAID, ...said }, null, {
    occurredAt: '2025-06-02T01:00:00.000Z',
    found: { ...FOUND, ...found },
    records,
  } as unknown as Circumstances<Appointing>);
const folded = (events: readonly CoordinatorPostEvent[]) =>
  events.reduce<CoordinatorPost | null>((state, event) => coordinatorPost.evolve(state, event), null);
const held = (id: string, more: Partial<CoordinatorPost>): HeldPost => ({
  id,
  ...(folded(decided()) as CoordinatorPost),
  ...more,
});
const refused = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, ...error.errors.map(({ path }) => path)].join(' ');
    throw error;
  }
  return 'not refused';
};

describe('a coordinator who is appointed', () => {
  it('holds fields and a level in an area from the day, as somebody of the organization where that person works', () => {
    const state = folded(decided());
    expect(state).toMatchObject({ user: 'u', organization: 'center', since: '2025-06-02', status: 'HELD' });
    expect(coordinatorPost.bearings(state)).toEqual({ area: PLACE, relations: { holder: ['u'], at: ['center'] } });
  });

  it('is no less appointed where somebody else holds the same: the fact says with whom it overlaps', () => {
    const standing = [
      held('same', { user: 'v', fields: ['rights', 'dementia'] }),
      held('other-level', { user: 'w', level: 'area' }),
      held('other-field', { user: 'x', fields: ['dental'] }),
    ];
    expect(decided({}, { standing })).toMatchObject([{ payload: { overlaps: ['same'] } }]);
    expect(decided({}, { standing: standing.slice(1) })[0]?.payload).not.toHaveProperty('overlaps');
  });

  it('is refused what that person holds already, in any of its fields', () => {
    const standing = [held('own', {})];
    expect(refused(() => decided({ fields: ['rights', 'dementia'] }, { standing }))).toBe('already_exists');
    expect(refused(() => decided({ fields: ['rights'] }, { standing }))).toBe('not refused');
    expect(refused(() => decided({ level: 'area' }, { standing }))).toBe('not refused');
  });

  it('is placed where there is such an area, by whoever it is one for', () => {
    expect(refused(() => decided({}, { place: undefined }))).toBe('invalid_input area');
    expect(refused(() => decided({}, { theirs: false }))).toBe('forbidden');
  });
});

describe('養成修了', () => {
  const certificate = { coordinator_certificate: 'record' };
  const training = { kind: 'home_care', trainedOn: '2025-03-14' } as const;

  it('is shown of a home-care coordinator with day and certificate, whose number is in no fact', () => {
    const [fact] = decided(training, {}, certificate);
    expect(fact?.payload).toMatchObject({ trainedOn: '2025-03-14', certificateRef: 'record' });
    expect(isTrained(training)).toBe(true);
    expect(isTrained({ kind: 'home_care' })).toBe(false);
    expect(isTrained({ kind: 'dementia', trainedOn: '2025-03-14' })).toBe(false);
  });

  it('is refused by halves, to other kinds, and before the course is over', () => {
    expect(refused(() => decided(training))).toBe('invalid_input certificate');
    expect(refused(() => decided({ kind: 'home_care' }, {}, certificate))).toBe('invalid_input trainedOn');
    expect(refused(() => decided({ trainedOn: '2025-03-14' }, {}, certificate))).toBe('invalid_input trainedOn');
    expect(refused(() => decided({ ...training, trainedOn: '2025-06-03' }, {}, certificate))).toBe(
      'invalid_input trainedOn',
    );
  });
});

it('a post that ends gives back what its holder may hold once, and keeps the day', () => {
  const begun = decided({ fields: ['dementia', 'rights'] });
  const ended = end({ type: 'EndCoordinatorPost' }, null, {
    occurredAt: '2025-09-30T08:00:00.000Z',
  } as Circumstances<unknown>);
  const state = folded([...begun, ...ended]);
  expect(state).toMatchObject({ status: 'ENDED', endedOn: '2025-09-30' });
  const taken = coordinatorPost.claims(begun, state).take;
  expect(taken).toEqual(['coordinator_post:u:dementia:case:016420', 'coordinator_post:u:rights:case:016420']);
  expect(coordinatorPost.claims(ended, state)).toEqual({ take: [], release: taken });
});
