import fc from 'fast-check';
import { dutyKey, type Duty, type Plan } from '#kernel';
import { keptOf, wholeOf } from './head-form.js';

const rules = { days: 3, offsets: [0, 1], hours: 2 };
const plan: Plan = {
  step: 'reply',
  owedBy: 'o',
  dueAt: '2025-06-02T01:00:00.000Z',
  urgency: 'routine',
  template: 't',
  rungs: [{ level: 1, at: '2025-06-02T01:00:00.000Z', to: [{ role: 'coordinator', organization: 'o' }] }],
};
const open = { ...plan, state: 'open' as const };
const state = { status: 'OPEN', rules, ruleSet: { id: 'JP-default', version: 1 }, duties: { reply: open } };

it('a head holds neither rules that are the defaults nor a ladder, and refers to its rule set', () => {
  const kept = JSON.stringify(keptOf({ rules }, state));
  expect(JSON.parse(kept)).toMatchObject({ status: 'OPEN', rules: { set: {} }, ruleSet: { id: 'JP-default' } });
  for (const gone of ['offsets', 'rungs', 'coordinator']) expect(kept).not.toContain(gone);
});

it('what the area had set otherwise is kept', () => {
  const own = { ...state, rules: { ...rules, days: 9, offsets: [2], former: 1 } };
  expect(keptOf({ rules }, own)).toMatchObject({ rules: { set: { days: 9, offsets: [2], former: 1 } } });
  expect(wholeOf({ rules }, keptOf({ rules }, own), [plan])).toEqual(own);
});

it('a head of other defaults than today’s cannot be read by itself', () => {
  expect(wholeOf({ rules: { ...rules, days: 4 } }, keptOf({ rules }, state), [plan])).toBeUndefined();
});

it('the order in which defaults are written says nothing', () => {
  const { days, offsets, hours } = rules;
  expect(wholeOf({ rules: { hours, offsets, days } }, keptOf({ rules }, state), [plan])).toEqual(state);
});

it('a state without rules and duties is its own head', () => {
  for (const plain of [null, 'text', { name: 'a' }, { rules: { of: 'a kind that declares none' } }])
    expect(wholeOf({}, keptOf({}, plain), [])).toEqual(plain);
});

it('whatever is owed comes back with the ladders of its rows', () => {
  const duty = fc.record({
    step: fc.constantFrom('reply', 'offer'),
    instance: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    state: fc.constantFrom<Duty['state']>('open', 'met', 'missed'),
    rungs: fc.constantFrom<Plan['rungs']>([], plan.rungs, [...plan.rungs, ...plan.rungs]),
  });
  fc.assert(
    fc.property(fc.array(duty), fc.record({ days: fc.nat(), former: fc.nat() }), (made, set) => {
      const duties = Object.fromEntries(
        made.map(({ instance, ...one }) => {
          const whole: Duty = { ...plan, ...one, ...(instance !== undefined && { instance }) };
          return [dutyKey(whole), whole];
        }),
      );
      const before = { status: 'OPEN', rules: { ...rules, ...set }, duties };
      const kept: unknown = JSON.parse(JSON.stringify(keptOf({ rules }, before)));
      expect(wholeOf({ rules }, kept, Object.values(duties))).toEqual(before);
    }),
  );
});
