import type {
  CollectionFilter,
  CollectionList,
} from "../../../src/application/catalog/ports/collection-list.js";
import type { CollectionView } from "../../../src/application/catalog/ports/collection-view.js";
import { isVisible } from "../../../src/domain/catalog/products/is-visible.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { Order } from "../page-of.js";

export const matchesCollection =
  ({ text = "", published, parent, kind }: CollectionFilter = {}) =>
  (collection: CollectionView): boolean =>
    (parent === undefined || collection.parentId === parent) &&
    (kind === undefined || collection.kind === kind) &&
    fold(collection.title).includes(fold(text)) &&
    (!published || isVisible({ ...collection, status: "ACTIVE" }, published.at) === published.is);

export const collectionOrder = ({
  key,
  reverse,
}: CollectionList["sort"]): Order<CollectionView> => ({
  name: `collection ${key === "MANUAL" ? "created" : key.toLowerCase()}`,
  key: (collection) =>
    key === "TITLE"
      ? fold(collection.title)
      : (key === "UPDATED" ? collection.updatedAt : collection.createdAt).toISOString(),
  id: ({ id }) => id,
  reverse,
});
