import { overlapsWith, type Post } from './coordinators.ts';

const post = (user: string, more: Partial<Post> = {}): Post => ({
  id: `post of ${user}`,
  kind: 'dementia',
  fields: ['dementia', 'rights'],
  level: 'case',
  area: { id: 'furano', name: '富良野市', level: 'municipality' },
  user: { id: user, name: user },
  organization: { id: 'center', name: 'center' },
  since: '2025-06-02',
  trainedOn: null,
  ends: false,
  ...more,
});

it('who is appointed overlaps with others of the same area and level, in the fields that both have', () => {
  const said = { user: 'u', area: 'furano', level: 'case', fields: ['dementia', 'dental'] };
  const of = (...posts: Post[]) => overlapsWith(said, posts).map(({ post: { user }, fields }) => [user.id, ...fields]);
  expect(of(post('v'))).toEqual([['v', 'dementia']]);
  expect(of(post('u'), post('v', { level: 'area' }), post('w', { fields: ['rights'] }))).toEqual([]);
  expect(of(post('v', { area: { id: 'secondary', name: '富良野', level: 'secondary_area' } }))).toEqual([]);
});
