import { Named } from '#access';
import { Moment } from '#platform';
import { MeetingListed } from './read.dto.js';

/** 次の会議 of a council. */
export class NextMeeting {
  readonly council!: Named;
  readonly meeting!: MeetingListed | null;
}

/** すること: what the reader's councils wait for from him. */
export class HomeLine {
  readonly task!: string;
  readonly council!: Named | null;
  /** Whose work it is. */
  readonly by!: string | null;
  readonly meeting!: string | null;
  readonly item!: string | null;
  /** Of the item, where it was proposed; others are called by their key. */
  readonly title!: string | null;
  readonly key!: string | null;
  /** A day; null where there is no hurry. */
  readonly on!: string | null;
  readonly count!: number;
}

/** 地域課題 to be looked at, in areas of the reader. */
export class IssuesToSee {
  /** 繰り返している, and on no agenda yet. */
  readonly recurring!: number;
  /** 兆し below the threshold; null for those who do not judge them. */
  readonly observed!: number | null;
  /** 課題の候補 that wait to be confirmed; null for those who confirm none. */
  readonly candidates!: number | null;
}

export class Home {
  readonly next!: NextMeeting[];
  readonly lines!: HomeLine[];
  readonly issues!: IssuesToSee | null;
  @Moment() readonly now!: string;
}
