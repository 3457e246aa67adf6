import type { Collection } from "../../../domain/catalog/collection.js";
import { CollectionNotFound, ProductNotFound } from "../../../domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { Problems } from "../../../domain/shared/domain-error.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { parseId } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import type { CatalogStores } from "../ports.js";
import type { Target } from "../products/take-products.js";

/** What a change of a collection answers. Plain JSON. */
export interface CollectionEdited {
  readonly collectionId: CollectionId;
  readonly warnings: readonly Warning[];
}

/** Locks the collection that somebody wants to change. @throws CollectionNotFound, StaleVersion */
export const takeCollection = async (
  { collections }: Pick<CatalogStores, "collections">,
  { id, expectedVersion }: Target,
): Promise<Collection> => {
  const collectionId = parseId("collection", id);
  if (!collectionId) throw new CollectionNotFound(id);
  const collection = await collections.get(collectionId);
  checkVersion(id, expectedVersion, collection.snapshot().version);
  return collection;
};

/** The products that somebody named, kept from being deleted; what names none is a problem at its place. */
export const namedProducts = async (
  { products }: Pick<CatalogStores, "products">,
  raw: readonly string[],
  problems: Problems,
  ...place: readonly string[]
): Promise<readonly ProductId[]> => {
  const ids = raw.map((one) => parseId("product", one));
  const known = await products.existing(ids.flatMap((one) => one ?? []));
  return ids.flatMap((one, index) => {
    if (one && known.has(one)) return [one];
    problems.add(new ProductNotFound(raw[index] ?? "").moved(() => [...place, String(index)]));
    return [];
  });
};
