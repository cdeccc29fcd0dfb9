import type { AreaRef, Decider, Event, Role } from '#kernel';
import { notFound } from '#kernel';

/** A person who works with the system. The name lies in the personal-data store. */
export interface User {
  readonly id: string;
  readonly role: Role;
  readonly organization: string;
  readonly area: AreaRef;
}

export interface RegisterUser {
  readonly type: 'RegisterUser';
  readonly role: Role;
  readonly organization: string;
}

export type UserRegistered = Event<'UserRegistered', { user: User; nameRef: string | null }>;

export const user: Decider<User | null, RegisterUser, UserRegistered, { area: AreaRef | undefined }> = {
  kind: 'user',
  stateVersion: 2,
  initial: null,
  decide({ role, organization }, state, { id, found: { area }, records }) {
    if (state) return [];
    if (!area) throw notFound('organization', '所属する機関');
    return [
      {
        type: 'UserRegistered',
        payload: { user: { id, role, organization, area }, nameRef: records['user_name'] ?? null },
      },
    ];
  },
  evolve: (_state, { payload }) => payload.user,
  duties: () => [],
  bearings: (state) => (state ? { area: state.area } : {}),
  status: (state) => (state ? 'REGISTERED' : 'UNKNOWN'),
};
