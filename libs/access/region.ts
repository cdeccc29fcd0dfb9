import { can, forbidden } from '#kernel';
import type { Caller } from './sessions.js';

/** @throws forbidden for whoever does not look at a region's issues and indicators (visibility matrix, model.md 2.2). */
export function onlyRegionReaders({ actor }: Caller): void {
  if (!can(actor.role, 'region_reading'))
    throw forbidden(
      '地域の課題と指標は、相談窓口・拠点・行政・協議会の方が見られます。',
      'Issues and indicators of the region are for desks, bases, officers and councils.',
    );
}
