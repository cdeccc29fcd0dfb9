import type { Known } from './known.js';
import type { Step } from './plan.js';

type Values = Readonly<Record<string, unknown>>;

/** What stood there before a change, in codes: names and addresses are where their record holds them. */
export interface Before {
  readonly commands: readonly string[];
  readonly values: Values;
  /** The record that said who a person or a user was. */
  readonly record?: string;
}

/** Fields whose values are of records, and stand in no table but theirs. */
const OF_RECORDS = new Set(['name', 'ward', 'kana', 'sex', 'birthDate', 'address']);

/** Before the commands of a row change something. */
export function beforeOf(steps: readonly Step[], known: Known): Before {
  const [{ kind, id } = { kind: 'organization', id: null }] = steps;
  const of = { organization: known.organizations, user: known.users, patient: known.people, areas: [] }[kind];
  const found = (of as readonly { readonly id: string; readonly record?: string }[]).find((one) => one.id === id);
  const fields =
    kind === 'patient'
      ? ['municipality', 'block', 'careManager', 'primaryPhysician', 'consent']
      : steps.flatMap(({ body }) => Object.keys(body));
  const values = Object.fromEntries(
    fields
      .filter((name) => kind === 'organization' || !OF_RECORDS.has(name))
      .map((name) => [name, (found as Values | undefined)?.[name] ?? null]),
  );
  return {
    commands: steps.map(({ command }) => command),
    values,
    ...(found?.record !== undefined && { record: found.record }),
  };
}

/** The commands that undo what was made, or put back what was changed: compensating facts, and nothing is taken out of the log. */
export function undoing(
  {
    kind,
    stream: id,
    deed,
    before,
  }: {
    readonly kind: string;
    readonly stream: string;
    readonly deed: 'made' | 'changed';
    readonly before: Before | null;
  },
  record: Readonly<Record<string, string>> = {},
): Step[] {
  const step = (command: string, body: Values = {}): Step => ({ kind: kind as Step['kind'], command, id, body });
  if (deed === 'made') return [step(WITHDRAWN_BY[kind] ?? '')];
  if (!before) return [];
  const { commands, values } = before;
  if (kind === 'organization') return [step('ChangeInstitution', putBack(values))];
  if (kind === 'user') {
    const { name, ward } = record;
    return [
      step('ChangeUser', {
        ...said(values),
        ...(name !== undefined && { name }),
        ...(ward === undefined ? { withoutWard: true } : { ward }),
      }),
    ];
  }
  return commands.toReversed().map((command) => {
    const { name, kana, sex, address } = record;
    const { municipality, block, careManager, primaryPhysician } = values;
    switch (command) {
      case 'CorrectPatientIdentity':
        return step(command, said({ name, kana, sex, address: address ?? null }));
      case 'MovePatient':
        return step(command, said({ municipality, block, address: address ?? null }));
      case 'ChangeCareManager':
        return step(command, careManager === null ? { nobody: true } : { careManager });
      case 'ChangePrimaryPhysician':
        return step(command, primaryPhysician === null ? { nobody: true } : { primaryPhysician });
      default:
        return step(command === 'GiveConsent' ? 'WithdrawConsent' : 'GiveConsent');
    }
  });
}

const WITHDRAWN_BY: Readonly<Record<string, string>> = {
  organization: 'WithdrawInstitutionRegistration',
  user: 'WithdrawUserRegistration',
  patient: 'WithdrawPatientRegistration',
};

const said = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What was not there before is cleared. */
function putBack(values: Values): Values {
  const cleared = Object.entries(values).flatMap(([name, value]) => (value === null ? [name] : []));
  return { ...said(values), ...(cleared.length > 0 && { clear: cleared }) };
}
