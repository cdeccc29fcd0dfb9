import {
  DomainError,
  ADDRESS_KEEPER,
  EVERYBODY,
  invalidInput,
  type Addressee,
  recordOf,
  type AreaRef,
  type Bearings,
  type Circumstances,
  type Event,
  type LocalDate,
  type Notice,
  unreachable,
  consentMissing,
  endsAt,
  type Instant,
} from '#kernel';
import {
  basisOf,
  consentSaid,
  exceptionSaid,
  hasConsent,
  mustBeEntry,
  mustBeUnreviewed,
  NO_CONSENT,
  teamUntil,
  unrecordedConsent,
  unrecordedWithdrawal,
  withdrawalSaid,
  type Consent,
  type ConsentException,
  type ConsentLedger,
  type ConsentVerdict,
  type ConsentWithdrawal,
  type GiveConsent,
  type RecordConsentException,
  type RetractConsentEntry,
  type ReviewConsentException,
  type WithdrawConsent,
} from './consent.js';

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
  /** Some consent stands (情報共有の同意), for whatever it is. What it allows, the ledger says. */
  readonly consent: boolean;
  /** 同意台帳. */
  readonly ledger: ConsentLedger;
  /** The record of who the person is that holds. */
  readonly identityRef?: string;
  /**
   * Who was in charge until the last change of each charge (前の担当): users, and the clinic. They are told that it has
   * passed from them, and can open what tells them so.
   */
  readonly former?: Readonly<Partial<Record<Charge, readonly string[]>>>;
  /** Registered by mistake. */
  readonly withdrawn?: true;
  /** 消去した: what was written of the person can be read by nobody any more. */
  readonly erased?: { readonly at: Instant; readonly reason: ErasureReason };
  /**
   * 支援措置: the institution that had the address hidden. Only it and the care manager read where the person lives, and nobody
   * else finds the person (G23).
   */
  readonly addressHiddenBy?: string;
}

/**
 * なぜ消去するか: the person asks for it (個人情報保護法 35条), the record has been kept for as long as it must (22条; 医師法 24条: five years),
 * a court or the 個人情報保護委員会 orders it, or it should never have been taken down (18条, 20条).
 */
export const ERASURE_REASONS = ['person_asked', 'retention_over', 'ordered', 'unlawfully_taken'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** 担当: what somebody can be to a person cared for. */
export type Charge = 'careManager' | 'careTeam' | 'primaryPhysician';

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

/** As registered. */
export type RegisteredPatient = Omit<Patient, 'identityRef' | 'former' | 'withdrawn' | 'erased' | 'ledger'>;
export type PatientRegistered = Event<
  'PatientRegistered',
  { patient: RegisteredPatient; identityRef: string | null; anotherPerson?: boolean }
> & {
  /** What nobody else can have meanwhile. Beside the payload: the log keeps nothing that is made of who somebody is. */
  readonly claim?: string;
};
/** 同意した. A fact of before names the person alone: it is a consent to all of it, of which no paper is known. */
export type ConsentGiven = Event<'ConsentGiven', { patient: string; consent?: Consent }>;
/** 撤回した. One of before ends all that was given until then. */
export type ConsentWithdrawn = Event<'ConsentWithdrawn', { patient: string; withdrawal?: ConsentWithdrawal }>;
/** 同意によらず共有する. */
export type ConsentExceptionRecorded = Event<
  'ConsentExceptionRecorded',
  { patient: string; exception: ConsentException }
>;
/** 同意台帳の誤った記録を取り消した. */
export type ConsentEntryRetracted = Event<
  'ConsentEntryRetracted',
  { patient: string; entry: string; reasonRef: string }
>;
/** 同意によらない共有を点検した. */
export type ConsentExceptionReviewed = Event<
  'ConsentExceptionReviewed',
  { patient: string; entry: string; verdict: ConsentVerdict }
>;
/** Facts after which something may be shared that could not be before, or the other way round. */
export type ConsentChange =
  ConsentGiven | ConsentWithdrawn | ConsentExceptionRecorded | ConsentEntryRetracted | ConsentExceptionReviewed;

/** The cases that were open when something changed about the person: the change moves none of them by itself. */
interface WithOpenCases {
  readonly openCases: readonly string[];
}
/** 担当ケアマネジャーが変わった. */
export type PatientCareManagerChanged = Event<
  'PatientCareManagerChanged',
  { careManager: string | null; former: string | null } & WithOpenCases
>;
/** ケアチームが変わった. */
export type PatientCareTeamChanged = Event<
  'PatientCareTeamChanged',
  { careTeam: readonly string[]; joined: readonly string[]; left: readonly string[] }
>;
/** 主治医が変わった. */
export type PatientPhysicianChanged = Event<
  'PatientPhysicianChanged',
  { primaryPhysician: string | null; former: string | null } & WithOpenCases
>;
/** What of who somebody is can be had once: beside the payload, as at the registering. */
interface ReClaiming {
  readonly claim?: string;
  readonly released?: string;
}
/** 転居した: the open cases stay where they began. */
export type PatientMoved = Event<
  'PatientMoved',
  { municipality: string; area: AreaRef; from: string; block?: string; identityRef?: string } & WithOpenCases
> &
  ReClaiming;
/** 氏名などを訂正した. */
export type PatientIdentityCorrected = Event<'PatientIdentityCorrected', { identityRef: string }> & ReClaiming;
/** 登録を取り消した. */
export type PatientRegistrationWithdrawn = Event<'PatientRegistrationWithdrawn'> & ReClaiming;

/** 消去した: the certificate (消去証明). It says why and of how many records, and nothing of the person. */
export type PatientErased = Event<
  'PatientErased',
  { readonly patient: string; readonly reason: ErasureReason; readonly records: number }
> &
  ReClaiming;

export type PatientAddressHidden = Event<
  'PatientAddressHidden',
  { patient: string; organization: string; reasonRef: string }
>;
export type PatientAddressShown = Event<'PatientAddressShown', { patient: string; reasonRef: string }>;

export type PatientEvent =
  | PatientRegistered
  | ConsentChange
  | PatientCareManagerChanged
  | PatientCareTeamChanged
  | PatientPhysicianChanged
  | PatientMoved
  | PatientIdentityCorrected
  | PatientRegistrationWithdrawn
  | PatientErased
  | PatientAddressHidden
  | PatientAddressShown;

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

export const knownAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    '同じ氏名・生年月日・性別・市町村の方がすでに登録されています。一覧から開いてください。同姓同名の別の方なら、別人であることを示して登録してください。',
    'Somebody of this name, birth date, sex and municipality is registered already. Open that person from the list, or say that this is another person of the same name.',
  );

