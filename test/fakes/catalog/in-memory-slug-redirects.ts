import type {
  SluggedKind,
  SlugRedirect,
  SlugRedirects,
} from "../../../src/application/catalog/ports/catalog-stores.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

export interface StoredRedirect extends SlugRedirect {
  readonly kind: SluggedKind;
  readonly since: Date;
}

export const oldSlugs = (
  database: InMemoryDatabase,
  kind: SluggedKind,
): readonly StoredRedirect[] =>
  [...database.rows<StoredRedirect>("slug_redirect").values()].filter((row) => row.kind === kind);

/** The views that the old slugs redirect to, by old slug. */
export const viewsByOldSlug = <View extends { readonly id: string }>(
  database: InMemoryDatabase,
  kind: SluggedKind,
  slugs: readonly string[],
  views: readonly View[],
): ReadonlyMap<string, View> =>
  new Map(
    oldSlugs(database, kind)
      .filter(({ slug }) => slugs.includes(slug))
      .flatMap(({ slug, target }) =>
        views.filter(({ id }) => id === target).map((view) => [slug, view] as const),
      ),
  );

/** Rows of "slug_redirect", under the key `${kind} ${slug}`. */
export const inMemorySlugRedirects = (database: InMemoryDatabase): SlugRedirects => {
  const rows = () => database.rows<StoredRedirect>("slug_redirect");
  return {
    add: async (kind, redirects, since) => {
      for (const redirect of redirects)
        rows().set(`${kind} ${redirect.slug}`, { ...redirect, kind, since });
    },
    ofSlugs: async (kind, slugs) =>
      oldSlugs(database, kind).filter(({ slug }) => slugs.includes(slug)),
    release: async (kind, slugs) => {
      const ended = oldSlugs(database, kind).filter(({ slug }) => slugs.includes(slug));
      for (const { slug } of ended) rows().delete(`${kind} ${slug}`);
      return ended;
    },
    removeOfTargets: async (kind, targets) => {
      for (const [key, row] of rows())
        if (row.kind === kind && targets.includes(row.target)) rows().delete(key);
    },
  };
};
