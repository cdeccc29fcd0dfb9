import {
  dateIn,
  DomainError,
  invalidInput,
  unreachable,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type LocalDate,
  type Role,
} from '#kernel';
import { mustBeFree, mustBeUnused, type OpenWork } from './open-work.js';

/** A person who works with the system. The name lies in the personal-data store. */
export interface User {
  readonly id: string;
  readonly role: Role;
  readonly organization: string;
  readonly area: AreaRef;
  /** The record of the name that holds. */
  readonly nameRef?: string;
  /** 退職・転出: no account any more; the name stays where it stood. */
  readonly left?: { readonly on: LocalDate };
  /** Registered by mistake. */
  readonly withdrawn?: true;
}

/** Whether somebody works with the system now. */
export const isHere = ({ left, withdrawn }: Pick<User, 'left' | 'withdrawn'>): boolean =>
  left === undefined && withdrawn === undefined;

/** Who can take over a person from a hospital (担当ケアマネジャー): a care manager, or who leads a care-management office. */
export const isCareManager = ({ role }: Pick<User, 'role'>): boolean =>
  role === 'care_manager' || role === 'office_manager';

export interface RegisterUser {
  readonly type: 'RegisterUser';
  readonly role: Role;
  readonly organization: string;
}
/** 異動・役割の変更. The name and the ward come as a record. */
export interface ChangeUser {
  readonly type: 'ChangeUser';
  readonly role?: Role;
  readonly organization?: string;
  /** 病棟から外れた: the ward is taken out of the record. */
  readonly withoutWard?: boolean;
}
export interface RecordUserLeaving {
  readonly type: 'RecordUserLeaving';
  /** 後任: who takes over the persons and handovers that stand on this one alone. */
  readonly handOverTo?: string;
}
export interface WithdrawUserRegistration {
  readonly type: 'WithdrawUserRegistration';
}

/** As registered. */
export type RegisteredUser = Omit<User, 'nameRef' | 'left' | 'withdrawn'>;
/** 職員を登録した. */
export type UserRegistered = Event<'UserRegistered', { user: RegisteredUser; nameRef: string | null }>;
/** 職員の情報を変えた: only what is other than before. */
export type UserChanged = Event<
  'UserChanged',
  { role?: Role; organization?: string; area?: AreaRef; nameRef?: string }
>;
/** 退職・転出した. */
export type UserLeft = Event<'UserLeft', { on: LocalDate; handOverTo?: string }>;
export type UserRegistrationWithdrawn = Event<'UserRegistrationWithdrawn'>;
export type UserEvent = UserRegistered | UserChanged | UserLeft | UserRegistrationWithdrawn;

/** Of the organization that a command names: undefined where it is not there, or not any more. */
export interface Workplace {
  readonly area: AreaRef | undefined;
}

/** What stands on a person alone. */
export interface OnePersonsWork {
  /** What a colleague takes over by what the system can do: persons in charge, and handovers that wait for them. */
  readonly movable: OpenWork;
  /** What somebody has to hand over first. */
  readonly other: OpenWork;
}

export interface ChangingUser extends Workplace, OnePersonsWork {}

export interface Leaving extends OnePersonsWork {
  readonly isLastAdministrator: boolean;
  /** Of the colleague that the command names; undefined where there is none, or where that is the person. */
  readonly colleague?: User;
}

const noSuchWorkplace = () =>
  invalidInput(
    'organization',
    '所属する機関が登録されていないか、もう閉じています。機関の一覧から選び直してください。',
    'There is no such organization, or it is closed. Choose it from the list again.',
  );

const lastAdministrator = () =>
  new DomainError(
    'conflict',
    'last_administrator',
    '最後の管理者です。ほかの方を管理者として登録してから、もう一度行ってください。',
    'This is the last administrator. Register another one first.',
  );

type State = User | null;

/** 職員を登録する. */
export function registerUser(
  { role, organization }: RegisterUser,
  state: State,
  { id, found: { area }, records }: Pick<Circumstances<Workplace>, 'id' | 'found' | 'records'>,
): UserEvent[] {
  if (state) return [];
  if (!area) throw noSuchWorkplace();
  return [
    {
      type: 'UserRegistered',
      payload: { user: { id, role, organization, area }, nameRef: records['user_name'] ?? null },
    },
  ];
}

