import type { Entry, Timeline } from '../../api/types.ts';

/** Actions of an agenda item that nobody has reported as done, each with what is to be done where the reader may see it. */
export function openActions({ entries }: Timeline): { id: string; entry: Entry; what: string | undefined }[] {
  const done = new Set(
    entries.filter(({ type }) => type === 'ActionCompleted').map(({ details }) => details['action']),
  );
  return entries.flatMap((entry) => {
    const { action } = entry.details;
    if (entry.type !== 'ActionAssigned' || typeof action !== 'string' || done.has(action)) return [];
    return [{ id: action, entry, what: entry.texts.find(({ kind }) => kind === 'action')?.text }];
  });
}
