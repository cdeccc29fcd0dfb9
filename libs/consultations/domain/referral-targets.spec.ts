import type { Coordinating } from '#kernel';
import { TOPICS } from './consultation.commands.js';
import { referralTargets } from './referral-targets.js';
import { COORDINATION_OF, coordinationOf } from './topic-coordination.js';

const CHAIN = ['01', 'tokachi', 'minami', 'hiroo'];
const at = (id: string, ...chain: readonly string[]) => ({ id, name: id, chain: ['01', ...chain] });
const ORGANIZATIONS = [
  at('far-desk', 'furano', 'furano-1'),
  at('near-desk', 'tokachi', 'higashi'),
  at('town-desk', 'tokachi', 'minami', 'hiroo'),
  at('center', 'tokachi', 'higashi'),
];
const post = (organization: string, area: string, more: Partial<Coordinating> = {}) => ({
  organization,
  area,
  fields: ['dementia' as const],
  level: 'case' as const,
  ...more,
});
const order = (topics: Parameters<typeof coordinationOf>[0], posts: readonly ReturnType<typeof post>[]) =>
  referralTargets({ wanted: coordinationOf(topics), chain: CHAIN }, ORGANIZATIONS, posts as never[]).map(
    ({ organization, fitting }) => `${organization.id}${fitting.length > 0 ? ' fits' : ''}`,
  );
const NEAREST = ['town-desk', 'center', 'near-desk', 'far-desk'];

describe('where a consultation can be referred to', () => {
  it('is ordered by nearness alone where nobody is placed, or nothing of the topic is coordinated', () => {
    expect(order(['dementia'], [])).toEqual(NEAREST);
    expect(order(['other'], [post('center', 'tokachi')])).toEqual(NEAREST);
  });

  it('begins with whoever coordinates the topic for the area (K-02)', () => {
    expect(order(['dementia'], [post('center', 'tokachi')])).toEqual([
      'center fits',
      'town-desk',
      'near-desk',
      'far-desk',
    ]);
    expect(order(['other', 'dementia'], [post('far-desk', '01')])[0]).toBe('far-desk fits');
  });

  it.each([
    ['another field', post('center', 'tokachi', { fields: ['dental'] })],
    ['another level', post('center', 'tokachi', { level: 'area' })],
    ['another area', post('center', 'ikeda')],
  ])('is not moved by a coordinator of %s', (_what, one) => {
    expect(order(['dementia'], [one])).toEqual(NEAREST);
  });
});

describe('the coordination that a topic asks for', () => {
  it('is that of the requirements: dementia, rights, dental', () => {
    expect(COORDINATION_OF.dementia).toEqual({ field: 'dementia', level: 'case' });
    expect(COORDINATION_OF.guardianship_rights).toEqual({ field: 'rights', level: 'case' });
    expect(COORDINATION_OF.find_dentist_oral).toEqual({ field: 'dental', level: 'case' });
  });

  it('is said of every topic, and once where several ask for the same', () => {
    expect(Object.keys(COORDINATION_OF).toSorted()).toEqual([...TOPICS].toSorted());
    expect(coordinationOf(['rare_disease', 'child', 'law_fee'])).toEqual([{ field: 'home_care', level: 'case' }]);
  });
});
