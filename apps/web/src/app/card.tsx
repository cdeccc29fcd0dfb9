import { Suspense } from 'react';
import type { Row } from '../api/types.ts';
import { Loading } from '../ui/page.tsx';
import { loaded } from './parts.ts';
import { cardOf } from './registry.ts';

/** What is owed, as the card of its feature. */
export function Card({ row }: { row: Row }) {
  const card = cardOf(row);
  if (!card) return null;
  const Shown = loaded(card.page);
  return (
    <Suspense fallback={<Loading />}>
      <Shown row={row} />
    </Suspense>
  );
}
