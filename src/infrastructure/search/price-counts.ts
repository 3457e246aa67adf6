import type { PriceBucket } from "../../domain/search/price-buckets.js";
import type { Ranges } from "./ranges.js";
import { inBatches, type Steps } from "./time-slice.js";
import type { VariantFilter } from "./variant-filter.js";

/** The prices of the counted products, under all conditions except that on the price. */
export class PriceCounts {
  /** The lowest and the highest price of each product that has one. */
  readonly #slots: Int32Array;
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;
  #size = 0;
  readonly #priceBit: number;

  constructor(
    private readonly variants: VariantFilter,
    private readonly rows: Ranges,
    products: number,
  ) {
    this.#slots = new Int32Array(products);
    this.#lowest = new Float64Array(products);
    this.#highest = new Float64Array(products);
    this.#priceBit = variants.bitOf("PRICE");
  }

  add(slot: number, min: number, max: number): void {
    this.#slots[this.#size] = slot;
    this.#lowest[this.#size] = min;
    this.#highest[this.#size] = max;
    this.#size += 1;
  }

  /** The lowest price of each product, ascending. */
  lowest(): Float64Array {
    return this.#lowest.slice(0, this.#size).toSorted();
  }

  highest(): number {
    let highest = 0;
    for (let at = 0; at < this.#size; at += 1) highest = Math.max(highest, this.#highest[at] ?? 0);
    return highest;
  }

  /**
   * How many products have a price in each bucket.
   * @param buckets ascending, without gaps, at most 31
   */
  *inBuckets(buckets: readonly PriceBucket[]): Steps<Int32Array> {
    const counts = new Int32Array(buckets.length);
    const starts = Float64Array.from(buckets, ({ min }) => min ?? 0);
    const [lowest, highest, { excludes }] = [this.#lowest, this.#highest, this.variants];
    yield* inBatches(this.#size, (from, to) => {
      for (let at = from; at < to; at += 1) {
        const [min, max] = [lowest[at] ?? 0, highest[at] ?? 0];
        let high = starts.length - 1;
        while (high > 0 && max < (starts[high] ?? 0)) high -= 1;
        let low = high;
        while (low > 0 && min < (starts[low] ?? 0)) low -= 1;
        // Both ends are prices of variants, what is in between may be none.
        if (high - low <= 1 && !excludes) {
          counts[low] = (counts[low] ?? 0) + 1;
          if (high !== low) counts[high] = (counts[high] ?? 0) + 1;
          continue;
        }
        const has = this.#bucketsOf(this.#slots[at] ?? 0, starts);
        for (let bucket = low; bucket <= high; bucket += 1)
          if ((has & (1 << bucket)) !== 0) counts[bucket] = (counts[bucket] ?? 0) + 1;
      }
    });
    return counts;
  }

  /** The buckets of a product as bits, without those in which a variant is excluded. */
  #bucketsOf(slot: number, starts: Float64Array): number {
    const { variants, rows } = this;
    const hasConditions = !variants.isEmpty;
    let [has, excluded] = [0, 0];
    for (let row = rows.start[slot] ?? 0, last = rows.end[slot] ?? 0; row < last; row += 1) {
      const amount = variants.prices?.amount[row] ?? Number.NaN;
      if (Number.isNaN(amount)) continue;
      if (hasConditions && (variants.failedBy(slot, row) & ~this.#priceBit) !== 0) continue;
      let bucket = starts.length - 1;
      while (bucket > 0 && amount < (starts[bucket] ?? 0)) bucket -= 1;
      const bit = 1 << bucket;
      has |= bit;
      if (variants.excludes && variants.excludedBy(row) !== 0) excluded |= bit;
    }
    return has & ~excluded;
  }
}
