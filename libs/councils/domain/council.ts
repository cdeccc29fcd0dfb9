import {
  canonical,
  DomainError,
  EVERYBODY,
  forbidden,
  invalidInput,
  unreachable,
  type Bearings,
  type Circumstances,
} from '#kernel';
import type { AppointCouncilMember, EndMembership, EstablishCouncil, ReviseCouncil } from './council.commands.js';
import type { Constitution, CouncilEvent } from './council.events.js';
import { RECEIVING, type BodyType } from './council.terms.js';
import { covers, levelsOf, municipalitiesIn, refOf, standingIn, type AreaStructure } from './jurisdiction.js';

export interface Member {
  readonly organization: string;
  readonly body: BodyType;
}

/** 協議会: a body that meets (会議体), as it was set up (model.md 2.7). An area without one has a council all the same. */
export interface Council extends Constitution {
  readonly members: readonly Member[];
}

type State = Council | null;

/** Who sits at a council (席), as its items and meetings keep it: they follow when it changes. */
export interface Seats {
  readonly secretariat: string;
  readonly chairs: readonly string[];
  readonly members: readonly Member[];
  readonly standing: readonly string[];
}

export const seatsOf = ({ secretariat, chairMedical, chairAdministrative, members, standing }: Council): Seats => ({
  secretariat,
  chairs: [chairMedical, chairAdministrative].flatMap((user) => user ?? []),
  members,
  standing,
});

/** Who stands in which relation to what a council does. `area` is of those whose areas are the council's, and of no other. */
export const relationsOfSeats = ({
  secretariat,
  chairs,
  members,
  standing,
}: Seats): Readonly<Record<string, string[]>> => ({
  secretariat: [secretariat],
  chair: [...chairs],
  member: members.map(({ organization }) => organization),
  area: [...standing],
});

/** What a council looks like to those that may be in its way. */
export interface Standing {
  readonly id: string;
  readonly council: Council;
}

/** What was looked up to set up a council or change it. */
export interface Constituting {
  readonly tree: AreaStructure;
  /** Areas of those named that the person's organization serves, or sits in. */
  readonly serves: readonly string[];
  /** Sets up councils wherever they are. */
  readonly everywhere: boolean;
  readonly secretariatIs: string;
  readonly others: readonly Standing[];
  readonly agendaCloseDays: number;
  readonly materialDays: number;
}

export function establish(
  { type: _type, ...said }: EstablishCouncil,
  _none: State,
  { found, id }: Circumstances<Constituting>,
): CouncilEvent[] {
  const { agendaCloseDays = found.agendaCloseDays, materialDays = found.materialDays, ...rest } = said;
  return [{ type: 'CouncilEstablished', payload: constituted({ ...rest, agendaCloseDays, materialDays }, found, id) }];
}

export function revise(
  { type: _type, ...said }: ReviseCouncil,
  state: Council,
  { found, id }: Circumstances<Constituting>,
): CouncilEvent[] {
  const { members: _members, ...before } = state;
  const after = constituted({ ...before, ...said }, found, id);
  return canonical(after) === canonical(before)
    ? []
    : [{ type: 'CouncilRevised', payload: { ...after, gives: claimsOf(state) } }];
}

type Wanted = Omit<Constitution, 'municipalities' | 'area' | 'standing'>;

function constituted(wanted: Wanted, found: Constituting, id: string): Constitution {
  const { tree, serves, everywhere } = found;
  const { level, areas, agendaCloseDays, materialDays } = wanted;
  for (const [i, area] of areas.entries()) {
    if (!Object.hasOwn(tree.areas, area))
      throw invalidInput(
        `areas[${i}]`,
        'この圏域はありません。圏域の一覧から選び直してください。',
        'There is no such area. Choose it from the list of areas again.',
      );
    if (!isOfLevel(tree, area, level))
      throw invalidInput(
        `areas[${i}]`,
        'この圏域は会議の段階より広いか、段階が違います。段階に合う圏域を選んでください。',
        'This area is wider than the level of the council, or of another. Choose one that fits the level.',
      );
    if (!everywhere && !serves.includes(area))
      throw forbidden(
        '会議体を置けるのは、自分の機関が受け持つ圏域だけです。その圏域の担当か管理者に依頼してください。',
        'A council is set up by an organization that serves all of its areas, or by an admin.',
      );
  }
  if (materialDays > agendaCloseDays)
    throw invalidInput(
      'materialDays',
      '資料の送付は議題の締切より後にしてください（会議の何日前かで比べます）。',
      'Materials go out after the agenda has closed: give fewer days than for the closing.',
    );
  const municipalities = municipalitiesIn(tree, areas).toSorted();
  refuseOverlap({ ...wanted, municipalities }, found, id);
  refuseLoop(wanted.parent, found, id);
  return { ...wanted, municipalities, area: refOf(tree, areas), standing: standingIn(tree, areas) };
}

/** A council of a tier stands for areas of that tier or parts of it; that of an association for municipalities. */
function isOfLevel(tree: AreaStructure, area: string, level: string): boolean {
  const order = ['municipality', 'home_care_area', 'secondary_area', 'tertiary_area', 'prefecture'];
  const wanted = level === 'medical_association' ? 'municipality' : level;
  return levelsOf(tree, area).some((own) => order.indexOf(own) <= order.indexOf(wanted));
}

