import {
  dateIn,
  DomainError,
  forbidden,
  invalidInput,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Coordinating,
  type CoordinationField,
  type CoordinationLevel,
  type Earlier,
  type Event,
  type LocalDate,
} from '#kernel';

/** 調整役の種類 (K-01…K-09). The list stays open: a kind of 2025 is among them already (かかりつけ医機能推進コーディネーター [L39]). */
export const COORDINATOR_KINDS = [
  'medical_association',
  'dementia',
  'life_support',
  'municipal',
  'chiiki_hokatsu',
  'rights',
  'volunteer',
  'home_care',
  'dental',
  'hospital_outpatient_nurse',
  'hospital_discharge',
  'family_doctor',
] as const;
export type CoordinatorKind = (typeof COORDINATOR_KINDS)[number];

export interface AppointCoordinator {
  readonly type: 'AppointCoordinator';
  readonly user: string;
  readonly kind: CoordinatorKind;
  readonly fields: readonly CoordinationField[];
  readonly level: CoordinationLevel;
  readonly area: string;
  /** 養成研修の修了日 (TR-02). The number of the certificate lies in the personal-data store. */
  readonly trainedOn?: LocalDate;
}
export interface EndCoordinatorPost {
  readonly type: 'EndCoordinatorPost';
}

interface Post extends Coordinating {
  readonly user: string;
  /** Where that person works. */
  readonly organization: string;
  readonly kind: CoordinatorKind;
  /** The tiers of its area. */
  readonly place: AreaRef;
  readonly since: LocalDate;
  readonly trainedOn?: LocalDate;
  readonly certificateRef?: string;
}

/** 調整役を置いた. `overlaps` are the posts that stood in the same field, level and area just then: warned of, never refused (K-01). */
export type CoordinatorAppointed = Event<'CoordinatorAppointed', Post & { overlaps?: readonly string[] }>;
/** 調整役の任を終えた. */
export type CoordinatorPostEnded = Event<'CoordinatorPostEnded', { on: LocalDate }>;
export type CoordinatorPostEvent = CoordinatorAppointed | CoordinatorPostEnded;

/** 調整役の配置: somebody of an organization who coordinates some fields at a level for an area (K-01). */
export interface CoordinatorPost extends Post {
  readonly status: 'HELD' | 'ENDED';
  readonly endedOn?: LocalDate;
}

/** A post in office, with its id. */
export interface HeldPost extends CoordinatorPost {
  readonly id: string;
}

export interface Appointing {
  readonly organization: string;
  /** The tiers of the area; undefined where there is no such area. */
  readonly place: AreaRef | undefined;
  /** Whether the area is one that the appointer's organization is there for, or the appointer is for all. */
  readonly theirs: boolean;
  /** Posts in office in that area. */
  readonly standing: readonly HeldPost[];
}

type State = CoordinatorPost | null;

/** 養成修了 (K-06): shown of a home-care coordinator with the certificate of the course, and of nobody else. */
export const isTrained = ({ kind, trainedOn }: Pick<Post, 'kind' | 'trainedOn'>): boolean =>
  kind === 'home_care' && trainedOn !== undefined;

const inCommon = (a: Coordinating, b: Coordinating): CoordinationField[] =>
  a.area === b.area && a.level === b.level ? a.fields.filter((field) => b.fields.includes(field)) : [];

/** 重なり (K-01): posts of others in the same field, level and area. */
export const overlapping = <Other extends Coordinating & { readonly user: string }>(
  post: Coordinating & { readonly user: string },
  others: readonly Other[],
): Other[] => others.filter((other) => other.user !== post.user && inCommon(post, other).length > 0);

/** 時の順: a post cannot end before it began. */
export const APPOINTMENT: Earlier<CoordinatorPost> = {
  ja: '着任の日',
  en: 'the day of the appointment',
  at: ({ since }) => since,
};

