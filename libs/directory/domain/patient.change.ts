import { invalidInput, type AreaRef, type Circumstances, type LocalDate } from '#kernel';
import { mustBeFree, mustBeUnused, NO_OPEN_WORK } from './open-work.js';
import {
  knownAlready,
  mustBeAlive,
  mustShareWithTeam,
  type ErasureReason,
  type Patient,
  type PatientEvent,
} from './patient.js';

/** One of the two is said: who it is now, or that there is nobody (担当なし). */
export interface ChangeCareManager {
  readonly type: 'ChangeCareManager';
  readonly careManager?: string;
  readonly nobody?: boolean;
}
/** The whole team as it is from now on. */
export interface ChangeCareTeam {
  readonly type: 'ChangeCareTeam';
  readonly careTeam: readonly string[];
}
export interface ChangePrimaryPhysician {
  readonly type: 'ChangePrimaryPhysician';
  readonly primaryPhysician?: string;
  readonly nobody?: boolean;
}
/** The new address comes as a record. */
export interface MovePatient {
  readonly type: 'MovePatient';
  readonly municipality: string;
  readonly block?: string;
  readonly anotherPerson?: boolean;
}
/** What is corrected comes as a record, which the rest of the identity completes. */
export interface CorrectPatientIdentity {
  readonly type: 'CorrectPatientIdentity';
  readonly anotherPerson?: boolean;
}
export interface WithdrawPatientRegistration {
  readonly type: 'WithdrawPatientRegistration';
}

export interface ErasePatient {
  readonly type: 'ErasePatient';
  readonly reason: ErasureReason;
}

/** Cases of the person in which something is still to be done. */
export interface WithOpenCases {
  readonly openCases: readonly string[];
}

/** What two registrations of one person have in common, before and after; they tell nothing of the person. */
export interface Claims {
  readonly known: boolean;
  readonly claim?: string;
  readonly released?: string;
}

export interface Moving extends WithOpenCases, Claims {
  readonly area: AreaRef | undefined;
}
export interface Erasing extends WithOpenCases {
  /** How many records lie under the key of the person. */
  readonly records: number;
  readonly released?: string;
}
export interface Correcting extends Claims {
  readonly today: LocalDate;
  readonly birthDate?: LocalDate;
}

const oneOfBoth = (path: string, ja: string, en: string) =>
  invalidInput(
    path,
    `${ja}を選ぶか、「いない」にしてください（どちらか一つ）。`,
    `Name ${en}, or say that there is nobody: one of the two.`,
  );

/**
 * 担当ケアマネジャーを変える. Nothing moves silently: the fact names the cases that are open, both care managers are told, and
 * what becomes of each stay its own context decides (docs/adr/0024).
 */
export function changeCareManager(
  { careManager, nobody = false }: ChangeCareManager,
  state: Patient,
  { found: { openCases } }: Pick<Circumstances<WithOpenCases>, 'found'>,
): PatientEvent[] {
  if ((careManager === undefined) !== nobody) throw oneOfBoth('careManager', 'ケアマネジャー', 'a care manager');
  if (careManager === state.careManager) return [];
  const former = state.careManager ?? null;
  return [{ type: 'PatientCareManagerChanged', payload: { careManager: careManager ?? null, former, openCases } }];
}

export function changePrimaryPhysician(
  { primaryPhysician, nobody = false }: ChangePrimaryPhysician,
  state: Patient,
  { found: { openCases } }: Pick<Circumstances<WithOpenCases>, 'found'>,
): PatientEvent[] {
  if ((primaryPhysician === undefined) !== nobody)
    throw oneOfBoth('primaryPhysician', '主治医の医療機関', 'the institution of the physician');
  if (primaryPhysician === state.primaryPhysician) return [];
  const former = state.primaryPhysician ?? null;
  return [
    { type: 'PatientPhysicianChanged', payload: { primaryPhysician: primaryPhysician ?? null, former, openCases } },
  ];
}

