import type { Actor, Role } from '#kernel';
import type { HandoverCommand } from './handover.commands.js';
import type { DischargeCase } from './handover.state.js';

const HOSPITAL: readonly Role[] = ['discharge_nurse', 'ward_nurse', 'msw', 'liaison_manager'];
const CARE_OFFICE: readonly Role[] = ['care_manager', 'office_manager'];
const DESK: readonly Role[] = ['coordinator', 'base_secretariat'];
const OF_THE_AREA: readonly Role[] = [...DESK, 'health_centre_officer'];

/** Who may ask what (visibility matrix, model.md 2.2): the hospital of the case, its care office, the desk. */
const ASKERS: Record<HandoverCommand['type'], readonly Role[]> = {
  RegisterAdmission: [...HOSPITAL, ...CARE_OFFICE],
  IdentifyCareManager: [...HOSPITAL, ...DESK],
  ReassignCareManager: [...HOSPITAL, ...DESK],
  ProvideAdmissionInformation: CARE_OFFICE,
  ScreenForDischargeSupport: HOSPITAL,
  HoldFamilyInterview: HOSPITAL,
  StartDischargePlan: HOSPITAL,
  HoldDischargeConference: HOSPITAL,
  PlanDischarge: HOSPITAL,
  NotifyDischargeSupportStart: HOSPITAL,
  SubmitHandover: ['discharge_nurse', 'msw'],
  SupplementHandover: ['discharge_nurse', 'msw'],
  AcknowledgeHandover: CARE_OFFICE,
  RequestHandoverClarification: CARE_OFFICE,
  ReturnHandover: CARE_OFFICE,
  RecordDischarge: HOSPITAL,
  RecordTransfer: HOSPITAL,
  RecordDeath: HOSPITAL,
  RelayCareManagerToNextHospital: HOSPITAL,
  ReturnPostDischargeFeedback: CARE_OFFICE,
  ClassifyLeak: [...DESK, 'health_centre_officer'],
  ExcludeFromSurvey: [...DESK, 'health_centre_officer'],
  CloseRecoveryWindow: [],
};

type Person = Extract<Actor, { userId: string }>;

/** A case of another organization answers as if it did not exist. */
export function mayAskOfCase(
  { role, orgId }: Person,
  command: HandoverCommand,
  state: DischargeCase | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  const asks = ASKERS[command.type].includes(role);
  if (command.type === 'RegisterAdmission')
    return asks && (CARE_OFFICE.includes(role) || command.hospital === orgId) ? 'allowed' : 'forbidden';
  if (!state) return 'hidden';
  const own = orgId === state.hospital || orgId === state.careManager?.organization;
  if (!own && !OF_THE_AREA.includes(role)) return 'hidden';
  if (!asks) return 'forbidden';
  return own ? 'allowed' : 'in_area';
}
