import { ProductNotInCollection } from "../../../domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { nothingChanged } from "../nothing-changed.js";
import type { CatalogStores } from "../ports.js";
import { putIntoCollection, type CollectionStores } from "./put-into-collection.js";
import { namedProducts, takeCollection, type CollectionEdited } from "./take-collection.js";
import type { Target } from "../products/take-products.js";

export interface AddCollectionProducts extends Target {
  readonly productIds: readonly string[];
  /** How many products are to stand before them; at the end unless given. */
  readonly at?: number | null | undefined;
}

export interface ReplaceCollectionProducts extends Target {
  readonly productIds: readonly string[];
}

export interface ReorderCollectionProducts extends Target {
  /** One after the other, as somebody drags them. */
  readonly moves: readonly { readonly productId: string; readonly to: number }[];
}

/** Puts products into a collection; those inside stay where they are. */
export const addCollectionProducts = change(
  mayWriteCatalog,
  async (
    { productIds, at, ...target }: AddCollectionProducts,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const problems = new Problems();
    // Products are locked before collections everywhere, so that no two wait for each other.
    const products = await namedProducts(stores, productIds, problems, "productIds");
    const collection = await takeCollection(stores, target);
    problems.throwIfAny();
    const added = await putIntoCollection(stores, collection, products, at ?? null, now);
    return {
      collectionId: collection.id,
      warnings: added.length > 0 ? [] : [nothingChanged(["productIds"])],
    };
  },
);

/** Takes products out of a collection. */
export const replaceCollectionProducts = change(
  mayWriteCatalog,
  async (
    { productIds, ...target }: ReplaceCollectionProducts,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const collection = await takeCollection(stores, target);
    const products = await members(stores, collection.id, productIds, (index) => [
      "productIds",
      String(index),
    ]);
    collection.checkFilledByHand();
    collection.rearrange(
      { removed: await stores.collections.withdraw(collection.id, products) },
      now,
    );
    await stores.collections.save(collection);
    return { collectionId: collection.id, warnings: [] };
  },
);

/** Moves products of a collection to other places. */
export const reorderCollectionProducts = change(
  mayWriteCatalog,
  async (
    { moves, ...target }: ReorderCollectionProducts,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const collection = await takeCollection(stores, target);
    collection.checkArrangedByHand();
    const products = await members(
      stores,
      collection.id,
      moves.map(({ productId }) => productId),
      (index) => ["moves", String(index), "productId"],
    );
    const moved = await stores.collections.move(
      collection.id,
      products.map((product, index) => ({ product, to: moves[index]?.to ?? 0 })),
    );
    const isOther = collection.rearrange({ moved }, now);
    await stores.collections.save(collection);
    return { collectionId: collection.id, warnings: isOther ? [] : [nothingChanged(["moves"])] };
  },
);

/** @throws Refused with every product that does not stand in the collection, each at its place */
const members = async (
  { collections }: Pick<CatalogStores, "collections">,
  collection: CollectionId,
  raw: readonly string[],
  place: (index: number) => readonly string[],
): Promise<readonly ProductId[]> => {
  const ids = raw.map((one) => parseId("product", one));
  const inside = await collections.inside(
    collection,
    ids.flatMap((one) => one ?? []),
  );
  const problems = new Problems();
  const found = ids.flatMap((one, index) => {
    if (one && inside.has(one)) return [one];
    problems.add(new ProductNotInCollection(raw[index] ?? "", place(index)));
    return [];
  });
  problems.throwIfAny();
  return found;
};
