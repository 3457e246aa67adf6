import type { FieldChange } from "../../../domain/catalog/catalog.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { CatalogStores } from "../../catalog/ports/catalog-stores.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import { refreshListings } from "../../listing/listing.js";
import type { Work } from "../../shared/change.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** The stores that a change of prices uses. */
export type PriceWriteStores = PricingStores &
  ListingStores &
  Pick<CatalogStores, "productHistory">;

/** A saved price of an existing variant, with what changed about it. */
interface ChangedPrice {
  readonly price: { readonly variantId: VariantId; readonly productId: ProductId };
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
  await refreshListings(stores, { prices: changed.map(({ price }) => price.variantId) });
};
