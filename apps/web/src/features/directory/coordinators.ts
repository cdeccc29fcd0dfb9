import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import type { Read } from '../../api/contract.ts';

export type Grid = Read<'/api/v1/coordinator-grid'>;
export type Post = Grid['posts'][number];
export type Cell = Grid['cells'][number];
export type Field = Cell['field'];
export type Level = Cell['level'];

/** What of the grid is looked at. It stands in the address, so that it can be kept and sent on. */
export interface Looked {
  readonly area?: string;
  readonly level?: string;
  /** Just appointed: the page says with whom that post overlaps. */
  readonly appointed?: string;
}

/** Declared by this feature; the typed tree is that of the app. */
const PAGE: string = '/coordinators';

export const addressOf = (search: Looked): LinkProps => ({ to: PAGE as '/', search }) as LinkProps;

/** Without an area, that of one's own secondary area. */
export const useGrid = (area: string) =>
  useQuery({
    queryKey: ['coordinator-grid', area],
    queryFn: () => get('/api/v1/coordinator-grid', area === '' ? {} : { area }),
    staleTime: 0,
  });

/** What is, or shall be, coordinated: as far as it has been said. */
export interface Coordinated {
  readonly user: string;
  readonly area: string;
  readonly level: string;
  readonly fields: readonly string[];
}

/** 重なり: who else has the same area and level, and in which of its fields. */
export const overlapsWith = (
  { user, area, level, fields }: Coordinated,
  posts: readonly Post[],
): { post: Post; fields: Field[] }[] =>
  posts
    .filter((post) => post.user.id !== user && post.area.id === area && post.level === level)
    .map((post) => ({ post, fields: post.fields.filter((field) => fields.includes(field)) }))
    .filter((one) => one.fields.length > 0);

/** The same of a post that stands. */
export const overlapsOf = ({ user, area, ...post }: Post, posts: readonly Post[]) =>
  overlapsWith({ ...post, user: user.id, area: area.id }, posts);
