/** Random numbers from 0 up to 1, the same on every run with the same seed (Mulberry32). */
export type Random = () => number;

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** An item of a list, by an index that starts again after the last one. */
export const pick = <Item>(items: readonly Item[], index: number): Item =>
  items[index % items.length] as Item;

/** A random index for `pick`. */
export const anyIndex = (random: Random): number => Math.floor(random() * 1_000_003);
