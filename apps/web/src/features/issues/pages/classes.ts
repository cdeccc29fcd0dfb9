/** Cases of a class of tiles, both ends within. */
export interface Class {
  readonly from: number;
  readonly to: number;
}

/** Beside nothing at all: with it five, and more are not told apart by the eye. */
const SHADES = 4;

/** Nothing, and up to four equal steps that together hold every number from one to the most. */
export function classesUpTo(most: number): Class[] {
  const width = Math.max(1, Math.ceil(most / SHADES));
  const count = Math.ceil(most / width);
  const steps = Array.from({ length: count }, (_, i) => ({
    from: i * width + 1,
    to: Math.min((i + 1) * width, most),
  }));
  return [{ from: 0, to: 0 }, ...steps];
}

export const classOf = (classes: readonly Class[], cases: number): number =>
  classes.findIndex(({ from, to }) => from <= cases && cases <= to);