/**
 * Two councils to which issues are brought share no municipality at one level: an issue would not know where to go
 * (overlapping areas are refused) [D]. Bodies of other types may sit side by side (requirement M-02).
 */
function refuseOverlap(
  { level, types, municipalities }: Pick<Constitution, 'level' | 'types' | 'municipalities'>,
  { others }: Constituting,
  id: string,
): void {
  if (!types.includes(RECEIVING)) return;
  const other = others.find(
    ({ id: its, council }) =>
      its !== id &&
      council.level === level &&
      council.types.includes(RECEIVING) &&
      council.municipalities.some((each) => municipalities.includes(each)),
  );
  if (!other) return;
  const ja = `${other.council.name}と圏域が重なります。同じ段階の推進協議会は一つの市町村に一つです。圏域を分けるか、種類を変えてください。`;
  const en = `Its areas overlap those of ${other.council.name}. Each municipality has one such council at a level: divide the areas, or choose another type.`;
  throw new DomainError('conflict', 'overlapping_council', ja, en, [
    { path: 'areas', code: 'overlapping_council', ja, en },
  ]);
}

/** 上位会議. */
function refuseLoop(parent: string | undefined, { others }: Constituting, id: string): void {
  const above = new Map(others.map(({ id: each, council }) => [each, council.parent]));
  if (parent !== undefined && !above.has(parent))
    throw invalidInput('parent', 'この会議はありません。', 'There is no such council.');
  for (let at = parent, steps = 0; at !== undefined && steps <= above.size; at = above.get(at), steps++)
    if (at === id)
      throw invalidInput(
        'parent',
        '上位の会議がこの会議自身に戻ります。別の会議を選んでください。',
        'The councils above lead back to this one. Choose another.',
      );
}

export function appoint({ organization, body }: AppointCouncilMember, { members }: Council): CouncilEvent[] {
  return members.some((member) => member.organization === organization && member.body === body)
    ? []
    : [{ type: 'CouncilMemberAppointed', payload: { organization, body } }];
}

export function endMembership({ organization, body }: EndMembership, { members }: Council): CouncilEvent[] {
  if (!members.some((member) => member.organization === organization && member.body === body))
    throw invalidInput(
      'organization',
      'この団体は委員ではありません。画面を読み直して選び直してください。',
      'This body is no member. Reload and choose again.',
    );
  return [{ type: 'MembershipEnded', payload: { organization, body } }];
}

/** Which of the established councils an issue of an area is brought to; none: the area's own from the start. */
export function receiving(tree: AreaStructure, councils: readonly Standing[], level: string, area: string) {
  const levels = [level, ...levelsOf(tree, area)];
  return councils
    .filter(
      ({ council }) =>
        council.types.includes(RECEIVING) && levels.includes(council.level) && covers(tree, council.areas, area),
    )
    .toSorted((a, b) => levels.indexOf(a.council.level) - levels.indexOf(b.council.level))[0];
}

/** What a council lacks (注意): nothing that stops it (requirements ). */
export const warningsOf = (
  { level, chairMedical, chairAdministrative, members }: Council,
  secretariatIs: string,
): string[] => {
  const usual: Readonly<Record<string, string>> = {
    secondary_area: 'public_health_center',
    home_care_area: 'cooperation_base',
    municipality: 'municipality',
  };
  return [
    ...(chairMedical === undefined ? ['no_medical_chair'] : []),
    ...(chairAdministrative === undefined ? ['no_administrative_chair'] : []),
    ...(usual[level] !== undefined && usual[level] !== secretariatIs ? ['unusual_secretariat'] : []),
    ...(members.length === 0 ? ['no_members'] : []),
  ];
};

function evolve(state: State, { type, payload }: CouncilEvent): State {
  if (type === 'CouncilEstablished') return { ...payload, members: [] };
  if (!state) throw new Error(`${type} before CouncilEstablished`);
  const { members } = state;
  const isOther = ({ organization, body }: Member) =>
    'body' in payload && (organization !== payload.organization || body !== payload.body);
  switch (type) {
    case 'CouncilRevised': {
      const { gives: _gives, ...constitution } = payload;
      return { ...constitution, members };
    }
    case 'CouncilMemberAppointed':
      return { ...state, members: [...members, payload] };
    case 'MembershipEnded':
      return { ...state, members: members.filter(isOther) };
    default:
      return unreachable(type);
  }
}

/** Each municipality has one council of a level to which issues are brought: two cannot be set up at the same time. */
const claimsOf = ({ level, types, municipalities }: Constitution): string[] =>
  types.includes(RECEIVING) ? municipalities.map((id) => `council:${level}:${id}`) : [];

export const council = {
  kind: 'council',
  stateVersion: 1,
  initial: null as State,
  evolve,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          relations: {
            ...relationsOfSeats(seatsOf(state)),
            prefecture: state.level === 'prefecture' ? [EVERYBODY] : [],
          },
        }
      : {},
  claims: (events: readonly CouncilEvent[]) => ({
    take: events.flatMap((event) => ('municipalities' in event.payload ? claimsOf(event.payload) : [])),
    release: events.flatMap((event) => ('gives' in event.payload ? event.payload.gives : [])),
  }),
  status: (state: State): string => (state ? 'ESTABLISHED' : 'UNKNOWN'),
};
