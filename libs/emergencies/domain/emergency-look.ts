import {
  atMinute,
  dateIn,
  endsAt,
  forbidden,
  openKeys,
  planned,
  recordOf,
  settled,
  unreachable,
  type Addressee,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Duties,
  type Earlier,
  type Event,
  type Instant,
  type LocalDate,
  type Notice,
  type Plan,
  type Role,
} from '#kernel';

/** なぜ今: 急変・意思を確かめられない・災害・担当に連絡がつかない. What exactly, the text says. */
export const EMERGENCY_REASONS = ['sudden_change', 'cannot_be_asked', 'disaster', 'nobody_reached', 'other'] as const;
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

/** 範囲: whom to telephone (担当・主治医), the last handover (引継書), the last call for help (緊急依頼の要約). */
export const EMERGENCY_SECTIONS = ['contacts', 'handover', 'backup'] as const;
export type EmergencySection = (typeof EMERGENCY_SECTIONS)[number];

export const EMERGENCY_VERDICTS = ['justified', 'unjustified'] as const;
export type EmergencyVerdict = (typeof EMERGENCY_VERDICTS)[number];

export const OPENED = 'emergency_look.opened';
export const MANY = 'emergency_look.many';
export const REVIEWED = 'emergency_look.reviewed';
export const CHASE = 'emergency_look.chase';
const REVIEW = 'emergency_review';

export interface OpenInEmergency {
  readonly type: 'OpenInEmergency';
  readonly patient: string;
  readonly reason: EmergencyReason;
  readonly sections: readonly EmergencySection[];
}
export interface CloseEmergencyLook {
  readonly type: 'CloseEmergencyLook';
}
export interface ReviewEmergencyLook {
  readonly type: 'ReviewEmergencyLook';
  readonly verdict: EmergencyVerdict;
}

/** Who answers for the person, who reviews, and what the rules say. */
export interface Opening {
  readonly area: AreaRef;
  readonly careManager?: string;
  readonly primaryPhysician?: string;
  /** The organization of those who review. */
  readonly reviewer: string;
  readonly until: Instant;
  readonly reviewBy: LocalDate;
  /** The reader has opened many of late. */
  readonly many: boolean;
}

/** 緊急閲覧を始めた. */
export type EmergencyLookOpened = Event<
  'EmergencyLookOpened',
  {
    readonly patient: string;
    readonly area: AreaRef;
    readonly by: string;
    readonly role: Role;
    readonly organization: string;
    readonly reason: EmergencyReason;
    readonly reasonRef: string;
    readonly sections: readonly EmergencySection[];
    readonly until: Instant;
    readonly careManager?: string;
    readonly primaryPhysician?: string;
    readonly reviewer: string;
    readonly many?: true;
    readonly plans: readonly Plan[];
  }
>;
/** 自分で終えた. */
export type EmergencyLookClosed = Event<'EmergencyLookClosed'>;
/** 点検した. */
export type EmergencyLookReviewed = Event<
  'EmergencyLookReviewed',
  { readonly verdict: EmergencyVerdict; readonly by: string; readonly noteRef?: string }
>;
export type EmergencyEvent = EmergencyLookOpened | EmergencyLookClosed | EmergencyLookReviewed;

/** 緊急閲覧: one person's record, opened without a relation, with a reason, for a while, in parts. */
export interface EmergencyLook extends Omit<EmergencyLookOpened['payload'], 'plans' | 'reasonRef'> {
  readonly status: 'OPENED' | 'CLOSED' | 'REVIEWED';
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly review?: { readonly verdict: EmergencyVerdict; readonly by: string; readonly at: Instant };
  readonly duties: Duties;
}
export type State = EmergencyLook | null;

/** 時の順: what nothing else can lie before. */
export const OPENING: Earlier<EmergencyLook> = { ja: '緊急閲覧', en: 'the opening', at: ({ openedAt }) => openedAt };

const ADMINISTRATORS: Addressee = { role: 'admin', kind: '*', area: null };
/** 17時: the end of a day on which somebody reviews. */
const END_OF_DAY = 17 * 60;

const reviewing = (reviewer: string, on: LocalDate): Plan => {
  const dueAt = atMinute(on, END_OF_DAY);
  return {
    step: REVIEW,
    owedBy: reviewer,
    dueAt,
    urgency: 'routine',
    template: CHASE,
    rungs: [{ level: 1, at: dueAt, to: [ADMINISTRATORS] }],
  };
};

