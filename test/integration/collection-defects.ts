import type { Collection } from "../../src/domain/catalog/collections/collection.js";
import { matchesRules } from "../../src/domain/catalog/collections/rule-matcher.js";
import { productFacts } from "../../src/domain/catalog/collections/product-facts.js";
import type { CollectionId, ProductId } from "../../src/domain/catalog/ids.js";
import { nextVisibilityChange } from "../../src/domain/catalog/products/is-visible.js";
import { MAX_COLLECTION_LEVELS } from "../../src/domain/catalog/collections/check-nesting.js";
import { id } from "../../src/domain/shared/id.js";
import type { Stores } from "../../src/infrastructure/stores.js";
import type { UnitOfWork } from "../../src/application/shared/unit-of-work.js";
import type { Row } from "../../src/infrastructure/shared/database/sql-session.js";

type Query = (sql: string) => Promise<readonly Row[]>;

/**
 * What is wrong with the collections of a catalogue at rest: each automated one is worked out anew,
 * product by product.
 */
export const collectionDefects = async (
  rows: Query,
  unitOfWork: Pick<UnitOfWork<Stores>, "run">,
): Promise<readonly string[]> => {
  const [productIds, collectionIds] = [
    await idsOf<ProductId>(rows, "catalog_product"),
    await idsOf<CollectionId>(rows, "catalog_collection"),
  ];
  const { facts, collections } = await unitOfWork.run(async (stores) => {
    const products = [...(await stores.products.byId(productIds)).values()].map((product) =>
      product.snapshot(),
    );
    const variants = products.flatMap((product) => product.variants.map((variant) => variant.id));
    const [prices, stock] = [
      await stores.prices.lock(variants),
      await stores.stockItems.byVariant(variants),
    ];
    const pricesAndStock = new Map(
      variants.map((variant) => [
        variant,
        {
          price: prices.get(variant)?.price?.price ?? null,
          compareAt: prices.get(variant)?.price?.compareAt ?? null,
          available: stock.get(variant)?.available ?? null,
        },
      ]),
    );
    return {
      facts: products.map(
        (product) => [product.id, productFacts(product, pricesAndStock)] as const,
      ),
      collections: [...(await stores.collections.byId(collectionIds)).values()],
    };
  });
  const places = await rows("SELECT collection_id, product_id FROM catalog_collection_product");
  const inside = new Set(places.map((row) => `${row["collection_id"]} ${row["product_id"]}`));
  const wrong = collections.flatMap(({ id: collection, rules }) =>
    rules
      ? facts
          .filter(
            ([product, known]) =>
              matchesRules(rules, known) !== inside.has(`${collection} ${product}`),
          )
          .map(
            ([product]) =>
              `${collection}: ${product} ${inside.has(`${collection} ${product}`) ? "does not belong there" : "is missing"}`,
          )
      : [],
  );
  const left = await rows(
    "SELECT product_id AS id FROM catalog_collection_due UNION ALL SELECT collection_id AS id FROM catalog_collection_evaluation",
  );
  return [
    ...wrong,
    ...left.map((row) => `still to be looked at: ${String(row["id"])}`),
    ...treeDefects(collections),
    ...(await announcementDefects(rows, collections)),
  ];
};

const idsOf = async <Kind extends ProductId | CollectionId>(
  rows: Query,
  table: string,
): Promise<readonly Kind[]> =>
  (await rows(`SELECT id FROM ${table} ORDER BY id`)).map((row) => id<Kind>(String(row["id"])));

/** Every collection leads to the top, by as many steps as there may be. */
const treeDefects = (collections: readonly Collection[]): readonly string[] => {
  const parents = new Map(collections.map((one) => [one.id, one.snapshot().parentId]));
  return collections.flatMap(({ id: collection }) => {
    let [above, levels]: [CollectionId | null | undefined, number] = [collection, 0];
    while (above && levels <= MAX_COLLECTION_LEVELS)
      [above, levels] = [parents.get(above), levels + 1];
    return above === null && levels <= MAX_COLLECTION_LEVELS
      ? []
      : [`${collection} does not lead to the top`];
  });
};

const announcementDefects = async (
  rows: Query,
  collections: readonly Collection[],
): Promise<readonly string[]> => {
  const planned = (
    await rows(
      "SELECT subject FROM scheduled_work WHERE status = 'PENDING' AND kind = 'catalog.announce-collection'",
    )
  ).map((row) => String(row["subject"]));
  return collections.flatMap((one) => {
    const { publication, announced } = one.snapshot();
    const owed =
      nextVisibilityChange({ status: "ACTIVE", publication }, new Date()) === null ? 0 : 1;
    const isShown =
      publication !== null &&
      publication.from <= new Date() &&
      (publication.until === null || new Date() < publication.until);
    const there = planned.filter((subject) => subject === one.id).length;
    return there >= owed && there <= 1 && (there === 1 || isShown === announced)
      ? []
      : [`announcements of ${one.id}: ${there} planned, ${owed} owed`];
  });
};
