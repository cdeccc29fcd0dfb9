import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Named, onlyRegionReaders, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import { Directory } from '#directory';
import { notFound, type Instant } from '#kernel';
import { Databases, Day, Moment, Uuid } from '#platform';
import type { EvidencePack, FrozenVersion } from '../domain/evidence-pack.js';
import { AUDIENCES, SPLITS, type Audience, type SplitBy } from '../domain/pack.content.js';
import { evidencePackKind } from '../evidence-pack.case.js';
import { PackNarratives } from './pack-narratives.js';

export class PackLine {
  readonly code!: string;
  /** Of an area, its name; else null. */
  readonly name!: string | null;
  /** Null: 秘匿. */
  readonly cases!: number | null;
}

export class PackSplit {
  @ApiProperty({ enum: SPLITS }) readonly by!: SplitBy;
  readonly lines!: PackLine[];
}

export class PackDecision {
  @Uuid() readonly item!: string;
  readonly area!: Named;
  readonly decision!: string;
  @Day() readonly decidedOn!: string;
}

/** 根拠資料の一つの版, as one audience sees it. A number that is null is kept back (秘匿). */
export class PackVersion {
  readonly version!: number;
  @Moment() readonly frozenAt!: Instant;
  readonly hash!: string;
  @ApiProperty({ enum: AUDIENCES }) readonly audience!: Audience;
  /** No number of cases from one to below it is shown. */
  readonly least!: number;
  readonly months!: string[];
  @Moment() readonly knownAt!: Instant;
  readonly signals!: number | null;
  readonly cases!: number | null;
  readonly organizations!: number | null;
  readonly municipalities!: number | null;
  readonly perTenThousand!: number | null;
  readonly population!: number | null;
  readonly reasons!: string[];
  readonly splits!: PackSplit[];
  readonly decisions!: PackDecision[];
  /** 要旨, as a coordinator has approved them; none for the public. */
  readonly narratives!: string[];
  /** 考えられる決め方（案）: codes of decisions; none for the public. */
  readonly options!: string[];
}

/** 議題の根拠資料, in a list. */
export class PackListed {
  @Uuid() readonly id!: string;
  @Uuid() readonly item!: string;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly state!: string;
  /** How many versions there are. */
  readonly versions!: number;
  /** 進み具合 of the version that is being made, from 0 to 100; null while none is. */
  readonly percent!: number | null;
}

export class PackShown extends PackListed {
  /** Commands that the reader may give just now. */
  readonly commands!: string[];
  readonly latest!: PackVersion | null;
}

/** A head that its reader may see. */
interface Seen extends FoundHead {
  readonly relations: readonly string[];
  readonly state: EvidencePack;
  readonly percent: number | null;
  readonly now: Instant;
}

const SEEN_SQL = `
  SELECT h.stream, h.kind, h.status, h.state, h.state_version, r.relations, p.percent, app.now() AS now
    FROM stream_head h
   CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
    LEFT JOIN evidence_pack_progress p ON p.prefecture = h.prefecture AND p.pack = h.stream
     AND p.version::text = h.state #>> '{asked,version}'
   WHERE h.prefecture = $1 AND h.kind = 'evidence_pack' AND ($2::uuid IS NULL OR h.stream = $2)
     AND $5::jsonb -> h.kind ?| r.relations
   ORDER BY h.stream LIMIT 1000`;

/** Packs for whoever looks at a region: no names, no organizations, no number that is kept back. */
@Injectable()
export class EvidencePacks {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly narratives: PackNarratives,
  ) {}

  async listed(caller: Caller): Promise<PackListed[]> {
    const nameOf = await this.directory.areaNames(caller.prefecture);
    return (await this.seen(caller, null)).map((one) => listed(one, nameOf));
  }

  /** @throws not_found for a pack of others, as for one that does not exist. */
  async one(caller: Caller, id: string, audience: Audience): Promise<PackShown> {
    const { seen, nameOf } = await this.find(caller, id);
    const latest = seen.state.versions.at(-1);
    return Object.assign(listed(seen, nameOf), {
      commands: this.kinds.commandsNow(evidencePackKind.kind, caller.actor, seen.relations, seen.state, seen.now),
      latest: latest
        ? versionFor(latest, audience, await this.narratives.shownTo(caller, latest.content, audience))
        : null,
    });
  }

  /** @throws not_found */
  async version(caller: Caller, id: string, version: number): Promise<FrozenVersion> {
    const { seen } = await this.find(caller, id);
    const found = seen.state.versions.find((one) => one.version === version);
    if (!found) throw notFound('version of this pack', 'この版の根拠資料');
    return found;
  }

  async find(caller: Caller, id: string) {
    const nameOf = await this.directory.areaNames(caller.prefecture);
    const [seen] = await this.seen(caller, id);
    if (!seen) throw notFound('pack', '根拠資料');
    return { seen, nameOf };
  }

  private async seen(caller: Caller, id: string | null): Promise<Seen[]> {
    onlyRegionReaders(caller);
    const { prefecture, actor } = caller;
    const found = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Seen>({
        name: 'evidence-packs-seen',
        text: SEEN_SQL,
        values: [prefecture, id, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return rows;
    });
    return Promise.all(
      found.map(async (one) => ({ ...one, state: (await this.heads.today(prefecture, one)) as EvidencePack })),
    );
  }
}

const listed = ({ stream, status, state, percent }: Seen, nameOf: (id: string) => string): PackListed => ({
  id: stream,
  item: state.item,
  key: state.key,
  level: state.level,
  area: { id: state.areaId, name: nameOf(state.areaId) },
  state: status,
  versions: state.versions.length,
  percent: state.asked ? (percent ?? 0) : null,
});

function versionFor(
  { version, frozenAt, hash, content }: FrozenVersion,
  audience: Audience,
  narratives: string[],
): PackVersion {
  const { figures, window, least, names, population, decisions, options = [] } = content;
  const { splits, reasons, ...numbers } = figures[audience];
  return {
    version,
    frozenAt,
    hash,
    audience,
    least: least[audience],
    months: [...window.months],
    knownAt: window.knownAt,
    ...numbers,
    population,
    reasons: [...reasons],
    splits: splits.map(({ by, lines }) => ({
      by,
      lines: lines.map(({ code, cases }) => ({ code, name: names[code] ?? null, cases })),
    })),
    decisions: decisions.map(({ item, area, decision, decidedOn }) => ({
      item,
      area: { id: area, name: names[area] ?? '' },
      decision,
      decidedOn,
    })),
    narratives,
    options: audience === 'council' ? [...options] : [],
  };
}
