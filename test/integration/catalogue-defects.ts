import { ANNOUNCE_PUBLICATION } from "../../src/application/catalog/product-edit/plan-announcements.js";
import type { CollectionId, ProductId } from "../../src/domain/catalog/ids.js";
import { listing } from "../../src/domain/catalog/listing/listing.js";
import { optionAvailability } from "../../src/domain/catalog/options/option-availability.js";
import type { FieldChange } from "../../src/domain/catalog/products/field-change.js";
import { isVisible, nextVisibilityChange } from "../../src/domain/catalog/products/is-visible.js";
import type { ProductSnapshot } from "../../src/domain/catalog/products/product-content.js";
import type { Product } from "../../src/domain/catalog/products/product.js";
import { id } from "../../src/domain/shared/id.js";
import { toMetafieldRows } from "../../src/infrastructure/catalog/metafields/metafield-rows.js";
import { toTagRows } from "../../src/infrastructure/catalog/products/tag-rows.js";
import {
  toCollectionTranslationRows,
  toProductTranslationRows,
} from "../../src/infrastructure/catalog/translations/translation-rows.js";
import { groupRows } from "../../src/infrastructure/shared/database/group-rows.js";
import {
  toChunks,
  type Row,
  type RowValues,
} from "../../src/infrastructure/shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime } from "../../src/infrastructure/shared/database/sql-value.js";
import type { Store } from "../../src/infrastructure/store.js";
import { collectionDefects } from "./collection-defects.js";
import { priceDefects } from "./price-defects.js";
import { priceRangeDefects } from "./price-range-defects.js";

/** What is stored twice must agree, and whatever hangs on something must go with it. */
const ORPHANS: Readonly<Record<string, string>> = {
  "variants without a product":
    "SELECT id FROM catalog_variant WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "images without a product":
    "SELECT id FROM catalog_media WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "variants with an image of no product or another":
    "SELECT v.id FROM catalog_variant v LEFT JOIN catalog_media m ON m.id = v.media_id AND m.product_id = v.product_id WHERE v.media_id IS NOT NULL AND m.id IS NULL",
  "prices without a variant":
    "SELECT variant_id AS id FROM pricing_variant_price WHERE variant_id NOT IN (SELECT id FROM catalog_variant)",
  "stock without a variant":
    "SELECT variant_id AS id FROM inventory_stock_item WHERE variant_id NOT IN (SELECT id FROM catalog_variant)",
  "listings without a product":
    "SELECT product_id AS id FROM catalog_listing WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "products without a listing":
    "SELECT id FROM catalog_product WHERE id NOT IN (SELECT product_id FROM catalog_listing)",
  "choices without a product":
    "SELECT product_id AS id FROM catalog_choice WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "products without choices":
    "SELECT id FROM catalog_product WHERE id NOT IN (SELECT product_id FROM catalog_choice)",
  "places of no product":
    "SELECT product_id AS id FROM catalog_collection_product WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "places in no collection":
    "SELECT product_id AS id FROM catalog_collection_product WHERE collection_id NOT IN (SELECT id FROM catalog_collection)",
  "places that two products have":
    "SELECT MIN(product_id) AS id FROM catalog_collection_product GROUP BY collection_id, position HAVING COUNT(*) > 1",
  "old slugs of no product":
    "SELECT slug AS id FROM catalog_slug_redirect WHERE kind = 'product' AND target_id NOT IN (SELECT id FROM catalog_product)",
  "old slugs of no collection":
    "SELECT slug AS id FROM catalog_slug_redirect WHERE kind = 'collection' AND target_id NOT IN (SELECT id FROM catalog_collection)",
  "old slugs that products have":
    "SELECT slug AS id FROM catalog_slug_redirect WHERE kind = 'product' AND slug IN (SELECT slug FROM catalog_product)",
  "old slugs that collections have":
    "SELECT slug AS id FROM catalog_slug_redirect WHERE kind = 'collection' AND slug IN (SELECT slug FROM catalog_collection)",
  "prices in a list without a variant":
    "SELECT variant_id AS id FROM pricing_list_price WHERE variant_id NOT IN (SELECT id FROM catalog_variant)",
  "past prices without a variant":
    "SELECT variant_id AS id FROM pricing_price_history WHERE variant_id NOT IN (SELECT id FROM catalog_variant)",
  "price ranges without a product":
    "SELECT product_id AS id FROM catalog_price_range WHERE product_id NOT IN (SELECT id FROM catalog_product)",
  "prices in a list that is gone":
    "SELECT variant_id AS id FROM pricing_list_price WHERE price_list_id NOT IN (SELECT id FROM pricing_price_list)",
  "price ranges of a list that is gone":
    "SELECT product_id AS id FROM catalog_price_range WHERE price_list_id NOT IN (SELECT id FROM pricing_price_list)",
  "markets at a price list that is gone":
    "SELECT id FROM pricing_market WHERE price_list_id NOT IN (SELECT id FROM pricing_price_list)",
  "past terms of no market":
    "SELECT id FROM pricing_market_history WHERE id NOT IN (SELECT id FROM pricing_market)",
  "countries of no market":
    "SELECT country AS id FROM pricing_market_country WHERE market_id NOT IN (SELECT id FROM pricing_market)",
  "keys without an answer": "SELECT id FROM idempotency_record WHERE outcome IS NULL",
  "work about what is gone":
    "SELECT id FROM scheduled_work WHERE status = 'PENDING' AND every_ms IS NULL AND subject NOT IN (SELECT id FROM catalog_product) AND subject NOT IN (SELECT id FROM catalog_variant) AND subject NOT IN (SELECT id FROM catalog_collection) AND subject NOT IN (SELECT id FROM pricing_price_list) AND kind <> 'pricing.clear-price-list'",
  "work and events that were given up on":
    "SELECT id FROM scheduled_work WHERE status = 'PARKED' UNION ALL SELECT event_id AS id FROM outbox WHERE status = 'PARKED'",
  "custom fields that nobody declared":
    "SELECT full_name AS id FROM catalog_product_metafield WHERE full_name NOT IN (SELECT full_name FROM catalog_metafield_definition)",
};

