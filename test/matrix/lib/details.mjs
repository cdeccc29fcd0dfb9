/**
 * What is read of one thing, by its id. Whoever sees it reads it, and for everybody else it is not there; but for what
 * is said here: `capability`, without which nobody is answered; `relation`, in which alone it is read; `all`, to whom it needs no relation.
 */
export const DETAILS = {
  listRelatedCases: {
    kinds: ['discharge_case', 'consultation', 'backup_request', 'service_request'],
  },
  listCasesToLink: { kinds: ['consultation'] },
  listReferralTargets: { kinds: ['consultation'], capability: 'desk_work' },
  showIssue: { kinds: ['regional_issue'], capability: 'region_reading' },
  listAlikeIssues: { kinds: ['regional_issue'], capability: 'region_reading' },
  listDeliveries: { kinds: ['discharge_case', 'consultation', 'backup_request', 'phone_task', 'emergency_look'] },
  showCouncil: { kinds: ['council'] },
  showMeeting: { kinds: ['meeting'] },
  downloadInvitation: { kinds: ['meeting'] },
  showEvidencePack: { kinds: ['evidence_pack'], capability: 'region_reading' },
  showOrganization: { kinds: ['organization'], all: 'of the prefecture' },
  showPatient: { kinds: ['patient'] },
  showWhoSaw: { kinds: ['patient'], capability: 'read_auditing', all: 'anywhere' },
  showEmergencyRecord: { kinds: ['emergency_look'], relation: 'holder' },
};

/** What an operation answers to somebody who stands to a thing like this. */
export function answerOf({ capability, relation, all }, { policy, kind, role, relations, near }) {
  if (capability && !policy.of('capability', capability).some(({ roles }) => roles.has(role))) return 403;
  if (all) return near || all === 'anywhere' ? 200 : 404;
  if (relation && !relations.has(relation)) return 404;
  return policy.sees(kind, role, relations) ? 200 : 404;
}
