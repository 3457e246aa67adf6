import type { Labels } from "./labels.js";
import type { PriceCounts } from "./price-counts.js";
import type { VariantColumns } from "./variant-columns.js";
import { EXCLUDED, type VariantFilter } from "./variant-filter.js";

interface Counted {
  readonly variants: VariantFilter;
  readonly columns: VariantColumns;
  readonly allLabels: Labels;
  /** By label. */
  readonly counts: Int32Array;
  readonly prices: PriceCounts;
}

/**
 * Counts the values of variants under conditions on variants: a product counts for a value when one
 * variant has the value and meets all conditions except that of the value's own facet. Exclusions
 * hold among the variants with the value.
 */
export class VariantCounts {
  readonly available: [yes: number, no: number] = [0, 0];
  readonly onSale: [yes: number, no: number] = [0, 0];
  /** By label: twice the number of the last product that has it, plus 1 when it is excluded there. */
  readonly #seen: Int32Array;
  /** By the bit of a condition: the group of its option or custom field. */
  readonly #groups = new Map<number, number>();
  readonly #bits: Readonly<Record<"PRICE" | "AVAILABILITY" | "ON_SALE", number>>;
  #product = 0;

  constructor(private readonly counted: Counted) {
    this.#seen = new Int32Array(counted.counts.length);
    const { variants } = counted;
    for (const [at, { kind, group }] of variants.conditions.entries())
      if (kind === "OPTION" || kind === "METAFIELD") this.#groups.set(1 << at, group);
    this.#bits = {
      PRICE: variants.bitOf("PRICE"),
      AVAILABILITY: variants.bitOf("AVAILABILITY"),
      ON_SALE: variants.bitOf("ON_SALE"),
    };
  }

  /** Counts a product that meets all other conditions. */
  add(slot: number): void {
    this.#product += 1;
    const { variants, columns, prices } = this.counted;
    const { start, end } = columns.rows;
    const bits = this.#bits;
    const [available, onSale] = [new Answers(), new Answers()];
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = start[slot] ?? 0, last = end[slot] ?? 0; row < last; row += 1) {
      const failed = variants.failedBy(slot, row);
      // Fails more than one condition.
      if ((failed & (failed - 1)) !== 0) continue;
      const excluded = variants.excludes ? variants.excludedBy(row) : 0;
      const group = failed === 0 ? -1 : this.#groups.get(failed);
      if (group !== undefined) this.#countOptions(slot, row, group, excluded !== 0);
      if (failed === 0 || failed === bits.AVAILABILITY)
        available.add(variants.isAvailable(row), (excluded & EXCLUDED.ON_SALE) !== 0);
      if (failed === 0 || failed === bits.ON_SALE)
        onSale.add(variants.isOnSale(row), (excluded & EXCLUDED.AVAILABILITY) !== 0);
      if ((failed === 0 || failed === bits.PRICE) && excluded === 0) {
        const amount = variants.prices?.amount[row] ?? Number.NaN;
        if (amount < min) min = amount;
        if (amount > max) max = amount;
      }
    }
    available.countIn(this.available);
    onSale.countIn(this.onSale);
    if (max >= min) prices.add(slot, min, max);
  }

  /** @param only the only group that is counted; -1 for all */
  #countOptions(slot: number, row: number, only: number, isExcluded: boolean): void {
    const { columns, allLabels, counts } = this.counted;
    const { rows, options, labels } = columns;
    const first = rows.start[slot] ?? 0;
    const start = options.start[slot] ?? 0;
    const axes = ((options.end[slot] ?? 0) - start) / ((rows.end[slot] ?? 0) - first);
    const from = start + (row - first) * axes;
    for (let at = from; at < from + axes; at += 1) {
      const label = labels[at] ?? -1;
      if (label < 0 || (only !== -1 && allLabels.groupOf[label] !== only)) continue;
      const seen = this.#seen[label] ?? 0;
      const isSeen = seen >>> 1 === this.#product;
      if (isSeen && (seen & 1) === 1) continue;
      if (isExcluded) {
        if (isSeen) counts[label] = (counts[label] ?? 0) - 1;
        this.#seen[label] = this.#product * 2 + 1;
      } else if (!isSeen) {
        counts[label] = (counts[label] ?? 0) + 1;
        this.#seen[label] = this.#product * 2;
      }
    }
  }
}

/** Whether a product counts for yes or for no: for no when none of its variants is a yes. */
class Answers {
  #has = false;
  #hasYes = false;
  #excludesYes = false;
  #excludesAny = false;

  add(isYes: boolean, isExcluded: boolean): void {
    this.#has = true;
    if (isYes) this.#hasYes = true;
    if (isExcluded) this.#excludesAny = true;
    if (isYes && isExcluded) this.#excludesYes = true;
  }

  countIn(counts: [yes: number, no: number]): void {
    if (this.#hasYes) counts[0] += this.#excludesYes ? 0 : 1;
    else if (this.#has && !this.#excludesAny) counts[1] += 1;
  }
}
