import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Cases } from '#cases';
import type { AgendaItemEscalated } from '#councils';
import { Directory, RuleBook, type AreasImported } from '#directory';
import { dateIn, idOf, type Recorded } from '#kernel';
import { Follows, type Follower, type Queryable } from '#platform';
import { regionalIssueKind } from '../issues.kinds.js';
import { AreaNodes, type AreaNode } from '../domain/area-nodes.js';
import type { Counts, Signal } from '../domain/counts.js';
import type { IssuesReviewed } from '../domain/issue-review.js';
import { ISSUE_CONTEXT, ISSUE_RULES, type IssueRules } from '../domain/issue.rules.js';
import { keyAmong } from '../domain/aliases.js';
import type { IssueSignalRaised, IssueSignalTagged, IssueSignalWithdrawn } from '../domain/issue-signal.events.js';
import type { FollowMerge, WantedIssue } from '../domain/regional-issue.commands.js';
import type {
  RegionalIssueClosed,
  RegionalIssueDismissed,
  RegionalIssueMerged,
  RegionalIssueUnmerged,
} from '../domain/regional-issue.events.js';
import { countingOf, news, rollUpCounted, type RulesInForce, type Standing } from '../domain/roll-up.js';
import * as counts from '../views/issue-counts.rows.js';
import * as rows from '../views/issue-signal.rows.js';

type Heard =
  | IssueSignalRaised
  | IssueSignalTagged
  | IssueSignalWithdrawn
  | RegionalIssueClosed
  | RegionalIssueDismissed
  | RegionalIssueMerged
  | RegionalIssueUnmerged
  | AgendaItemEscalated
  | AreasImported
  | IssuesReviewed;

type Changed = Pick<Recorded, 'prefecture' | 'position' | 'eventId' | 'recordedAt'>;

/** So many keys are read at once: a region has some hundreds, of which a few have thousands of signals. */
const KEYS_AT_ONCE = 50;

/** What a night's keys are all judged by: one area has one rule set, whichever key asks for it. */
interface Known {
  readonly nodes: AreaNodes;
  readonly rules: Map<string, Promise<RulesInForce>>;
}

/** All that one key is judged by, in one transaction. */
interface KeyAt extends counts.KeyCount {
  readonly standing: ReadonlyMap<string, Standing>;
}

/**
 * Writes the signals' rows, counts them and rolls them up (課題の集約). One follower, so that what is counted is exactly
 * what the log said up to this event, however far the log has grown meanwhile: a rebuild comes to the same issues. A
 * signal is counted where it belongs and only the areas above it are judged; whatever ends an episode counts its key anew.
 */
@Follows('issues.roll-up')
@Injectable()
export class RollUpIssues implements Follower<Heard> {
  readonly owns = ['issue_signal', 'issue_standing', 'issue_share', 'issue_tally', 'issue_node', 'issue_alias'];

  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  readonly on: Follower<Heard>['on'] = {
    IssueSignalRaised: async (event, tx) => {
      const { key: tagged, area, otherAreas = [], ...payload } = event.payload;
      const known = await this.knownAt(event);
      const key = await this.keyOf(tx, event, tagged, area.municipalityId, known);
      await rows.insertSignal(tx, event, key);
      await this.signalled(
        tx,
        event,
        key,
        counts.addSignal,
        {
          id: event.aggregate.id,
          municipality: area.municipalityId,
          otherMunicipalities: otherAreas.map(({ municipalityId }) => municipalityId),
          caseKey: payload.caseKey,
          reporter: payload.reporterOrganization ?? null,
          severity: payload.severity,
          escalationReason: payload.escalationReason ?? null,
          occurredAt: event.occurredAt,
        },
        known,
      );
    },
    IssueSignalWithdrawn: async (event, tx) => {
      const signal = await rows.withdrawSignal(tx, event);
      if (signal) await this.signalled(tx, event, signal.key, counts.removeSignal, signal, await this.knownAt(event));
    },
    IssueSignalTagged: async (event, tx) => {
      const before = await rows.signalAt(tx, event);
      if (!before) return;
      const known = await this.knownAt(event);
      const key = await this.keyOf(tx, event, event.payload.key, before.municipality, known);
      if (event.payload.key === event.payload.was) {
        await rows.confirmSignal(tx, event);
        return;
      }
      await rows.tagSignal(tx, event, key);
      if (key === before.key) return;
      await this.signalled(tx, event, before.key, counts.removeSignal, before, known);
      await this.signalled(tx, event, key, counts.addSignal, before, known);
    },
    RegionalIssueMerged: (event, tx) => {
      const { into, intoKey } = event.payload;
      return this.regroup(tx, event, { issue: into, key: intoKey });
    },
    RegionalIssueUnmerged: (event, tx) => this.regroup(tx, event),
    RegionalIssueClosed: (event, tx) => this.ended(tx, event, rows.closeStanding),
    RegionalIssueDismissed: (event, tx) => this.ended(tx, event, rows.dismissStanding),
    AgendaItemEscalated: async (event, tx) => {
      const { issue, key } = event.payload;
      await rows.escalateStanding(tx, event.prefecture, issue, event.occurredAt);
      await this.judgeFrom(tx, event, await this.at(tx, event, key), issue);
    },
    AreasImported: async (event, tx) => {
      for (const key of await rows.keysOf(tx, event.prefecture))
        await counts.recount(tx, await this.at(tx, event, key));
    },
    IssuesReviewed: async (event, tx) => {
      const [known, keys] = [await this.knownAt(event), await rows.keysOf(tx, event.prefecture)];
      for (let at = 0; at < keys.length; at += KEYS_AT_ONCE)
        await this.review(tx, event, keys.slice(at, at + KEYS_AT_ONCE), known);
    },
  };

