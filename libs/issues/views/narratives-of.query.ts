import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';
import { Heads } from '#cases';
import type { IssueSignal } from '../domain/issue-signal.js';
import { issueSignalKind } from '../issues.kinds.js';

/** 要旨 of signals, for whoever sees what they speak of. */
@Injectable()
export class NarrativesOf {
  constructor(
    private readonly heads: Heads,
    private readonly store: PersonalStore,
  ) {}

  /** By the id of the signal; `confirmed`: of those alone that a coordinator has approved. */
  async refs(
    prefecture: string,
    signals: readonly string[],
    { confirmed }: { readonly confirmed: boolean },
  ): Promise<Map<string, string>> {
    const states = await this.heads.of<IssueSignal | null>(prefecture, issueSignalKind.kind, signals);
    return new Map(
      [...states].flatMap(([id, state]) =>
        state?.narrativeRef !== undefined && (state.tagged || !confirmed) ? [[id, state.narrativeRef] as const] : [],
      ),
    );
  }

  /** Texts by their references. */
  async texts(caller: Caller, purpose: string, refs: readonly string[]): Promise<Map<string, string>> {
    const records = await this.store.readRecords<Readonly<Record<string, unknown>>>(caller, purpose, refs);
    return new Map(
      records.flatMap(({ id, body }) =>
        Object.values(body).flatMap((text) => (typeof text === 'string' ? [[id, text] as const] : [])),
      ),
    );
  }
}
