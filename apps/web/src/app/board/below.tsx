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
  if (!isTime) return null;
  return PARTS.map((Part, i) => (
    <Suspense key={i} fallback={null}>
      <Part />
    </Suspense>
  ));
}
