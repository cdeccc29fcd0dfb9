import { lazy, Suspense, useEffect, useState } from 'react';
import { FEATURES } from '../../features/index.ts';

/** The board comes first: what stands below it is not asked for before somebody has had a look at it [D]. */
const AFTER_MS = 1_000;

/** With its words in the piece itself: a board waits for no others. */
const PARTS = FEATURES.flatMap(({ home }) => (home ? [lazy(async () => ({ default: await home() }))] : []));

/** What features have to say below a board. It is appended, so that no row moves under a finger. */
export function Below() {
  const [isTime, come] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => come(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div id={BELOW} tabIndex={-1}>
      {isTime
        ? PARTS.map((Part, i) => (
            <Suspense key={i} fallback={null}>
              <Part />
            </Suspense>
          ))
        : null}
    </div>
  );
}

const BELOW = 'below';

/** Leads there past a long board; it has its room from the start. */
export function ToBelow({ children }: { children: string }) {
  return (
    <button
      type="button"
      onClick={() => document.getElementById(BELOW)?.focus()}
      className="inline-flex min-h-11 items-center text-key-900 underline print:hidden"
    >
      {children}
    </button>
  );
}
