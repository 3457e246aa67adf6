import { EXACT_PRODUCT } from "./fraction.js";

/**
 * Shares a whole amount out in proportion to weights, none of them negative (the largest-remainder
 * method): each share is rounded down, and the units that are left go one each to the largest
 * remainders, ties to the earlier share. Nothing is lost, and a weight of zero gets nothing.
 * Callers that order the weights by the ids of their lines break ties by id.
 * @param total whole minor units, not negative
 * @throws RangeError when a positive amount has no positive weight
 */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  if (total === 0) return weights.map(() => 0);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) throw new RangeError("An amount is allocated by weights, one of them positive.");
  // A remainder and an index make one key, which is below the sum times the number of weights.
  if (total * sum > EXACT_PRODUCT || sum * weights.length > EXACT_PRODUCT)
    return allocateExactly(total, weights.map(BigInt));
  const shares: number[] = [];
  const keys = new Float64Array(weights.length);
  let left = total;
  for (let index = 0; index < keys.length; index += 1) {
    const product = total * (weights[index] ?? 0);
    let share = Math.floor(product / sum);
    // The division of doubles may have been rounded up to a whole number.
    if (share * sum > product) share -= 1;
    shares.push(share);
    left -= share;
    keys[index] = (product - share * sum + 1) * keys.length - index;
  }
  if (left > 0) {
    const smallest = largest(keys.slice(), left);
    for (let index = 0; index < keys.length; index += 1)
      if ((keys[index] ?? 0) >= smallest) shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
};

/**
 * `allocate` for weights of any size.
 * @param room the most that each share may grow to; one without room is passed over when the units
 * that are left are handed out, as long as others have room
 */
export const allocateExactly = (
  total: number,
  weights: readonly bigint[],
  room?: readonly number[],
): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (total === 0 || sum <= 0n)
    return allocate(
      total,
      weights.map(() => 0),
    );
  const products = weights.map((weight) => BigInt(total) * weight);
  const shares = products.map((product) => Number(product / sum));
  const remainders = products.map((product) => product % sum);
  let left = total - shares.reduce((all, share) => all + share, 0);
  const order = [...remainders.keys()]
    .filter((index) => remainders[index] !== 0n)
    .toSorted((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
  for (const limits of [room, undefined])
    for (const index of order) {
      if (left === 0) return shares;
      const share = shares[index] ?? 0;
      if (share >= (limits?.[index] ?? Number.POSITIVE_INFINITY)) continue;
      shares[index] = share + 1;
      left -= 1;
    }
  return shares;
};

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The number that is `rank`th from the largest one (quickselect). Reorders the numbers. */
const largest = (numbers: Float64Array, rank: number): number => {
  const target = numbers.length - rank;
  const at = (index: number): number => numbers[index] ?? 0;
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const pivot = at((low + high) >> 1);
    let [left, right] = [low, high];
    while (left <= right) {
      while (at(left) < pivot) left += 1;
      while (at(right) > pivot) right -= 1;
      if (left > right) break;
      [numbers[left], numbers[right]] = [at(right), at(left)];
      left += 1;
      right -= 1;
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return at(target);
};
