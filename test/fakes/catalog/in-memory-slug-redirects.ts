import type {
  SlugRedirect,
  SlugRedirects,
  SluggedKind,
} from "../../../src/application/catalog/ports.js";
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

/** Rows of "slug_redirect", under the key `${kind} ${slug}`. */
export const inMemorySlugRedirects = (database: InMemoryDatabase): SlugRedirects => {
  const rows = () => database.rows<StoredRedirect>("slug_redirect");
  return {
    keep: async (kind, redirects, since) => {
      for (const redirect of redirects)
        rows().set(`${kind} ${redirect.slug}`, { ...redirect, kind, since });
    },
    release: async (kind, slugs) => {
      for (const slug of slugs) rows().delete(`${kind} ${slug}`);
    },
    forget: async (kind, targets) => {
      for (const [key, row] of rows())
        if (row.kind === kind && targets.includes(row.target)) rows().delete(key);
    },
  };
};
