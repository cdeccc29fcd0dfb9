import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { EventLog, type Commit, type Ground, type Queryable } from '#platform';
import type { Ask } from './ask.js';
import { Cases, type Decided } from './cases.js';
import { Kinds } from './kinds.js';

/** One command of a set, by the kind of its case. Several on one case stand one after the other. */
export interface Posting {
  readonly kind: string;
  readonly ask: Ask<{ readonly type: string }>;
}

/** What would become of a command of a set: what it writes, or why it is refused. */
export type Weighed =
  | { readonly posting: Posting; readonly commit: Commit; readonly id: string }
  | { readonly posting: Posting; readonly refused: DomainError };

/** So many are decided on at the same time: they share their reads. */
const TOGETHER = 64;

/**
 * Many commands whole or not at all (ADR 0025): each is decided on as if it came alone, under the rights of who asks, and
 * then all are written in one transaction, or none.
 */
@Injectable()
export class CaseSets {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  /** What would become of each. Commands of one case are decided in their order, each on what the one before leaves. */
  async weigh(
    postings: readonly Posting[],
    progress: (done: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<Weighed[]> {
    const byCase = new Map<string, Posting[]>();
    for (const posting of postings) {
      const name = `${posting.kind} ${posting.ask.id ?? posting.ask.key}`;
      byCase.set(name, [...(byCase.get(name) ?? []), posting]);
    }
    const cases = [...byCase.values()];
    const weighed = new Map<Posting, Weighed>();
    for (let i = 0; i < cases.length; i += TOGETHER) {
      const of = await Promise.all(cases.slice(i, i + TOGETHER).map((chain) => this.weighChain(chain)));
      for (const one of of.flat()) weighed.set(one.posting, one);
      await progress(weighed.size);
    }
    return postings.flatMap((posting) => weighed.get(posting) ?? []);
  }

  /** @throws LostRace when somebody else was first, and then nothing is written: decide again on what there is now. */
  async write(
    prefecture: string,
    weighed: readonly Weighed[],
    alongside: (tx: Queryable) => Promise<void>,
    progress: (done: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const commits = weighed.map((one) => {
      if ('refused' in one) throw one.refused;
      return one.commit;
    });
    await this.log.appendWhole(prefecture, joined(commits), alongside, progress);
  }

  private async weighChain(chain: readonly Posting[]): Promise<Weighed[]> {
    const weighed: Weighed[] = [];
    let before: Commit | undefined;
    for (const posting of chain) {
      const kind = this.kinds.of(posting.kind);
      try {
        const ground = await this.cases.groundOf(kind, posting.ask);
        const { commit, answer }: Decided = await this.cases.decided(
          kind,
          posting.ask,
          before ? after(ground, before) : ground,
        );
        weighed.push({ posting, commit, id: answer.id });
        if (commit.heads.length > 0) before = commit;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        weighed.push({ posting, refused: error });
      }
    }
    return weighed;
  }
}

/** The ground that a commit leaves, which is not written yet. */
function after(ground: Ground, { heads: [head], obligations }: Commit): Ground {
  if (obligations.length > 0) throw new Error('a set cannot follow what its commands owe');
  return head ? { ...ground, head } : ground;
}

/** Commands of one case as one: a stream is written once in a transaction. */
function joined(commits: readonly Commit[]): Commit[] {
  const byStream = new Map<string, Commit>();
  for (const commit of commits) {
    const [head] = commit.heads;
    if (!head) continue;
    const before = byStream.get(head.stream);
    byStream.set(head.stream, before ? together(before, commit) : commit);
  }
  return [...byStream.values()];
}

const together = (first: Commit, next: Commit): Commit => ({
  ...next,
  heads: next.heads.map((head) => ({ ...head, base: first.heads[0]?.base ?? 0 })),
  reference: first.reference || next.reference,
  events: [...first.events, ...next.events],
  messages: [...first.messages, ...next.messages],
  personal: [...first.personal, ...next.personal],
  claims: [...first.claims, ...next.claims],
  released: [...first.released, ...next.released],
  answer: first.answer,
});
