import { ApiProperty } from '@nestjs/swagger';
import { Named } from '#access';
import { Moment, Uuid } from '#platform';
import { ISSUE_TYPES, SCENES, type Instant, type IssueType, type Scene } from '#kernel';
import { SIGNAL_SOURCES, type SignalSource } from '../domain/issue-types.js';

/** 地域課題 as counts: no names, no organizations, no text. A count of few persons is null for whoever does not review. */
export class IssueListed {
  @Uuid() readonly id!: string;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly state!: string;
  readonly distinctCases!: number | null;
  readonly distinctOrganizations!: number | null;
  /** Ids of the issues it was rolled up from. */
  readonly children!: string[];
  /** How many signals speak for it. */
  readonly signals!: number | null;
  /** Since when this episode stands. */
  @Moment() readonly since!: Instant;
  /** When the last signal occurred. */
  @Moment() readonly lastAt!: Instant | null;
  /** The agenda item that was made of it. */
  @Uuid() readonly agendaItem!: string | null;
  /** 統合先: the issue that its signals count for. */
  @Uuid() readonly mergedInto!: string | null;
}

/** Cases of one month, source or area; null where they are kept back. */
export class IssueLine {
  readonly code!: string;
  readonly cases!: number | null;
}

export class IssueAreaLine extends IssueLine {
  readonly name!: string;
}

/** 課題の兆し behind an issue. Its own page has the events. */
export class IssueSignalListed {
  @Uuid() readonly id!: string;
  @Moment() readonly occurredAt!: Instant;
  @ApiProperty({ enum: SIGNAL_SOURCES }) readonly source!: SignalSource;
  readonly municipality!: Named;
  readonly severity!: number;
}

/** 似た説明の課題: of the same area, by its narratives. A suggestion, and nothing is merged by it. */
export class IssueAlike {
  @Uuid() readonly id!: string;
  readonly key!: string;
  /** From 1 to 100: how much of the wording is the same. */
  readonly likeness!: number;
}

/** 課題の候補: a signal that somebody wrote, and no coordinator has confirmed yet. */
export class IssueCandidate {
  @Uuid() readonly id!: string;
  readonly key!: string;
  @ApiProperty({ enum: SCENES }) readonly scene!: Scene;
  @ApiProperty({ enum: ISSUE_TYPES }) readonly issueType!: IssueType;
  readonly subject!: string | null;
  @ApiProperty({ enum: SIGNAL_SOURCES }) readonly source!: SignalSource;
  /** The case that it came from, where there is one. */
  @Uuid() readonly origin!: string | null;
  readonly municipality!: Named;
  readonly severity!: number;
  @Moment() readonly occurredAt!: Instant;
  /** 要旨, as it would stand before a council. */
  readonly narrative!: string | null;
}

export class IssueCandidates {
  readonly candidates!: IssueCandidate[];
  /** Whether there are more than these. */
  readonly more!: boolean;
}

export class IssueShown extends IssueListed {
  /** 秘匿の下限: counts from one to below it are kept back from this reader; null for whoever sees them all. */
  readonly least!: number | null;
  /** Of the last twelve months, each counted once: in the month, source and area where it was first noticed. */
  readonly cases!: number | null;
  readonly months!: IssueLine[];
  readonly sources!: IssueLine[];
  /** Its municipalities; of the prefecture its secondary areas, for the whole would be too many to look at. */
  readonly areas!: IssueAreaLine[];
  /** The newest that the reader may open; null for whoever may open none. */
  @ApiProperty({ type: [IssueSignalListed], nullable: true })
  readonly newest!: IssueSignalListed[] | null;
  /** Whether there are others, of places that the reader does not serve. */
  readonly others!: boolean;
}
