import { dateIn, type FieldError, type Instant, type LocalDate } from '#kernel';
import { areasIn, liesIn, type AreaTree } from './area-tree.js';

/** 合意した会議, as whoever activates rules says it: one that is kept here, or one that is not (requirement D-05). */
export interface AgreedAt {
  readonly meeting?: string;
  readonly elsewhere?: { readonly name: string; readonly heldOn: LocalDate };
}

/** 合意した会議, as the rules keep it; of what a council has decided here, the agenda item as well. */
export interface Agreed extends AgreedAt {
  readonly agendaItem?: string;
}

/** A meeting that is kept here, as far as an agreement needs it. */
export interface MeetingFound {
  readonly status: string;
  readonly on: LocalDate;
  /** 所管圏域 of its council. */
  readonly areas: readonly string[];
}

/** 開催済み: states of a meeting that has been held (model.md 2.7). */
export const HELD: readonly string[] = ['HELD', 'HELD_IN_WRITING', 'MINUTES_DRAFTED', 'MINUTES_APPROVED', 'PUBLISHED'];

interface Said {
  readonly agreed: AgreedAt | undefined;
  readonly area: string;
  readonly occurredAt: Instant;
}

/** Why a person's rules rest on no agreement: nobody alone changes what everybody works by. */
export function faultsOfAgreement(
  { agreed: { meeting, elsewhere } = {}, area, occurredAt }: Said,
  found: MeetingFound | undefined,
  tree: AreaTree,
): FieldError[] {
  const today = dateIn(occurredAt);
  const fault = (path: string, code: string, ja: string, en: string): FieldError[] => [{ path, code, ja, en }];
  if (meeting === undefined && elsewhere === undefined)
    return fault(
      'agreed',
      'missing',
      'このルールに合意した会議がありません。つなぎの会議を選ぶか、つなぎにない会議の名前と開催日を入力してください。',
      'No meeting is named that agreed on these rules. Choose one, or give the name and day of one that is not kept here.',
    );
  if (meeting !== undefined && elsewhere !== undefined)
    return fault(
      'agreed',
      'too_many',
      '合意した会議は一つです。つなぎの会議か、つなぎにない会議か、どちらかだけにしてください。',
      'One meeting agrees. Name one that is kept here or one that is not, and not both.',
    );
  if (elsewhere)
    return elsewhere.heldOn <= today
      ? []
      : fault(
          'agreed.elsewhere.heldOn',
          'in_the_future',
          '開催日が未来です。会議が開かれてから発効してください。',
          'The meeting lies in the future. Activate the rules once it has been held.',
        );
  if (!found)
    return fault(
      'agreed.meeting',
      'unknown_meeting',
      'この会議はありません。会議の一覧から選び直してください。',
      'There is no such meeting. Choose it from the list again.',
    );
  if (!HELD.includes(found.status) || found.on > today)
    return fault(
      'agreed.meeting',
      'not_held',
      'この会議はまだ開催されていません。開催を記録してから発効してください。',
      'This meeting has not been held. Record that it was held, then activate the rules.',
    );
  return isWithin(tree, area, found.areas)
    ? []
    : fault(
        'agreed.meeting',
        'other_area',
        'この会議の所管圏域に、ルールの圏域が入っていません。その圏域を所管する会議を選んでください。',
        'The area of these rules is not one of the council that met. Choose a meeting of a council of that area.',
      );
}

/** By municipalities: tiers that coincide are the same place, and a council may stand for several areas (requirement A-06). */
const isWithin = (tree: AreaTree, area: string, councils: readonly string[]): boolean => {
  const municipalities = areasIn(tree, area).filter(({ level }) => level === 'municipality');
  return (
    municipalities.length > 0 && municipalities.every(({ id }) => councils.some((outer) => liesIn(tree, id, outer)))
  );
};
