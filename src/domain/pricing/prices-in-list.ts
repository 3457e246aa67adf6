import type { ProductId, VariantId } from "../catalog/ids.js";
import { TooMany } from "../shared/too-many.js";
import type { PriceListId } from "./ids.js";
import type { ListPrice } from "./list-price.js";
import { PriceInList } from "./price-in-list.js";

/** How many prices a variant can have in one price list, with that of a single unit. */
export const MAX_QUANTITY_PRICES = 20;

interface PricesInListSnapshot {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  /** The stored prices, each with its version. */
  readonly prices: readonly { readonly price: ListPrice; readonly version: number }[];
}

/** The prices of one variant in one price list, by their minimum quantities. */
export class PricesInList {
  readonly #byQuantity: Map<number, PriceInList>;

  private constructor(
    readonly priceList: PriceListId,
    readonly variantId: VariantId,
    readonly productId: ProductId,
    prices: readonly PriceInList[],
  ) {
    this.#byQuantity = new Map(prices.map((price) => [price.minimumQuantity, price]));
  }

  static restore({ priceList, variantId, productId, prices }: PricesInListSnapshot): PricesInList {
    return new PricesInList(
      priceList,
      variantId,
      productId,
      prices.map(({ price, version }) =>
        PriceInList.restore({
          priceList,
          variantId,
          productId,
          minimumQuantity: price.minimumQuantity,
          price,
          version,
        }),
      ),
    );
  }

  /** The price from a quantity on, also when there is none. */
  at(minimumQuantity: number): PriceInList {
    return (
      this.#byQuantity.get(minimumQuantity) ??
      PriceInList.restore({
        priceList: this.priceList,
        variantId: this.variantId,
        productId: this.productId,
        minimumQuantity,
        price: null,
        version: 0,
      })
    );
  }

  /** Those that are not saved yet. */
  get changed(): readonly PriceInList[] {
    return [...this.#byQuantity.values()].filter((price) => price.hasChanged);
  }

  /**
   * Sets the price from a quantity on; null removes it.
   * @returns whether it changed
   * @throws NegativePrice, CurrencyMismatch, InvalidMinimumQuantity, TooMany
   */
  set(minimumQuantity: number, price: Pick<ListPrice, "price" | "compareAt"> | null): boolean {
    const stored = this.at(minimumQuantity);
    const others = [...this.#byQuantity.values()].filter(
      (one) => one !== stored && one.price !== null,
    ).length;
    if (price && others >= MAX_QUANTITY_PRICES)
      throw new TooMany("prices of one variant in the list", others + 1, MAX_QUANTITY_PRICES);
    const hasChanged = stored.set(price);
    this.#byQuantity.set(minimumQuantity, stored);
    return hasChanged;
  }
}
