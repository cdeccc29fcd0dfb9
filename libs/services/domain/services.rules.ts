import { levels, whole, type Bounds } from '#kernel';

/**
 * Rule set "JP-default" of service requests (B-09, model.md 2.16). Every number is data: an area overrides it from a day
 * on, and a request keeps what held when it was made. No source has any of them: all are our own defaults [D].
 */
export const SERVICE_RULES = {
  /** An answer so many business days of whoever is asked after the request (口腔ケア依頼の催促) [D]. */
  answerBusinessDays: 3,
  /** Ladder: business days from T of whoever is asked, of whoever asked, of the desk of the person's municipality [D]. */
  chaseOffsets: [0, 1, 2] as readonly number[],
};

/** What an area may set [D]. */
export const SERVICE_BOUNDS: Bounds<typeof SERVICE_RULES> = {
  answerBusinessDays: whole(0, 60),
  chaseOffsets: levels(3, 0, 60),
};

export type ServiceRules = typeof SERVICE_RULES;
export const SERVICE_CONTEXT = 'services';
