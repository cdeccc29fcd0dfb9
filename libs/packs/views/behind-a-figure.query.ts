import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Named, type Caller } from '#access';
import { Kinds } from '#cases';
import { Directory } from '#directory';
import { issueSignalKind, SIGNAL_SOURCES, SignalsOf, type SignalSource } from '#issues';
import { forbidden, invalidInput, SCENES, type Instant, type Scene } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { rowsOf } from '../compile/rows-of.js';
import { firstOf, type CountedSignal } from '../compile/releases.js';
import type { SplitBy } from '../domain/pack.content.js';
import { EvidencePacks } from './evidence-packs.query.js';
import { isWithinLine } from '../compile/parts.js';

/** 課題の兆し behind a number. Its own page has the events. */
export class SignalBehind {
  @Uuid() readonly id!: string;
  @Moment() readonly occurredAt!: Instant;
  @ApiProperty({ enum: SIGNAL_SOURCES }) readonly source!: SignalSource;
  @ApiProperty({ enum: SCENES }) readonly scene!: Scene;
  readonly municipality!: Named;
  readonly severity!: number;
  /** The same case counts once: signals of one case have the same number here, counted from 1. */
  readonly case!: number;
}

export class SignalsBehind {
  readonly signals!: SignalBehind[];
  /** Whether there are others, of places that the reader does not serve. */
  readonly others!: boolean;
}

/** Any number of a pack back to its signals, for those who may open them; for others, why not. */
@Injectable()
export class BehindAFigure {
  constructor(
    private readonly packs: EvidencePacks,
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly signals: SignalsOf,
  ) {}

  /** @throws forbidden, not_found */
  async of(caller: Caller, id: string, version: number, line?: { by: SplitBy; code: string }): Promise<SignalsBehind> {
    const { prefecture, actor } = caller;
    const { seen } = await this.packs.find(caller, id);
    const { content } = await this.packs.version(caller, id, version);
    const sight = this.kinds.sightOf(actor.role);
    if ((sight[issueSignalKind.kind] ?? []).length === 0) throw onlyTheirDesks();
    if (
      line &&
      !content.figures.council.splits.some(
        ({ by, lines }) => by === line.by && lines.some(({ code }) => code === line.code),
      )
    )
      throw invalidInput(
        'code',
        'この根拠資料にない区分です。表から選び直してください。',
        'The pack has no such line.',
      );

    const tree = await this.directory.tree(prefecture);
    return this.databases.reading(prefecture, async (tx) => {
      const rows = await rowsOf(this.signals, tx, prefecture, seen.state, content.window);
      const counted = firstOf(rows);
      const isMeant = (first: CountedSignal) => !line || isWithinLine(tree, line, first);
      const meant = rows.filter(({ caseKey }) => {
        const first = counted.get(caseKey);
        return first !== undefined && isMeant(first);
      });
      const { rows: open } = await tx.query<{ id: string }>({
        name: 'signals-behind',
        text: `SELECT h.stream AS id FROM stream_head h
                CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[]) AND $5::jsonb -> h.kind ?| r.relations`,
        values: [prefecture, meant.map((signal) => signal.id), actor.userId, actor.orgId, sight],
      });
      const visible = new Set(open.map((one) => one.id));
      const shown = meant.filter((signal) => visible.has(signal.id));
      const numbers = new Map([...new Set(shown.map(({ caseKey }) => caseKey))].map((key, i) => [key, i + 1]));
      return {
        signals: shown.map(({ id: of, occurredAt, source, scene, municipality, severity, caseKey }) => ({
          id: of,
          occurredAt,
          source,
          scene,
          municipality: { id: municipality, name: tree.areas[municipality]?.name ?? '' },
          severity,
          case: numbers.get(caseKey) ?? 0,
        })),
        others: shown.length < meant.length,
      };
    });
  }
}

const onlyTheirDesks = () =>
  forbidden(
    '数のもとになった一つ一つの記録は、個人を守るため、その圏域の相談窓口と拠点だけが開けます。内容を確かめたいときは、圏域の相談窓口に尋ねてください。',
    'To protect people, only the desks and bases of the area open the records behind a number. Ask the desk of the area.',
  );
