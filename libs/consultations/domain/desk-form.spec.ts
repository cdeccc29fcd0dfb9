import { DomainError, faultsOfRule, OFFICE_HOURS, type Actor, type AreaRef } from '#kernel';
import { consultationKind, type ConsultationCommand } from '../consultation.case.js';
import { TOPICS, type LogConsultation } from './consultation.commands.js';
import type { ConsultationEvent } from './consultation.events.js';
import type { Consultation } from './consultation.js';
import { CONSULTATION_RULES } from './consultation.rules.js';
import { topicsOn, type DeskForm } from './desk-form.js';
import { DESK_BOUNDS, DESK_RULES } from './desk.rules.js';

const { decider } = consultationKind;
const area: AreaRef = { municipalityId: '012297', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' };
const desk = { organization: 'desk', opening: OFFICE_HOURS, area };
const coordinator: Actor = { userId: 'coordinator', role: 'coordinator', orgId: 'desk' };
const worker: Actor = { system: 'worker', job: 'escalated-handover' };
const NOW = '2025-07-03T01:00:00.000Z';
const call: LogConsultation = {
  type: 'LogConsultation',
  channel: 'phone',
  consulter: { side: 'care' },
  scene: 'daily_care',
  topics: ['dementia', 'rehab'],
};

interface At {
  readonly form?: Partial<DeskForm>;
  readonly occurredAt?: string;
  readonly actor?: Actor;
  readonly organization?: string;
  readonly records?: Record<string, string>;
  readonly state?: Consultation | null;
}

const decide = (command: ConsultationCommand, at: At = {}): readonly ConsultationEvent[] => {
  const { form, occurredAt = NOW, actor = coordinator, organization, records = {}, state = null } = at;
  const rules = { ref: { id: 'rules', version: 1 }, values: CONSULTATION_RULES };
  const found = {
    desk,
    area,
    rules,
    form: { ...DESK_RULES, ...form },
    to: null,
    ...(organization !== undefined && { organization }),
  };
  return decider.decide(command, state, { now: NOW, occurredAt, actor, found, id: 'case', records, newId: String });
};

/** What is refused, as "path code"; the facts where nothing is. */
function said(command: ConsultationCommand, at: At = {}): string[] {
  try {
    return decide(command, at).map(({ type }) => type);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.errors.map(({ path, code }) => `${path} ${code}`);
  }
}
const ended = { endedTopics: [{ topic: 'rehab', from: '2025-07-01' }] } as const;

describe('a topic that an area has ended', () => {
  it('is refused for what is received from that day on, by its place', () => {
    expect(said(call, { form: ended })).toEqual(['topics[1] topic_ended']);
    expect(said({ ...call, topics: ['dementia'] }, { form: ended })).toEqual(['ConsultationLogged']);
  });

  it('says since when, and what to do, in both languages', () => {
    expect(() => decide(call, { form: ended })).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        ja: expect.stringMatching(/2025-07-01の受付から.*選ぶか/) as string,
        en: expect.stringMatching(/from 2025-07-01 on\. Choose another/) as string,
      }),
    );
  });

  it('is judged by the day of the receipt in Japan, however late it is written down', () => {
    const lastEvening = '2025-06-30T14:59:00.000Z';
    const midnight = '2025-06-30T15:00:00.000Z';
    expect(said(call, { form: ended, occurredAt: lastEvening })).toEqual(['ConsultationLogged']);
    expect(said(call, { form: ended, occurredAt: midnight })).toEqual(['topics[1] topic_ended']);
  });

  it('cannot be split off into either', () => {
    const split: ConsultationCommand = { type: 'SplitConsultation', scene: 'daily_care', topics: ['rehab'] };
    const state = decide(call).reduce<Consultation | null>((s, event) => decider.evolve(s, event, NOW), null);
    expect(said(split, { form: ended, state })).toEqual(['topics[0] topic_ended']);
    expect(said(split, { state })).toEqual(['ConsultationSplit']);
  });

  it('ends on the earlier day where it is named twice', () => {
    const form = {
      ...DESK_RULES,
      endedTopics: [{ topic: 'rehab', from: '2025-08-01' }, ...ended.endedTopics],
    } as const;
    expect(topicsOn(form, '2025-06-30')).toEqual([...TOPICS]);
    expect(topicsOn(form, '2025-07-01')).toEqual(TOPICS.filter((topic) => topic !== 'rehab'));
  });
});

describe('a field that a desk cannot do without', () => {
  const required = [
    { field: 'consulter.organization' },
    { field: 'consulter.callbackTo', scenes: ['daily_care'] },
    { field: 'patient', scenes: ['end_of_life'] },
  ] as const;

  it('is asked for in its scenes, each where it stands', () => {
    expect(said(call, { form: { required } })).toEqual([
      'consulter.organization missing',
      'consulter.callbackTo missing',
    ]);
    expect(said({ ...call, scene: 'end_of_life' }, { form: { required } })).toEqual([
      'consulter.organization missing',
      'patient missing',
    ]);
  });

  it('is there where it follows from who asks, or lies in the personal-data store', () => {
    const at = { form: { required }, organization: 'office', records: { callback_contact: 'row' } };
    expect(said(call, at)).toEqual(['ConsultationLogged']);
  });

  it.each([
    ['patient', { patient: 'patient' }],
    ['consulter.profession', { consulter: { side: 'care', profession: 'nurse' } }],
    ['counterpartSide', { counterpartSide: 'medical' }],
    ['urgency', { urgency: 'normal' }],
  ] as const)('may be %s', (field, more) => {
    const form = { required: [{ field }] };
    expect(said(call, { form })).toEqual([`${field} missing`]);
    expect(said({ ...call, ...more }, { form })[0]).toBe('ConsultationLogged');
  });

  it('keeps no system consultation from its desk, nor does a topic that has ended', () => {
    expect(said(call, { form: { ...ended, required }, actor: worker })).toEqual(['ConsultationLogged']);
  });
});

describe('what was asked about (確認した事項)', () => {
  it('stands in the fact as codes, where anything was', () => {
    const [fact] = decide({ ...call, checked: ['consent', 'key_person'] });
    expect(fact?.payload).toMatchObject({ checked: ['consent', 'key_person'] });
    for (const command of [call, { ...call, checked: [] }])
      expect(decide(command)[0]?.payload).not.toHaveProperty('checked');
  });
});

describe('what an area may set of the form', () => {
  const faults = (key: 'endedTopics' | 'required' | 'checkLists', value: unknown) =>
    faultsOfRule(key, value, DESK_BOUNDS[key]).map(({ path, code }) => `${path} ${code}`);

  it('has the defaults within it', () => {
    for (const key of ['endedTopics', 'required', 'checkLists'] as const)
      expect(faults(key, DESK_RULES[key])).toEqual([]);
  });

  it('leaves a topic for every call: `other` does not end', () => {
    expect(faults('endedTopics', [{ topic: 'other', from: '2025-07-01' }])).toEqual([
      'endedTopics[0].topic unknown_code',
    ]);
  });

  it('is of the codes that there are', () => {
    expect(faults('required', [{ field: 'patient.name' }, { field: 'patient', scenes: ['night'] }])).toEqual([
      'required[0].field unknown_code',
      'required[1].scenes[0] unknown_code',
    ]);
    expect(faults('checkLists', { ...DESK_RULES.checkLists, daily_care: ['asked'] })).toEqual([
      'checkLists.daily_care[0] unknown_code',
    ]);
  });
});
