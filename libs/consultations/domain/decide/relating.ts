import { invalidInput } from '#kernel';
import type {
  LinkConsultation,
  MergeConsultations,
  SplitConsultation,
  UnlinkConsultation,
} from '../consultation.commands.js';
import type { ConsultationEvent } from '../consultation.events.js';
import type { AtDesk, Merging, OnForm } from '../consultation.found.js';
import { owedAgain } from '../consultation.obligations.js';
import { mustOffer } from '../desk-form.js';
import type { Work } from './decided.js';

/** 関連する案件と結び付ける. Whether it is there, and to be seen, has been looked up. */
export function link({ given: { id } }: Work, { type: _type, ...linked }: LinkConsultation): ConsultationEvent[] {
  const ids = Object.values(linked);
  if (ids.length === 0)
    throw invalidInput('dischargeCase', '結び付ける案件を選んでください。', 'Choose the case to link.');
  if (ids.includes(id))
    throw invalidInput(
      'consultation',
      'この相談自身とは結び付けられません。ほかの案件を選んでください。',
      'A consultation cannot be linked to itself. Choose another case.',
    );
  return [{ type: 'ConsultationLinked', payload: linked }];
}

export function unlink({ state }: Work, { case: id }: UnlinkConsultation): ConsultationEvent[] {
  if (!state.links.some((each) => each.id === id && each.as === 'linked'))
    throw invalidInput(
      'case',
      'この案件とは結び付いていません。結び付いている案件から選んでください。',
      'It is not linked to this case. Choose one of those that it is linked to.',
    );
  return [{ type: 'ConsultationUnlinked', payload: { case: id } }];
}

/** 重複する相談をまとめる. Only into one that is not merged itself, so that no chain of them ever comes back to its beginning. */
export function merge({ given: { id, found } }: Work<Merging>, { into }: MergeConsultations): ConsultationEvent[] {
  if (into === id)
    throw invalidInput(
      'into',
      'この相談自身にはまとめられません。続けるほうの相談を選んでください。',
      'A consultation cannot be merged into itself. Choose the one that goes on.',
    );
  if (found.into.merge)
    throw invalidInput(
      'into',
      found.into.merge.into === id
        ? 'その相談は、この相談にまとめられています。先にそれを取り消すか、この相談で続けてください。'
        : 'その相談は、すでにほかの相談にまとめられています。まとめ先の相談を選んでください。',
      found.into.merge.into === id
        ? 'That one is merged into this one. Undo that first, or go on with this one.'
        : 'That one is merged into another already. Choose the one that it was merged into.',
    );
  return [{ type: 'ConsultationMerged', payload: { duplicate: id, into } }];
}

export function undoMerge({ state, given, setting }: Work<AtDesk>): ConsultationEvent[] {
  const { ended = [], into = '' } = state.merge ?? {};
  const plans = ended.flatMap((key) => {
    const duty = state.duties[key];
    return duty ? [owedAgain(setting, duty, given.found.desk)] : [];
  });
  return [{ type: 'ConsultationMergeUndone', payload: { duplicate: given.id, from: into, plans } }];
}

/** 別の相談に分ける: the new one begins by this, and has its clock from now on [D]. */
export function split(
  { given: { newId, records, found, occurredAt } }: Work<OnForm>,
  { type: _type, ...trouble }: SplitConsultation,
): ConsultationEvent[] {
  // What is split off is received by this: its first clock runs from the same moment.
  mustOffer(found.form, trouble.topics, occurredAt);
  const { consultation_summary: summaryRef } = records;
  return [
    {
      type: 'ConsultationSplit',
      payload: { into: newId('split'), ...trouble, ...(summaryRef !== undefined && { summaryRef }) },
    },
  ];
}
