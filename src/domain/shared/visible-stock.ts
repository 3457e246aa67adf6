/**
 * How many units buyers are told of, so that nobody reads a shop's sales from its stock.
 * @param units not negative
 * @param most the most that they are told: Infinity for the exact number, 0 for only whether there
 * are any
 * @returns null where there are some, and buyers are not told how many
 */
export const visibleStock = (units: number, most: number): number | null =>
  units <= most ? units : most || null;
