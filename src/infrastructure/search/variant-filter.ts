import type { FacetKind, SearchFilter } from "../../application/search/ports/product-search.js";
import { fold } from "../../domain/shared/text.js";
import type { PriceColumns } from "./columns.js";
import { valuesByOption, type PriceView } from "./filter-conditions.js";
import type { ProductIndex } from "./product-index.js";
import { AVAILABLE, ON_SALE, type VariantPrices } from "./variant-columns.js";

/** A condition that a variant meets or fails. */
export interface VariantCondition {
  readonly kind: FacetKind | "TEXT";
  /** The number of the group of an option or a custom field; -1 for another condition, and an unknown option. */
  readonly group: number;
}

/** A range of a custom field of variants. */
interface NumberCondition {
  readonly bit: number;
  readonly min: number;
  readonly max: number;
  /** By row; undefined when no variant has one. */
  readonly numbers: Float64Array | undefined;
}

/** What `excludedBy` says of a variant that can be bought, and of one that is on sale. */
export const EXCLUDED = { AVAILABILITY: 1, ON_SALE: 2 } as const;

const NO_BIT = 0;

/**
 * The conditions on variants of one search, which one and the same variant must meet. `available`
 * and `onSale` of false are no conditions but exclusions: none of the variants that meet all
 * conditions may be available, or on sale.
 */
export class VariantFilter {
  /** At most 31: the failed ones are bits of a number. */
  readonly conditions: readonly VariantCondition[];
  /** Whether a variant can be excluded. */
  readonly excludes: boolean;
  readonly prices: VariantPrices | undefined;
  readonly #columns: ProductIndex["columns"]["variants"];
  readonly #ofProducts: PriceColumns | undefined;
  readonly #all: number;
  /** By label: the bit of the condition that it meets. */
  readonly #optionBits: Int32Array | null;
  readonly #bits: Readonly<Record<"price" | "available" | "onSale" | "text", number>>;
  readonly #numbers: readonly NumberCondition[];
  readonly #excluded: number;
  readonly #least: number;
  readonly #most: number;
  readonly #text: string;

