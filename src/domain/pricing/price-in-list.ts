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
  /** From how many units on the price applies. */
  readonly minimumQuantity: number;
  /** Null: the list has no price of the variant for the quantity. */
  readonly price: ListPrice | null;
  /** 0 without a stored price: versions start again after a removal. */
  readonly version: number;
}

/** What one variant costs in one price list from a quantity on, or that the list has no such price. */
export class PriceInList extends Aggregate<PriceInListEvent> {
  /** The price when it was loaded. */
  readonly before: ListPrice | null;

  private constructor(
    readonly priceList: PriceListId,
    readonly variantId: VariantId,
    readonly productId: ProductId,
    readonly minimumQuantity: number,
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
    minimumQuantity,
    price,
    version,
  }: PriceInListSnapshot): PriceInList {
    return new PriceInList(priceList, variantId, productId, minimumQuantity, price, version);
  }

  snapshot(): PriceInListSnapshot {
    return {
      priceList: this.priceList,
      variantId: this.variantId,
      productId: this.productId,
      minimumQuantity: this.minimumQuantity,
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
   * @throws NegativePrice, CurrencyMismatch, InvalidMinimumQuantity
   */
  set(price: Pick<ListPrice, "price" | "compareAt"> | null): boolean {
    const { priceList, variantId, minimumQuantity } = this;
    const next =
      price &&
      listPrice({
        priceList,
        variantId,
        minimumQuantity,
        price: price.price,
        compareAt: price.compareAt,
      });
    if (deepEqual(this.stored, next)) return false;
    this.stored = next;
    this.version += 1;
    this.record({
      type: "pricing.list-price-changed",
      priceListId: priceList,
      variantId,
      productId: this.productId,
      // A fact of quantity breaks only, so that events of single units stay as they are.
      ...(minimumQuantity > 1 && { minimumQuantity }),
      version: this.version,
    });
    return true;
  }
}
