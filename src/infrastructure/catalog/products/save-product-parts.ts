import type { ProductEvent } from "../../../domain/catalog/events.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { AggregateChange } from "../../shared/database/aggregate-change.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";
import { toMetafieldRows } from "../metafields/metafield-rows.js";
import { rewriteTranslations, toProductTranslationRows } from "../translations/translation-rows.js";
import { toMediaRow } from "./media-table.js";
import { saveVariants } from "./save-variants.js";
import { toTagRows } from "./tag-rows.js";

/** The tables of the parts of a product, which are written and removed together with it. */
export const PART_TABLES = [
  "catalog_variant",
  "catalog_media",
  "catalog_product_tag",
  "catalog_product_metafield",
  "catalog_variant_metafield",
] as const;

export type ProductChange = AggregateChange<ProductSnapshot, ProductEvent>;

/** Writes all parts of new products, and the changed parts of revised ones. @throws SkuTaken */
export const saveProductParts = async (
  session: SqlSession,
  added: readonly ProductSnapshot[],
  revised: readonly ProductChange[],
): Promise<void> => {
  const withChanged = (...parts: readonly string[]) =>
    revised.filter((change) => hasChanged(change, parts)).map(({ snapshot }) => snapshot);
  const [variantsOf, mediaOf, tagsOf, metafieldsOf] = [
    withChanged("variants"),
    withChanged("media"),
    withChanged("tags"),
    withChanged("metafields"),
  ];
  await clear(session, "catalog_media", mediaOf);
  await clear(session, "catalog_product_tag", tagsOf);
  await clear(session, "catalog_product_metafield", metafieldsOf);
  await saveVariants(session, added, variantsOf);
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
  const translated = revised
    .filter(
      (change) =>
        hasChanged(change, ["translations"]) ||
        (change.snapshot.translations.length > 0 && hasChanged(change, TRANSLATABLE)),
    )
    .map(({ snapshot }) => snapshot);
  await rewriteTranslations(
    session,
    translated.map(({ id }) => id),
    [...added, ...translated].flatMap(toProductTranslationRows),
  );
};

const hasChanged = ({ events }: ProductChange, parts: readonly string[]): boolean =>
  events.some((event) => "changed" in event && event.changed.some((part) => parts.includes(part)));

// A new text in one of them may be missing in translations, whose completeness is stored.
const TRANSLATABLE = ["title", "descriptionHtml", "seo", "options", "metafields", "media"];

async function clear(
  session: SqlSession,
  table: (typeof PART_TABLES)[number],
  products: readonly ProductSnapshot[],
): Promise<void> {
  for (const chunk of toChunks(products))
    await session.change(
      `DELETE FROM ${table} WHERE product_id IN (${placeholders(chunk)})`,
      chunk.map(({ id }) => id),
    );
}