/** All inconsistencies of a catalogue without pending work, as texts. */
export const catalogueDefects = async (
  { readSource, unitOfWork }: Pick<Store, "readSource" | "unitOfWork">,
  now: Date,
): Promise<readonly string[]> => {
  const rows = (sql: string): Promise<readonly Row[]> => readSource.query(sql);
  const orphans = await Promise.all(
    Object.entries(ORPHANS).map(async ([what, sql]) =>
      (await rows(sql)).map((row) => `${what}: ${String(row["id"])}`),
    ),
  );

  const productIds = (await rows("SELECT id FROM catalog_product ORDER BY id")).map((row) =>
    id<ProductId>(String(row["id"])),
  );
  const listings = await rows("SELECT * FROM catalog_listing ORDER BY product_id");
  const choosable = await rows("SELECT * FROM catalog_choice ORDER BY product_id");
  const products = await relisted(unitOfWork, productIds);
  const shownAnew = await rows("SELECT * FROM catalog_listing ORDER BY product_id");
  const choosableAnew = await rows("SELECT * FROM catalog_choice ORDER BY product_id");
  const snapshots = products.map((product) => product.snapshot());

  const [revisions, events] = [
    groupRows(await rows("SELECT * FROM catalog_product_revision ORDER BY id"), "product_id"),
    groupRows(
      await rows(
        "SELECT id, aggregate_id, sequence, type FROM outbox WHERE type NOT IN ('pricing.price-changed', 'pricing.list-price-changed') ORDER BY id",
      ),
      "aggregate_id",
    ),
  ];
  const versions = new Map<string, number>([
    ...snapshots.map(({ id: productId, version }) => [productId, version] as const),
    ...(
      await rows(
        "SELECT id, version FROM catalog_collection UNION ALL SELECT variant_id AS id, version FROM inventory_stock_item UNION ALL SELECT id, version FROM catalog_metafield_definition UNION ALL SELECT id, version FROM pricing_market UNION ALL SELECT id, version FROM pricing_price_list",
      )
    ).map((row) => [String(row["id"]), Number(row["version"])] as const),
  ]);
  const planned = groupRows(
    await rows(
      `SELECT subject, due_at FROM scheduled_work WHERE status = 'PENDING' AND kind = '${ANNOUNCE_PUBLICATION}'`,
    ),
    "subject",
  );
  return [
    ...orphans.flat(),
    ...listings
      .filter((row, index) => JSON.stringify(row) !== JSON.stringify(shownAnew[index]))
      .map((row) => `listing that is out of date: ${String(row["product_id"])}`),
    ...choosable
      .filter((row, index) => JSON.stringify(row) !== JSON.stringify(choosableAnew[index]))
      .map((row) => `choices that are out of date: ${String(row["product_id"])}`),
    ...(await collectionDefects(rows, unitOfWork)),
    ...(await priceRangeDefects(rows, snapshots)),
    ...(await priceDefects(rows)),
    ...(await gaps(rows, "catalog_variant")),
    ...(await gaps(rows, "catalog_media")),
    ...differing(
      "tags",
      snapshots.flatMap(toTagRows),
      await rows("SELECT product_id, folded_tag FROM catalog_product_tag"),
    ),
    ...differing(
      "translations",
      [
        ...snapshots.flatMap(toProductTranslationRows),
        ...(await translatedCollections(unitOfWork, rows)),
      ].map(ofTranslation),
      (await rows("SELECT * FROM catalog_translation WHERE thing_id NOT LIKE 'metafield%'")).map(
        ofTranslation,
      ),
    ),
    ...differing(
      "custom fields",
      snapshots.flatMap(toMetafieldRows),
      await rows("SELECT product_id, full_name FROM catalog_product_metafield"),
    ),
    ...[...revisions].flatMap(([product, some]) =>
      historyDefects(product, some, versions.get(product)),
    ),
    ...[...events].flatMap(([aggregate, some]) =>
      sequenceDefects(aggregate, some, versions.get(aggregate)),
    ),
    ...snapshots.flatMap((product) =>
      announcementDefects(product, planned.get(product.id) ?? [], now),
    ),
  ];
};