type State = Patient | null;

/** 患者を登録する. */
/** Nobody has become as old [D]: a century or an era was mistaken. */
const OLDEST_YEARS = 130;

/** @throws invalid_input for a birth of tomorrow, or of longer ago than people live. */
export function mustBeAlive(birthDate: LocalDate, today: LocalDate): void {
  if (birthDate > today)
    throw invalidInput(
      'birthDate',
      '生年月日が未来です。年を確かめてください。',
      'The birth date lies in the future. Check the year.',
    );
  if (birthDate < `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`)
    throw invalidInput(
      'birthDate',
      `生年月日が${OLDEST_YEARS}年より前です。年と元号を確かめてください。`,
      `The birth date lies more than ${OLDEST_YEARS} years back. Check the year and the era.`,
    );
}

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
  mustBeAlive(birthDate, today);
  const { type: _type, municipality: _typed, consent = false, careTeam = [], anotherPerson, ...rest } = command;
  if (known && anotherPerson !== true) throw knownAlready();
  const registered: RegisteredPatient = { id, municipality: area.municipalityId, area, careTeam, consent, ...rest };
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

/** 同意を記録する. */
export function giveConsent(command: GiveConsent, { ledger }: Patient, given: Circumstances<unknown>): PatientEvent[] {
  const consent = consentSaid(command, ledger, given);
  return consent ? [{ type: 'ConsentGiven', payload: { patient: given.id, consent } }] : [];
}

/** 同意の撤回を記録する. What is so already stays so. */
export function withdrawConsent(
  command: WithdrawConsent,
  { ledger }: Patient,
  given: Circumstances<unknown>,
): PatientEvent[] {
  const withdrawal = withdrawalSaid(command, ledger, given);
  return withdrawal ? [{ type: 'ConsentWithdrawn', payload: { patient: given.id, withdrawal } }] : [];
}

/** 同意によらない共有を記録する. Whoever answers for the person and whoever reviews hears of it at once. */
export const recordConsentException = (
  command: RecordConsentException,
  _state: Patient,
  given: Circumstances<{ readonly until: Instant }>,
): PatientEvent[] => [
  {
    type: 'ConsentExceptionRecorded',
    payload: { patient: given.id, exception: exceptionSaid(command, given, given.found.until) },
  },
];

