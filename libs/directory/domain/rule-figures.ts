/** What a trial of other rules counted. */
interface Counted {
  readonly dues?: {
    readonly looked: number;
    readonly earlier: number;
    readonly later: number;
    readonly atOnce: number;
    readonly chasedOtherwise: number;
    readonly otherwise: number;
    readonly more: boolean;
  };
  readonly issues?: { readonly arising: number; readonly falling: number };
}

/**
 * The figures as they are shown (秘匿): one from 1 to below the least is kept back, and with it the total, from which it
 * could be reckoned. A part of a part is kept back as well where what is left of it is small.
 */
export function figuresOf({ dues, issues }: Counted, least: number) {
  const small = (count: number) => count > 0 && count < least;
  const figure = (count: number) => (small(count) ? null : count);
  if (!dues) return { dues: null, issues: issues ? each(issues, figure) : null };
  const { looked, earlier, later, atOnce, chasedOtherwise, otherwise, more } = dues;
  const same = looked - earlier - later - chasedOtherwise - otherwise;
  const parts = [earlier, later, chasedOtherwise, otherwise, same];
  return {
    dues: {
      looked: parts.some(small) ? null : figure(looked),
      earlier: figure(earlier),
      later: figure(later),
      atOnce: small(earlier - atOnce) ? null : figure(atOnce),
      chasedOtherwise: figure(chasedOtherwise),
      otherwise: figure(otherwise),
      more,
    },
    issues: issues ? each(issues, figure) : null,
  };
}

const each = (
  { arising, falling }: NonNullable<Counted['issues']>,
  figure: (count: number) => number | null,
): { arising: number | null; falling: number | null } => ({ arising: figure(arising), falling: figure(falling) });
