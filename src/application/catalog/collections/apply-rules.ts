import type { Collection } from "../../../domain/catalog/collections/collection.js";
import {
  productFacts,
  type ProductFacts,
} from "../../../domain/catalog/collections/product-facts.js";
import { ruleMatcher } from "../../../domain/catalog/collections/rule-matcher.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import {
  lockProducts,
  type EditStores,
  type LockedProduct,
} from "../product-edit/lock-products.js";

/**
 * Adds and removes products of a locked collection so that it contains those that its rules match.
 * Collections without rules stay.
 */
export const applyRules = async (
  { collections }: Pick<EditStores, "collections">,
  collection: Collection,
  facts: ReadonlyMap<ProductId, ProductFacts>,
  now: Date,
): Promise<void> => {
  const { rules } = collection;
  if (!rules) return;
  const matches = ruleMatcher(rules);
  const members = await collections.members(collection.id, [...facts.keys()]);
  const misplaced = (isMember: boolean) =>
    [...facts]
      .filter(([id, product]) => members.has(id) === isMember && matches(product) !== isMember)
      .map(([id]) => id);
  const [toRemove, toAdd] = [misplaced(true), misplaced(false)];
  const removed =
    toRemove.length > 0 ? await collections.removeProducts(collection.id, toRemove) : [];
  const added = toAdd.length > 0 ? await collections.addProducts(collection.id, toAdd, null) : [];
  collection.changeProducts({ added, removed }, now);
  await collections.save(collection);
};

/**
 * Locks products with their stock, and returns the facts that rules check. Missing products are
 * absent. A change of stock that began before the rules were stored notes nothing: it ends before
 * the lock, and is read here.
 */
export const lockFacts = async (
  stores: EditStores,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, ProductFacts>> => {
  const products = await lockProducts(stores, ids);
  await stores.stockItems.byVariant(
    [...products.values()].flatMap(({ before }) => before.variants.map(({ id }) => id)),
  );
  return factsOf(stores, products);
};

/** The facts of locked products, with the committed prices and stock, which are not locked. */
export const factsOf = async (
  { saleFacts }: Pick<EditStores, "saleFacts">,
  products: ReadonlyMap<ProductId, LockedProduct>,
): Promise<ReadonlyMap<ProductId, ProductFacts>> => {
  const facts = await saleFacts.ofProducts([...products.keys()]);
  return new Map(
    [...products].map(([id, { before }]) => [
      id,
      productFacts(before, new Map((facts.get(id) ?? []).map((variant) => [variant.id, variant]))),
    ]),
  );
};
