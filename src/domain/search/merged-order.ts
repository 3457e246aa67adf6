/** How often one value directly follows another, by both. */
export type Followers<Value> = ReadonlyMap<Value, ReadonlyMap<Value, number>>;

/**
 * One order of values that many lists have put in orders of their own: S, M, L and M, L, XL become
 * S, M, L, XL. Where lists contradict each other, the majority decides. A list stays together as far
 * as others allow; what no list relates is in the given order.
 */
export const mergedOrder = <Value>(
  values: readonly Value[],
  followers: Followers<Value>,
): readonly Value[] => {
  const left = new Set(values);
  const positions = new Map(values.map((value, at) => [value, at]));
  // How often a value follows one that is left.
  const preceded = new Map<Value, number>();
  for (const value of values)
    for (const [next, times] of followers.get(value) ?? [])
      preceded.set(next, (preceded.get(next) ?? 0) + times);
  const isFirst = (value: Value): boolean => left.has(value) && (preceded.get(value) ?? 0) === 0;
  const merged: Value[] = [];
  const followersOfLast = () =>
    merged
      .slice(-1)
      .flatMap((last) => [...(followers.get(last) ?? [])].filter(([value]) => isFirst(value)));
  while (left.size > 0) {
    const next =
      mostFrequent(followersOfLast(), positions) ??
      values.find(isFirst) ??
      leastContradicted(left, preceded, followers);
    if (next === undefined) break;
    left.delete(next);
    merged.push(next);
    for (const [follower, times] of followers.get(next) ?? [])
      preceded.set(follower, (preceded.get(follower) ?? 0) - times);
  }
  return merged;
};

const mostFrequent = <Value>(
  counted: readonly (readonly [Value, number])[],
  positions: ReadonlyMap<Value, number>,
): Value | undefined =>
  counted.toSorted(
    ([one, times], [other, others]) =>
      others - times || (positions.get(one) ?? 0) - (positions.get(other) ?? 0),
  )[0]?.[0];

/** The value that more lists put before others than behind them. */
const leastContradicted = <Value>(
  left: ReadonlySet<Value>,
  preceded: ReadonlyMap<Value, number>,
  followers: Followers<Value>,
): Value | undefined => {
  let [best, most]: [Value | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
  for (const value of left) {
    let balance = -(preceded.get(value) ?? 0);
    for (const [next, times] of followers.get(value) ?? []) if (left.has(next)) balance += times;
    if (balance > most) [best, most] = [value, balance];
  }
  return best;
};
