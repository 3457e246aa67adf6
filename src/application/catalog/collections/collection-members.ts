import { ProductNotInCollection } from "../../../domain/catalog/collections/errors.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { ProductNotFound } from "../../../domain/catalog/products/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import { parseId } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/**
 * The named products of a collection.
 * @throws Refused with ProductNotInCollection for each of the others, at its path
 */
export const collectionMembers = async (
  { collections }: Pick<CatalogStores, "collections">,
  collection: CollectionId,
  raw: readonly string[],
  pathOf: (index: number) => readonly string[],
): Promise<readonly ProductId[]> => {
  const ids = raw.map((one) => parseId("product", one));
  const members = await collections.members(
    collection,
    ids.flatMap((one) => one ?? []),
  );
  const problems = new Problems();
  const found = ids.flatMap((one, index) => {
    if (one && members.has(one)) return [one];
    problems.add(new ProductNotInCollection(raw[index] ?? "", pathOf(index)));
    return [];
  });
  problems.throwIfAny();
  return found;
};

/**
 * The named products of the shop, which cannot be deleted until the unit of work ends.
 * @param problems receives ProductNotFound for each missing product, at its path
 */
export const existingProducts = async (
  { products }: Pick<CatalogStores, "products">,
  raw: readonly string[],
  problems: Problems,
  ...path: readonly string[]
): Promise<readonly ProductId[]> => {
  const ids = raw.map((one) => parseId("product", one));
  const existing = await products.existing(ids.flatMap((one) => one ?? []));
  return ids.flatMap((one, index) => {
    if (one && existing.has(one)) return [one];
    problems.add(new ProductNotFound(raw[index] ?? "").mapPath(() => [...path, String(index)]));
    return [];
  });
};