/** 誤った記録を取り消す. */
export function retractConsentEntry(
  { entry }: RetractConsentEntry,
  { ledger }: Patient,
  { id, records }: Circumstances<unknown>,
): PatientEvent[] {
  mustBeEntry(ledger, entry);
  return [
    {
      type: 'ConsentEntryRetracted',
      payload: { patient: id, entry, reasonRef: recordOf(records, 'consent_detail') },
    },
  ];
}

/** 同意によらない共有を点検する. */
export function reviewConsentException(
  { entry, verdict }: ReviewConsentException,
  { ledger }: Patient,
  { id }: Circumstances<unknown>,
): PatientEvent[] {
  mustBeUnreviewed(ledger, entry);
  return [{ type: 'ConsentExceptionReviewed', payload: { patient: id, entry, verdict } }];
}

/** チームに加える: nobody joins who may not be told anything. */
export function mustShareWithTeam({ id, ledger }: Patient, at: Instant): void {
  if (basisOf(ledger, { purpose: 'care_team', at }) === undefined)
    throw consentMissing(
      'チーム内で情報を共有することへの同意がないため、ケアチームに人を加えられません。同意台帳に同意を記録してから、もう一度行ってください。',
      'The person has not consented to sharing with the care team, so that nobody can join it. Record the consent in the ledger, then do it again.',
      id,
    );
}

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

/** Neither registered by mistake nor erased. */
export const isRegistered = ({ withdrawn, erased }: Pick<Patient, 'withdrawn' | 'erased'>): boolean =>
  withdrawn === undefined && erased === undefined;

/** Whether where the person lives is kept from somebody (支援措置). */
export const isKeptFrom = (
  state: Patient,
  { userId, orgId }: { readonly userId: string; readonly orgId: string },
): boolean =>
  state.addressHiddenBy !== undefined && !keepersOf(state).some((keeper) => keeper === userId || keeper === orgId);

/** Who knows where the person lives, while that is hidden from everybody else. */
const keepersOf = ({ careManager, addressHiddenBy }: Patient): readonly string[] =>
  [careManager, addressHiddenBy].filter((id) => id !== undefined);

function evolve(state: State, event: PatientEvent, occurredAt: Instant): State {
  if (event.type === 'PatientRegistered') {
    const { patient: registered, identityRef } = event.payload;
    const said = registered.consent ? [unrecordedConsent(registered.id, 'registration', occurredAt)] : [];
    return {
      ...registered,
      ledger: { ...NO_CONSENT, consents: said },
      ...(identityRef !== null && { identityRef }),
    };
  }
  if (!state) return state;
  switch (event.type) {
    case 'ConsentGiven': {
      const { consent = unrecordedConsent(state.id, occurredAt, occurredAt) } = event.payload;
      return kept(state, { consents: [...state.ledger.consents, consent] });
    }
    case 'ConsentWithdrawn': {
      const { withdrawal = unrecordedWithdrawal(state.id, occurredAt) } = event.payload;
      return kept(state, { withdrawals: [...state.ledger.withdrawals, withdrawal] });
    }
    case 'ConsentExceptionRecorded':
      return kept(state, { exceptions: [...state.ledger.exceptions, event.payload.exception] });
    case 'ConsentEntryRetracted':
      return kept(state, { retracted: [...state.ledger.retracted, event.payload.entry] });
    case 'ConsentExceptionReviewed': {
      const { entry, verdict } = event.payload;
      return kept(state, {
        exceptions: state.ledger.exceptions.map((one) => (one.id === entry ? { ...one, verdict } : one)),
      });
    }
    case 'PatientCareManagerChanged': {
      const { careManager, former } = event.payload;
      const { careManager: _before, ...rest } = state;
      return since({ ...rest, ...(careManager !== null && { careManager }) }, 'careManager', listed(former));
    }
    case 'PatientPhysicianChanged': {
      const { primaryPhysician, former } = event.payload;
      const { primaryPhysician: _before, ...rest } = state;
      const now = { ...rest, ...(primaryPhysician !== null && { primaryPhysician }) };
      return since(now, 'primaryPhysician', listed(former));
    }
    case 'PatientCareTeamChanged':
      return since({ ...state, careTeam: event.payload.careTeam }, 'careTeam', event.payload.left);
    case 'PatientMoved': {
      const { municipality, area, block, identityRef } = event.payload;
      const { block: _before, ...rest } = state;
      return {
        ...rest,
        municipality,
        area,
        ...(block !== undefined && { block }),
        ...(identityRef !== undefined && { identityRef }),
      };
    }
    case 'PatientIdentityCorrected':
      return { ...state, identityRef: event.payload.identityRef };
    case 'PatientAddressHidden':
      return { ...state, addressHiddenBy: event.payload.organization };
    case 'PatientAddressShown': {
      const { addressHiddenBy: _by, ...rest } = state;
      return rest;
    }
    case 'PatientRegistrationWithdrawn':
      return { ...state, withdrawn: true };
    case 'PatientErased':
      return { ...state, erased: { at: occurredAt, reason: event.payload.reason } };
    default:
      return unreachable(event);
  }
}

