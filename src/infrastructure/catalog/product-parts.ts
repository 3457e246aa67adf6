import type { ProductEvent } from "../../domain/catalog/events.js";
import type { ProductSnapshot } from "../../domain/catalog/product.js";
import { groupBy } from "../shared/grouped-reads.js";
import {
  forUpdate,
  inChunks,
  insertRows,
  placeholders,
  type Row,
  type SqlSession,
} from "../shared/sql.js";
import { toMetafieldRows } from "./metafield-rows.js";
import { toMedia, toMediaRow, toProduct, toTagRows, toVariant } from "./product-rows.js";
import { rewriteTranslations, toProductTranslationRows } from "./translation-rows.js";
import { writeVariants } from "./write-variants.js";

/** The tables that hold the parts of a product, written and removed together with it. */
export const PART_TABLES = [
  "catalog_variant",
  "catalog_media",
  "catalog_product_tag",
  "catalog_product_metafield",
] as const;

/** A product on its way to being stored. */
export interface ProductChange {
  readonly product: ProductSnapshot;
  readonly events: readonly ProductEvent[];
  /** The version that must be stored now; 0 for a new product. */
  readonly replaces: number;
}

/** Products with all their parts, locked in the order of the key, so that two units of work lock in the same order. */
export const loadProducts = async (
  session: SqlSession,
  column: "id" | "slug",
  values: readonly string[],
): Promise<readonly ProductSnapshot[]> => {
  const loaded: ProductSnapshot[] = [];
  for (const chunk of inChunks([...new Set(values)].toSorted())) {
    const rows = await session.query(
      `SELECT * FROM catalog_product WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(session)}`,
      chunk,
    );
    const ids = rows.map((row) => String(row["id"]));
    const variants = await partsOf(session, "catalog_variant", ids);
    const media = await partsOf(session, "catalog_media", ids);
    loaded.push(
      ...rows.map((row) =>
        toProduct(
          row,
          (variants.get(String(row["id"])) ?? []).map(toVariant),
          (media.get(String(row["id"])) ?? []).map(toMedia),
        ),
      ),
    );
  }
  return loaded;
};

/** Writes the parts of new products, and of revised ones those parts that changed. @throws SkuTaken */
export const rewriteParts = async (
  session: SqlSession,
  added: readonly ProductSnapshot[],
  revised: readonly ProductChange[],
): Promise<void> => {
  const touched = (part: string) =>
    revised
      .filter(({ events }) =>
        events.some((event) => "changed" in event && event.changed.includes(part)),
      )
      .map(({ product }) => product);
  const [variantsOf, mediaOf, tagsOf, metafieldsOf] = [
    touched("variants"),
    touched("media"),
    touched("tags"),
    touched("metafields"),
  ];
  await clear(session, "catalog_media", mediaOf);
  await clear(session, "catalog_product_tag", tagsOf);
  await clear(session, "catalog_product_metafield", metafieldsOf);
  await writeVariants(session, added, variantsOf);
  await insertRows(
    session,
    "catalog_media",
    [...added, ...mediaOf].flatMap((product) =>
      product.media.map((image, position) => toMediaRow(product.id, image, position)),
    ),
  );
  await insertRows(session, "catalog_product_tag", [...added, ...tagsOf].flatMap(toTagRows));
  await insertRows(
    session,
    "catalog_product_metafield",
    [...added, ...metafieldsOf].flatMap(toMetafieldRows),
  );
  const worded = revised
    .filter(({ product, events }) =>
      events.some(
        (event) =>
          "changed" in event &&
          (event.changed.includes("translations") ||
            (product.translations.length > 0 && event.changed.some((part) => TEXTS.has(part)))),
      ),
    )
    .map(({ product }) => product);
  await rewriteTranslations(
    session,
    worded.map(({ id }) => id),
    [...added, ...worded].flatMap(toProductTranslationRows),
  );
};

/** What translations are measured by: a new text is one that they lack. */
const TEXTS: ReadonlySet<string> = new Set([
  "title",
  "descriptionHtml",
  "seo",
  "options",
  "metafields",
  "media",
]);

async function partsOf(
  session: SqlSession,
  table: "catalog_variant" | "catalog_media",
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (ids.length === 0) return new Map();
  return groupBy(
    await session.query(
      `SELECT * FROM ${table} WHERE product_id IN (${placeholders(ids)}) ORDER BY product_id, position`,
      ids,
    ),
    "product_id",
  );
}

async function clear(
  session: SqlSession,
  table: (typeof PART_TABLES)[number],
  products: readonly ProductSnapshot[],
): Promise<void> {
  for (const chunk of inChunks(products))
    await session.change(
      `DELETE FROM ${table} WHERE product_id IN (${placeholders(chunk)})`,
      chunk.map(({ id }) => id),
    );
}
