import type { FieldChange } from "../../../domain/catalog/catalog.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { OwnPrice } from "../../../domain/pricing/own-price.js";
import type { PriceInList } from "../../../domain/pricing/price-in-list.js";
import type { CatalogStores } from "../../catalog/ports/catalog-stores.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import { refreshListings, type ChangedFacts } from "../../listing/listing.js";
import type { Work } from "../../shared/change.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** The stores that a change of prices uses. */
export type PriceWriteStores = PricingStores &
  ListingStores &
  Pick<CatalogStores, "productHistory">;

/** A saved price of an existing variant, with what changed about it. */
interface ChangedPrice {
  readonly price: OwnPrice | PriceInList;
  readonly changes: readonly FieldChange[];
}

/**
 * What depends on saved prices: the history of their products, whose versions stay, and what lists
 * show of them. Automated collections follow the events of the prices.
 */
export const afterPriceChanges = async (
  { stores, viewer, now }: Pick<Work<PriceWriteStores>, "stores" | "viewer" | "now">,
  changed: readonly ChangedPrice[],
): Promise<void> => {
  const changesOf = new Map<ProductId, FieldChange[]>();
  for (const { price, changes } of changed)
    changesOf.set(price.productId, [...(changesOf.get(price.productId) ?? []), ...changes]);
  await stores.productHistory.addAtSameVersion(
    [...changesOf].map(([productId, changes]) => ({
      productId,
      at: now,
      actor: viewer.kind,
      changes,
    })),
  );
  await refreshListings(
    stores,
    changedFacts(changed.map(({ price }) => price).filter(isOfSingleUnit)),
  );
};

/** Product lists show what one unit costs. */
const isOfSingleUnit = (price: OwnPrice | PriceInList): boolean =>
  !("minimumQuantity" in price) || price.minimumQuantity === 1;

/**
 * What lists may show differently. A change of an amount moves price ranges only; a first price, or
 * none any more, also changes what can be bought.
 */
export const changedFacts = (
  prices: readonly (OwnPrice | PriceInList)[],
): Required<Pick<ChangedFacts, "products" | "amounts">> => ({
  products: prices.flatMap(({ productId, before, price }) => (before && price ? [] : [productId])),
  amounts: prices.flatMap((one) =>
    one.before && one.price
      ? [
          {
            productId: one.productId,
            priceList: "priceList" in one ? one.priceList : null,
            currency: one.price.price.currency,
          },
        ]
      : [],
  ),
});
