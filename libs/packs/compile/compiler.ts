import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Cases } from '#cases';
import { agendaItemKind, type AgendaItem } from '#councils';
import { Directory, type AreaTree } from '#directory';
import { NarrativesOf, SIGNAL_SOURCES, SignalsOf, type SignalSeen } from '#issues';
import { canonical, dateIn, idOf, type Instant } from '#kernel';
import { Databases, Followers } from '#platform';
import type { EvidencePack } from '../domain/evidence-pack.js';
import { optionsFor } from '../domain/options.js';
import { AUDIENCES, type EarlierDecision, type PackContent, type Window } from '../domain/pack.content.js';
import { evidencePackKind } from '../evidence-pack.case.js';
import { figuresOf, type EarlierPack, type PackToCount } from './figures.js';
import { Prints } from './prints.js';
import { Progress } from './progress.js';
import { municipalitiesOf, peopleOf, splitsAgain, splitsOf } from './parts.js';
import type { Covered } from './releases.js';
import { rowsOf } from './rows-of.js';

export interface Wanted {
  readonly prefecture: string;
  readonly pack: string;
  readonly version: number;
}

/** One to three narratives stand in a pack (model.md 2.7), of the newest signals. */
const MOST_NARRATIVES = 3;
const LOOKED_THROUGH = 500;

/** What was asked for is not yet in the rows that it is counted from: it is asked again. */
export class NotYetThere extends Error {}

/** Makes a version of a pack: counts, hides, freezes. Asked twice, it comes to the same, and is frozen once. */
@Injectable()
export class Compiler {
  constructor(
    private readonly databases: Databases,
    private readonly followers: Followers,
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly signals: SignalsOf,
    private readonly narratives: NarrativesOf,
    private readonly progress: Progress,
    private readonly prints: Prints,
  ) {}

  /** @throws NotYetThere */
  async compile({ prefecture, pack, version }: Wanted): Promise<void> {
    const state = (await this.directory.heads.of<EvidencePack>(prefecture, evidencePackKind.kind, [pack])).get(pack);
    if (state?.status !== 'COMPILING' || state.asked?.version !== version) return;
    const tell = (percent: number) => this.progress.tell({ prefecture, pack, version }, percent);
    await tell(5);
    await this.untilCounted(prefecture, pack);
    await tell(20);
    const content = await this.contentOf(prefecture, state, state.asked, tell);
    await tell(70);
    const hash = createHash('sha256').update(canonical(content)).digest('hex');
    await this.cases.work(evidencePackKind, {
      prefecture,
      id: pack,
      command: { type: 'FreezeEvidencePack', version, content, hash },
      job: 'agenda-compile',
      key: idOf('freeze-pack', pack, version),
    });
    await tell(80);
    const frozen = { version, hash, content, frozenAt: content.window.knownAt };
    for (const audience of AUDIENCES) await this.prints.of(prefecture, pack, frozen, audience);
    await tell(100);
  }

  /** Until every view has heard of the request: then whatever was known before it has its rows. */
  private async untilCounted(prefecture: string, pack: string): Promise<void> {
    const { rows } = await this.databases.writer.query<{ position: number }>({
      name: 'pack-position',
      text: 'SELECT max(position) AS position FROM event WHERE prefecture = $1 AND correlation_id = $2',
      values: [prefecture, pack],
    });
    const views = this.followers.all().filter(({ follower }) => follower.owns !== undefined);
    const names = views.map(({ name }) => name);
    if (!(await this.followers.reached(prefecture, rows[0]?.position ?? 0, names)))
      throw new NotYetThere('the signals are not counted yet');
  }