  /** The key that a signal counts under. */
  private async keyOf(
    tx: Queryable,
    event: Changed,
    tagged: string,
    municipality: string,
    { nodes }: Known,
  ): Promise<string> {
    const aliases = await rows.aliasesOf(tx, event.prefecture);
    return nodes.knows(municipality) ? keyAmong(tagged, nodes.above(municipality), aliases) : tagged;
  }

  /** One key counts as another in an area, or no longer does: its signals there move, and so do the issues of the areas within. */
  private async regroup(
    tx: Queryable,
    event: Recorded<RegionalIssueMerged | RegionalIssueUnmerged>,
    into?: FollowMerge['into'],
  ): Promise<void> {
    const { prefecture, aggregate } = event;
    const { key } = event.payload;
    const standing = await rows.standingOf(tx, prefecture, key);
    const own = standing.get(aggregate.id);
    if (!own) return;
    await rows.mergeStanding(tx, prefecture, aggregate.id, into !== undefined);
    await (into === undefined
      ? rows.removeAlias(tx, prefecture, key, own.areaId)
      : rows.addAlias(tx, prefecture, key, own.areaId, into.key));
    const known = await this.knownAt(event);
    const moved = await this.move(tx, event, own.areaId, known);
    for (const each of new Set([key, ...moved])) {
      const at = await this.at(tx, event, each);
      await counts.recount(tx, at);
      await this.judgeAll(tx, event, at);
    }
    for (const [id, { level, areaId, closed }] of standing) {
      const within = known.nodes.from(known.nodes.at(level, areaId)).slice(1);
      if (closed || event.payload.follows || !within.some((node) => node.id === own.areaId)) continue;
      await this.cases.work(regionalIssueKind, {
        prefecture,
        id,
        command: { type: 'FollowMerge', ...(into && { into }) },
        job: 'roll-up',
        key: idOf('roll-up', event.eventId, id),
        causationId: event.eventId,
      });
    }
  }

  /** Signals in an area that no longer count under their key; answers the keys that are touched. */
  private async move(tx: Queryable, event: Changed, area: string, { nodes }: Known): Promise<Set<string>> {
    const { prefecture } = event;
    const aliases = await rows.aliasesOf(tx, prefecture);
    const within = nodes.municipalitiesIn(area);
    const touched = new Set<string>();
    for (const group of await rows.groupsOf(tx, prefecture, within)) {
      const to = keyAmong(group.tagged, nodes.above(group.municipality), aliases);
      if (to === group.key) continue;
      await rows.moveGroup(tx, event, group, to);
      touched.add(group.key).add(to);
    }
    return touched;
  }

  /** Asks for what has become different anywhere. */
  private async judgeAll(tx: Queryable, event: Changed, at: KeyAt): Promise<void> {
    const counted = await counts.countsOf(tx, event.prefecture, at.key);
    const stands = [...at.standing.values()].flatMap(({ level, areaId }) => at.nodes.from(at.nodes.at(level, areaId)));
    const rules = await this.rulesAt(event, [...stands, ...placesOf(at.nodes, counted)]);
    await this.askFor(tx, event, at, rollUpCounted({ ...at, counts: counted, rules, asOf: event.recordedAt }));
  }

  /** Counts keys anew from their signals, by the rules of that day, and asks for what time alone has made different. */
  private async review(tx: Queryable, event: Changed, keys: readonly string[], known: Known): Promise<void> {
    const { prefecture } = event;
    const standing = await rows.standingByKey(tx, prefecture, keys);
    const signals = await rows.signalsByKey(tx, prefecture, keys);
    const counted = await counts.countsByKey(tx, prefecture, keys);
    for (const key of keys) {
      const own = signals.get(key) ?? [];
      const at = await this.counted(event, key, standing.get(key) ?? new Map(), placesIn(own), known);
      const whole = at.counting.whole(own);
      if (!isDeepStrictEqual(whole, counted.get(key) ?? new Map())) await counts.recount(tx, at);
      const stands = [...at.standing.values()].flatMap(({ level, areaId }) =>
        at.nodes.from(at.nodes.at(level, areaId)),
      );
      const rules = await this.rulesAt(event, [...stands, ...placesOf(at.nodes, whole)], known);
      await this.askFor(tx, event, at, rollUpCounted({ ...at, counts: whole, rules, asOf: event.recordedAt }));
    }
  }

