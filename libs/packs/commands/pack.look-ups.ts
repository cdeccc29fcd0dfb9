import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { RuleBook } from '#directory';
import { dateIn, type Instant } from '#kernel';
import type { EvidencePack, PackRulesFound } from '../domain/evidence-pack.js';
import { PACK_BOUNDS, PACK_CONTEXT, PACK_RULES, PACK_TERMS, type PackRules } from '../domain/pack.rules.js';

/** Looks up what may be shown in the area of the pack. */
@Injectable()
export class PackLookUps {
  constructor(private readonly rules: RuleBook) {
    rules.state(PACK_CONTEXT, PACK_RULES, PACK_BOUNDS, PACK_TERMS);
  }

  async compiling({ area }: EvidencePack, { prefecture }: Ask<unknown>, now: Instant): Promise<PackRulesFound> {
    return this.rules.inForce<PackRules>(prefecture, PACK_CONTEXT, area, dateIn(now));
  }
}
