import { ALL_PASSED, priceOf, type Condition, type PriceView } from "./narrowing.js";
import type { ProductIndex } from "./product-index.js";

/** How many of the matches have what, each counted under all conditions but its own. */
export interface Tally {
  /** By label. */
  readonly labels: Int32Array;
  readonly available: readonly [yes: number, no: number];
  readonly onSale: readonly [yes: number, no: number];
  /** The lowest and the highest price of each product that has one. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

export interface Matched {
  readonly index: ProductIndex;
  readonly slots: readonly number[];
  /** Beside `slots`: which condition each fails. */
  readonly failed: Int8Array;
  readonly conditions: readonly Condition[];
  readonly view: PriceView;
}

/** Everything in one walk over the matches, with plain loops: this is where a search of many matches spends its time. */
export const tally = ({ index: { entries, labels: known }, slots, failed, conditions, view }: Matched): Tally => {
  const labels = new Int32Array(known.size);
  const groupOf = known.groupOf;
  const [lowest, highest] = [new Float64Array(slots.length), new Float64Array(slots.length)];
  let [priced, available, soldOut, onSale, offSale] = [0, 0, 0, 0, 0];
  for (let at = 0; at < slots.length; at += 1) {
    const failure = failed[at] ?? ALL_PASSED;
    const entry = entries[slots[at] ?? -1];
    if (failure < ALL_PASSED || !entry) continue;
    const isAll = failure === ALL_PASSED;
    const own = isAll ? undefined : conditions[failure];
    const having = entry.labels;
    if (isAll) for (let n = 0; n < having.length; n += 1) labels[having[n] ?? 0] = (labels[having[n] ?? 0] ?? 0) + 1;
    else if (own && own.group >= 0) for (let n = 0; n < having.length; n += 1) if (groupOf[having[n] ?? 0] === own.group) labels[having[n] ?? 0] = (labels[having[n] ?? 0] ?? 0) + 1;
    if (isAll || own?.kind === "AVAILABILITY") {
      if (entry.available) available += 1;
      else soldOut += 1;
    }
    const price = priceOf(entry, view);
    if (isAll || own?.kind === "ON_SALE") {
      if (price?.onSale) onSale += 1;
      else offSale += 1;
    }
    if (price && (isAll || own?.kind === "PRICE")) {
      [lowest[priced], highest[priced]] = [price.min, price.max];
      priced += 1;
    }
  }
  return { labels, available: [available, soldOut], onSale: [onSale, offSale], lowest: lowest.slice(0, priced), highest: highest.slice(0, priced) };
};
