import type { ProductId, VariantId } from "../catalog/ids.js";
import { Aggregate } from "../shared/aggregate.js";
import { deepEqual } from "../shared/deep-equal.js";
import type { PriceInListEvent } from "./events.js";
import type { PriceListId } from "./ids.js";
import { listPrice, type ListPrice } from "./list-price.js";

export interface PriceInListSnapshot {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  /** The product of the variant, which events name. */
  readonly productId: ProductId;
  /** Null: the list has no price of the variant. */
  readonly price: ListPrice | null;
  /** 0 without a stored price: versions start again after a removal. */
  readonly version: number;
}

/** What one variant costs in one price list, or that the list has no price of it. */
export class PriceInList extends Aggregate<PriceInListEvent> {
  /** The price when it was loaded. */
  readonly before: ListPrice | null;

  private constructor(
    readonly priceList: PriceListId,
    readonly variantId: VariantId,
    readonly productId: ProductId,
    private stored: ListPrice | null,
    private version: number,
  ) {
    super();
    this.before = stored;
  }

  static restore({
    priceList,
    variantId,
    productId,
    price,
    version,
  }: PriceInListSnapshot): PriceInList {
    return new PriceInList(priceList, variantId, productId, price, version);
  }

  snapshot(): PriceInListSnapshot {
    return {
      priceList: this.priceList,
      variantId: this.variantId,
      productId: this.productId,
      price: this.stored,
      version: this.version,
    };
  }

  get price(): ListPrice | null {
    return this.stored;
  }

  /** Whether there is a change that is not saved yet. */
  get hasChanged(): boolean {
    return this.hasPendingEvents;
  }

  /**
   * Sets the price; null removes it.
   * @returns whether it changed
   * @throws NegativePrice, CurrencyMismatch
   */
  set(price: Pick<ListPrice, "price" | "compareAt"> | null): boolean {
    const { priceList, variantId } = this;
    const next = price && listPrice({ priceList, variantId, ...price });
    if (deepEqual(this.stored, next)) return false;
    this.stored = next;
    this.version += 1;
    this.record({
      type: "pricing.list-price-changed",
      priceListId: priceList,
      variantId,
      productId: this.productId,
      version: this.version,
    });
    return true;
  }
}
