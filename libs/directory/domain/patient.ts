import { invalidInput, invalidState, unreachable, type AreaRef, type Decider, type Event } from '#kernel';

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
}
export interface GiveConsent {
  readonly type: 'GiveConsent';
}
export interface WithdrawConsent {
  readonly type: 'WithdrawConsent';
}
export type PatientCommand = RegisterPatient | GiveConsent | WithdrawConsent;

export type PatientRegistered = Event<'PatientRegistered', { patient: Patient; identityRef: string | null }>;
export type ConsentGiven = Event<'ConsentGiven', { patient: string }>;
export type ConsentWithdrawn = Event<'ConsentWithdrawn', { patient: string }>;
export type PatientEvent = PatientRegistered | ConsentGiven | ConsentWithdrawn;

export const patient: Decider<Patient | null, PatientCommand, PatientEvent, { area: AreaRef | undefined }> = {
  kind: 'patient',
  stateVersion: 2,
  initial: null,
  decide(command, state, { id, found: { area }, records }) {
    switch (command.type) {
      case 'RegisterPatient': {
        if (state) return [];
        if (!area)
          throw invalidInput(
            'municipality',
            'この市町村は登録されていません。名前かコードを確かめてください。',
            'This municipality is not known. Check the name or code.',
          );
        const { type: _type, municipality: _typed, consent = true, careTeam = [], ...rest } = command;
        const registered: Patient = { id, municipality: area.municipalityId, area, careTeam, consent, ...rest };
        return [
          {
            type: 'PatientRegistered',
            payload: { patient: registered, identityRef: records['patient_identity'] ?? null },
          },
        ];
      }
      case 'GiveConsent':
      case 'WithdrawConsent': {
        if (!state) throw invalidState(command.type, 'UNKNOWN');
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
          },
        }
      : {},
  status: (state) => (state ? 'REGISTERED' : 'UNKNOWN'),
};