/** 調整役を置く. */
export function appoint(
  { type: _type, ...said }: AppointCoordinator,
  _none: State,
  { found, records, occurredAt }: Circumstances<Appointing>,
): CoordinatorPostEvent[] {
  const { organization, place, theirs, standing } = found;
  if (!place) throw noSuchArea();
  if (!theirs)
    throw forbidden(
      '調整役を置けるのは、自分の機関が受け持つ圏域だけです。その圏域の拠点か管理者に依頼してください。',
      'Coordinators are placed by an organization that serves the area, or by an admin. Ask the base of that area.',
    );
  const since = dateIn(occurredAt);
  const certificateRef = records['coordinator_certificate'];
  trainingIsWhole(said, certificateRef, since);
  if (standing.some((other) => other.user === said.user && inCommon(said, other).length > 0)) throw heldAlready();
  const overlaps = overlapping(said, standing).map(({ id }) => id);
  return [
    {
      type: 'CoordinatorAppointed',
      payload: {
        ...said,
        organization,
        place,
        since,
        ...(certificateRef !== undefined && { certificateRef }),
        ...(overlaps.length > 0 && { overlaps }),
      },
    },
  ];
}

/** 任を終える. */
export const end = (
  _command: EndCoordinatorPost,
  _state: State,
  { occurredAt }: Circumstances<unknown>,
): CoordinatorPostEvent[] => [{ type: 'CoordinatorPostEnded', payload: { on: dateIn(occurredAt) } }];

/** A day without its certificate, or the other way round, would say 養成修了 on nobody's word (K-06, TR-02). */
function trainingIsWhole(
  { kind, trainedOn }: Pick<AppointCoordinator, 'kind' | 'trainedOn'>,
  certificate: string | undefined,
  since: LocalDate,
): void {
  if (kind !== 'home_care' && (trainedOn !== undefined || certificate !== undefined))
    throw invalidInput(
      trainedOn === undefined ? 'certificate' : 'trainedOn',
      '養成研修の修了は、在宅医療コーディネーターにだけ記録します。種類を選び直すか、この欄を空にしてください。',
      'The training course is that of home-care coordinators. Choose that kind, or leave this field empty.',
    );
  if (trainedOn !== undefined && certificate === undefined)
    throw invalidInput('certificate', '修了証の番号も入れてください。', 'Enter the number of the certificate as well.');
  if (trainedOn === undefined && certificate !== undefined)
    throw invalidInput('trainedOn', '修了日も入れてください。', 'Enter the day of the certificate as well.');
  if (trainedOn !== undefined && trainedOn > since)
    throw invalidInput(
      'trainedOn',
      '修了日が着任の日より後です。修了してから記録してください。',
      'The course ends after the appointment. Record it once it is finished.',
    );
}

const noSuchArea = () =>
  invalidInput(
    'area',
    'この圏域はありません。圏域の一覧から選び直してください（市町村は6桁のコードです）。',
    'There is no such area. Choose it from the list of areas; a municipality is its six-digit code.',
  );

const heldAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'この方は、同じ分野・レベル・圏域の調整役にすでに就いています。変えるときは、いまの任を終えてから登録してください。',
    'This person holds that field, level and area already. To change it, end the post and appoint anew.',
  );

/** What one person may hold once; others may hold it beside. */
const claimsOf = ({ user, fields, level, area }: Pick<Post, 'user' | 'fields' | 'level' | 'area'>): string[] =>
  fields.map((field) => `coordinator_post:${user}:${field}:${level}:${area}`);

export const coordinatorPost = {
  kind: 'coordinator_post',
  stateVersion: 1,
  initial: null as State,
  evolve(state: State, { type, payload }: CoordinatorPostEvent): State {
    if (type === 'CoordinatorAppointed') {
      const { overlaps: _then, ...post } = payload;
      return { ...post, status: 'HELD' };
    }
    if (!state) throw new Error(`${type} before CoordinatorAppointed`);
    return { ...state, status: 'ENDED', endedOn: payload.on };
  },
  bearings: (state: State): Bearings =>
    state ? { area: state.place, relations: { holder: [state.user], at: [state.organization] } } : {},
  claims(events: readonly CoordinatorPostEvent[], state: State) {
    const claims = state ? claimsOf(state) : [];
    const happened = (type: CoordinatorPostEvent['type']) => events.some((event) => event.type === type);
    return {
      take: happened('CoordinatorAppointed') ? claims : [],
      release: happened('CoordinatorPostEnded') ? claims : [],
    };
  },
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
