import type { Actor, Role } from '#kernel';
import type { AgendaItemCommand } from './agenda-item.commands.js';
import type { AgendaItem } from './agenda-item.js';

type Person = Extract<Actor, { userId: string }>;

/** Who runs a council: its secretariat, the health center, the municipality (visibility matrix, model.md 2.2). */
const SECRETARIAT: readonly Role[] = [
  'council_secretariat',
  'health_centre_officer',
  'municipal_ltc_officer',
  'base_secretariat',
];

const ASKERS: Record<AgendaItemCommand['type'], readonly Role[]> = {
  DraftAgendaItem: [],
  UpdateEvidence: [],
  ScheduleAgendaItem: SECRETARIAT,
  DecideAgendaItem: SECRETARIAT,
  AssignAction: SECRETARIAT,
  CompleteAction: SECRETARIAT,
};

/** Whoever owes an action may say that it is done. */
export function mayAskOfAgenda(
  { role, orgId }: Person,
  command: AgendaItemCommand,
  state: AgendaItem | null,
): 'allowed' | 'forbidden' {
  const owes = command.type === 'CompleteAction' && state?.actions[command.action]?.ownerOrganization === orgId;
  return owes || ASKERS[command.type].includes(role) ? 'allowed' : 'forbidden';
}
