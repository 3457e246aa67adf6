import type { SearchDocument, SearchPrice } from "../../application/search/ports/search-source.js";
import { enlarged, Ranges } from "./ranges.js";
import { nameOfPrices, VariantColumns } from "./variant-columns.js";

/** The prices of one list in one currency, by slot; NaN for a product without a price. */
export interface PriceColumns {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly onSale: Uint8Array;
  readonly available: Uint8Array;
}

const SMALLEST = 1_024;

/**
 * What a search reads of thousands of products, in arrays by slot: reading an object of each
 * product takes longer.
 */
export class Columns {
  /** In milliseconds; infinite where no product is active and published. */
  from = new Float64Array(SMALLEST).fill(Number.POSITIVE_INFINITY);
  until = new Float64Array(SMALLEST);
  available = new Uint8Array(SMALLEST);
  /** 1 for an active product, published or not. */
  active = new Uint8Array(SMALLEST);
  /** How many words the shortest title of a product has. */
  titleLength = new Uint16Array(SMALLEST);
  readonly labelled = new Ranges((move) => {
    this.labels = move(this.labels);
  });
  /** The labels of a slot are those of its rows in `labelled`. */
  labels = new Int32Array(this.labelled.size);
  readonly variants = new VariantColumns();
  readonly #prices = new Map<string, PriceColumns>();

  set(
    slot: number,
    { status, publication, available, prices, variants }: SearchDocument,
    { labels, ofVariants, numbers, titleLength }: DocumentLabels,
  ): void {
    this.#reserve(slot + 1);
    this.from[slot] =
      status === "ACTIVE" && publication ? publication.from.getTime() : Number.POSITIVE_INFINITY;
    this.until[slot] = publication?.until?.getTime() ?? Number.POSITIVE_INFINITY;
    this.available[slot] = available ? 1 : 0;
    this.active[slot] = status === "ACTIVE" ? 1 : 0;
    this.titleLength[slot] = titleLength;
    for (const price of prices) this.#setPrice(slot, price);
    this.relabel(slot, labels);
    this.variants.set(slot, variants, ofVariants, numbers);
  }

  /** Replaces the labels of a slot. */
  relabel(slot: number, labels: readonly number[]): void {
    const start = this.labelled.place(slot, labels.length);
    this.labels.set(labels, start);
  }

  clear(slot: number): void {
    this.from[slot] = Number.POSITIVE_INFINITY;
    this.active[slot] = 0;
    this.labelled.clear(slot);
    this.variants.clear(slot);
    for (const { min, max, onSale, available } of this.#prices.values())
      [min[slot], max[slot], onSale[slot], available[slot]] = [Number.NaN, Number.NaN, 0, 0];
  }

  /** @param at in milliseconds */
  isVisible(slot: number, at: number): boolean {
    return (this.from[slot] ?? Number.POSITIVE_INFINITY) <= at && at < (this.until[slot] ?? 0);
  }

  /** Undefined when no product has such a price. */
  prices(priceList: string | null, currency: string): PriceColumns | undefined {
    return this.#prices.get(nameOfPrices(priceList, currency));
  }

  #setPrice(slot: number, { priceList, currency, min, max, onSale, available }: SearchPrice): void {
    const size = this.from.length;
    const name = nameOfPrices(priceList, currency);
    const columns = this.#prices.get(name) ?? {
      min: new Float64Array(size).fill(Number.NaN),
      max: new Float64Array(size).fill(Number.NaN),
      onSale: new Uint8Array(size),
      available: new Uint8Array(size),
    };
    this.#prices.set(name, columns);
    [columns.min[slot], columns.max[slot], columns.onSale[slot], columns.available[slot]] = [
      min,
      max,
      onSale ? 1 : 0,
      available ? 1 : 0,
    ];
  }

  #reserve(slots: number): void {
    const size = this.from.length;
    if (slots <= size) return;
    const larger = size * 2;
    this.from = enlarged(this.from, larger, Number.POSITIVE_INFINITY);
    this.until = enlarged(this.until, larger);
    this.available = enlarged(this.available, larger);
    this.active = enlarged(this.active, larger);
    this.titleLength = enlarged(this.titleLength, larger);
    for (const [name, { min, max, onSale, available }] of this.#prices)
      this.#prices.set(name, {
        min: enlarged(min, larger, Number.NaN),
        max: enlarged(max, larger, Number.NaN),
        onSale: enlarged(onSale, larger),
        available: enlarged(available, larger),
      });
  }
}

interface DocumentLabels {
  readonly labels: readonly number[];
  /** Of the values of each variant, one variant after the other. */
  readonly ofVariants: readonly number[];
  /** Of each variant in custom fields of numbers, by their groups. */
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  /** How many words the shortest title has. */
  readonly titleLength: number;
}
