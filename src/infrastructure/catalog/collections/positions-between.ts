/**
 * The usual distance of two positions: room for about twenty insertions into the same gap, one
 * after another.
 */
export const STEP = 2 ** 20;

export interface Neighbours {
  /** The position before the gap; null at the beginning. */
  readonly before: number | null;
  /** The position after the gap; null at the end. */
  readonly after: number | null;
}

/**
 * Whole positions between two others, evenly spread and ascending; null where there are not enough.
 */
export const positionsBetween = (
  { before, after }: Neighbours,
  count: number,
): readonly number[] | null => {
  const low = before ?? 0;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  if (after === null) return numbers.map((n) => low + n * STEP);
  const distance = after - low;
  return distance > count
    ? numbers.map((n) => low + Math.floor((distance * n) / (count + 1)))
    : null;
};
