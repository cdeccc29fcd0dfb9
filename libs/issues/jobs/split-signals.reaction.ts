import { Injectable } from '@nestjs/common';
import { Cases } from '#cases';
import { Follows, type Follower } from '#platform';
import type { RegionalIssueSplit } from '../domain/regional-issue.events.js';
import { askSignal } from './raise.js';

/** Each signal that an issue was split by is tagged as what it was found to be a sign of. */
@Follows('issues.split-signals')
@Injectable()
export class SplitSignals implements Follower<RegionalIssueSplit> {
  constructor(private readonly cases: Cases) {}

  readonly on: Follower<RegionalIssueSplit>['on'] = {
    RegionalIssueSplit: async (event) => {
      const { signals, scene, issueType, subject } = event.payload;
      for (const signal of signals)
        await askSignal(this.cases, event, 'split-signals', signal, {
          type: 'TagIssueSignal',
          scene,
          issueType,
          ...(subject !== undefined && { subject }),
        });
    },
  };
}
