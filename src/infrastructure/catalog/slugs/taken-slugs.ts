import type { SluggedKind } from "../../../application/catalog/ports/catalog-stores.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";

/** Those of the slugs that are in use by a product or collection, or redirect to one. */
export const takenSlugs = async (
  session: SqlSession,
  kind: SluggedKind,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>();
  for (const chunk of toChunks(slugs)) {
    const among = `slug IN (${placeholders(chunk)})`;
    const rows = await session.query(
      `SELECT slug FROM catalog_${kind} WHERE ${among} UNION SELECT slug FROM catalog_slug_redirect WHERE kind = ? AND ${among}`,
      [...chunk, kind, ...chunk],
    );
    for (const row of rows) taken.add(String(row["slug"]));
  }
  return taken;
};

/** The first of the slugs of new products that another product has, stored or among them. */
export const firstTakenSlug = async (
  session: SqlSession,
  slugs: readonly string[],
): Promise<string> => {
  const rows = await session.query(
    `SELECT slug FROM catalog_product WHERE slug IN (${placeholders(slugs)})`,
    slugs,
  );
  const taken = new Set(rows.map((row) => String(row["slug"])));
  const repeated = slugs.find((slug, index) => slugs.indexOf(slug) < index);
  return slugs.find((slug) => taken.has(slug)) ?? repeated ?? slugs.join(", ");
};
