import { Injectable } from '@nestjs/common';
import { Heads } from '#cases';
import { can } from '#kernel';
import type { CoordinatorPost, HeldPost } from './domain/coordinator-post.js';
import { Directory } from './directory.js';

/** What the other contexts ask about coordinators (調整役). */
@Injectable()
export class Coordinators {
  constructor(
    private readonly heads: Heads,
    private readonly directory: Directory,
  ) {}

  /** Posts in office, those of an organization or an area where one is named. */
  async inOffice(
    prefecture: string,
    of: { readonly organization?: string; readonly area?: string } = {},
  ): Promise<HeldPost[]> {
    const found = await this.heads.where<CoordinatorPost>(prefecture, 'coordinator_post', { status: 'HELD', ...of });
    return found.map(({ id, state }) => ({ id, ...state }));
  }

  /** Of these posts, those to whose holders a consultation can be referred: they work on consultations themselves. */
  async takingReferrals(prefecture: string, posts: readonly HeldPost[]): Promise<HeldPost[]> {
    const holders = await this.directory.users(prefecture, [...new Set(posts.map(({ user }) => user))]);
    return posts.filter(({ user }) => {
      const holder = holders.get(user);
      return holder !== undefined && can(holder.role, 'desk_work');
    });
  }
}
