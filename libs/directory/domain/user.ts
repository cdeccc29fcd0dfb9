import { invalidInput, type AreaRef, type Decider, type Event, type Role } from '#kernel';

/** A person who works with the system. The name lies in the personal-data store. */
export interface User {
  readonly id: string;
  readonly role: Role;
  readonly organization: string;
  readonly area: AreaRef;
}

/** Who can take over a person from a hospital (担当ケアマネジャー): a care manager, or who leads a care-management office. */
export const isCareManager = ({ role }: User): boolean => role === 'care_manager' || role === 'office_manager';

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
    if (!area)
      throw invalidInput(
        'organization',
        '所属する機関が登録されていません。機関の一覧から選び直してください。',
        'There is no such organization. Choose it from the list again.',
      );
    return [
      {
        type: 'UserRegistered',
        payload: { user: { id, role, organization, area }, nameRef: records['user_name'] ?? null },
      },
    ];
  },
  evolve: (_state, { payload }) => payload.user,
  bearings: (state) => (state ? { area: state.area } : {}),
  status: (state) => (state ? 'REGISTERED' : 'UNKNOWN'),
};
