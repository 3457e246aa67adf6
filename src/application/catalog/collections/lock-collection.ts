import type { Collection } from "../../../domain/catalog/collections/collection.js";
import { CollectionNotFound } from "../../../domain/catalog/collections/errors.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { Warning } from "../../shared/warning.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/** The result of a change of a collection. Plain JSON. */
export interface CollectionEdited {
  readonly collectionId: CollectionId;
  readonly warnings: readonly Warning[];
}

/** @throws CollectionNotFound, StaleVersion */
export const lockCollection = (
  { collections }: Pick<CatalogStores, "collections">,
  target: Target,
): Promise<Collection> =>
  lockTarget("collection", target, collections, (id) => new CollectionNotFound(id));
