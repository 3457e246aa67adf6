import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { parseId, type Ids } from "../../../shared/ids.js";
import type { TableFile } from "../../../shared/table-files.js";
import { UnusableFile } from "../../../shared/unusable-file.js";
import type { CatalogReads } from "../../ports/catalog-reads.js";
import type { CollectionField } from "./collection-file.js";
import { slugOfRow, type CollectionColumns } from "./read-collection.js";

/** The collection that a handle of a file means. */
export interface CollectionTarget {
  /** Of the stored one, or that which the new one gets. */
  readonly id: CollectionId;
  /** The slug that it has now, if it had that of the file before. */
  readonly renamedTo: string | null;
  readonly isNew: boolean;
  /** An earlier handle of the file that means the same collection. */
  readonly sameAs: string | null;
}

export interface CollectionTargets {
  /** By the handle, in the order of the file. */
  readonly targets: ReadonlyMap<string, CollectionTarget>;
  /** The custom fields with a value of several lines. */
  readonly multiline: ReadonlySet<CollectionField>;
}

const MOST_COLLECTIONS = 50_000;
const AT_ONCE = 500;
const EVERYTHING = { sees: "everything" } as const;

/**
 * Finds the collections of a file: by the slug that they have, or else by one that they had. New ones
 * get ids in the order of the file, which is that of lists, so that each may refer to each.
 * @throws UnusableFile when there are too many
 */
export const collectionTargets = async (
  reads: CatalogReads,
  ids: Ids,
  file: Pick<TableFile<CollectionField>, "batches">,
  { metafields }: CollectionColumns,
): Promise<CollectionTargets> => {
  const handles = new Set<string>();
  const multiline = new Set<CollectionField>();
  for await (const rows of file.batches())
    for (const row of rows) {
      const handle = slugOfRow(row);
      if (handle !== null) handles.add(handle);
      if (handles.size > MOST_COLLECTIONS) throw tooMany(row.line);
      for (const { field } of metafields)
        if (/[\r\n]/.test(row.cells[field] ?? "")) multiline.add(field);
    }
  const targets = new Map<string, CollectionTarget>();
  const claimed = new Map<CollectionId, string>();
  const all = [...handles];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const some = all.slice(start, start + AT_ONCE);
    const stored = new Map(
      (await reads.collectionsBySlug(some, EVERYTHING, new Set(["slug"]))).map((one) => [
        one.slug,
        one.id,
      ]),
    );
    const others = some.filter((slug) => !stored.has(slug));
    const renamed =
      others.length > 0
        ? await reads.collectionsByOldSlug(others, EVERYTHING, new Set(["slug"]))
        : new Map<string, { readonly id: CollectionId; readonly slug?: string }>();
    for (const handle of some) {
      const [id, former] = [stored.get(handle), renamed.get(handle)];
      const now = former?.slug ?? "";
      if (id !== undefined)
        targets.set(handle, { id, renamedTo: null, isNew: false, sameAs: null });
      // When the file has that collection under its slug too, this is a new one, which takes the old one.
      else if (former && !handles.has(now)) {
        const sameAs = claimed.get(former.id) ?? null;
        targets.set(handle, { id: former.id, renamedTo: now, isNew: false, sameAs });
        claimed.set(former.id, sameAs ?? handle);
      } else
        targets.set(handle, {
          id: ids.next("collection"),
          renamedTo: null,
          isNew: true,
          sameAs: null,
        });
    }
  }
  return { targets, multiline };
};

const tooMany = (line: number): UnusableFile =>
  new UnusableFile("The file", [
    {
      line,
      column: null,
      code: "TOO_MANY_ROWS",
      value: null,
      reason: `The file has more than ${MOST_COLLECTIONS} collections.`,
      advice: "Check that it is the right file, or divide it.",
    },
  ]);

/** The id in the shop of the collection that a slug means, which the file need not have. */
export const storedCollections = async (
  reads: CatalogReads,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, CollectionId>> => {
  const found = new Map<string, CollectionId>();
  for (let start = 0; start < slugs.length; start += AT_ONCE) {
    const some = slugs.slice(start, start + AT_ONCE);
    for (const [slug, { id }] of await reads.collectionsByOldSlug(some, EVERYTHING, new Set()))
      found.set(slug, id);
    for (const { slug, id } of await reads.collectionsBySlug(some, EVERYTHING, new Set(["slug"])))
      found.set(slug, id);
    for (const one of some) {
      const id = parseId("collection", one);
      if (id && !found.has(one)) found.set(one, id);
    }
  }
  return found;
};
