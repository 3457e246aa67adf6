import type { SearchVariant } from "../../application/search/ports/search-source.js";
import { Ranges } from "./ranges.js";

/** The prices of variants in one list and currency, by row. */
export interface VariantPrices {
  /** In minor units; NaN for a variant without a price. */
  amount: Float64Array;
  /** The sum of ON_SALE and AVAILABLE. */
  flags: Uint8Array;
}

export const ON_SALE = 1;
export const AVAILABLE = 2;

/**
 * What conditions on variants read, one row for each variant: 1 byte, 4 for each option and each
 * value of a custom field, 8 for each custom field of numbers, and 9 for each price list.
 */
export class VariantColumns {
  /** The rows of a product are in the order of its variants. */
  readonly rows = new Ranges((move) => {
    this.available = move(this.available);
    for (const prices of this.#prices.values())
      [prices.amount, prices.flags] = [move(prices.amount, Number.NaN), move(prices.flags)];
    for (const [group, numbers] of this.#numbers)
      this.#numbers.set(group, move(numbers, Number.NaN));
  });
  /**
   * The labels of the option values, and of the values of custom fields, of each product: those of
   * its first variant, then equally many of the second, and so on.
   */
  readonly options = new Ranges((move) => {
    this.labels = move(this.labels);
  });
  labels = new Int32Array(this.options.size);
  /** 1 for a variant that can be bought at its own price. */
  available = new Uint8Array(this.rows.size);
  readonly #prices = new Map<string, VariantPrices>();
  /** By the group of a custom field. */
  readonly #numbers = new Map<number, Float64Array>();

  /**
   * @param labels of the values of each variant, one after the other
   * @param numbers of each variant, by the group of their custom field
   */
  set(
    slot: number,
    variants: readonly SearchVariant[],
    labels: readonly number[],
    numbers: ReadonlyMap<number, readonly number[]>,
  ): void {
    const first = this.rows.place(slot, variants.length);
    for (const { amount, flags } of this.#prices.values()) {
      amount.fill(Number.NaN, first, first + variants.length);
      flags.fill(0, first, first + variants.length);
    }
    for (const column of this.#numbers.values())
      column.fill(Number.NaN, first, first + variants.length);
    for (const [group, values] of numbers) this.#numbersIn(group).set(values, first);
    for (const [at, { available, prices }] of variants.entries()) {
      const row = first + at;
      this.available[row] = available ? 1 : 0;
      for (const price of prices) {
        const columns = this.#pricesIn(price.priceList, price.currency);
        columns.amount[row] = price.amount;
        columns.flags[row] = (price.onSale ? ON_SALE : 0) | (price.available ? AVAILABLE : 0);
      }
    }
    const start = this.options.place(slot, labels.length);
    this.labels.set(labels, start);
  }

  clear(slot: number): void {
    this.rows.clear(slot);
    this.options.clear(slot);
  }

  /** Undefined when no variant has such a price. */
  prices(priceList: string | null, currency: string): VariantPrices | undefined {
    return this.#prices.get(nameOfPrices(priceList, currency));
  }

  /** By row; undefined when no variant has one. */
  numbers(group: number): Float64Array | undefined {
    return this.#numbers.get(group);
  }

  #numbersIn(group: number): Float64Array {
    const column = this.#numbers.get(group) ?? new Float64Array(this.rows.size).fill(Number.NaN);
    this.#numbers.set(group, column);
    return column;
  }

  #pricesIn(priceList: string | null, currency: string): VariantPrices {
    const name = nameOfPrices(priceList, currency);
    const known = this.#prices.get(name);
    if (known) return known;
    const { size } = this.rows;
    const added = {
      amount: new Float64Array(size).fill(Number.NaN),
      flags: new Uint8Array(size),
    };
    this.#prices.set(name, added);
    return added;
  }
}

/** The name of the prices of a list in a currency; null for own prices. */
export const nameOfPrices = (priceList: string | null, currency: string): string =>
  `${currency} ${priceList ?? ""}`;
