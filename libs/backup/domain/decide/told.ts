import type { Actor, Addressee } from '#kernel';
import { base } from '../request.obligations.js';
import { isOpen, type Acceptor, type BackupRequest, type Given } from '../request.state.js';

const users = (ids: readonly string[]): Addressee[] => ids.map((user) => ({ user }));

/** Nobody is told what they have just done themselves. */
const butFor = (actor: Actor, to: readonly Addressee[]): readonly Addressee[] => {
  if (!('userId' in actor)) return to;
  const own = (one: Addressee) =>
    'user' in one ? one.user === actor.userId : 'kind' in one && one.role === actor.role;
  return to.filter((one) => !own(one));
};

/** The request is over: whoever asked, is asked, goes, or counts on somebody who goes. */
export function whoeverWaits(state: BackupRequest, { actor }: Given): readonly Addressee[] {
  const { requester, offers, acceptor, careTeam, status, area } = state;
  return butFor(actor, [
    { user: requester.user },
    ...offers.filter(isOpen).flatMap(({ to }) => to),
    ...(acceptor ? [...acceptor.to, ...users(careTeam)] : []),
    ...(status === 'EXHAUSTED' ? base(area) : []),
  ]);
}

/** Nobody comes after all: whoever had been told so, and whoever was to go. */
export const whoeverCounted = ({ requester, acceptor, careTeam }: BackupRequest, { actor }: Given) =>
  butFor(actor, [{ user: requester.user }, ...users(careTeam), ...(acceptor?.to ?? [])]);

/** Somebody has taken it: whoever was asked too, also their own colleagues; a role only elsewhere, as they may hold it. */
export function whoeverLost({ offers }: BackupRequest, taker: Acceptor): readonly Addressee[] {
  const takes = (one: Addressee) =>
    !('user' in one) || taker.to.some((other) => 'user' in other && other.user === one.user);
  return offers
    .filter(isOpen)
    .flatMap(({ organization, to }) => (organization === taker.organization ? to.filter((one) => !takes(one)) : to));
}