/** Writes every listing and all choices anew, as they follow from what is stored. */
const relisted = (
  unitOfWork: Store["unitOfWork"],
  ids: readonly ProductId[],
): Promise<readonly Product[]> =>
  unitOfWork.run(async ({ products, prices, stockItems, listings, optionAvailabilities }) => {
    const loaded = [...(await products.byId(ids)).values()];
    const variants = loaded.flatMap((product) =>
      product.snapshot().variants.map((variant) => variant.id),
    );
    const [pricesOf, stockOf] = [await prices.lock(variants), await stockItems.byVariant(variants)];
    const pricesAndStock = new Map(
      variants.map((variant) => [
        variant,
        {
          price: pricesOf.get(variant)?.price?.price ?? null,
          compareAt: pricesOf.get(variant)?.price?.compareAt ?? null,
          available: stockOf.get(variant)?.available ?? null,
        },
      ]),
    );
    for (const some of toChunks(loaded))
      await listings.save(some.map((product) => listing(product.snapshot(), pricesAndStock)));
    for (const some of toChunks(loaded))
      await optionAvailabilities.save(
        new Map(
          some.map((product) => [
            product.id,
            optionAvailability(product.snapshot(), pricesAndStock),
          ]),
        ),
      );
    return loaded;
  });

const translatedCollections = async (
  unitOfWork: Store["unitOfWork"],
  rows: (sql: string) => Promise<readonly Row[]>,
): Promise<readonly RowValues[]> => {
  const ids = (await rows("SELECT id FROM catalog_collection")).map((row) =>
    id<CollectionId>(String(row["id"])),
  );
  return unitOfWork.run(async ({ collections }) =>
    [...(await collections.byId(ids)).values()].flatMap((one) =>
      toCollectionTranslationRows(one.snapshot()),
    ),
  );
};

const ofTranslation = (row: RowValues): object => ({
  owner: row["owner_id"],
  thing: row["thing_id"],
  locale: row["locale"],
  complete: Number(row["complete"]),
  texts: [
    row["title"],
    row["description_html"],
    row["seo_title"],
    row["alt"],
    row["options"],
    row["metafields"],
  ],
});

