import {
  dateIn,
  invalidInput,
  OFFICE_HOURS,
  partOf,
  unreachable,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type Instant,
  type LocalDate,
  type Opening,
} from '#kernel';

export const ORGANIZATION_KINDS = [
  'hospital',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'home_care_support_hospital',
  'backup_hospital',
  'dental_clinic',
  'pharmacy',
  'visiting_nurse_station',
  'care_management_office',
  'community_support_center',
  'home_help',
  'day_care',
  'care_facility',
  'help_desk',
  'cooperation_base',
  'medical_association',
  'municipality',
  'public_health_center',
  'other',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** 病院. */
const HOSPITALS: ReadonlySet<OrganizationKind> = new Set(['hospital', 'home_care_support_hospital', 'backup_hospital']);
/** 診療所. */
const CLINICS: ReadonlySet<OrganizationKind> = new Set([
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
]);

/** Where a person can be admitted (病院). */
export const isHospital = ({ kind }: Pick<Organization, 'kind'>): boolean => HOSPITALS.has(kind);
/** Where a physician works who can be somebody's primary physician (診療所・病院). */
export const isMedical = ({ kind }: Pick<Organization, 'kind'>): boolean => CLINICS.has(kind) || HOSPITALS.has(kind);

/** What an institution can do (機能): the concentrated sub-physician, the active institution (積極的役割), quick screening (入退院支援加算1). */
export const CAPABILITIES = ['sub_physician_concentrated', 'active_institution', 'screening_within_3_days'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** 全国の一覧: 医療機関コード and 介護事業所番号, ten digits each [M]. */
export const CODE_LISTS = ['medical_institution', 'care_service'] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/** The number of an institution in a list that the whole country keeps: by it a file and the directory mean the same. */
export interface InstitutionCode {
  readonly list: CodeList;
  readonly code: string;
}

/** An institution or office of the resource directory (資源台帳, model.md 2.8). */
export interface Organization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly municipality: string;
  readonly area: AreaRef;
  readonly block?: string;
  /** 代表電話: whoever needs it calls there. */
  readonly phone?: string;
  readonly capabilities: readonly Capability[];
  readonly opening: Opening;
  /** Areas it serves: a desk its municipality, a base its home-care area, a health center its secondary area. */
  readonly serves: readonly string[];
  /** サテライト窓口 (H-08): the help desk to which it hands over the consultations that it takes. */
  readonly satelliteOf?: string;
  /** 法人グループ: the name of the corporation that runs it together with others. */
  readonly group?: string;
  readonly codes?: readonly InstitutionCode[];
  /** The last day on which somebody said that what stands here is so: at the registering, or by a verification (確認). */
  readonly verifiedOn: LocalDate;
  /** 廃止・休止. It keeps its name where it stood. */
  readonly closed?: { readonly on: LocalDate; readonly successor?: string };
  /** It was registered by mistake. */
  readonly withdrawn?: true;
}

export interface RegisterInstitution {
  readonly type: 'RegisterInstitution';
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly municipality: string;
  readonly block?: string;
  /** 代表電話: whoever needs it calls there. */
  readonly phone?: string;
  readonly capabilities?: readonly Capability[];
  readonly hours?: Opening['hours'];
  readonly closedDays?: readonly LocalDate[];
  readonly openDays?: readonly LocalDate[];
  /** Area ids; left out: what its kind serves by itself. */
  readonly serves?: readonly string[];
  /** Of a satellite: its main desk. */
  readonly satelliteOf?: string;
  readonly group?: string;
  readonly codes?: readonly InstitutionCode[];
}

export interface InstitutionFound {
  readonly area?: AreaRef;
  /** Ids of the areas that the command says it serves, undefined where there is no such area. */
  readonly serves?: readonly (string | undefined)[];
  /** Whether the main desk that it names is one, and no satellite itself. */
  readonly isMainDesk?: boolean;
}

/** What nobody else can have meanwhile, and what is free again: beside the payload, for it follows from it. */
interface Claiming {
  readonly take?: readonly string[];
  readonly release?: readonly string[];
}

/** As registered: the day of its last verification is that of the fact. */
export type RegisteredOrganization = Omit<Organization, 'verifiedOn' | 'closed' | 'withdrawn'>;

/** 機関を登録した. */
export type InstitutionRegistered = Event<'InstitutionRegistered', { organization: RegisteredOrganization }> & Claiming;
/** What may be taken from an institution without anything in its place. */
export const CLEARABLE = ['block', 'phone', 'satelliteOf', 'group'] as const;
export type Clearable = (typeof CLEARABLE)[number];
/** What a change says: only what is other than before. */
export type Changed = Partial<
  Omit<RegisteredOrganization, 'id' | 'opening'> & Pick<Opening, 'hours' | 'closedDays' | 'openDays'>
> & { readonly cleared?: readonly Clearable[] };
/** 機関の情報を変えた. */
export type InstitutionChanged = Event<'InstitutionChanged', Changed> & Claiming;
/** 情報を確認した: what stands here is so, as of the day. */
export type InstitutionVerified = Event<'InstitutionVerified', { on: LocalDate }>;
/** 廃止した. */
export type InstitutionClosed = Event<'InstitutionClosed', { on: LocalDate; successor?: string }>;
/** 再開した. */
export type InstitutionReopened = Event<'InstitutionReopened', { on: LocalDate }>;
/** 登録を取り消した: it was no institution, or stood here twice. */
export type InstitutionRegistrationWithdrawn = Event<'InstitutionRegistrationWithdrawn'> & Claiming;

export type OrganizationEvent =
  | InstitutionRegistered
  | InstitutionChanged
  | InstitutionVerified
  | InstitutionClosed
  | InstitutionReopened
  | InstitutionRegistrationWithdrawn;

/** Whether it is there to be asked: neither closed nor withdrawn. What is not is offered nowhere. */
export const isOpen = ({ closed, withdrawn }: Pick<Organization, 'closed' | 'withdrawn'>): boolean =>
  closed === undefined && withdrawn === undefined;

/** [D] After so many days without a verification what stands here may have changed (情報が古い). */
export const STALE_AFTER_DAYS = 365;

/** What its kind serves by itself. */
export const servedBy = (kind: OrganizationKind, area: AreaRef): readonly string[] => {
  if (kind === 'cooperation_base') return [area.homeCareAreaId];
  if (kind === 'public_health_center') return [area.secondaryAreaId];
  return [area.municipalityId];
};

/** The areas of which it serves a part. */
const within = ({ serves, area }: Organization): readonly string[] => {
  const { municipalityId, homeCareAreaId, secondaryAreaId } = area;
  return serves.some((id) => [municipalityId, homeCareAreaId, secondaryAreaId].includes(id))
    ? [homeCareAreaId, secondaryAreaId].map(partOf)
    : [];
};

/** Two institutions of one kind do not have one number. One house may have one for several services. */
export const codeClaims = ({ kind, codes = [] }: Pick<Organization, 'kind' | 'codes'>): string[] => [
  ...new Set(codes.map(({ list, code }) => `organization_code:${kind}:${list}:${code}`)),
];

export const noSuchMunicipality = () =>
  invalidInput(
    'municipality',
    'この市町村は登録されていません。圏域データを読み込むか、名前かコードを確かめてください。',
    'This municipality is not known. Import its area data, or check the name or code.',
  );

export const noMainDesk = () =>
  invalidInput(
    'satelliteOf',
    '引き継ぐ先は相談窓口です（ほかの窓口のサテライトには引き継げません）。窓口を選び直してください。',
    'A satellite hands over to a help desk that is no satellite itself. Choose the desk again.',
  );

/** @throws invalid_input where there is no such area */
export const areasServed = (serves: readonly (string | undefined)[]): readonly string[] =>
  serves.map((areaId, i) => {
    if (areaId !== undefined) return areaId;
    throw invalidInput(
      `serves[${i}]`,
      'この圏域はありません。圏域の一覧から選び直してください。',
      'There is no such area. Choose it from the list of areas again.',
    );
  });

/** A day is open specially or closed, not both. @throws invalid_input */
export function mustNotBeBoth({ closedDays, openDays = [] }: Pick<Opening, 'closedDays' | 'openDays'>): void {
  const both = openDays.find((day) => closedDays.includes(day));
  if (both !== undefined)
    throw invalidInput(
      'openDays',
      `${both}は、休む日にも開く日にも入っています。どちらかにしてください。`,
      `${both} stands both among the closed and among the specially opened days. Leave it in one of them.`,
    );
}

type State = Organization | null;

/** 機関を登録する. */
export function registerInstitution(
  { kind, name, block, phone, capabilities = [], hours, closedDays = [], openDays, ...rest }: RegisterInstitution,
  state: State,
  { id, found: { area, serves, isMainDesk } }: Pick<Circumstances<InstitutionFound>, 'id' | 'found'>,
): OrganizationEvent[] {
  if (state) return [];
  const { satelliteOf, group, codes } = rest;
  if (!area) throw noSuchMunicipality();
  if (satelliteOf !== undefined && !isMainDesk) throw noMainDesk();
  const opening = { hours: hours ?? OFFICE_HOURS.hours, closedDays, ...(openDays !== undefined && { openDays }) };
  mustNotBeBoth(opening);
  const take = codeClaims({ kind, ...(codes && { codes }) });
  return [
    {
      type: 'InstitutionRegistered',
      payload: {
        organization: {
          id,
          kind,
          name,
          municipality: area.municipalityId,
          area,
          capabilities,
          opening,
          serves: serves ? areasServed(serves) : servedBy(kind, area),
          ...(block !== undefined && { block }),
          ...(phone !== undefined && { phone }),
          ...(satelliteOf !== undefined && { satelliteOf }),
          ...(group !== undefined && { group }),
          ...(codes !== undefined && { codes }),
        },
      },
      ...(take.length > 0 && { take }),
    },
  ];
}

function changed(state: Organization, { hours, closedDays, openDays, cleared = [], ...rest }: Changed): Organization {
  const kept = Object.fromEntries(
    Object.entries(state).filter(([name]) => !(cleared as readonly string[]).includes(name)),
  ) as unknown as Organization;
  return {
    ...kept,
    ...rest,
    opening: {
      ...state.opening,
      ...(hours && { hours }),
      ...(closedDays && { closedDays }),
      ...(openDays && { openDays }),
    },
  };
}

function evolve(state: State, event: OrganizationEvent, occurredAt: Instant): State {
  if (event.type === 'InstitutionRegistered') return { ...event.payload.organization, verifiedOn: dateIn(occurredAt) };
  if (!state) throw new Error(`${event.type} before InstitutionRegistered`);
  switch (event.type) {
    case 'InstitutionChanged':
      return changed(state, event.payload);
    case 'InstitutionVerified':
      return event.payload.on > state.verifiedOn ? { ...state, verifiedOn: event.payload.on } : state;
    case 'InstitutionClosed':
      return { ...state, closed: event.payload };
    case 'InstitutionReopened': {
      const { closed: _closed, ...open } = state;
      return open;
    }
    case 'InstitutionRegistrationWithdrawn':
      return { ...state, withdrawn: true };
    default:
      return unreachable(event);
  }
}

const statusOf = ({ withdrawn, closed }: Organization): string => {
  if (withdrawn) return 'WITHDRAWN';
  return closed ? 'CLOSED' : 'REGISTERED';
};

/** 機関: what it is in pure values; what can be said of it stands in its table of commands. */
export const organization = {
  kind: 'organization',
  stateVersion: 3,
  initial: null as State,
  evolve,
  /** What is closed serves nobody; its own people and those of its area still open it. */
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          relations: {
            member: [state.id],
            serves: isOpen(state) ? state.serves : [],
            within: isOpen(state) ? within(state) : [],
          },
        }
      : {},
  claims: (events: readonly OrganizationEvent[]) => ({
    take: events.flatMap((event) => ('take' in event ? (event.take ?? []) : [])),
    release: events.flatMap((event) => ('release' in event ? (event.release ?? []) : [])),
  }),
  status: (state: State): string => (state ? statusOf(state) : 'UNKNOWN'),
};
