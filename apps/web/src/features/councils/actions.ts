import type { Entry, Timeline } from '../../api/types.ts';

interface OpenAction {
  readonly id: string;
  readonly entry: Entry;
  /** What is to be done, where the reader may see it. */
  readonly what: string | undefined;
  readonly by: string;
}

/**
 * Actions of an agenda item that nobody has reported as done, and that the reader may report: of all of them whoever may
 * assign one, others of their own. What is owed counts the actions in their order.
 */
export function openActions({ entries, obligations, commands }: Timeline): OpenAction[] {
  const assigned = entries.filter(({ type }) => type === 'ActionAssigned');
  const done = new Set(
    entries.filter(({ type }) => type === 'ActionCompleted').map(({ details }) => details['action']),
  );
  return assigned.flatMap((entry, index) => {
    const { action } = entry.details;
    if (typeof action !== 'string' || done.has(action)) return [];
    const owed = obligations.find(({ step, instance }) => step === 'action' && instance === String(index + 1));
    if (!commands.includes('AssignAction') && owed?.mine !== true) return [];
    const what = entry.texts.find(({ kind }) => kind === 'action')?.text;
    return [{ id: action, entry, what, by: owed?.owedBy.name ?? '' }];
  });
}

/** Actions that are done, and whose effect nobody has checked. */
export function actionsToCheck({ entries, obligations }: Timeline): OpenAction[] {
  const named = (type: string) =>
    new Set(entries.filter((entry) => entry.type === type).map(({ details }) => details['action']));
  const [done, checked] = [named('ActionCompleted'), named('EffectChecked')];
  return entries
    .filter(({ type }) => type === 'ActionAssigned')
    .flatMap((entry, index) => {
      const { action } = entry.details;
      if (typeof action !== 'string' || !done.has(action) || checked.has(action)) return [];
      const owed = obligations.find(({ step, instance }) => step === 'action' && instance === String(index + 1));
      const what = entry.texts.find(({ kind }) => kind === 'action')?.text;
      return [{ id: action, entry, what, by: owed?.owedBy.name ?? '' }];
    });
}