  /** @throws FieldNotSearchable */
  constructor(
    private readonly index: ProductIndex,
    filter: SearchFilter,
    private readonly view: PriceView,
  ) {
    const { options = [], metafields = [], minPrice, maxPrice, available, onSale, text } = filter;
    const conditions: VariantCondition[] = [];
    const add = (isGiven: boolean, kind: VariantCondition["kind"], group = -1): number =>
      isGiven ? 1 << (conditions.push({ kind, group }) - 1) : NO_BIT;
    const byOption = [...valuesByOption(options)].map(([name, values]) => {
      const group = index.labels.findGroup("OPTION", name) ?? -1;
      return { group, values, bit: add(true, "OPTION", group) };
    });
    const byField = metafields.flatMap((condition) => {
      const { name, ofVariants } = index.fields.filterable(condition);
      if (!ofVariants) return [];
      const group = index.labels.findGroup("VARIANT_METAFIELD", name) ?? -1;
      return [{ ...condition, group, bit: add(true, "METAFIELD", group) }];
    });
    const labelled = [...byOption, ...byField];
    this.#numbers = byField
      .filter(({ values }) => values === undefined)
      .map(({ group, bit, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => ({
        bit,
        min,
        max,
        numbers: index.columns.variants.numbers(group),
      }));
    this.#optionBits = labelled.length > 0 ? new Int32Array(index.labels.size) : null;
    for (const { group, values = [], bit } of labelled)
      for (const value of values) {
        const label = index.labels.find(group, value);
        if (label !== undefined && this.#optionBits) this.#optionBits[label] = bit;
      }
    const excluded =
      (available === false ? EXCLUDED.AVAILABILITY : 0) | (onSale === false ? EXCLUDED.ON_SALE : 0);
    this.#bits = {
      price: add(minPrice !== undefined || maxPrice !== undefined, "PRICE"),
      available: add(available === true, "AVAILABILITY"),
      onSale: add(onSale === true, "ON_SALE"),
      // Alone it is a condition on the product.
      text: add(text !== undefined && (conditions.length > 0 || excluded !== 0), "TEXT"),
    };
    [this.#excluded, this.excludes] = [excluded, excluded !== 0];
    this.#least = minPrice?.minorUnits ?? 0;
    this.#most = maxPrice?.minorUnits ?? Number.POSITIVE_INFINITY;
    this.#text = fold(text ?? "");
    this.conditions = conditions;
    this.#all = 2 ** conditions.length - 1;
    this.#columns = index.columns.variants;
    this.prices = this.#columns.prices(view.priceList, view.currency);
    this.#ofProducts = index.columns.prices(view.priceList, view.currency);
  }

  /** The bit of a condition that a filter has once; 0 when this one does not have it. */
  bitOf(kind: "PRICE" | "AVAILABILITY" | "ON_SALE"): number {
    const at = this.conditions.findIndex((condition) => condition.kind === kind);
    return at < 0 ? 0 : 1 << at;
  }

  /** The bit of the condition on a custom field; 0 when this filter does not have it. */
  bitOfField(group: number): number {
    const at = this.conditions.findIndex((one) => one.kind === "METAFIELD" && one.group === group);
    return at < 0 ? 0 : 1 << at;
  }

  get isEmpty(): boolean {
    return this.#all === 0 && !this.excludes;
  }

  /** Whether a product has a variant that meets all conditions, and none of those is excluded. */
  passes(slot: number): boolean {
    if (this.#all === 0) return !this.#isExcludedAlone(slot);
    const decided = this.#decide(slot);
    if (decided !== null) return decided;
    const { start, end } = this.#columns.rows;
    const last = end[slot] ?? 0;
    let hasAny = false;
    for (let row = start[slot] ?? 0; row < last; row += 1) {
      if (this.failedBy(slot, row) !== 0) continue;
      if (!this.excludes) return true;
      if (this.excludedBy(row) !== 0) return false;
      hasAny = true;
    }
    return hasAny;
  }

  /** The conditions that a variant fails, as the sum of their bits. */
  failedBy(slot: number, row: number): number {
    let failed = this.#all;
    const bits = this.#bits;
    if (this.#optionBits) failed &= ~this.#metOptions(slot, row, this.#optionBits);
    for (let at = 0; at < this.#numbers.length; at += 1) {
      const condition = this.#numbers[at];
      const number = condition?.numbers?.[row] ?? Number.NaN;
      if (condition && number >= condition.min && number <= condition.max) failed &= ~condition.bit;
    }
    if (bits.price !== NO_BIT) {
      const amount = this.prices?.amount[row] ?? Number.NaN;
      if (amount >= this.#least && amount <= this.#most) failed &= ~bits.price;
    }
    if (bits.available !== NO_BIT && this.isAvailable(row)) failed &= ~bits.available;
    if (bits.onSale !== NO_BIT && this.isOnSale(row)) failed &= ~bits.onSale;
    if (bits.text !== NO_BIT && this.#hasText(slot, row)) failed &= ~bits.text;
    return failed;
  }

  /** Which exclusions a variant falls under, as the sum of EXCLUDED. */
  excludedBy(row: number): number {
    return (
      this.#excluded &
      ((this.isAvailable(row) ? EXCLUDED.AVAILABILITY : 0) |
        (this.isOnSale(row) ? EXCLUDED.ON_SALE : 0))
    );
  }

  isAvailable(row: number): boolean {
    return this.view.priceList === null
      ? this.#columns.available[row] === 1
      : ((this.prices?.flags[row] ?? 0) & AVAILABLE) !== 0;
  }

  isOnSale(row: number): boolean {
    return ((this.prices?.flags[row] ?? 0) & ON_SALE) !== 0;
  }

  /**
   * What is stored of a product decides about a single condition, without a look at its variants.
   * Null where it does not.
   */
  #decide(slot: number): boolean | null {
    const { price, available, onSale } = this.#bits;
    if (this.excludes) return null;
    if (this.#all === available) return this.#isAvailable(slot);
    if (this.#all === onSale) return this.#ofProducts?.onSale[slot] === 1;
    if (price === NO_BIT) return null;
    const min = this.#ofProducts?.min[slot] ?? Number.NaN;
    const max = this.#ofProducts?.max[slot] ?? Number.NaN;
    if (!(max >= this.#least && min <= this.#most)) return false;
    // The lowest or the highest price is in the range.
    return this.#all === price && (min >= this.#least || max <= this.#most) ? true : null;
  }

  #isExcludedAlone(slot: number): boolean {
    return (
      ((this.#excluded & EXCLUDED.AVAILABILITY) !== 0 && this.#isAvailable(slot)) ||
      ((this.#excluded & EXCLUDED.ON_SALE) !== 0 && this.#ofProducts?.onSale[slot] === 1)
    );
  }

  #isAvailable(slot: number): boolean {
    const { columns } = this.index;
    return (
      (this.view.priceList === null
        ? columns.available[slot]
        : this.#ofProducts?.available[slot]) === 1
    );
  }

  #metOptions(slot: number, row: number, bits: Int32Array): number {
    const { rows, options, labels } = this.#columns;
    const first = rows.start[slot] ?? 0;
    const start = options.start[slot] ?? 0;
    const axes = ((options.end[slot] ?? 0) - start) / ((rows.end[slot] ?? 0) - first);
    const from = start + (row - first) * axes;
    let met = 0;
    for (let at = from; at < from + axes; at += 1) met |= bits[labels[at] ?? -1] ?? 0;
    return met;
  }

  #hasText(slot: number, row: number): boolean {
    const entry = this.index.entries[slot];
    if (!entry) return false;
    const sku = entry.skus[row - (this.#columns.rows.start[slot] ?? 0)] ?? "";
    return entry.title.includes(this.#text) || (this.#text !== "" && sku.startsWith(this.#text));
  }
}
