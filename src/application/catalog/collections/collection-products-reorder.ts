import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { collectionMembers } from "./collection-members.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import type { CollectionStores } from "./save-collection.js";

interface CollectionProductsReorder extends Target {
  /** Done one after the other. `to`: the new position of the product, from 0. */
  readonly moves: readonly { readonly productId: string; readonly to: number }[];
}

/** Moves products of a collection to other positions. */
export const collectionProductsReorder = change(
  mayWriteCatalog,
  async (
    { moves, ...target }: CollectionProductsReorder,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const collection = await lockCollection(stores, target);
    collection.checkArrangedByHand();
    const products = await collectionMembers(
      stores,
      collection.id,
      moves.map(({ productId }) => productId),
      (index) => ["moves", String(index), "productId"],
    );
    const moved = await stores.collections.moveProducts(
      collection.id,
      products.map((product, index) => ({ product, to: moves[index]?.to ?? 0 })),
    );
    const hasChanged = collection.changeProducts({ moved }, now);
    await stores.collections.save(collection);
    return {
      collectionId: collection.id,
      warnings: hasChanged ? [] : [nothingChanged(["moves"])],
    };
  },
);
