import type { CatalogStores, SluggedKind } from "../ports/catalog-stores.js";

/** A product or collection before a change and after it; `before` is null for a new one. */
interface Renamed {
  readonly before: { readonly slug: string } | null;
  readonly after: { readonly id: string; readonly slug: string };
}

/**
 * Redirects the old slugs of products or collections to them, and ends the redirects of their new
 * slugs.
 */
export const redirectOldSlugs = async (
  { redirects }: Pick<CatalogStores, "redirects">,
  kind: SluggedKind,
  changed: readonly Renamed[],
  now: Date,
): Promise<void> => {
  const renamed = changed.filter(({ before, after }) => before?.slug !== after.slug);
  await redirects.add(
    kind,
    renamed.flatMap(({ before, after }) =>
      before ? [{ slug: before.slug, target: after.id }] : [],
    ),
    now,
  );
  // Last, because one may take the slug that another one gives up.
  await redirects.release(
    kind,
    renamed.map(({ after }) => after.slug),
  );
};
