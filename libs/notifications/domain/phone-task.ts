import {
  openKeys,
  planned,
  plusMinutes,
  settled,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Duties,
  type Event,
  type Instant,
  type Notice,
  type Plan,
} from '#kernel';

export const CALL_OUTCOMES = ['reached', 'left_message', 'not_reached', 'not_needed'] as const;
/** 電話の結果: 話せた・伝言を残した・つながらなかった・もう必要がなかった. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** [D] Minutes until somebody has telephoned, and until it is tried again. */
export const PHONE_RULES = { callMinutes: 10, againMinutes: 15 } as const;

export const PHONE_CHASE = 'phone.chase';

/** 電話を頼む: that the desk telephones somebody whom no message reaches. */
export interface RequestCall {
  readonly type: 'RequestCall';
  readonly person: string;
  /** The case that its message is about, where a message has not arrived. */
  readonly about?: string;
}
/** 電話の結果を記録する. */
export interface RecordCall {
  readonly type: 'RecordCall';
  readonly outcome: CallOutcome;
}

export interface Calling {
  /** Where the person works. */
  readonly organization: string;
  readonly area: AreaRef;
  readonly desk: string;
}

/** 電話を頼んだ. */
export type CallRequested = Event<
  'CallRequested',
  Calling & { readonly person: string; readonly about?: string; readonly plans: readonly Plan[] }
>;
/** 電話の結果を記録した. */
export type CallRecorded = Event<'CallRecorded', { readonly outcome: CallOutcome; readonly plans: readonly Plan[] }>;
export type PhoneTaskEvent = CallRequested | CallRecorded;

/** 電話連絡の依頼: somebody telephones, because no message has arrived. It is never done by a machine. */
export interface PhoneTask extends Calling {
  readonly status: 'OPEN' | 'DONE';
  readonly person: string;
  readonly about?: string;
  readonly calls: number;
  readonly duties: Duties;
}

type State = PhoneTask | null;

const planOf = (now: Instant, { desk, area }: Calling, calls: number): Plan => {
  const dueAt = plusMinutes(now, calls === 0 ? PHONE_RULES.callMinutes : PHONE_RULES.againMinutes);
  return {
    step: 'phone_call',
    owedBy: desk,
    dueAt,
    urgency: 'emergency',
    template: PHONE_CHASE,
    rungs: [
      {
        level: 1,
        at: calls === 0 ? now : dueAt,
        to: [
          { role: 'coordinator', organization: desk },
          { role: 'base_secretariat', organization: desk },
        ],
      },
      {
        level: 2,
        at: plusMinutes(dueAt, calls === 0 ? 0 : 1),
        to: [{ role: 'base_secretariat', kind: 'cooperation_base', area }],
      },
    ],
  };
};

export const requestCall = (
  { person, about }: RequestCall,
  _none: State,
  { found, now }: Circumstances<Calling>,
): PhoneTaskEvent[] => [
  {
    type: 'CallRequested',
    payload: { ...found, person, ...(about !== undefined && { about }), plans: [planOf(now, found, 0)] },
  },
];

/** Who was not reached is telephoned again. */
export const recordCall = (
  { outcome }: RecordCall,
  state: PhoneTask,
  { now }: Circumstances<unknown>,
): PhoneTaskEvent[] => [
  {
    type: 'CallRecorded',
    payload: {
      outcome,
      plans: outcome === 'reached' || outcome === 'not_needed' ? [] : [planOf(now, state, state.calls + 1)],
    },
  },
];

function evolve(state: State, event: PhoneTaskEvent): State {
  if (event.type === 'CallRequested') {
    const { plans, ...rest } = event.payload;
    return { ...rest, status: 'OPEN', calls: 0, duties: planned({}, plans) };
  }
  if (!state) return state;
  const { plans } = event.payload;
  const calls = state.calls + 1;
  return plans.length > 0
    ? { ...state, calls, duties: planned(state.duties, plans) }
    : { ...state, calls, status: 'DONE', duties: settled(state.duties, 'met', ...openKeys(state.duties)) };
}

/** What a phone task is in pure values. */
export const phoneTask = {
  kind: 'phone_task',
  stateVersion: 1,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings => (state ? { area: state.area, relations: { desk: [state.desk] } } : {}),
  notices: (): Notice[] => [],
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
