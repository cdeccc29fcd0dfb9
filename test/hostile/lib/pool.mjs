/** Of which kind is the id that a path's parameter names. */
export const KIND_OF_PARAMETER = {
  patient: 'patient',
  organization: 'organization',
  user: 'user',
  case: 'discharge_case',
  consultation: 'consultation',
  signal: 'issue_signal',
  issue: 'regional_issue',
  agendaItem: 'agenda_item',
  council: 'council',
  meeting: 'meeting',
  arrangement: 'backup_arrangement',
  request: 'backup_request',
  serviceRequest: 'service_request',
  report: 'activity_report',
  pack: 'evidence_pack',
  coordinatorPost: 'coordinator_post',
  deskCover: 'desk_cover',
  phoneTask: 'phone_task',
  emergencyLook: 'emergency_look',
  obligation: 'obligation',
};

/** And a field of a body. */
export const KIND_OF_FIELD = {
  ...KIND_OF_PARAMETER,
  hospital: 'organization',
  toHospital: 'organization',
  ownerOrganization: 'organization',
  reporterOrganization: 'organization',
  toOrganization: 'organization',
  from: 'organization',
  to: 'organization',
  careManager: 'user',
  careTeam: 'organization',
  primaryPhysician: 'organization',
  person: 'user',
  userId: 'user',
  handOverTo: 'user',
  successor: 'organization',
  satelliteOf: 'organization',
  dischargeCase: 'discharge_case',
  backupRequest: 'backup_request',
  origin: 'consultation',
  caseKey: 'patient',
  action: 'action',
  organizations: 'organization',
};

const RECENT = 20;

/** The ids there are, growing by what is answered. */
export class Pool {
  byKind = new Map();
  known = new Map();
  /** Ids that somebody of a prefecture has said himself. */
  heard = new Set();

  constructor(ids) {
    for (const one of ids) this.add(one);
  }

  add(one) {
    const { id, kind } = one;
    if (this.known.has(id)) {
      Object.assign(this.known.get(id), one);
      return;
    }
    const kept = { status: '', parties: [], ...one };
    this.known.set(id, kept);
    if (!this.byKind.has(kind)) this.byKind.set(kind, []);
    this.byKind.get(kind).push(kept);
  }

  hear({ caller, path, body }) {
    for (const [id] of `${path} ${body}`.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
      if (caller) this.heard.add(`${caller.prefecture} ${id}`);
  }

  get kinds() {
    return [...this.byKind.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  }

  /** One of a kind, the latest more often: their states still move. */
  one(dice, kind) {
    const all = this.byKind.get(kind);
    if (!all) return undefined;
    return dice.next() < 0.5 ? dice.oneOf(all.slice(-RECENT)) : dice.oneOf(all);
  }

  any(dice) {
    return this.one(dice, dice.oneOf(this.kinds));
  }

  /** A few of a kind, no two in the same state while there are others. */
  various(kind, most) {
    const all = this.byKind.get(kind) ?? [];
    const byState = new Map(all.map((one) => [one.status, one]));
    return [...new Set([...byState.values(), ...all.slice(-most)])].slice(0, most);
  }
}
