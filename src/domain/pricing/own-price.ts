import type { ProductId, VariantId } from "../catalog/ids.js";
import { Aggregate } from "../shared/aggregate.js";
import { deepEqual } from "../shared/deep-equal.js";
import type { OwnPriceEvent } from "./events.js";
import { variantPrice, type VariantPrice } from "./variant-price.js";

export interface OwnPriceSnapshot {
  readonly variantId: VariantId;
  /** The product of the variant, which events name. */
  readonly productId: ProductId;
  /** Null: the variant has no price. */
  readonly price: VariantPrice | null;
  /** 0 without a stored price: versions start again after a removal. */
  readonly version: number;
}

/** What one variant costs in the default market, or that it has no price. */
export class OwnPrice extends Aggregate<OwnPriceEvent> {
  /** The price when it was loaded. */
  readonly before: VariantPrice | null;

  private constructor(
    readonly variantId: VariantId,
    readonly productId: ProductId,
    private stored: VariantPrice | null,
    private version: number,
  ) {
    super();
    this.before = stored;
  }

  static restore({ variantId, productId, price, version }: OwnPriceSnapshot): OwnPrice {
    return new OwnPrice(variantId, productId, price, version);
  }

  snapshot(): OwnPriceSnapshot {
    return {
      variantId: this.variantId,
      productId: this.productId,
      price: this.stored,
      version: this.version,
    };
  }

  get price(): VariantPrice | null {
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
  set(price: VariantPrice | null): boolean {
    const next = price && variantPrice({ ...price, variantId: this.variantId });
    if (deepEqual(this.stored, next)) return false;
    this.stored = next;
    this.version += 1;
    this.record({
      type: "pricing.price-changed",
      variantId: this.variantId,
      productId: this.productId,
      version: this.version,
    });
    return true;
  }
}
