import { optionsFor } from './options.js';

const weighed = { key: 'daily_care|skill', level: 'municipality', area: 'm', reasons: [], decisions: [] };

describe('what a pack proposes to decide', () => {
  it('is a measure, or to let people know', () => {
    expect(optionsFor(weighed)).toEqual(['adopt_measure', 'inform_only']);
  });

  it('is a rule where one is missing or not kept, and a plan where means are', () => {
    expect(optionsFor({ ...weighed, key: 'discharge_support|no_rule|forms' })).toContain('rule_change');
    expect(optionsFor({ ...weighed, key: 'sudden_change|night_cover' })).toContain('plan_reflect');
  });

  it('is the next council up for one of the five reasons, or once a measure here has been tried', () => {
    const tried = { item: 'i', area: 'm', decision: 'adopt_measure', decidedOn: '2025-06-01' };
    expect(optionsFor({ ...weighed, reasons: ['E2'] })).toContain('escalate');
    expect(optionsFor({ ...weighed, decisions: [tried] })).toContain('escalate');
    expect(optionsFor({ ...weighed, decisions: [{ ...tried, area: 'elsewhere' }] })).not.toContain('escalate');
    expect(optionsFor({ ...weighed, level: 'prefecture', reasons: ['E2'] })).not.toContain('escalate');
  });
});
