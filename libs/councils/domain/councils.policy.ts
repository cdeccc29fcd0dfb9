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

/** Who runs the one at the top (R4 of model.md 2.6): their area is the prefecture, wherever they sit. */
const PREFECTURE: readonly Role[] = ['prefecture_ltc', 'prefecture_medical'];

const ASKERS: Record<AgendaItemCommand['type'], readonly Role[]> = {
  DraftAgendaItem: [],
  UpdateEvidence: [],
  ScheduleAgendaItem: SECRETARIAT,
  DecideAgendaItem: SECRETARIAT,
  AssignAction: SECRETARIAT,
  CompleteAction: SECRETARIAT,
};

/**
 * The council of an area is run from that area; an item of another answers as if it did not exist. Whoever owes an action
 * may say that it is done.
 */
export function mayAskOfAgenda(
  { role, orgId }: Person,
  command: AgendaItemCommand,
  state: AgendaItem | null,
): 'allowed' | 'forbidden' | 'hidden' | 'in_area' {
  const asks = ASKERS[command.type];
  const owes = command.type === 'CompleteAction' && state?.actions[command.action]?.ownerOrganization === orgId;
  if (owes || (asks.length > 0 && state?.level === 'prefecture' && PREFECTURE.includes(role))) return 'allowed';
  if (!asks.includes(role)) return 'forbidden';
  return state ? 'in_area' : 'hidden';
}