function kept(state: Patient, changed: Partial<ConsentLedger>): Patient {
  const ledger = { ...state.ledger, ...changed };
  return { ...state, ledger, consent: hasConsent(ledger) };
}

/** ケアチーム: in the relation while the team may be told what is known; by an exception until that ends. */
function teamOf({ careTeam, ledger }: Patient): Readonly<Record<string, readonly string[]>> {
  const until = teamUntil(ledger);
  if (until === undefined) return { care_team: [] };
  return { care_team: careTeam, ...(until !== null && endsAt('care_team', until)) };
}

const listed = (one: string | null): readonly string[] => (one === null ? [] : [one]);

const since = (state: Patient, charge: Charge, former: readonly string[]): Patient => ({
  ...state,
  former: { ...state.former, [charge]: former },
});

/** Who was in charge, and is not in any way now. */
function formerly({ former = {}, careManager, careTeam, primaryPhysician }: Patient): string[] {
  const now = new Set([careManager, primaryPhysician, ...careTeam]);
  return [...new Set(Object.values(former).flat())].filter((one) => !now.has(one));
}

/** 同意によらない共有: whoever answers for the person, and whoever reviews it. */
export const CONSENT_EXCEPTION = 'patient.consent_exception';

const reviewing = ({ careManager, area }: Patient): Addressee[] => [
  ...(careManager === undefined ? [] : [{ user: careManager }]),
  { role: 'base_secretariat', kind: 'cooperation_base', area },
  { role: 'admin', kind: '*', area: null },
];

/** 担当が変わった: whoever takes over hears it, and from whom it passes. */
function notices(events: readonly PatientEvent[], state: State): Notice[] {
  if (!state) return [];
  return events.flatMap((event): Notice[] => {
    if (event.type === 'ConsentExceptionRecorded')
      return [{ template: CONSENT_EXCEPTION, to: reviewing(state), urgency: 'urgent' }];
    const told = toldOf(event);
    return told.length === 0 ? [] : [{ template: CARE_CHANGED, to: told, key: event.type }];
  });
}

export const CARE_CHANGED = 'patient.care_changed';

function toldOf(event: PatientEvent): Addressee[] {
  if (event.type === 'PatientCareManagerChanged')
    return [event.payload.former, event.payload.careManager].flatMap((one) => (one === null ? [] : [{ user: one }]));
  if (event.type === 'PatientCareTeamChanged')
    return [...event.payload.left, ...event.payload.joined].map((one) => ({ user: one }));
  if (event.type === 'PatientPhysicianChanged')
    return [event.payload.former, event.payload.primaryPhysician].flatMap((one) =>
      one === null ? [] : [{ role: 'primary_physician' as const, organization: one }],
    );
  return [];
}

/** 本人: what is known of a person in pure values; what can be said stands in the table of commands. */
export const patient = {
  kind: 'patient',
  stateVersion: 6,
  initial: null as State,
  evolve,
  notices,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          patientRef: state.id,
          relations: isRegistered(state)
            ? {
                care_manager: state.careManager === undefined ? [] : [state.careManager],
                ...teamOf(state),
                primary_physician: state.primaryPhysician === undefined ? [] : [state.primaryPhysician],
                without_physician: state.primaryPhysician === undefined ? [EVERYBODY] : [],
                former: formerly(state),
                ...(state.addressHiddenBy !== undefined && { [ADDRESS_KEEPER]: keepersOf(state) }),
              }
            : {},
        }
      : {},
  claims: (events: readonly PatientEvent[]) => ({
    take: events.flatMap((event) => ('claim' in event && event.claim !== undefined ? [event.claim] : [])),
    release: events.flatMap((event) => ('released' in event && event.released !== undefined ? [event.released] : [])),
  }),
  status: (state: State): string => {
    if (!state) return 'UNKNOWN';
    if (state.erased) return 'ERASED';
    return state.withdrawn ? 'WITHDRAWN' : 'REGISTERED';
  },
};
