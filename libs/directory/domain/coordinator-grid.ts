import {
  COORDINATION_FIELDS,
  COORDINATION_LEVELS,
  isCoordinatedBy,
  type Coordinating,
  type Coordination,
} from '#kernel';
import { overlapping } from './coordinator-post.js';

export const CELL_STATES = ['covered', 'overlap', 'gap'] as const;
/** 担当あり · 重なり (two or more of the same area; a warning, never a refusal) · 欠け (nobody). */
export type CellState = (typeof CELL_STATES)[number];

export interface GridPost extends Coordinating {
  readonly id: string;
  readonly user: string;
}

/** A place to be coordinated for, and the areas around it. */
export interface GridArea {
  readonly id: string;
  readonly chain: readonly string[];
}

export interface GridCell extends Coordination {
  readonly area: string;
  readonly state: CellState;
  /** Ids of the posts that cover it. */
  readonly posts: readonly string[];
}

/** Whoever coordinates for an area around a place does so for the place too; beside each other they are no overlap (K-01). */
function cellOf(posts: readonly GridPost[], { id, chain }: GridArea, wanted: Coordination): GridCell {
  const covering = posts.filter((post) => isCoordinatedBy(post, wanted, [id, ...chain]));
  const here = covering.map((post) => ({ ...post, fields: [wanted.field] }));
  const isOverlap = here.some((post) => overlapping(post, here).length > 0);
  const state = covering.length === 0 ? 'gap' : isOverlap ? 'overlap' : 'covered';
  return { area: id, ...wanted, state, posts: covering.map((post) => post.id) };
}

/** 調整役の配置表: every area × field × level, with whoever covers it, where two overlap, and where nobody is (K-01). */
export const coordinatorGrid = (posts: readonly GridPost[], areas: readonly GridArea[]): GridCell[] =>
  areas.flatMap((area) =>
    COORDINATION_FIELDS.flatMap((field) => COORDINATION_LEVELS.map((level) => cellOf(posts, area, { field, level }))),
  );
