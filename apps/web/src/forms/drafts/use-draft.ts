import { useEffect, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Values } from '../body.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { flat, same, typedIn } from './reconcile.ts';

/** Keeps what is typed into a form on the server (下書き), and brings it back on whichever device. */
export function useDraft(command: string, caseId: string | undefined, form: UseFormReturn<Values>, initial: Values) {
  const [keeper] = useState(
    () =>
      new DraftKeeper(command, caseId, {
        typed: () => typedIn(initial, form.getValues()),
        show: (fields) => {
          const now = flat(form.getValues());
          for (const [path, before] of Object.entries(flat(initial))) {
            const value = path in fields ? fields[path] : before;
            if (!same(now[path], value)) form.setValue(path, value, { shouldDirty: true });
          }
        },
      }),
  );
  useEffect(() => {
    keeper.start();
    const watched = form.watch(keeper.changed);
    return () => {
      watched.unsubscribe();
      keeper.stop();
    };
  }, [keeper, form]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, () => keeper.state) };
}

export type UsedDraft = ReturnType<typeof useDraft>;
