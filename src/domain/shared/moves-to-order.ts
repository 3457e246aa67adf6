/** A new position of an item, from 0, in the list without it. */
interface Move<Item> {
  readonly item: Item;
  readonly to: number;
}

/**
 * The fewest moves that bring items into an order, to be done one after the other. The longest part
 * that is in order already stays.
 * @param target the same items
 */
export const movesToOrder = <Item>(
  current: readonly Item[],
  target: readonly Item[],
): readonly Move<Item>[] => {
  if (current.every((item, index) => item === target[index])) return [];
  const rank = new Map(target.map((item, index) => [item, index]));
  const kept = longestIncreasing(current.map((item) => rank.get(item) ?? 0));
  const list = [...current];
  const moves: Move<Item>[] = [];
  for (const [index, item] of target.entries()) {
    if (kept.has(index)) continue;
    list.splice(list.indexOf(item), 1);
    const before = target[index - 1];
    const to = before === undefined ? 0 : list.indexOf(before) + 1;
    list.splice(to, 0, item);
    moves.push({ item, to });
  }
  return moves;
};

/** A longest increasing part of numbers that are all different (patience sorting). */
const longestIncreasing = (numbers: readonly number[]): ReadonlySet<number> => {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.set(number, ends[low - 1]);
    ends[low] = number;
  }
  const kept = new Set<number>();
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) kept.add(last);
  return kept;
};
