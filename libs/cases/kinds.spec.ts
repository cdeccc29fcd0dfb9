import type { Event } from '#kernel';
import { KINDS } from '../../apps/contexts.js';
import { defineCase, entriesOf } from './define-case.js';
import { gapsOf, Kinds, upcast, type AnyKind } from './kinds.js';

type State = { readonly status: 'OPEN' | 'OVER'; readonly begunAt: string } | null;

class Body {}
const { begins, asked } = entriesOf<State, Event<'Begun' | 'Finished'>>();

const definition = {
  kind: 'errand',
  tag: 'Errands',
  stateVersion: 1,
  initial: null,
  states: ['OPEN', 'OVER'],
  commands: {
    Begin: begins({
      route: { path: 'errands', body: Body, summary: '始める' },
      may: { anyone: 'desk_work' },
      decide: () => [{ type: 'Begun' as const, payload: {} }],
    }),
    Finish: asked({
      route: { path: 'errands/:errand/endings', body: Body, summary: '終える' },
      may: { area: 'desk_work' },
      from: ({ status }) => status === 'OPEN',
      after: [{ ja: '開始', en: 'the beginning', at: ({ begunAt }) => begunAt }],
      decide: () => [{ type: 'Finished' as const, payload: {} }],
    }),
  },
  events: { Begun: { version: 1 }, Finished: { version: 1 } },
  evolve: (_state: State, { type }: Event<'Begun' | 'Finished'>): State => ({
    status: type === 'Begun' ? 'OPEN' : 'OVER',
    begunAt: circumstances.now,
  }),
  bearings: () => ({}),
  status: (state: State) => state?.status ?? 'UNKNOWN',
  sees: { area: 'desk_work' as const },
  card: () => ({}),
  steps: { errand: { by: ['Finish' as const] } },
  texts: { templates: ['errand.chase'], records: [] },
};
const errand = defineCase(definition);
const gaps = (changed: object): string[] => gapsOf([{ ...definition, ...changed } as unknown as AnyKind]);
const circumstances = {
  now: '2025-06-02T00:00:00.000Z',
  occurredAt: '2025-06-02T00:00:00.000Z',
  actor: { system: 'worker', job: 'test' },
  found: undefined,
  id: 'errand',
  records: {},
  newId: String,
} as const;

it('the kinds of the program fit together', () => {
  expect(gapsOf(KINDS as unknown as readonly AnyKind[])).toEqual([]);
});

describe('the start is refused', () => {
  it.each([
    ['a step that no command fulfils', { steps: { errand: { by: [] } } }, 'no command fulfils the step errand'],
    ['a step fulfilled by what is no command', { steps: { errand: { by: ['Fetch'] } } }, 'fulfilled by Fetch'],
    ['steps without a template', { texts: { templates: [], records: [] } }, 'no template of a message'],
    [
      'a route that nobody may ask',
      { commands: { ...definition.commands, Finish: { ...definition.commands.Finish, may: undefined } } },
      'Finish has a route, but nobody may ask it',
    ],
    [
      'a grant without a route',
      { commands: { ...definition.commands, Finish: { ...definition.commands.Finish, route: undefined } } },
      'Finish may be asked, but has no route',
    ],
    [
      'a command that nobody can ask',
      {
        commands: {
          ...definition.commands,
          Finish: { ...definition.commands.Finish, route: undefined, may: undefined },
        },
      },
      'Finish can be asked by nobody',
    ],
    [
      'a command of workers that has a route',
      { commands: { ...definition.commands, Finish: { ...definition.commands.Finish, workers: true } } },
      'Finish is for workers only',
    ],
    [
      'a beginning granted to a relation',
      { commands: { ...definition.commands, Begin: { ...definition.commands.Begin, may: { area: 'desk_work' } } } },
      'Begin begins a case',
    ],
    [
      'a personal record that is not declared',
      {
        commands: {
          ...definition.commands,
          Finish: {
            ...definition.commands.Finish,
            route: { path: 'x', body: Body, summary: 'x', personal: { note: [] } },
          },
        },
      },
      'Finish writes note',
    ],
    [
      'an event without a way from its old shape',
      { events: { Begun: { version: 2 } } },
      'Begun has no upcast from version 1',
    ],
  ])('on %s', (_what, changed, said) => {
    expect(gaps(changed)).toEqual([expect.stringContaining(said)]);
    expect(gaps({})).toEqual([]);
  });

  it('on a kind, command, event or route that is declared twice', () => {
    const any = definition as unknown as AnyKind;
    expect(gapsOf([any, any]).map((gap) => gap.split(' ')[1])).toEqual(
      expect.arrayContaining(['kind', 'command', 'event', 'route']),
    );
  });
});

const open: State = { status: 'OPEN', begunAt: circumstances.now };

it('a command is refused in a state that its entry does not name, and not in one that it does', () => {
  const { decide } = errand.decider;
  expect(decide({ type: 'Finish' }, open, circumstances)).toHaveLength(1);
  expect(() => decide({ type: 'Finish' }, { ...open, status: 'OVER' }, circumstances)).toThrow('invalid_state');
});

it('a command that begins nothing is refused of what is not there, and one that precedes what it follows', () => {
  const { decide } = errand.decider;
  expect(decide({ type: 'Begin' }, null, circumstances)).toHaveLength(1);
  expect(() => decide({ type: 'Finish' }, null, circumstances)).toThrow('not_found');
  const nurse = { userId: 'u', role: 'discharge_nurse', orgId: 'o' } as const;
  const early = { ...circumstances, actor: nurse, occurredAt: '2025-06-01T23:00:00.000Z' };
  expect(() => decide({ type: 'Finish' }, open, early)).toThrow('invalid_input');
});

it('a command is not offered while what it follows lies ahead: given now, it would be refused', () => {
  const kinds = new Kinds([errand as never], undefined as never, undefined as never);
  const coordinator = { userId: 'u', role: 'coordinator', orgId: 'o' } as const;
  const offered = (now: string) => kinds.commandsNow('errand', coordinator, ['area'], open, now);
  expect(offered(circumstances.now)).toEqual(['Finish']);
  expect(offered('2025-06-01T23:00:00.000Z')).toEqual([]);
});

it('a duty under a name that is no step of the kind is noticed by whatever makes it', () => {
  const plan = { owedBy: 'o', dueAt: circumstances.now, urgency: 'routine', template: 't', rungs: [] } as const;
  const owing = (step: string) =>
    errand.decider.duties({ ...open, duties: { [step]: { ...plan, step, state: 'open' } } } as State);
  expect(owing('errand')).toHaveLength(1);
  expect(() => owing('errant')).toThrow('errand owes errant');
});

it('an old shape of an event goes through every step to today’s', () => {
  const entry = {
    version: 3,
    upcasts: {
      1: ({ a }: Readonly<Record<string, unknown>>) => ({ b: a }),
      2: ({ b }: Readonly<Record<string, unknown>>) => ({ c: b }),
    },
  };
  expect(upcast(entry, 1, { a: 1 })).toEqual({ c: 1 });
  expect(upcast(entry, 2, { b: 2 })).toEqual({ c: 2 });
  expect(upcast(entry, 3, { c: 3 })).toEqual({ c: 3 });
});
