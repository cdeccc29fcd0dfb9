import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FEATURES } from '../../features/index.ts';

/** With its words in the piece itself: a board waits for no others. */
const PARTS = FEATURES.flatMap(({ home }) => (home ? [lazy(async () => ({ default: await home() }))] : []));

/** What features have to say below a board, once it comes into sight. It is appended, so that no row moves under a finger. */
export function Below() {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, come] = useState(false);
  useEffect(() => {
    const sight = new IntersectionObserver((seen) =>
      come((before) => before || seen.some((one) => one.isIntersecting)),
    );
    if (place.current) sight.observe(place.current);
    return () => sight.disconnect();
  }, []);
  return (
    <div id={BELOW} ref={place} tabIndex={-1} className="min-h-1">
      {isNear
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
