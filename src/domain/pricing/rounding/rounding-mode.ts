export const ROUNDING_MODES = ["HALF_UP", "HALF_EVEN", "DOWN"] as const;

/**
 * What becomes of the fraction of a minor unit: `HALF_UP` goes to the nearest, halves up;
 * `HALF_EVEN` to the nearest, halves to the even neighbour; `DOWN` drops it (usual in Japan).
 */
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/**
 * Whether a quotient goes up by one.
 * @param twice the remainder of the division, doubled
 */
export const roundsUp = (
  isOdd: boolean,
  twice: number | bigint,
  denominator: number | bigint,
  mode: RoundingMode,
): boolean => {
  if (mode === "DOWN" || twice < denominator) return false;
  return twice > denominator || mode === "HALF_UP" || isOdd;
};
