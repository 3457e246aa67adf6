/** A range of prices in minor units, both ends included. Null: no limit at this end. */
export interface PriceBucket {
  readonly min: number | null;
  readonly max: number | null;
}

const MAX_BUCKETS = 5;
const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * Price ranges with round limits that contain about equally many prices each. Empty when all prices
 * are about the same.
 * @param prices in minor units, ascending
 */
export const priceBuckets = (prices: ArrayLike<number>): readonly PriceBucket[] => {
  const ends = new Set<number>();
  for (let part = 1; part < MAX_BUCKETS; part += 1)
    ends.add(rounded(prices[Math.floor((prices.length * part) / MAX_BUCKETS)] ?? 0));
  const [least, most] = [prices[0] ?? 0, prices[prices.length - 1] ?? 0];
  const inside = [...ends].filter((end) => end > least && end <= most).toSorted((a, b) => a - b);
  return inside.length === 0
    ? []
    : [null, ...inside].map((min, index) => ({
        min,
        max: inside[index] === undefined ? null : inside[index] - 1,
      }));
};

/** The nearest of 1, 1.5, 2, 3, 4, 5, 6 and 8 times a power of ten. */
const rounded = (price: number): number => {
  if (price < 1) return 0;
  const power = 10 ** Math.floor(Math.log10(price));
  const nearest = ROUND.reduce(
    (best, step) => (Math.abs(step * power - price) < Math.abs(best * power - price) ? step : best),
    1,
  );
  return Math.round(nearest * power);
};