/**
 * 職員の情報を変える. Whoever goes elsewhere, or does something else, no longer sees what stood on that person alone: it is
 * handed over first.
 */
export function changeUser(
  { role, organization }: ChangeUser,
  state: User,
  { found: { area, movable, other }, records }: Pick<Circumstances<ChangingUser>, 'found' | 'records'>,
): UserEvent[] {
  if (organization !== undefined && !area) throw noSuchWorkplace();
  const nameRef = records['user_name'];
  const moves = organization !== undefined && organization !== state.organization;
  const becomes = role !== undefined && role !== state.role;
  if (moves || becomes)
    mustBeFree(
      together(movable, other),
      'この方だけが受け持つ仕事が残っているので、所属や役割を変えられません。',
      'Work stands on this person alone, so that role and organization cannot change yet.',
    );
  const payload = {
    ...(becomes && { role }),
    ...(moves && area && { organization, area }),
    ...(nameRef !== undefined && { nameRef }),
  };
  return Object.keys(payload).length === 0 ? [] : [{ type: 'UserChanged', payload }];
}

const together = (a: OpenWork, b: OpenWork): OpenWork =>
  Object.fromEntries(
    Object.entries(a).map(([sort, n]) => [sort, n + b[sort as keyof OpenWork]]),
  ) as unknown as OpenWork;

/**
 * 退職を記録する. What a colleague can take over goes to the colleague whom the command names; whatever else stands on the
 * person alone is named, and has to be handed over first.
 */
export function recordUserLeaving(
  { handOverTo }: RecordUserLeaving,
  _state: User,
  given: Pick<Circumstances<Leaving>, 'found' | 'occurredAt'>,
): UserEvent[] {
  const { movable, other, isLastAdministrator, colleague } = given.found;
  if (isLastAdministrator) throw lastAdministrator();
  if (handOverTo !== undefined && !(colleague && isCareManager(colleague)))
    throw invalidInput(
      'handOverTo',
      '後任は、今いるほかのケアマネジャーです。一覧から選び直してください。',
      'The successor is another care manager who is here now. Choose from the list again.',
    );
  mustBeFree(
    handOverTo === undefined ? together(movable, other) : other,
    'この方だけが受け持つ仕事が残っているので、退職を記録できません。後任を選ぶか、先に引き継いでください。',
    'Work stands on this person alone, so that leaving cannot be recorded. Name a successor, or hand it over first.',
  );
  const on = dateIn(given.occurredAt);
  return [{ type: 'UserLeft', payload: { on, ...(handOverTo !== undefined && { handOverTo }) } }];
}

/** 登録を取り消す: the person never did anything here, and nobody refers to him. */
export function withdrawUserRegistration(
  _command: WithdrawUserRegistration,
  _state: User,
  { found }: Pick<Circumstances<{ used: boolean; isLastAdministrator: boolean }>, 'found'>,
): UserEvent[] {
  if (found.isLastAdministrator) throw lastAdministrator();
  mustBeUnused(found.used);
  return [{ type: 'UserRegistrationWithdrawn', payload: {} }];
}

function evolve(state: State, event: UserEvent): State {
  if (event.type === 'UserRegistered') {
    const { user: registered, nameRef } = event.payload;
    return { ...registered, ...(nameRef !== null && { nameRef }) };
  }
  if (!state) throw new Error(`${event.type} before UserRegistered`);
  switch (event.type) {
    case 'UserChanged':
      return { ...state, ...event.payload };
    case 'UserLeft':
      return { ...state, left: { on: event.payload.on } };
    case 'UserRegistrationWithdrawn':
      return { ...state, withdrawn: true };
    default:
      return unreachable(event);
  }
}

const statusOf = ({ withdrawn, left }: User): string => {
  if (withdrawn) return 'WITHDRAWN';
  return left ? 'LEFT' : 'REGISTERED';
};

/** 職員: what somebody is in pure values; what can be said of somebody stands in the table of commands. */
export const user = {
  kind: 'user',
  stateVersion: 3,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings => (state ? { area: state.area } : {}),
  status: (state: State): string => (state ? statusOf(state) : 'UNKNOWN'),
};
