import { Injectable } from '@nestjs/common';
import { SignalsOf } from '#issues';
import type { Instant } from '#kernel';
import { Databases } from '#platform';
import type { Window } from '../domain/effect.js';
import type { AgendaItem } from '../domain/agenda-item.js';

const LEVELS = ['municipality', 'home_care_area', 'secondary_area', 'prefecture'] as const;
type IssueLevel = (typeof LEVELS)[number];

/** How often the trouble of an item was heard of in a window, as one knew it on a day: the indicator of its effect. */
@Injectable()
export class SignalCounts {
  constructor(
    private readonly databases: Databases,
    private readonly signals: SignalsOf,
  ) {}

  /** By window and moment, in their order. An item about no issue has no signals. */
  async of(
    prefecture: string,
    { key, level, areaId }: Pick<AgendaItem, 'key' | 'level' | 'areaId'>,
    asked: readonly (Window & { readonly knownAt: Instant })[],
  ): Promise<number[]> {
    const at = LEVELS.find((each): each is IssueLevel => each === level);
    if (key === '' || at === undefined) return asked.map(() => 0);
    return this.databases.reading(prefecture, async (tx) => {
      const counts: number[] = [];
      for (const range of asked)
        counts.push((await this.signals.of(tx, prefecture, { key, level: at, areaId }, range)).length);
      return counts;
    });
  }
}
