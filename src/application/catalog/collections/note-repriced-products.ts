import { areAboutPrices } from "../../../domain/catalog/collections/collection-rules.js";
import { id } from "../../../domain/shared/id.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import type { StoredEvent, Subscriber } from "../../shared/events.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

type UpkeepStores = Pick<CatalogStores, "products" | "collectionUpkeep">;

const note = async (
  events: readonly StoredEvent[],
  { products, collectionUpkeep }: UpkeepStores,
): Promise<void> => {
  const ids = events.map(({ facts: { productId } }) => id<ProductId>(String(productId)));
  await collectionUpkeep.noteDue([...(await products.existing(ids))]);
};

/** Notes products with a changed price for the automated collections, whose rules may ask for it. */
export const noteRepricedProducts: Subscriber<UpkeepStores> = {
  name: "catalog.note-repriced-products",
  types: ["pricing.price-changed"],
  // A collection whose rules are stored after this is evaluated with the new prices, because events
  // are committed together with them.
  isInterested: async ({ collectionUpkeep }) =>
    (await collectionUpkeep.automated()).some(({ rules }) => areAboutPrices(rules)),
  handle: (event, stores) => note([event], stores),
  handleTogether: (events, stores) => note(events, stores),
};
