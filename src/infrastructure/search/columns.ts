import type { SearchDocument, SearchPrice } from "../../application/search/ports/search-source.js";

/** The prices of one list in one currency, by slot; NaN for a product without a price. */
interface PriceColumns {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly onSale: Uint8Array;
  readonly available: Uint8Array;
}

const SMALLEST = 1_024;
/** Unused labels are removed when they are more than this part of all. */
const MOST_WASTE = 0.5;

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
  /** The labels of a slot are `labels[start]` to `labels[end - 1]`. */
  start = new Int32Array(SMALLEST);
  end = new Int32Array(SMALLEST);
  labels = new Int32Array(SMALLEST);
  readonly #prices = new Map<string, PriceColumns>();
  #used = 0;
  #wasted = 0;

  set(
    slot: number,
    { status, publication, available, prices }: SearchDocument,
    labels: readonly number[],
    titleLength: number,
  ): void {
    this.#reserve(slot + 1);
    this.from[slot] =
      status === "ACTIVE" && publication ? publication.from.getTime() : Number.POSITIVE_INFINITY;
    this.until[slot] = publication?.until?.getTime() ?? Number.POSITIVE_INFINITY;
    this.available[slot] = available ? 1 : 0;
    this.active[slot] = status === "ACTIVE" ? 1 : 0;
    this.titleLength[slot] = titleLength;
    for (const price of prices) this.#setPrice(slot, price);
    this.#setLabels(slot, labels);
  }

  /** Replaces the labels of a slot. */
  relabel(slot: number, labels: readonly number[]): void {
    this.#wasted += this.#length(slot);
    this.#setLabels(slot, labels);
  }

  clear(slot: number): void {
    this.#wasted += this.#length(slot);
    this.from[slot] = Number.POSITIVE_INFINITY;
    this.active[slot] = 0;
    this.end[slot] = this.start[slot] ?? 0;
    for (const { min, max, onSale, available } of this.#prices.values())
      [min[slot], max[slot], onSale[slot], available[slot]] = [Number.NaN, Number.NaN, 0, 0];
  }

  /** @param at in milliseconds */
  isVisible(slot: number, at: number): boolean {
    return (this.from[slot] ?? Number.POSITIVE_INFINITY) <= at && at < (this.until[slot] ?? 0);
  }

  /** Undefined when no product has such a price. */
  prices(priceList: string | null, currency: string): PriceColumns | undefined {
    return this.#prices.get(nameOf(priceList, currency));
  }

  #length(slot: number): number {
    return (this.end[slot] ?? 0) - (this.start[slot] ?? 0);
  }

  #setPrice(slot: number, { priceList, currency, min, max, onSale, available }: SearchPrice): void {
    const size = this.from.length;
    const name = nameOf(priceList, currency);
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

  #setLabels(slot: number, labels: readonly number[]): void {
    if (this.#used + labels.length > this.labels.length) this.#makeRoom(labels.length, slot);
    this.labels.set(labels, this.#used);
    this.start[slot] = this.#used;
    this.#used += labels.length;
    this.end[slot] = this.#used;
  }

  /** Packs all labels; into a larger array unless much was unused. */
  #makeRoom(more: number, without: number): void {
    this.end[without] = this.start[without] ?? 0;
    const size =
      this.#wasted > this.#used * MOST_WASTE ? this.labels.length : this.labels.length * 2;
    const packed = new Int32Array(Math.max(size, this.#used - this.#wasted + more));
    let used = 0;
    for (let slot = 0; slot < this.start.length; slot += 1) {
      const own = this.labels.subarray(this.start[slot], this.end[slot]);
      packed.set(own, used);
      this.start[slot] = used;
      used += own.length;
      this.end[slot] = used;
    }
    [this.labels, this.#used, this.#wasted] = [packed, used, 0];
  }

  #reserve(slots: number): void {
    const size = this.from.length;
    if (slots <= size) return;
    const larger = size * 2;
    this.from = copyInto(this.from, new Float64Array(larger).fill(Number.POSITIVE_INFINITY));
    this.until = copyInto(this.until, new Float64Array(larger));
    this.available = copyInto(this.available, new Uint8Array(larger));
    this.active = copyInto(this.active, new Uint8Array(larger));
    this.titleLength = copyInto(this.titleLength, new Uint16Array(larger));
    this.start = copyInto(this.start, new Int32Array(larger));
    this.end = copyInto(this.end, new Int32Array(larger));
    for (const [name, { min, max, onSale, available }] of this.#prices)
      this.#prices.set(name, {
        min: copyInto(min, new Float64Array(larger).fill(Number.NaN)),
        max: copyInto(max, new Float64Array(larger).fill(Number.NaN)),
        onSale: copyInto(onSale, new Uint8Array(larger)),
        available: copyInto(available, new Uint8Array(larger)),
      });
  }
}

const nameOf = (priceList: string | null, currency: string): string =>
  `${currency} ${priceList ?? ""}`;

const copyInto = <Column extends { set: (values: Column) => void }>(
  column: Column,
  larger: Column,
): Column => {
  larger.set(column);
  return larger;
};
