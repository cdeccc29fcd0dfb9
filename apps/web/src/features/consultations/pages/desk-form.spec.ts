import { loadEnglish, loadWords } from '../../../i18n/pair.ts';
import { checkedOf, missingOnForm, requiring, topicsOffered, type DeskForm } from './desk-form.ts';

await Promise.all([loadEnglish(), loadWords()]);

const desk: DeskForm = {
  on: '2025-07-01',
  topics: ['dementia', 'other'],
  required: [{ field: 'consulter.organization' }, { field: 'patient', scenes: ['end_of_life'] }],
  checkLists: {
    discharge_support: ['consent'],
    daily_care: ['dementia', 'consent'],
    sudden_change: [],
    end_of_life: [],
  },
};
const empty = { consulter: { organization: '' }, patient: '', scene: 'end_of_life', checked: [] };

describe('the form of a desk on the log screen', () => {
  it('asks for what the desk cannot do without in the scene chosen, in both languages', () => {
    expect(requiring(desk, 'daily_care')('patient')).toBe(false);
    expect(requiring(desk, 'end_of_life')('patient')).toBe(true);
    expect(missingOnForm(desk, empty).map(({ path }) => path)).toEqual(['patient', 'consulter.organization']);
    expect(missingOnForm(desk, empty).filter(({ ja, en }) => ja === '' || en === '')).toEqual([]);
    expect(missingOnForm(desk, { ...empty, scene: 'daily_care', consulter: { organization: 'office' } })).toEqual([]);
  });

  it('offers the topics of the day, and keeps in sight what was chosen before it ended', () => {
    const all = ['dementia', 'rehab', 'other'].map((value) => ({ value, label: value }));
    const offered = (chosen: string[]) =>
      topicsOffered(desk, all, chosen, (label) => `${label}!`).map(({ label }) => label);
    expect(offered([])).toEqual(['dementia', 'other']);
    expect(offered(['rehab'])).toEqual(['dementia', 'rehab!', 'other']);
  });

  it('sends what was ticked of the list of the scene, and nothing where nothing was', () => {
    const ticked = { ...empty, checked: ['consent', 'dementia', 'key_person'] };
    expect(checkedOf(desk, { ...ticked, scene: 'daily_care' })).toEqual({ checked: ['dementia', 'consent'] });
    expect(checkedOf(desk, { ...ticked, scene: 'discharge_support' })).toEqual({ checked: ['consent'] });
    expect(checkedOf(desk, { ...ticked, scene: 'sudden_change' })).toEqual({});
    expect(checkedOf(desk, { ...empty, scene: 'daily_care', checked: 'consent' })).toEqual({ checked: ['consent'] });
  });

  it('lets everything pass to the server until it is there', () => {
    expect(missingOnForm(undefined, empty)).toEqual([]);
    expect(topicsOffered(undefined, [{ value: 'rehab', label: 'rehab' }], [], String)).toHaveLength(1);
    expect(checkedOf(undefined, { ...empty, checked: ['consent'] })).toEqual({});
  });
});
