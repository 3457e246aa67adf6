import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { addToCollection } from "./add-to-collection.js";
import { existingProducts } from "./collection-members.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import type { CollectionStores } from "./save-collection.js";

interface CollectionProductsAdd extends Target {
  readonly productIds: readonly string[];
  /** The position of the first added product, from 0; after all others when left out. */
  readonly at?: number | null | undefined;
}

/** Adds products to a collection. Products that are in it already stay where they are. */
export const collectionProductsAdd = change(
  mayWriteCatalog,
  async (
    { productIds, at, ...target }: CollectionProductsAdd,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const problems = new Problems();
    // Products are locked before collections everywhere, so that no two transactions wait for each
    // other.
    const products = await existingProducts(stores, productIds, problems, "productIds");
    const collection = await lockCollection(stores, target);
    problems.throwIfAny();
    const added = await addToCollection(stores, collection, products, at ?? null, now);
    return {
      collectionId: collection.id,
      warnings: added.length > 0 ? [] : [nothingChanged(["productIds"])],
    };
  },
);
