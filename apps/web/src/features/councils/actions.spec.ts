import type { Entry, Row, Timeline } from '../../api/types.ts';
import { openActions } from './actions.ts';

const entry = (type: string, action: string, texts: Entry['texts'] = []): Entry => ({
  position: 1,
  type,
  occurredAt: '2026-06-24T00:00:00Z',
  recordedAt: '2026-06-24T00:00:00Z',
  actor: { system: 'test' },
  details: { action },
  texts,
});

const owed = (instance: string, mine: boolean): Row => ({
  id: instance,
  about: { kind: 'agenda_item', id: 'a' },
  patient: null,
  place: '',
  contact: null,
  caseState: 'ACTIONING',
  commands: [],
  step: 'action',
  instance,
  state: 'open',
  level: null,
  dueAt: '2026-06-30T00:00:00Z',
  since: '2026-06-24T00:00:00Z',
  owedBy: { id: `o${instance}`, name: `機関${instance}` },
  mine,
  promisable: false,
  unattended: false,
  heldUntil: null,
  ward: null,
  promisedBy: null,
  next: null,
  urgency: 'routine',
  facts: {},
});
const timeline: Timeline = {
  about: { kind: 'agenda_item', id: 'a' },
  facts: {},
  commands: ['CompleteAction'],
  entries: [
    entry('ActionAssigned', '1', [{ kind: 'action', text: '当番表を作る' }]),
    entry('ActionAssigned', '2'),
    entry('ActionAssigned', '3'),
    entry('ActionCompleted', '2'),
  ],
  // By when they are due, not by their order.
  obligations: [owed('3', true), owed('1', false), owed('2', true)],
  patient: null,
  contact: null,
  state: 'ACTIONING',
  version: 1,
};

it('offers a secretariat, which may assign, every action that is not done, each with whose it is', () => {
  const found = openActions({ ...timeline, commands: ['AssignAction', 'CompleteAction'] });
  expect(found.map(({ id, what, by }) => [id, what, by])).toEqual([
    ['1', '当番表を作る', '機関1'],
    ['3', undefined, '機関3'],
  ]);
});

it('offers others only what they owe themselves: the server refuses the rest', () => {
  expect(openActions(timeline).map(({ id }) => id)).toEqual(['3']);
});
