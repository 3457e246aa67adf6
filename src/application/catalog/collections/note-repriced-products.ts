import { areAboutPrices } from "../../../domain/catalog/collections/collection-rules.js";
import { id } from "../../../domain/shared/id.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Subscriber } from "../../shared/events.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/** Notes products with a changed price for the automated collections, whose rules may ask for it. */
export const noteRepricedProducts: Subscriber<
  Pick<CatalogStores, "products" | "collectionUpkeep">
> = {
  name: "catalog.note-repriced-products",
  types: ["pricing.price-changed"],
  // A collection whose rules are stored after this is evaluated with the new prices, because events
  // are committed together with them.
  isInterested: async ({ collectionUpkeep }) =>
    (await collectionUpkeep.automated()).some(({ rules }) => areAboutPrices(rules)),
  handle: async ({ facts: { productId } }, { products, collectionUpkeep }) => {
    const existing = await products.existing([id<ProductId>(String(productId))]);
    await collectionUpkeep.noteDue([...existing]);
  },
};
