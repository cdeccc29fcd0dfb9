import {
  can,
  dateIn,
  daysBetween,
  DomainError,
  notFound,
  plusDays,
  plusMillis,
  toInstant,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type FieldError,
  type Instant,
  type LocalDate,
  type Role,
} from '#kernel';

/** One turn of one person (当番). */
export interface Shift {
  readonly organization: string;
  readonly user: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface PublishOnCallShifts {
  readonly type: 'PublishOnCallShifts';
  readonly shifts: readonly Shift[];
}

/** 当番表を出した: one fact for each turn. */
export type OnCallShiftPublished = Event<'OnCallShiftPublished', Shift & { area: AreaRef }>;

/** 一枚の当番表: what was published at once. `days` are the days in Japan on which anybody of it is on duty. */
export interface OnCallRoster {
  readonly area: AreaRef;
  readonly shifts: readonly Shift[];
  readonly days: readonly LocalDate[];
}

export interface RosterFound {
  /** Area of each organization, of the keeper's own areas, and organization of each user, where they exist. */
  readonly areas: Readonly<Record<string, AreaRef>>;
  readonly worksFor: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, Role>>;
}

/** A turn longer than this is a slip of the year [D]. */
const LONGEST_DAYS = 366;

/** A turn covers its beginning and not its end, so that two that meet never overlap. */
export const onShift = (rosters: readonly OnCallRoster[], at: Instant): Readonly<Record<string, readonly string[]>> => {
  const on: Record<string, string[]> = {};
  for (const { organization, user, from, to } of rosters.flatMap(({ shifts }) => shifts)) {
    if (at < from || to <= at) continue;
    const there = (on[organization] ??= []);
    if (!there.includes(user)) there.push(user);
  }
  return on;
};

const daysOf = ({ from, to }: Shift): LocalDate[] => {
  const first = dateIn(from);
  const last = dateIn(plusMillis(to, -1));
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => plusDays(first, i));
};

const faultsOf = (shift: Shift, index: number, { worksFor, roles }: RosterFound): FieldError[] => {
  const at = `shifts[${index}]`;
  const fault = (field: string, code: string, ja: string, en: string) => [{ path: `${at}.${field}`, code, ja, en }];
  if (shift.to <= shift.from)
    return fault('to', 'not_after_from', '終わりが始まりより後ではありません。', 'It does not end after it begins.');
  if (daysBetween(dateIn(shift.from), dateIn(shift.to)) > LONGEST_DAYS)
    return fault('to', 'too_long', '当番が一年を超えています。', 'The shift is longer than a year.');
  if (worksFor[shift.user] !== shift.organization)
    return fault('user', 'other_organization', 'この機関の職員ではありません。', 'This person does not work there.');
  const role = roles[shift.user];
  if (!role || !can(role, 'clinic_work'))
    return fault(
      'user',
      'not_on_call',
      '当番に入れるのは医師か診療所の職員です。',
      'Only a physician or clinic staff can be on call.',
    );
  return [];
};

type State = OnCallRoster | null;

/** 当番表を出す. */
export function publish(
  { shifts }: PublishOnCallShifts,
  _none: State,
  { found }: Circumstances<RosterFound>,
): OnCallShiftPublished[] {
  // Somebody of another area is as unknown here as nobody, and nothing is said of who works there.
  const areas = shifts.map(({ organization }) => {
    const area = found.areas[organization];
    if (!area) throw notFound('organization', '機関');
    return area;
  });
  const stated = shifts.map((shift) => ({ ...shift, from: toInstant(shift.from), to: toInstant(shift.to) }));
  const errors = stated.flatMap((shift, i) => faultsOf(shift, i, found));
  if (errors.length > 0)
    throw new DomainError(
      'invalid',
      'invalid_input',
      '当番表に誤りがあります。示した行を直してください。',
      'Some shifts are wrong. Mend the rows named.',
      errors,
    );
  return stated.flatMap((shift, i) => {
    const area = areas[i];
    return area ? [{ type: 'OnCallShiftPublished', payload: { ...shift, area } }] : [];
  });
}

export const onCallRoster = {
  kind: 'on_call_roster',
  stateVersion: 2,
  initial: null as State,
  evolve(state: State, { payload: { area, ...shift } }: OnCallShiftPublished): State {
    const days = [...new Set([...(state?.days ?? []), ...daysOf(shift)])];
    return { area: state?.area ?? area, shifts: [...(state?.shifts ?? []), shift], days };
  },
  bearings: (state: State): Bearings => (state ? { area: state.area } : {}),
  status: (state: State): string => (state ? 'PUBLISHED' : 'UNKNOWN'),
};
