import type { Entry, Timeline } from '../../api/types.ts';
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

it('offers the actions of an agenda item that are not done', () => {
  const timeline: Timeline = {
    about: { kind: 'agenda_item', id: 'a' },
    commands: [],
    entries: [
      entry('ActionAssigned', '1', [{ kind: 'action', text: '当番表を作る' }]),
      entry('ActionAssigned', '2'),
      entry('ActionAssigned', '3'),
      entry('ActionCompleted', '2'),
    ],
    obligations: [],
    patient: null,
    state: 'ACTIONING',
    version: 1,
  };
  expect(openActions(timeline).map(({ id, what }) => [id, what])).toEqual([
    ['1', '当番表を作る'],
    ['3', undefined],
  ]);
});