/** ケアチームを変える: who joins and who leaves follows from the two lists. */
export function changeCareTeam(
  { careTeam: said }: ChangeCareTeam,
  state: Patient,
  { now }: Pick<Circumstances<unknown>, 'now'>,
): PatientEvent[] {
  const { careTeam: before } = state;
  const careTeam = [...new Set(said)];
  const joined = careTeam.filter((one) => !before.includes(one));
  const left = before.filter((one) => !careTeam.includes(one));
  if (joined.length === 0 && left.length === 0) return [];
  if (joined.length > 0) mustShareWithTeam(state, now);
  return [{ type: 'PatientCareTeamChanged', payload: { careTeam, joined, left } }];
}

/** 転居を記録する. Open cases keep the area in which they began: who works on them goes on. */
export function movePatient(
  { block, anotherPerson }: MovePatient,
  state: Patient,
  { found: { area, openCases, known, claim, released }, records }: Pick<Circumstances<Moving>, 'found' | 'records'>,
): PatientEvent[] {
  if (!area)
    throw invalidInput(
      'municipality',
      'この市町村は登録されていません。名前かコードを確かめてください。',
      'This municipality is not known. Check the name or code.',
    );
  if (known && anotherPerson !== true) throw knownAlready();
  const identityRef = records['patient_identity'];
  const isElsewhere = area.municipalityId !== state.municipality || block !== state.block;
  if (!isElsewhere && identityRef === undefined) return [];
  return [
    {
      type: 'PatientMoved',
      payload: {
        municipality: area.municipalityId,
        area,
        from: state.municipality,
        openCases,
        ...(block !== undefined && { block }),
        ...(identityRef !== undefined && { identityRef }),
      },
      ...claiming({ claim: anotherPerson === true ? undefined : claim, released }),
    },
  ];
}

/** 氏名などを訂正する: a new record, and the old one stays where earlier facts point. */
export function correctPatientIdentity(
  { anotherPerson }: CorrectPatientIdentity,
  _state: Patient,
  {
    found: { today, birthDate = today, known, claim, released },
    records,
  }: Pick<Circumstances<Correcting>, 'found' | 'records'>,
): PatientEvent[] {
  mustBeAlive(birthDate, today);
  if (known && anotherPerson !== true) throw knownAlready();
  const identityRef = records['patient_identity'];
  // Nothing of it was other than before.
  if (identityRef === undefined) return [];
  return [
    {
      type: 'PatientIdentityCorrected',
      payload: { identityRef },
      ...claiming({ claim: anotherPerson === true ? undefined : claim, released }),
    },
  ];
}

/** 登録を取り消す: nothing was ever begun about the person. */
export function withdrawPatientRegistration(
  _command: WithdrawPatientRegistration,
  _state: Patient,
  { found: { used, released } }: Pick<Circumstances<{ used: boolean; released?: string }>, 'found'>,
): PatientEvent[] {
  mustBeUnused(used);
  return [{ type: 'PatientRegistrationWithdrawn', payload: {}, ...claiming({ claim: undefined, released }) }];
}

/**
 * 個人情報を消去する: the key of the person is destroyed for ever, whatever copies there are of the records. What is still owed to
 * the person is done or handed over first: nobody could be asked about it afterwards.
 */
export function erasePatient(
  { reason }: ErasePatient,
  { id }: Patient,
  { found: { openCases, records, released } }: Pick<Circumstances<Erasing>, 'found'>,
): PatientEvent[] {
  mustBeFree(
    { ...NO_OPEN_WORK, cases: openCases.length },
    'この方の案件が残っているので、消去できません。',
    'Work for this person is left, so that nothing was erased.',
  );
  return [
    { type: 'PatientErased', payload: { patient: id, reason, records }, ...claiming({ claim: undefined, released }) },
  ];
}

const claiming = ({
  claim,
  released,
}: {
  readonly claim: string | undefined;
  readonly released: string | undefined;
}) =>
  claim === released ? {} : { ...(claim !== undefined && { claim }), ...(released !== undefined && { released }) };
