import type { AnyKind, Answer, Ask, Cases, CommandOf } from '#cases';
import type { Directory } from '#directory';
import { idOf, type Actor, type Instant } from '#kernel';

export const PREFECTURE = '01';

/** The id of anything in the demo, by its name. */
export const demoId = (name: string): string => idOf('demo', name);

export interface Personal {
  readonly kind: string;
  readonly body: object;
}

/** Who sets up what nobody of the region would. */
export const SETUP: Actor = { system: 'worker', job: 'demo' };

type Envelope = Pick<Ask<never>, 'prefecture' | 'actor' | 'key' | 'occurredAt'>;

/** One thing that somebody does, at its moment. */
export interface Deed {
  readonly at: Instant;
  readonly by: Actor;
  /** Others answer it by themselves, and what they do belongs to the same moment. */
  readonly heard: boolean;
  readonly done: (cases: Cases, envelope: Envelope, directory: Directory) => Promise<Answer | void>;
}

/** `id` and `command` may be looked up when the moment has come: what a reaction made has no name of ours. */
export function deed<Kind extends { readonly commands: unknown }>(
  at: Instant,
  by: Actor,
  kind: Kind,
  id: string | ((directory: Directory) => Promise<string>),
  command: CommandOf<Kind> | ((directory: Directory) => Promise<CommandOf<Kind>>),
  personal: readonly Personal[] = [],
): Deed {
  const lookedUp = command as AnyCommand | ((directory: Directory) => Promise<AnyCommand>);
  return {
    at,
    by,
    heard: typeof lookedUp === 'function' || isHeard(lookedUp),
    done: async (cases, envelope, directory) =>
      cases.execute(kind as unknown as AnyKind, {
        ...envelope,
        id: typeof id === 'function' ? await id(directory) : id,
        command: typeof lookedUp === 'function' ? await lookedUp(directory) : lookedUp,
        personal,
      }),
  };
}

interface AnyCommand {
  readonly type: string;
}

const HEARD: ReadonlySet<string> = new Set([
  'AcknowledgeHandover',
  'RecordTransfer',
  'RelayCareManagerToNextHospital',
  'RecordDeath',
  'RequestEmergencyBackup',
  'DeclineBackup',
  'ScheduleAgendaItem',
  'DecideAgendaItem',
  'AssignAction',
  'AppointCouncilMember',
  'PlanMeeting',
  'CallMeeting',
  'PostponeMeeting',
  'ArrangeAgenda',
  'ApproveMinutes',
]);

interface Closing {
  readonly outcome?: string;
  readonly issueAssessment?: { readonly raises: boolean };
}

/** Most closings are of no consequence; one that raises an issue, or found no answer, moves the councils. */
function isHeard(command: { readonly type: string } & Closing): boolean {
  if (command.type !== 'CloseConsultation') return HEARD.has(command.type);
  return command.issueAssessment?.raises === true || command.outcome?.startsWith('unsolved') === true;
}
