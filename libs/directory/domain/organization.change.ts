import { canonical, dateIn, invalidInput, type Circumstances, type LocalDate, type Opening } from '#kernel';
import { mustBeFree, mustBeUnused, type OpenWork } from './open-work.js';
import {
  areasServed,
  codeClaims,
  mustNotBeBoth,
  noMainDesk,
  noSuchMunicipality,
  servedBy,
  type Capability,
  type Changed,
  type Clearable,
  type InstitutionCode,
  type InstitutionFound,
  type Organization,
  type OrganizationEvent,
  type OrganizationKind,
} from './organization.js';

export interface ChangeInstitution {
  readonly type: 'ChangeInstitution';
  readonly kind?: OrganizationKind;
  readonly name?: string;
  readonly municipality?: string;
  readonly block?: string;
  readonly phone?: string;
  readonly capabilities?: readonly Capability[];
  readonly hours?: Opening['hours'];
  readonly closedDays?: readonly LocalDate[];
  readonly openDays?: readonly LocalDate[];
  readonly serves?: readonly string[];
  readonly satelliteOf?: string;
  readonly group?: string;
  readonly codes?: readonly InstitutionCode[];
  /** What is taken away and has nothing in its place. */
  readonly clear?: readonly Clearable[];
}
export interface VerifyInstitution {
  readonly type: 'VerifyInstitution';
}
export interface CloseInstitution {
  readonly type: 'CloseInstitution';
  /** 引き継ぐ機関. */
  readonly successor?: string;
}
export interface ReopenInstitution {
  readonly type: 'ReopenInstitution';
}
export interface WithdrawInstitutionRegistration {
  readonly type: 'WithdrawInstitutionRegistration';
}

/** What everybody who works there may change: when it can be reached, and how (窓口の時間と電話). */
export const OWN_FIELDS: ReadonlySet<keyof ChangeInstitution> = new Set([
  'type',
  'hours',
  'closedDays',
  'openDays',
  'phone',
]);

/** Whether a change says nothing but what the institution's own people may say. */
export const isOwnBusiness = ({ clear = [], ...said }: ChangeInstitution): boolean =>
  Object.keys(said).every((name) => OWN_FIELDS.has(name as keyof ChangeInstitution)) &&
  clear.every((name) => OWN_FIELDS.has(name));

export interface ChangeFound extends InstitutionFound {
  /** Whether other desks hand over to it. */
  readonly hasSatellites: boolean;
}

export interface ClosingFound {
  readonly work: OpenWork;
  /** Whether the successor that the command names is open; undefined where it names none. */
  readonly successorIsOpen?: boolean;
}

const isEqual = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);

/** 相談窓口・拠点: areas stand on them, so that one of them becomes nothing else; a new one is registered. */
const DESKS: ReadonlySet<OrganizationKind> = new Set(['help_desk', 'cooperation_base']);

/** 機関の情報を変える: the fact holds what is other than before, and nothing where all is as it was. */
export function changeInstitution(
  { type: _type, municipality, serves: _named, clear = [], ...said }: ChangeInstitution,
  state: Organization,
  { found }: Pick<Circumstances<ChangeFound>, 'found'>,
): OrganizationEvent[] {
  if (municipality !== undefined && !found.area) throw noSuchMunicipality();
  const { kind = state.kind, satelliteOf } = said;
  if (kind !== state.kind && (DESKS.has(kind) || DESKS.has(state.kind))) throw isDeskForever();
  if (satelliteOf !== undefined && (!found.isMainDesk || satelliteOf === state.id || found.hasSatellites))
    throw noMainDesk();
  const { area = state.area } = found;
  const serves = servesAfter(state, kind, found);
  mustNotBeBoth({ ...state.opening, ...said });
  const wanted: Changed = { ...said, municipality: area.municipalityId, area, serves };
  const before: Changed = { ...state, ...state.opening };
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isEqual(value, before[name as keyof Changed])),
  ) as Changed;
  const cleared = clear.filter((name) => !(name in said) && state[name] !== undefined);
  if (Object.keys(changes).length === 0 && cleared.length === 0) return [];
  const [had, has] = [codeClaims(state), codeClaims({ ...state, ...changes })];
  const [take, release] = [has.filter((code) => !had.includes(code)), had.filter((code) => !has.includes(code))];
  return [
    {
      type: 'InstitutionChanged',
      payload: { ...changes, ...(cleared.length > 0 && { cleared }) },
      ...(take.length > 0 && { take }),
      ...(release.length > 0 && { release }),
    },
  ];
}

/** What it serves by its kind follows its kind and place; what was said of it stays until something else is said. */
function servesAfter(state: Organization, kind: OrganizationKind, { area = state.area, serves }: InstitutionFound) {
  if (serves) return areasServed(serves);
  return isEqual(state.serves, servedBy(state.kind, state.area)) ? servedBy(kind, area) : state.serves;
}

/** 情報を確認する. Nobody needs to say twice on one day that nothing has changed. */
export const verifyInstitution = (
  _command: VerifyInstitution,
  { verifiedOn }: Organization,
  { occurredAt }: Pick<Circumstances<unknown>, 'occurredAt'>,
): OrganizationEvent[] => {
  const on = dateIn(occurredAt);
  return on > verifiedOn ? [{ type: 'InstitutionVerified', payload: { on } }] : [];
};

/** 廃止する: refused while anything stands with it, by sort and number. */
export function closeInstitution(
  { successor }: CloseInstitution,
  { id }: Organization,
  { occurredAt, found: { work, successorIsOpen } }: Pick<Circumstances<ClosingFound>, 'occurredAt' | 'found'>,
): OrganizationEvent[] {
  if (successor !== undefined && (!successorIsOpen || successor === id))
    throw invalidInput(
      'successor',
      '引き継ぐ機関は、開いているほかの機関です。一覧から選び直してください。',
      'The successor is another institution that is open. Choose from the list again.',
    );
  mustBeFree(
    work,
    'まだ仕事が残っているので、廃止を記録できません。',
    'It cannot be closed while work still stands with it.',
  );
  const on = dateIn(occurredAt);
  return [{ type: 'InstitutionClosed', payload: { on, ...(successor !== undefined && { successor }) } }];
}

export const reopenInstitution = (
  _command: ReopenInstitution,
  _state: Organization,
  { occurredAt }: Pick<Circumstances<unknown>, 'occurredAt'>,
): OrganizationEvent[] => [{ type: 'InstitutionReopened', payload: { on: dateIn(occurredAt) } }];

/** 登録を取り消す: it was registered by mistake, and nobody refers to it. */
export function withdrawInstitutionRegistration(
  _command: WithdrawInstitutionRegistration,
  state: Organization,
  { found: { used } }: Pick<Circumstances<{ used: boolean }>, 'found'>,
): OrganizationEvent[] {
  mustBeUnused(used);
  const release = codeClaims(state);
  return [{ type: 'InstitutionRegistrationWithdrawn', payload: {}, ...(release.length > 0 && { release }) }];
}

const isDeskForever = () =>
  invalidInput(
    'kind',
    '相談窓口・拠点は、ほかの種類に変えられません（圏域の相談がここに集まっているためです）。新しい機関を登録し、古いほうを廃止してください。',
    'A help desk or base does not become something else, for the areas stand on it. Register a new institution and close this one.',
  );
