import { ALL_PASSED, type Condition, type PriceView } from "./narrowing.js";
import { inPortions, type Steps } from "./portions.js";
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
  readonly slots: Int32Array;
  /** Beside `slots`: which condition each fails. */
  readonly failed: Int8Array;
  readonly conditions: readonly Condition[];
  readonly view: PriceView;
}

/** Everything in one walk over the matches, with plain loops: this is where a search of many matches spends its time. */
export const tally = function* ({
  index: { columns, labels: known },
  slots,
  failed,
  conditions,
  view,
}: Matched): Steps<Tally> {
  const counts = new Int32Array(known.size);
  const groupOf = known.groupOf;
  const { labels, start, end } = columns;
  const prices = columns.prices(view.priceList, view.currency);
  const available = view.priceList === null ? columns.available : prices?.available;
  const [lowest, highest] = [new Float64Array(slots.length), new Float64Array(slots.length)];
  let [priced, yes, no, onSale, offSale] = [0, 0, 0, 0, 0];
  yield* inPortions(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const [slot, failure] = [slots[at] ?? 0, failed[at] ?? ALL_PASSED];
      if (failure < ALL_PASSED) continue;
      const isAll = failure === ALL_PASSED;
      const own = isAll ? undefined : conditions[failure];
      const group = own?.group ?? -1;
      if (isAll || group >= 0)
        for (let n = start[slot] ?? 0, last = end[slot] ?? 0; n < last; n += 1) {
          const label = labels[n] ?? 0;
          if (isAll || groupOf[label] === group) counts[label] = (counts[label] ?? 0) + 1;
        }
      if (isAll || own?.kind === "AVAILABILITY") {
        if (available?.[slot] === 1) yes += 1;
        else no += 1;
      }
      if (isAll || own?.kind === "ON_SALE") {
        if (prices?.onSale[slot] === 1) onSale += 1;
        else offSale += 1;
      }
      const min = prices?.min[slot] ?? Number.NaN;
      if (min >= 0 && (isAll || own?.kind === "PRICE")) {
        lowest[priced] = min;
        highest[priced] = prices?.max[slot] ?? min;
        priced += 1;
      }
    }
  });
  return {
    labels: counts,
    available: [yes, no],
    onSale: [onSale, offSale],
    lowest: lowest.slice(0, priced),
    highest: highest.slice(0, priced),
  };
};
