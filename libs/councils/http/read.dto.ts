import { Named } from '#access';
import { Day, Moment, Uuid } from '#platform';

/** 団体の立場, or that nobody has asked yet. */
export class PositionShown {
  readonly organization!: Named;
  readonly body!: string;
  /** Null while it was not heard. */
  readonly stance!: string | null;
  readonly note!: string | null;
}

export class ActionShown {
  @Uuid() readonly id!: string;
  readonly what!: string | null;
  readonly owner!: Named;
  /** Owed by the reader's own organization. */
  readonly mine!: boolean;
  @Day() readonly dueOn!: string;
  readonly checkOn!: string | null;
  readonly done!: boolean;
  readonly report!: string | null;
  readonly effect!: string | null;
}

export class AgendaItemShown {
  @Uuid() readonly id!: string;
  /** As "2" or "2.1"; null while it is on no agenda. */
  readonly number!: string | null;
  readonly parent!: string | null;
  readonly minutes!: number | null;
  /** When it begins by the time boxes, as "14:20". */
  readonly startsAt!: string | null;
  /** Of an item that was proposed; others are called by their key. */
  readonly title!: string | null;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly category!: string | null;
  readonly state!: string;
  /** Null for whoever does not judge issues: for him its numbers stand in the pack. */
  readonly signals!: number | null;
  readonly distinctCases!: number | null;
  readonly continued!: number;
  readonly flagged!: boolean;
  readonly positions!: PositionShown[];
  readonly note!: string | null;
  readonly discussion!: string | null;
  readonly decision!: string | null;
  readonly reason!: string | null;
  readonly actions!: ActionShown[];
  /** Commands that the reader may give just now. */
  readonly commands!: string[];
}

export class AttendanceShown {
  readonly organization!: Named;
  readonly body!: string;
  readonly presence!: string | null;
}

export class MeetingListed {
  @Uuid() readonly id!: string;
  readonly state!: string;
  @Day() readonly on!: string;
  readonly startsAt!: string;
  readonly place!: string | null;
  readonly items!: number;
}

export class MeetingShown extends MeetingListed {
  readonly council!: Named;
  readonly level!: string;
  @Day() readonly agendaClosesOn!: string;
  @Day() readonly materialsOn!: string;
  readonly agendaVersion!: number;
  /** In their order. */
  readonly agenda!: AgendaItemShown[];
  /** Drafts of the council that are on no agenda. */
  readonly candidates!: AgendaItemShown[];
  readonly attendance!: AttendanceShown[];
  readonly minutesText!: string | null;
  readonly commands!: string[];
  @Moment() readonly now!: string;
}

export class MemberShown {
  readonly organization!: Named;
  readonly body!: string;
}

export class CouncilListed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly level!: string;
  readonly types!: string[];
  readonly areas!: Named[];
  readonly secretariat!: Named;
  readonly chairMedical!: Named | null;
  readonly chairAdministrative!: Named | null;
  readonly members!: MemberShown[];
  /** What it lacks: nothing that stops it. */
  readonly warnings!: string[];
  readonly next!: MeetingListed | null;
  /** Items that are not closed. */
  readonly openItems!: number;
}

export class CouncilShown extends CouncilListed {
  readonly parent!: Named | null;
  readonly agendaCloseDays!: number;
  readonly materialDays!: number;
  readonly meetings!: MeetingListed[];
  readonly items!: AgendaItemShown[];
  /** What an item of its level can be about. */
  readonly categories!: string[];
  readonly commands!: string[];
}

/** 圏域 to choose from. */
export class AreaChoice extends Named {
  readonly level!: string;
}

/** 自分の機関の対応. */
export class OwnAction extends ActionShown {
  @Uuid() readonly item!: string;
  readonly title!: string | null;
  readonly key!: string;
  readonly level!: string;
  readonly area!: Named;
  readonly decision!: string | null;
  readonly reason!: string | null;
}
