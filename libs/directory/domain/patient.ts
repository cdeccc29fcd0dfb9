import {
  DomainError,
  EVERYBODY,
  invalidInput,
  notFound,
  unreachable,
  type AreaRef,
  type Decider,
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
export interface GiveConsent {
  readonly type: 'GiveConsent';
}
export interface WithdrawConsent {
  readonly type: 'WithdrawConsent';
}
export type PatientCommand = RegisterPatient | GiveConsent | WithdrawConsent;

export type PatientRegistered = Event<
  'PatientRegistered',
  { patient: Patient; identityRef: string | null; anotherPerson?: boolean }
> & {
  /** What nobody else can have meanwhile. Beside the payload: the log keeps nothing that is made of who somebody is. */
  readonly claim?: string;
};
export type ConsentGiven = Event<'ConsentGiven', { patient: string }>;
export type ConsentWithdrawn = Event<'ConsentWithdrawn', { patient: string }>;
export type PatientEvent = PatientRegistered | ConsentGiven | ConsentWithdrawn;

export interface PatientFound {
  readonly area?: AreaRef;
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

export const patient: Decider<Patient | null, PatientCommand, PatientEvent, PatientFound> = {
  kind: 'patient',
  stateVersion: 2,
  initial: null,
  decide(command, state, { id, found, records }) {
    switch (command.type) {
      case 'RegisterPatient': {
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
      case 'GiveConsent':
      case 'WithdrawConsent': {
        if (!state) throw notFound('patient', '患者');
        const given = command.type === 'GiveConsent';
        if (state.consent === given) return [];
        return [{ type: given ? 'ConsentGiven' : 'ConsentWithdrawn', payload: { patient: id } }];
      }
      default:
        return unreachable(command);
    }
  },
  evolve(state, event) {
    if (event.type === 'PatientRegistered') return event.payload.patient;
    return state && { ...state, consent: event.type === 'ConsentGiven' };
  },
  duties: () => [],
  bearings: (state) =>
    state
      ? {
          area: state.area,
          patientRef: state.id,
          relations: {
            care_manager: state.careManager === undefined ? [] : [state.careManager],
            care_team: state.careTeam,
            primary_physician: state.primaryPhysician === undefined ? [] : [state.primaryPhysician],
            without_physician: state.primaryPhysician === undefined ? [EVERYBODY] : [],
          },
        }
      : {},
  claims: (events) => ({
    take: events.flatMap((event) =>
      event.type === 'PatientRegistered' && event.claim !== undefined ? [event.claim] : [],
    ),
    release: [],
  }),
  status: (state) => (state ? 'REGISTERED' : 'UNKNOWN'),
};
