import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { allPages } from "../../../shared/page.js";
import type { FieldsOf, Selected } from "../../ports/audience.js";
import type { CatalogReads } from "../../ports/catalog-reads.js";
import type { CollectionView } from "../../ports/collection-view.js";

const AT_ONCE = 500;
const EVERYTHING = { sees: "everything" } as const;

/** The collections of a shop and their order, without their contents. */
export interface StoredTree {
  /** In the order of their creation. */
  readonly slugs: ReadonlyMap<CollectionId, string>;
  readonly parents: ReadonlyMap<CollectionId, CollectionId | null>;
  /** The children of each collection in their order; of null those without a parent. */
  readonly children: ReadonlyMap<CollectionId | null, readonly CollectionId[]>;
}

/** All collections in the order of their creation, in pages. */
export const allCollections = (
  reads: CatalogReads,
  size: number,
  fields: FieldsOf<CollectionView>,
): AsyncGenerator<readonly Selected<CollectionView>[]> =>
  allPages(size, (page) =>
    reads.collections({ sort: { key: "CREATED", reverse: false }, page }, EVERYTHING, fields),
  );

export const storedTree = async (reads: CatalogReads): Promise<StoredTree> => {
  const slugs = new Map<CollectionId, string>();
  const parents = new Map<CollectionId, CollectionId | null>();
  for await (const some of allCollections(reads, AT_ONCE, new Set(["slug", "parentId"])))
    for (const { id, slug = "", parentId = null } of some) {
      slugs.set(id, slug);
      parents.set(id, parentId);
    }
  const children = new Map<CollectionId | null, readonly CollectionId[]>();
  const roots: CollectionId[] = [];
  for await (const some of allPages(AT_ONCE, (page) =>
    reads.collections(
      { filter: { parent: null }, sort: { key: "MANUAL", reverse: false }, page },
      EVERYTHING,
      new Set(),
    ),
  ))
    roots.push(...some.map(({ id }) => id));
  children.set(null, roots);
  const all = [...new Set([...parents.values()].flatMap((parent) => parent ?? []))];
  for (let start = 0; start < all.length; start += PARENTS_AT_ONCE) {
    const some = all.slice(start, start + PARENTS_AT_ONCE);
    // A parent has at most as many children as a page.
    const page = { size: AT_ONCE, direction: "forward", after: null, before: null } as const;
    for (const [parent, { items }] of await reads.childrenOfCollections(
      some,
      page,
      EVERYTHING,
      new Set(),
    ))
      children.set(
        parent,
        items.map(({ item }) => item.id),
      );
  }
  return { slugs, parents, children };
};

const PARENTS_AT_ONCE = 50;