  private async contentOf(
    prefecture: string,
    state: EvidencePack,
    { window, rules, version }: NonNullable<EvidencePack['asked']>,
    tell: (percent: number) => Promise<void>,
  ): Promise<PackContent> {
    const tree = await this.directory.tree(prefecture);
    const { item, key, level, areaId } = state;
    const others = await this.packsOnThese(prefecture, key);
    const pack = await this.covered(
      prefecture,
      tree,
      state,
      window,
      splitsOf(tree, level, areaId, window.months),
      version,
    );
    const earlier: EarlierPack[] = [];
    for (const other of others)
      for (const { version: of, content } of other.versions)
        earlier.push({
          ...(await this.covered(prefecture, tree, other, content.window, splitsAgain(tree, content), of)),
          figures: content.figures,
        });
    await tell(50);
    const population = peopleOf(tree, areaId);
    const least = { council: rules.leastCases, public: Math.max(rules.leastCases, rules.leastPublicCases) };
    const figures = figuresOf({
      pack,
      earlier,
      least,
      population,
      sources: SIGNAL_SOURCES,
      municipalities: municipalitiesOf(tree, prefecture),
    });
    const decisions = await this.decisionsOn(prefecture, key, window.knownAt);
    const mentioned = [
      areaId,
      ...decisions.map(({ area: of }) => of),
      ...pack.splits.flatMap(({ by, values }) => (by === 'area' ? values.map(({ code }) => code) : [])),
    ];
    const names = Object.fromEntries(mentioned.map((id) => [id, tree.areas[id]?.name ?? '']));
    // Where even the number of cases is kept back, a case of them would tell more.
    const narratives = figures.council.cases === null ? [] : await this.approved(prefecture, pack.signals);
    const { reasons } = figures.council;
    const options = optionsFor({ key, level, area: areaId, reasons, decisions });
    const counted = { least, population, names, figures, decisions };
    return { item, key, level, area: areaId, window, ...counted, narratives, options };
  }

  /** 要旨: the newest that a coordinator has approved, each of another case. */
  private async approved(prefecture: string, rows: readonly SignalSeen[]): Promise<string[]> {
    const newest = new Map<string, SignalSeen>();
    for (const row of rows) newest.set(row.caseKey, row);
    const signals = [...newest.values()]
      .toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt))
      .slice(0, LOOKED_THROUGH)
      .map(({ id }) => id);
    const refs = await this.narratives.refs(prefecture, signals, { confirmed: true });
    return signals.flatMap((id) => refs.get(id) ?? []).slice(0, MOST_NARRATIVES);
  }

  /** Packs that were made of any of these signals, whatever trouble they were taken for. */
  private async packsOnThese(prefecture: string, key: string): Promise<EvidencePack[]> {
    const keys = await this.databases.reading(prefecture, (tx) => this.signals.keysSharing(tx, prefecture, key));
    const packs: EvidencePack[] = [];
    for (const each of keys) {
      const found = await this.directory.heads.where<EvidencePack>(prefecture, evidencePackKind.kind, { key: each });
      packs.push(...found.map(({ state }) => state));
    }
    return packs;
  }

  private async covered(
    prefecture: string,
    tree: AreaTree,
    state: EvidencePack,
    window: Window,
    splits: Covered['splits'],
    version: number,
  ): Promise<PackToCount & { readonly signals: readonly SignalSeen[] }> {
    return {
      id: `${state.item}#${version}`,
      knownAt: window.knownAt,
      months: window.months,
      municipalities: municipalitiesOf(tree, state.areaId),
      splits,
      signals: await this.databases.reading(prefecture, (tx) => rowsOf(this.signals, tx, prefecture, state, window)),
    };
  }

  /** 以前の決定: what councils decided on the same trouble, here or elsewhere, latest first. */
  private async decisionsOn(prefecture: string, key: string, knownAt: Instant): Promise<EarlierDecision[]> {
    const items = await this.directory.heads.where<AgendaItem>(prefecture, agendaItemKind.kind, { key });
    return items
      .flatMap(({ id, state: { decision, decidedAt, areaId } }) =>
        decision !== undefined && decidedAt !== undefined && decidedAt <= knownAt
          ? [{ item: id, area: areaId, decision, decidedOn: dateIn(decidedAt) }]
          : [],
      )
      .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn) || a.item.localeCompare(b.item));
  }
}