const gaps = async (
  rows: (sql: string) => Promise<readonly Row[]>,
  table: string,
): Promise<readonly string[]> =>
  [
    ...groupRows(
      await rows(`SELECT product_id, position FROM ${table} ORDER BY product_id, position`),
      "product_id",
    ),
  ].flatMap(([product, some]) =>
    some.every((row, index) => Number(row["position"]) === index)
      ? []
      : [`positions in ${table} of ${product}: ${some.map((row) => row["position"]).join(" ")}`],
  );

const differing = (
  what: string,
  expected: readonly object[],
  stored: readonly object[],
): readonly string[] => {
  const [wanted, there] = [expected, stored].map(
    (some) => new Set(some.map((row) => JSON.stringify(row))),
  ) as [Set<string>, Set<string>];
  return [
    ...[...wanted]
      .filter((row) => !there.has(row))
      .map((row) => `${what} that are missing: ${row}`),
    ...[...there].filter((row) => !wanted.has(row)).map((row) => `${what} too many: ${row}`),
  ];
};

/**
 * From the creation on, each entry of the history raised the version by one, except changes of
 * stock only.
 */
const historyDefects = (
  product: string,
  revisions: readonly Row[],
  version: number | undefined,
): readonly string[] => {
  const recorded = revisions
    .map((row) => [row["kind"], Number(row["version"])].join(" "))
    .join(", ");
  if (revisions[0]?.["kind"] !== "CREATED") return [];
  const counted = revisions.filter((row) => !isBesideVersions(row));
  const sound = counted.every(
    (row, index) => Number(row["version"]) - Number(counted[index - 1]?.["version"] ?? 0) === 1,
  );
  const last = counted.at(-1);
  const ended =
    version === undefined
      ? last?.["kind"] === "DELETED"
      : last?.["kind"] !== "DELETED" && Number(last?.["version"]) === version;
  return sound && ended ? [] : [`history of ${product}, now ${version}: ${recorded}`];
};

/** Prices and stock change beside their product, whose version stays. */
const isBesideVersions = (row: Row): boolean =>
  fromSqlJson<readonly FieldChange[]>(row["changes"]).every(({ path }) =>
    /^variants\.[^.]+\.(price|compareAt|cost|onHand|prices\..+)$/.test(path),
  ) && row["kind"] === "UPDATED";

/** An aggregate has an event for each of its versions, in order; discarded stock begins again. */
const sequenceDefects = (
  aggregate: string,
  events: readonly Row[],
  version: number | undefined,
): readonly string[] => {
  const steps = events.map(
    (row, index) => Number(row["sequence"]) - Number(events[index - 1]?.["sequence"] ?? 0),
  );
  const isAnew = (index: number) =>
    events[index - 1]?.["type"] === "inventory.stock-discarded" &&
    Number(events[index]?.["sequence"]) === 1;
  const sound = steps.every(
    (step, index) => step === 1 || (index > 0 && step === 0) || isAnew(index),
  );
  const ended = version === undefined || Number(events.at(-1)?.["sequence"]) === version;
  return sound && ended
    ? []
    : [
        `events of ${aggregate}, now ${version}: ${events.map((row) => `${row["type"]} ${row["sequence"]}`).join(", ")}`,
      ];
};

/** Future publications are scheduled once, and past ones were announced or are pending. */
const announcementDefects = (
  product: ProductSnapshot,
  planned: readonly Row[],
  now: Date,
): readonly string[] => {
  const turns = [product.publication?.from, product.publication?.until].flatMap(
    (turn) => turn?.getTime() ?? [],
  );
  const isKept = planned.every((row) => turns.includes(fromSqlTime(row["due_at"]).getTime()));
  const isOwed =
    nextVisibilityChange(product, now) !== null || isVisible(product, now) !== product.announced;
  return planned.length <= 1 && isKept && (planned.length === 1 || !isOwed)
    ? []
    : [
        `announcements of ${product.id}, ${isOwed ? "owed" : "not owed"}: ${planned.length} planned`,
      ];
};
