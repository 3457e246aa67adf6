import { mergedOrder } from "../../domain/search/merged-order.js";

/** Options with more values, such as engraved names, have no order that anybody would notice. */
const MOST_ORDERED = 1_000;

const byText = new Intl.Collator("en", { numeric: true });

/** The order of the values of an option, merged from the orders of all products that have it. */
export class ValueOrder {
  /** How many products have each value. */
  readonly #products = new Map<number, number>();
  readonly #followers = new Map<number, Map<number, number>>();
  /** Null after a change. */
  #positions: ReadonlyMap<number, number> | null = null;

  /** @param textOf what values are sorted by that no product relates */
  constructor(private readonly textOf: (value: number) => string) {}

  /** Adds the values of a product, in its order, or removes them. */
  count(values: readonly number[], times: 1 | -1): void {
    this.#positions = null;
    for (const [at, value] of values.entries()) {
      add(this.#products, value, times);
      const next = values[at + 1];
      if (next === undefined) continue;
      const followers = this.#followers.get(value) ?? new Map<number, number>();
      add(followers, next, times);
      if (followers.size > 0) this.#followers.set(value, followers);
      else this.#followers.delete(value);
    }
  }

  /** The position of a value; Infinity for one that no product has. */
  positionOf(value: number): number {
    this.#positions ??= this.#order();
    return this.#positions.get(value) ?? Number.POSITIVE_INFINITY;
  }

  #order(): ReadonlyMap<number, number> {
    const values = [...this.#products.keys()];
    if (values.length > MOST_ORDERED) return new Map();
    const sorted = values.toSorted((a, b) => byText.compare(this.textOf(a), this.textOf(b)));
    return new Map(
      mergedOrder(sorted, this.#followers).map((value, position) => [value, position]),
    );
  }
}

const add = (counts: Map<number, number>, key: number, times: 1 | -1): void => {
  const count = (counts.get(key) ?? 0) + times;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
};
