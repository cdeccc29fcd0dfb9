import type { DomainError, Instant, Role } from '#kernel';
import { NO_OPEN_WORK } from './open-work.js';
import {
  changeUser,
  isHere,
  recordUserLeaving,
  user,
  withdrawUserRegistration,
  type User,
  type UserEvent,
} from './user.js';

const AT = '2025-06-02T00:00:00Z' as Instant;
const AREA = { municipalityId: 'town', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const person = (role: Role, id = 'one'): User => ({ id, role, organization: 'office', area: AREA });
const HANDOVERS = { ...NO_OPEN_WORK, cases: 2, patients: 1 };
const DUTY = { ...NO_OPEN_WORK, shifts: 1 };

const play = (events: readonly UserEvent[], state: User): User =>
  events.reduce<User | null>((s, event) => user.evolve(s, event), state) as User;
const refused = (run: () => unknown): DomainError | undefined => {
  try {
    run();
  } catch (error) {
    return error as DomainError;
  }
  return undefined;
};

describe('leaving', () => {
  const leave = (
    found: Partial<Parameters<typeof recordUserLeaving>[2]['found']>,
    handOverTo?: string,
  ): readonly UserEvent[] =>
    recordUserLeaving({ type: 'RecordUserLeaving', ...(handOverTo && { handOverTo }) }, person('care_manager'), {
      occurredAt: AT,
      found: { movable: NO_OPEN_WORK, other: NO_OPEN_WORK, isLastAdministrator: false, ...found },
    });

  it('names what stands on the person alone, and is refused', () => {
    const error = refused(() => leave({ movable: HANDOVERS, other: DUTY }));
    expect(error?.code).toBe('open_work');
    expect(error?.errors.map(({ path }) => path)).toEqual(['cases', 'patients', 'shifts']);
  });

  it('hands over what can be moved, and names only the rest', () => {
    const colleague = person('care_manager', 'two');
    expect(leave({ movable: HANDOVERS, colleague }, 'two')).toEqual([
      { type: 'UserLeft', payload: { on: '2025-06-02', handOverTo: 'two' } },
    ]);
    const error = refused(() => leave({ movable: HANDOVERS, other: DUTY, colleague }, 'two'));
    expect(error?.errors.map(({ path }) => path)).toEqual(['shifts']);
  });

  it('hands over to nobody but another care manager who is here', () => {
    expect(refused(() => leave({ movable: HANDOVERS }, 'two'))?.errors[0]?.path).toBe('handOverTo');
    const nurse = person('discharge_nurse', 'two');
    expect(refused(() => leave({ movable: HANDOVERS, colleague: nurse }, 'two'))?.errors[0]?.path).toBe('handOverTo');
  });

  it('leaves no region without an administrator', () => {
    expect(refused(() => leave({ isLastAdministrator: true }))?.code).toBe('last_administrator');
  });

  it('is the end of the account, and not of the name', () => {
    const gone = play(leave({}), person('care_manager'));
    expect([isHere(gone), user.status(gone), gone.organization]).toEqual([false, 'LEFT', 'office']);
  });
});

describe('a change of somebody', () => {
  const change = (said: object, found: object = {}, records: Readonly<Record<string, string>> = {}) =>
    changeUser({ type: 'ChangeUser', ...said }, person('care_manager'), {
      found: { area: AREA, movable: NO_OPEN_WORK, other: NO_OPEN_WORK, ...found },
      records,
    });

  it('holds only what is other than before; of a name, where it lies', () => {
    expect(change({ role: 'care_manager', organization: 'office' })).toEqual([]);
    expect(change({ role: 'office_manager' })).toEqual([{ type: 'UserChanged', payload: { role: 'office_manager' } }]);
    expect(change({}, {}, { user_name: 'record' })).toEqual([{ type: 'UserChanged', payload: { nameRef: 'record' } }]);
  });

  it('to another place waits until what stands on the person alone is handed over; of a name it does not', () => {
    const busy = { movable: HANDOVERS };
    expect(refused(() => change({ organization: 'other' }, busy))?.code).toBe('open_work');
    expect(refused(() => change({ role: 'coordinator' }, busy))?.code).toBe('open_work');
    expect(change({}, busy, { user_name: 'record' })).toHaveLength(1);
  });

  it('goes to no place that is not there or closed', () => {
    expect(refused(() => change({ organization: 'gone' }, { area: undefined }))?.errors[0]?.path).toBe('organization');
  });

  it('moves the person', () => {
    const elsewhere = { ...AREA, municipalityId: 'village' };
    const moved = play(change({ organization: 'other' }, { area: elsewhere }), person('care_manager'));
    expect(moved).toEqual({ ...person('care_manager'), organization: 'other', area: elsewhere });
  });
});

describe('a registration by mistake', () => {
  const withdraw = (used: boolean, isLastAdministrator = false) =>
    withdrawUserRegistration({ type: 'WithdrawUserRegistration' }, person('admin'), {
      found: { used, isLastAdministrator },
    });

  it('is withdrawn where nothing was done', () => {
    expect(user.status(play(withdraw(false), person('admin')))).toBe('WITHDRAWN');
    expect(refused(() => withdraw(true))?.code).toBe('in_use');
    expect(refused(() => withdraw(false, true))?.code).toBe('last_administrator');
  });
});
