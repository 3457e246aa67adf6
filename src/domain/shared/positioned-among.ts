/**
 * Items with a position among others, which keep their order around them.
 * @param positioned sorted by position
 * @param positionOf from 1
 */
export const positionedAmong = <Item>(
  positioned: readonly Item[],
  others: readonly Item[],
  positionOf: (item: Item) => number,
): readonly Item[] => {
  const result: Item[] = [];
  let [left, right] = [0, 0];
  while (left < positioned.length || right < others.length) {
    const next = positioned[left];
    const isDue =
      next !== undefined && (right >= others.length || positionOf(next) <= result.length + 1);
    const item = isDue ? next : others[right];
    if (isDue) left++;
    else right++;
    if (item !== undefined) result.push(item);
  }
  return result;
};