/** 緊急閲覧を始める. It begins now, whenever it is said to have: nobody has looked before. */
export function open(
  { patient, reason, sections }: OpenInEmergency,
  _none: State,
  { actor, found, records }: Circumstances<Opening>,
): EmergencyEvent[] {
  if (!('userId' in actor)) throw forbidden('人が閲覧してください。', 'A person must look.');
  const { area, careManager, primaryPhysician, reviewer, until, reviewBy, many } = found;
  return [
    {
      type: 'EmergencyLookOpened',
      payload: {
        patient,
        area,
        by: actor.userId,
        role: actor.role,
        organization: actor.orgId,
        reason,
        reasonRef: recordOf(records, 'emergency_reason'),
        sections,
        until,
        ...(careManager !== undefined && { careManager }),
        ...(primaryPhysician !== undefined && { primaryPhysician }),
        reviewer,
        ...(many && { many }),
        plans: [reviewing(reviewer, reviewBy)],
      },
    },
  ];
}

/** 閲覧を終える. */
export const close = (): EmergencyEvent[] => [{ type: 'EmergencyLookClosed', payload: {} }];

/** 点検する. Nobody reviews what he has opened himself. */
export function review(
  { verdict }: ReviewEmergencyLook,
  { by }: EmergencyLook,
  { actor, records }: Circumstances<unknown>,
): EmergencyEvent[] {
  if (!('userId' in actor) || actor.userId === by)
    throw forbidden(
      '自分が行った緊急閲覧は、自分では点検できません。ほかの点検者に頼んでください。',
      'Nobody reviews an emergency look of his own. Ask another reviewer.',
    );
  const noteRef = records['emergency_review_note'];
  return [
    {
      type: 'EmergencyLookReviewed',
      payload: { verdict, by: actor.userId, ...(noteRef !== undefined && { noteRef }) },
    },
  ];
}

function evolve(state: State, event: EmergencyEvent, occurredAt: Instant): State {
  if (event.type === 'EmergencyLookOpened') {
    const { plans, reasonRef: _reason, ...rest } = event.payload;
    return { ...rest, status: 'OPENED', openedAt: occurredAt, duties: planned({}, plans) };
  }
  if (!state) throw new Error(`${event.type} before EmergencyLookOpened`);
  switch (event.type) {
    case 'EmergencyLookClosed':
      return { ...state, status: 'CLOSED', closedAt: occurredAt };
    case 'EmergencyLookReviewed': {
      const { verdict, by } = event.payload;
      return {
        ...state,
        status: 'REVIEWED',
        // Whoever reviews while somebody still looks ends that, too.
        closedAt: state.closedAt ?? occurredAt,
        review: { verdict, by, at: occurredAt },
        duties: settled(state.duties, 'met', ...openKeys(state.duties)),
      };
    }
    default:
      return unreachable(event);
  }
}

/** Until when the sections can be read. */
export const readableUntil = ({ until, closedAt }: EmergencyLook): Instant =>
  closedAt !== undefined && closedAt < until ? closedAt : until;

/** Whoever answers for the person, and whoever watches over the area. */
const toldOf = ({ careManager, primaryPhysician, area }: EmergencyLook): Addressee[] => [
  ...(careManager === undefined ? [] : [{ user: careManager }]),
  ...(primaryPhysician === undefined
    ? []
    : [
        { role: 'primary_physician' as const, organization: primaryPhysician },
        { role: 'clinic_staff' as const, organization: primaryPhysician },
      ]),
  { role: 'base_secretariat', kind: 'cooperation_base', area },
  ADMINISTRATORS,
];

/** Told at once, and nobody can open anything without it (G11: within a minute). */
function notices(events: readonly EmergencyEvent[], state: State): Notice[] {
  if (!state) return [];
  return events.flatMap(({ type }): Notice[] => {
    if (type === 'EmergencyLookOpened')
      return [
        { template: OPENED, to: toldOf(state), urgency: 'urgent' },
        ...(state.many ? [{ template: MANY, to: [ADMINISTRATORS], urgency: 'urgent' as const }] : []),
      ];
    return type === 'EmergencyLookReviewed' ? [{ template: REVIEWED, to: [{ user: state.by }] }] : [];
  });
}

/** What an emergency look is in pure values; what can be said of it stands in its table of commands. */
export const emergencyLook = {
  kind: 'emergency_look',
  stateVersion: 1,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          patientRef: state.patient,
          relations: {
            holder: [state.by],
            looked: [state.by],
            ...endsAt('holder', readableUntil(state)),
            told: [state.careManager, state.primaryPhysician].filter((one) => one !== undefined),
            reviewer: [state.reviewer],
          },
        }
      : {},
  notices,
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};

/** The day of the next month until which something of this moment is reviewed. */
export function dayOfNextMonth(at: Instant, day: number): LocalDate {
  const [year = 0, month = 0] = dateIn(at).split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return `${next}-${String(day).padStart(2, '0')}`;
}
