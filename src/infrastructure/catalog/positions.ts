/** How far apart things are put when there is room: about twenty of them can be put one after the other into the same gap. */
export const STEP = 2 ** 20;

export interface Neighbours {
  /** The position of what stands before; null at the beginning. */
  readonly before: number | null;
  /** Null at the end. */
  readonly after: number | null;
}

/** Whole positions between two others, evenly spread and in order; null where there are not enough. */
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
