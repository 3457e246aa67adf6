import type { CatalogStores, SluggedKind } from "../ports/catalog-stores.js";

/** A product or collection before a change and after it; `before` is null for a new one. */
interface Renamed {
  readonly before: { readonly slug: string } | null;
  readonly after: { readonly id: string; readonly slug: string };
}

/**
 * Redirects the old slugs of products or collections to them, and ends the redirects of their new
 * slugs.
 * @returns by id: the product or collection that had the new slug before
 */
export const redirectOldSlugs = async (
  { redirects }: Pick<CatalogStores, "redirects">,
  kind: SluggedKind,
  changed: readonly Renamed[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const renamed = changed.filter(({ before, after }) => before?.slug !== after.slug);
  await redirects.add(
    kind,
    renamed.flatMap(({ before, after }) =>
      before ? [{ slug: before.slug, target: after.id }] : [],
    ),
    now,
  );
  // Last, because one may take the slug that another one gives up.
  const ended = await redirects.release(
    kind,
    renamed.map(({ after }) => after.slug),
  );
  const former = new Map(ended.map(({ slug, target }) => [slug, target]));
  return new Map(
    renamed.flatMap(({ after: { id, slug } }) => {
      const target = former.get(slug);
      return target === undefined || target === id ? [] : [[id, target] as const];
    }),
  );
};