  private async signalled(
    tx: Queryable,
    event: Changed,
    key: string,
    change: (tx: Queryable, count: counts.KeyCount, signal: Signal) => Promise<void>,
    signal: Signal,
    known: Known,
  ): Promise<void> {
    const at = await this.at(tx, event, key, signal.municipality, known);
    await change(tx, at, signal);
    if (at.nodes.knows(signal.municipality)) await this.judge(tx, event, at, at.nodes.above(signal.municipality));
  }

  private async ended(
    tx: Queryable,
    event: Recorded<RegionalIssueClosed | RegionalIssueDismissed>,
    end: (tx: Queryable, prefecture: string, id: string, at: string) => Promise<unknown>,
  ): Promise<void> {
    await end(tx, event.prefecture, event.aggregate.id, event.occurredAt);
    const at = await this.at(tx, event, event.payload.key);
    await counts.recount(tx, at);
    await this.judgeFrom(tx, event, at, event.aggregate.id);
  }

  private async judgeFrom(tx: Queryable, event: Changed, at: KeyAt, issue: string): Promise<void> {
    const standing = at.standing.get(issue);
    if (standing) await this.judge(tx, event, at, at.nodes.from(at.nodes.at(standing.level, standing.areaId)));
  }

  /** Asks for what has become different at these areas. */
  private async judge(tx: Queryable, event: Changed, at: KeyAt, places: readonly AreaNode[]): Promise<void> {
    const { prefecture } = event;
    const counted = await counts.countsOf(tx, prefecture, at.key);
    // Those above ask whether the areas below them stand.
    const areas = placesOf(at.nodes, counted).filter(({ level }) => level !== 'municipality');
    const rules = await this.rulesAt(event, [...places, ...areas]);
    await this.askFor(tx, event, at, rollUpCounted({ ...at, counts: counted, rules, asOf: event.recordedAt }, places));
  }

  private async askFor(tx: Queryable, event: Changed, at: KeyAt, wanted: readonly WantedIssue[]): Promise<void> {
    for (const issue of news(wanted, at.standing)) {
      await this.ask(event, issue);
      await rows.remember(tx, event.prefecture, issue);
    }
  }

  private ask(event: Changed, wanted: WantedIssue): Promise<unknown> {
    return this.cases.work(regionalIssueKind, {
      prefecture: event.prefecture,
      id: wanted.id,
      command: { type: 'RecordIssue', wanted, through: event.position },
      job: 'roll-up',
      key: idOf('roll-up', event.eventId, wanted.id),
      causationId: event.eventId,
    });
  }

  /** A key as it stands, with the rules by which its signals are counted: of one municipality, or of all. */
  private async at(tx: Queryable, event: Changed, key: string, municipality?: string, known?: Known): Promise<KeyAt> {
    const { prefecture } = event;
    const standing = await rows.standingOf(tx, prefecture, key);
    const places = municipality === undefined ? await rows.municipalitiesOf(tx, prefecture, key) : [municipality];
    return this.counted(event, key, standing, places, known ?? (await this.knownAt(event)));
  }

  private async counted(
    event: Changed,
    key: string,
    standing: ReadonlyMap<string, Standing>,
    places: readonly string[],
    known: Known,
  ): Promise<KeyAt> {
    const { prefecture } = event;
    const { nodes } = known;
    const inForce = await this.rulesAt(
      event,
      places.filter((id) => nodes.knows(id)).map((id) => nodes.municipality(id)),
      known,
    );
    const counting = countingOf({ key, nodes, standing, rules: inForce });
    return { prefecture, key, nodes, standing, counting, rules: (node) => inForce(node).values };
  }

  private async knownAt({ prefecture }: Changed): Promise<Known> {
    return { nodes: new AreaNodes(await this.directory.tree(prefecture)), rules: new Map() };
  }

  /** The rules of these nodes, on the day the change was recorded and as they were known then: so that a rebuild judges alike. */
  private async rulesAt(
    { prefecture, recordedAt }: Changed,
    places: readonly AreaNode[],
    { rules: asked } = { rules: new Map<string, Promise<RulesInForce>>() },
  ): Promise<(node: AreaNode) => RulesInForce> {
    const on = dateIn(recordedAt);
    for (const { id, area } of places)
      if (!asked.has(id))
        asked.set(id, this.rules.inForce<IssueRules>(prefecture, ISSUE_CONTEXT, area, on, recordedAt));
    const distinct = new Set(places.map(({ id }) => id));
    const inForce = new Map(
      await Promise.all([...distinct].flatMap((id) => asked.get(id)?.then((rules) => [id, rules] as const) ?? [])),
    );
    return ({ id }) => inForce.get(id) ?? { ref: { id: '', version: 0 }, values: ISSUE_RULES };
  }
}

const placesIn = (signals: readonly Signal[]): string[] => [
  ...new Set(signals.map(({ municipality }) => municipality)),
];

/** Every node that holds the key. */
function placesOf(nodes: AreaNodes, counted: Counts): AreaNode[] {
  const municipalities = [...counted.values()].flatMap(({ shares }) => [...shares.keys()]);
  return [...new Set(municipalities)].flatMap((id) => nodes.above(id));
}
