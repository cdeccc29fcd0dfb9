import {
  invalidInput,
  OFFICE_HOURS,
  partOf,
  type AreaRef,
  type Decider,
  type Event,
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
export const isHospital = ({ kind }: Organization): boolean => HOSPITALS.has(kind);
/** Where a physician works who can be somebody's primary physician (診療所・病院). */
export const isMedical = ({ kind }: Organization): boolean => CLINICS.has(kind) || HOSPITALS.has(kind);

/** What an institution can do (機能): the concentrated sub-physician, the active institution (積極的役割), quick screening (入退院支援加算1). */
export const CAPABILITIES = ['sub_physician_concentrated', 'active_institution', 'screening_within_3_days'] as const;
export type Capability = (typeof CAPABILITIES)[number];

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
  /** Area ids; left out: what its kind serves by itself. */
  readonly serves?: readonly string[];
  /** Of a satellite: its main desk. */
  readonly satelliteOf?: string;
}

export interface InstitutionFound {
  readonly area?: AreaRef;
  /** Ids of the areas that the command says it serves, undefined where there is no such area. */
  readonly serves?: readonly (string | undefined)[];
  /** Whether the main desk that it names is one, and no satellite itself. */
  readonly isMainDesk?: boolean;
}

export type InstitutionRegistered = Event<'InstitutionRegistered', { organization: Organization }>;

const servedBy = (kind: OrganizationKind, area: AreaRef): readonly string[] => {
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

const noSuchArea = (path: string): never => {
  throw invalidInput(
    path,
    'この圏域はありません。圏域の一覧から選び直してください。',
    'There is no such area. Choose it from the list of areas again.',
  );
};

type State = Organization | null;

export const organization: Decider<State, RegisterInstitution, InstitutionRegistered, InstitutionFound> = {
  kind: 'organization',
  stateVersion: 2,
  initial: null,
  decide(
    { kind, name, block, phone, capabilities = [], hours, closedDays = [], satelliteOf },
    state,
    { id, found: { area, serves, isMainDesk } },
  ) {
    if (state) return [];
    if (!area)
      throw invalidInput(
        'municipality',
        'この市町村は登録されていません。圏域データを読み込むか、名前かコードを確かめてください。',
        'This municipality is not known. Import its area data, or check the name or code.',
      );
    if (satelliteOf !== undefined && !isMainDesk)
      throw invalidInput(
        'satelliteOf',
        '引き継ぐ先は相談窓口です（ほかの窓口のサテライトには引き継げません）。窓口を選び直してください。',
        'A satellite hands over to a help desk that is no satellite itself. Choose the desk again.',
      );
    const served = serves?.map((areaId, i) => areaId ?? noSuchArea(`serves[${i}]`));
    const opening = { hours: hours ?? OFFICE_HOURS.hours, closedDays };
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
            serves: served ?? servedBy(kind, area),
            ...(block !== undefined && { block }),
            ...(phone !== undefined && { phone }),
            ...(satelliteOf !== undefined && { satelliteOf }),
          },
        },
      },
    ];
  },
  evolve: (_state, { payload }) => payload.organization,
  bearings: (state) => (state ? { area: state.area, relations: { serves: state.serves, within: within(state) } } : {}),
  status: (state) => (state ? 'REGISTERED' : 'UNKNOWN'),
};
