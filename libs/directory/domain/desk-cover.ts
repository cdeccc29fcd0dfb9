import {
  dateIn,
  forbidden,
  invalidInput,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type LocalDate,
  type Notice,
} from '#kernel';

/** 窓口の代行を頼む: for the caller's own desk, from one day to another, both included. */
export interface ArrangeDeskCover {
  readonly type: 'ArrangeDeskCover';
  readonly deputy: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}
export interface EndDeskCover {
  readonly type: 'EndDeskCover';
}

/** Who stands in for which desk, from when until when. */
export interface Covering {
  readonly desk: string;
  readonly deputy: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** 窓口の代行を決めた. */
export type DeskCoverArranged = Event<'DeskCoverArranged', Covering & { area: AreaRef }>;
/** 窓口の代行を終えた: the desk works itself again. */
export type DeskCoverEnded = Event<'DeskCoverEnded', { on: LocalDate }>;
export type DeskCoverEvent = DeskCoverArranged | DeskCoverEnded;

/** 窓口の代行: while a desk is closed another one stands in its place, sees its cases and is told what it would be told. */
export interface DeskCover extends Covering {
  readonly area: AreaRef;
  readonly status: 'ARRANGED' | 'ENDED';
}

export interface Arranging {
  readonly desk: string;
  /** Where the desk is; undefined where the organization is no desk. */
  readonly area: AreaRef | undefined;
  readonly isDeputyDesk: boolean;
  /** Covers that are arranged, of all desks. */
  readonly standing: readonly Covering[];
}

type State = DeskCover | null;

const overlap = (a: Covering, b: Covering): boolean => a.from <= b.until && b.from <= a.until;

/** Days on which both hold. */
const common = (a: Covering, b: Covering): Pick<Covering, 'from' | 'until'> => ({
  from: a.from > b.from ? a.from : b.from,
  until: a.until < b.until ? a.until : b.until,
});

/** 代行の代行: whether on some day it would come back to the desk itself, so that nobody stood there (a loop). */
export function comesBack(cover: Covering, standing: readonly Covering[], desk = cover.desk): boolean {
  if (cover.deputy === desk) return true;
  return standing.some(
    (next) =>
      next.desk === cover.deputy &&
      overlap(next, cover) &&
      comesBack(
        { ...next, ...common(next, cover) },
        standing.filter((other) => other !== next),
        desk,
      ),
  );
}

/** Who stands in for each desk on a day, those who stand in for its deputies among them. */
export function deputiesOn(covers: readonly Covering[], on: LocalDate): Map<string, string[]> {
  const held = covers.filter(({ from, until }) => from <= on && on <= until);
  const found = new Map<string, string[]>();
  for (const { desk } of held) {
    const all = new Set<string>();
    const waiting = [desk];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      for (const { deputy } of held.filter((cover) => cover.desk === one))
        if (deputy !== desk && !all.has(deputy)) {
          all.add(deputy);
          waiting.push(deputy);
        }
    found.set(desk, [...all].toSorted());
  }
  return found;
}

export function arrange(
  { deputy, from, until }: ArrangeDeskCover,
  _none: State,
  { found: { desk, area, isDeputyDesk, standing }, now }: Circumstances<Arranging>,
): DeskCoverEvent[] {
  if (!area)
    throw forbidden(
      '代行を頼めるのは相談窓口です。窓口の職員に依頼してください。',
      'A cover is arranged by the help desk that it is for. Ask somebody there.',
    );
  if (!isDeputyDesk)
    throw invalidInput(
      'deputy',
      '代行できるのは、ほかの相談窓口です。一覧から選び直してください。',
      'Another help desk stands in. Choose it from the list again.',
    );
  if (until < from || until < dateIn(now))
    throw invalidInput(
      'until',
      '終わりの日は、初日と今日より後にしてください。',
      'The last day must not lie before the first one, nor before today.',
    );
  const cover = { desk, deputy, from, until };
  if (comesBack(cover, standing))
    throw invalidInput(
      'deputy',
      'その窓口の代行をたどると、この窓口に戻ります。それでは誰もいなくなります。ほかの窓口を選んでください。',
      'Whoever stands in for that desk leads back to this one: nobody would be there. Choose another desk.',
    );
  if (standing.some((other) => other.desk === desk && overlap(other, cover)))
    throw invalidInput(
      'from',
      'この期間には、もう代行が決まっています。先にそれを終えるか、日を変えてください。',
      'A cover is arranged for these days already. End that one first, or change the days.',
    );
  return [{ type: 'DeskCoverArranged', payload: { ...cover, area } }];
}

export const end = (
  _command: EndDeskCover,
  _state: DeskCover,
  { occurredAt }: Circumstances<unknown>,
): DeskCoverEvent[] => [{ type: 'DeskCoverEnded', payload: { on: dateIn(occurredAt) } }];

/** Those who stand in hear of it, and of its end. */
const notices = (events: readonly DeskCoverEvent[], state: State): Notice[] =>
  state
    ? events.map(({ type }) => ({
        template: type === 'DeskCoverArranged' ? 'desk.covered' : 'desk.cover_ended',
        to: [
          { role: 'coordinator', organization: state.deputy },
          { role: 'base_secretariat', organization: state.deputy },
        ],
      }))
    : [];

export const deskCover = {
  kind: 'desk_cover',
  stateVersion: 1,
  initial: null as State,
  evolve: (state: State, event: DeskCoverEvent): State =>
    event.type === 'DeskCoverArranged'
      ? { ...event.payload, status: 'ARRANGED' }
      : state && { ...state, status: 'ENDED' },
  bearings: (state: State): Bearings =>
    state ? { area: state.area, relations: { desk: [state.desk], deputy: [state.deputy] } } : {},
  notices,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
