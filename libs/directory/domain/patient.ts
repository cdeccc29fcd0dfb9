import {
  DomainError,
  ADDRESS_KEEPER,
  EVERYBODY,
  invalidInput,
  recordOf,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type LocalDate,
} from '#kernel';

/** The person cared for (本人). Name, kana, birth date and sex lie in the personal-data store. */
export interface Patient {
  readonly id: string;
  readonly municipality: string;
  readonly area: AreaRef;
  /** User id of the care manager (担当ケアマネジャー). */
  readonly careManager?: string;
  /** Organization of the primary physician (主治医). */
  readonly primaryPhysician?: string;
  readonly careTeam: readonly string[];
  readonly block?: string;
  /** Consent to share with the agreed team (情報共有の同意). */
  readonly consent: boolean;
  /**
   * 支援措置: the institution that had the address hidden. Only it and the care manager read where the person lives, and nobody
   * else finds the person (G23).
   */
  readonly addressHiddenBy?: string;
}

export interface RegisterPatient {
  readonly type: 'RegisterPatient';
  readonly municipality: string;
  readonly careManager?: string;
  readonly primaryPhysician?: string;
  readonly careTeam?: readonly string[];
  readonly block?: string;
  readonly consent?: boolean;
  /** Somebody of the same name, birth date and municipality is known, and this is not that person (同姓同名の別人). */
  readonly anotherPerson?: boolean;
}

export type PatientRegistered = Event<
  'PatientRegistered',
  { patient: Patient; identityRef: string | null; anotherPerson?: boolean }
> & {
  /** What nobody else can have meanwhile. Beside the payload: the log keeps nothing that is made of who somebody is. */
  readonly claim?: string;
};
export type ConsentGiven = Event<'ConsentGiven', { patient: string }>;
export type ConsentWithdrawn = Event<'ConsentWithdrawn', { patient: string }>;
export type PatientAddressHidden = Event<
  'PatientAddressHidden',
  { patient: string; organization: string; reasonRef: string }
>;
export type PatientAddressShown = Event<'PatientAddressShown', { patient: string; reasonRef: string }>;
export type PatientEvent =
  PatientRegistered | ConsentGiven | ConsentWithdrawn | PatientAddressHidden | PatientAddressShown;

export interface Registering {
  /** Undefined where there is no such municipality. */
  readonly area: AreaRef | undefined;
  readonly today: LocalDate;
  /** Of who is being registered; it lies in the personal-data store, and no event holds it. */
  readonly birthDate?: LocalDate;
  /** This very person is registered already. */
  readonly known: boolean;
  /** What two registrations of one person have in common; it tells nothing of the person. */
  readonly claim?: string;
}

const knownAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    '同じ氏名・生年月日・性別・市町村の方がすでに登録されています。一覧から開いてください。同姓同名の別の方なら、別人であることを示して登録してください。',
    'Somebody of this name, birth date, sex and municipality is registered already. Open that person from the list, or say that this is another person of the same name.',
  );

type State = Patient | null;

/** 患者を登録する. */
export function registerPatient(
  command: RegisterPatient,
  state: State,
  { id, found, records }: Circumstances<Registering>,
): PatientEvent[] {
  if (state) return [];
  const { area, today, birthDate = today, known, claim } = found;
  if (!area)
    throw invalidInput(
      'municipality',
      'この市町村は登録されていません。名前かコードを確かめてください。',
      'This municipality is not known. Check the name or code.',
    );
  if (birthDate > today)
    throw invalidInput(
      'birthDate',
      '生年月日が未来です。年を確かめてください。',
      'The birth date lies in the future. Check the year.',
    );
  const { type: _type, municipality: _typed, consent = true, careTeam = [], anotherPerson, ...rest } = command;
  if (known && anotherPerson !== true) throw knownAlready();
  const registered: Patient = { id, municipality: area.municipalityId, area, careTeam, consent, ...rest };
  return [
    {
      type: 'PatientRegistered',
      payload: {
        patient: registered,
        identityRef: records['patient_identity'] ?? null,
        ...(anotherPerson === true && { anotherPerson }),
      },
      ...(claim !== undefined && anotherPerson !== true && { claim }),
    },
  ];
}

/** 同意を記録する・撤回を記録する. What is so already stays so. */
export const consenting =
  (given: boolean) =>
  (_command: object, { consent }: Patient, { id }: Circumstances<unknown>): PatientEvent[] =>
    consent === given ? [] : [{ type: given ? 'ConsentGiven' : 'ConsentWithdrawn', payload: { patient: id } }];

/** 住所を伏せる. Who has hidden it first keeps it; the reason lies in the personal-data store. */
export const hideAddress = (
  _command: object,
  { addressHiddenBy }: Patient,
  { id, actor, records }: Circumstances<unknown>,
): PatientEvent[] =>
  addressHiddenBy === undefined && 'userId' in actor
    ? [
        {
          type: 'PatientAddressHidden',
          payload: { patient: id, organization: actor.orgId, reasonRef: recordOf(records, 'address_reason') },
        },
      ]
    : [];

/** 住所を示す. */
export const showAddress = (
  _command: object,
  { addressHiddenBy }: Patient,
  { id, records }: Circumstances<unknown>,
): PatientEvent[] =>
  addressHiddenBy === undefined
    ? []
    : [{ type: 'PatientAddressShown', payload: { patient: id, reasonRef: recordOf(records, 'address_reason') } }];

/** Who knows where the person lives, while that is hidden from everybody else. */
const keepersOf = ({ careManager, addressHiddenBy }: Patient): readonly string[] =>
  [careManager, addressHiddenBy].filter((id) => id !== undefined);

export const patient = {
  kind: 'patient',
  stateVersion: 3,
  initial: null as State,
  evolve(state: State, event: PatientEvent): State {
    if (event.type === 'PatientRegistered') return event.payload.patient;
    if (!state) return null;
    if (event.type === 'PatientAddressHidden') return { ...state, addressHiddenBy: event.payload.organization };
    if (event.type === 'PatientAddressShown') {
      const { addressHiddenBy: _by, ...rest } = state;
      return rest;
    }
    return { ...state, consent: event.type === 'ConsentGiven' };
  },
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          patientRef: state.id,
          relations: {
            care_manager: state.careManager === undefined ? [] : [state.careManager],
            care_team: state.careTeam,
            primary_physician: state.primaryPhysician === undefined ? [] : [state.primaryPhysician],
            without_physician: state.primaryPhysician === undefined ? [EVERYBODY] : [],
            ...(state.addressHiddenBy !== undefined && { [ADDRESS_KEEPER]: keepersOf(state) }),
          },
        }
      : {},
  claims: (events: readonly PatientEvent[]) => ({
    take: events.flatMap((event) =>
      event.type === 'PatientRegistered' && event.claim !== undefined ? [event.claim] : [],
    ),
    release: [] as string[],
  }),
  status: (state: State): string => (state ? 'REGISTERED' : 'UNKNOWN'),
};
