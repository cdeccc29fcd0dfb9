import type { Directory } from '#directory';
import { idOf, type Actor, type Instant } from '#kernel';
import type { Ask, Asked } from '#obligations';

export const PREFECTURE = '01';

/** The id of anything in the demo, by its name. */
export const demoId = (name: string): string => idOf('demo', name);

export interface Personal {
  readonly kind: string;
  readonly body: object;
}

type Envelope = Pick<Ask<never>, 'prefecture' | 'actor' | 'key' | 'bodyHash'>;

/** One thing that somebody does, at its moment. */
export interface Deed {
  readonly at: Instant;
  readonly by: Actor;
  /** Others answer it by themselves, and what they do belongs to the same moment. */
  readonly heard: boolean;
  readonly asked: (envelope: Envelope, directory: Directory) => Asked<never> | Promise<Asked<never>>;
}

type AskedClass<C> = new (ask: Ask<C>) => Asked<C>;

/** `id` and `command` may be looked up when the moment has come: what a reaction made has no name of ours. */
export function deed<C extends { readonly type: string }>(
  at: Instant,
  by: Actor,
  asked: AskedClass<C>,
  id: string | ((directory: Directory) => Promise<string>),
  command: C | ((directory: Directory) => Promise<C>),
  personal: readonly Personal[] = [],
): Deed {
  return {
    at,
    by,
    heard: typeof command === 'function' || isHeard(command),
    asked: async (envelope, directory) =>
      new asked({
        ...envelope,
        id: typeof id === 'function' ? await id(directory) : id,
        command: typeof command === 'function' ? await command(directory) : command,
        personal,
      }) as Asked<never>,
  };
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
