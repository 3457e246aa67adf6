import { CONTEXTS } from "../../../src/application/contexts.js";
import { openContexts } from "../../../src/application/shared/open-contexts.js";
import { testFingerprints } from "../../builders/test-fingerprints.js";
import { generateShop } from "../../../bench/generate-shop.js";
import { catalog } from "../../../src/application/catalog/catalog.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { marketCreate } from "../../../src/application/pricing/markets/market-create.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { translateProduct } from "../../../src/domain/catalog/products/translate-product.js";
import { sqlProductSearch } from "../../../src/infrastructure/search/sql-product-search.js";
import { ReadSource } from "../../../src/infrastructure/shared/database/read-source.js";
import type { SqlValue } from "../../../src/infrastructure/shared/database/sql-value.js";
import type { Store } from "../../../src/infrastructure/store.js";
import {
  createGraphqlEndpoints,
  type GraphqlEndpoint,
} from "../../../src/interface/graphql/server/create-graphql-endpoints.js";
import { resultOf, openTestMarket } from "../../builders/open-test-market.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

/** Large enough that databases use the plans of a large shop. */
const PRODUCTS = 4_500;
const VARIANTS = 3;
const COLLECTIONS = 120;
/**
 * How many hidden products are before all others in a list, and how many after: a list must not
 * read past them.
 */
const HIDDEN = 1_100;
/**
 * Of the active ones so many are not published any more; with more of them lists come from memory.
 */
const ENDED = 700;

export interface AskedStatement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface LargeShop {
  readonly shop: GraphqlEndpoint;
  readonly productIds: readonly ProductId[];
  readonly collectionIds: readonly CollectionId[];
  /** The statements since the last call. */
  taken(): readonly AskedStatement[];
  stop(): Promise<void>;
}

type Filled = Pick<LargeShop, "productIds" | "collectionIds">;

const needsOf = (store: Store) => ({
  ...store,
  clock: fixedClock("2026-06-01T12:00:00.000Z"),
  ids: numberedIds(500_000),
  currency: "EUR",
});

/** Loads a large shop. */
export const fillLargeShop = async (
  store: Store,
  write: (sql: string) => Promise<unknown>,
): Promise<Filled> => {
  const needs = needsOf(store);
  await openTestMarket(store.unitOfWork);
  const priceListId = await openMarket(needs);
  const { productIds, collectionIds } = await generateShop(
    store,
    { products: PRODUCTS, variantsPerProduct: VARIANTS, collections: COLLECTIONS },
    catalog(needs),
  );
  await priceSome(store, needs, priceListId);
  await translateSome(store, productIds);
  for (const statement of [...outOfSight(productIds), ...inLargeCollection(collectionIds)])
    await write(statement);
  return { productIds, collectionIds };
};

/** Opens the filled shop for queries. */
export const openLargeShop = async (
  store: Store,
  { productIds, collectionIds }: Filled,
): Promise<LargeShop> => {
  const needs = needsOf(store);
  const statements: AskedStatement[] = [];
  const watched =
    <Args extends readonly [string, (readonly SqlValue[])?], Result>(
      query: (...given: Args) => Result,
    ) =>
    (...given: Args): Result => {
      statements.push({ sql: given[0], values: given[1] ?? [] });
      return query(...given);
    };
  // The search reads in the background, independently of queries.
  const query: ReadSource["query"] = (...given) =>
    ReadSource.prototype.query.apply(store.readSource, given);
  const productSearch = sqlProductSearch({ query, dialect: store.readSource.dialect }, 60_000);
  await productSearch.start();
  store.readSource.query = watched(query);
  const markets = (await store.readMarkets()).map((market) => ({
    ...market,
    locales: ["en", "de"],
  }));
  const inUse = { ...needs, productSearch };
  const { shop } = await createGraphqlEndpoints({
    app: openContexts(CONTEXTS, { ...inUse, markets: { all: async () => markets } }),
    publicUrl: "https://shop.example/",
    fingerprints: testFingerprints,
    introspection: true,
    hideSchemaHints: true,
    report: () => undefined,
    denied: () => undefined,
  });
  return {
    shop,
    productIds,
    collectionIds,
    taken: () => statements.splice(0),
    stop: () => productSearch.stop(),
  };
};

type Needs = Parameters<typeof priceListCreate>[0] &
  Parameters<typeof priceListPricesSet>[0] &
  Parameters<typeof marketCreate>[0];

/** A market `ch` at a price list of its own, which has no prices yet. */
const openMarket = async (needs: Needs) => {
  const { priceListId } = resultOf(
    await priceListCreate(needs)({ priceList: { key: "francs", currency: "CHF" } }, OPERATOR),
  );
  resultOf(
    await marketCreate(needs)(
      { market: { key: "ch", name: "Switzerland", countries: ["CH"], priceListId } },
      OPERATOR,
    ),
  );
  return priceListId;
};

/** Some variants have a price in francs. */
const priceSome = async (
  { readSource }: Store,
  needs: Needs,
  priceListId: string,
): Promise<void> => {
  const variants = (
    await readSource.query("SELECT id FROM catalog_variant ORDER BY id DESC LIMIT 250")
  ).map((row) => String(row["id"]));
  resultOf(
    await priceListPricesSet(needs)(
      {
        priceListId,
        items: variants.map((variantId, index) => ({ variantId, price: `${index + 1}.50` })),
      },
      OPERATOR,
    ),
  );
};

const translateSome = async (
  { unitOfWork }: Store,
  productIds: readonly ProductId[],
): Promise<void> =>
  unitOfWork.run(async ({ products }) => {
    const some = await Promise.all(productIds.slice(-50).map((one) => products.get(one)));
    for (const one of some)
      one.revise(
        translateProduct(one.snapshot(), [{ locale: "de", title: `Ding ${one.id}` }]),
        new Date("2026-01-02T00:00:00.000Z"),
      );
    await products.save(some);
  });

/**
 * Drafts and formerly published products are before all others in every order, archived products
 * after them.
 */
const outOfSight = (ids: readonly ProductId[]): readonly string[] => {
  const hide = (from: number, until: number, state: string, order: string): string =>
    `UPDATE catalog_listing SET ${state}, ${order} WHERE product_id >= '${ids[from] ?? ""}' AND product_id < '${ids[until] ?? ""}'`;
  const standing = (title: string, price: number, time: string): string =>
    `folded_title = ${title}, price_rank = ${price}, created_at = '${time}', updated_at = '${time}'`;
  const [first, last] = [
    standing("' '", 1, "2020-01-01 00:00:00.000"),
    standing("'~'", 9_000_000_000, "2030-01-01 00:00:00.000"),
  ];
  return [
    hide(0, HIDDEN, "status = 'DRAFT'", first),
    hide(HIDDEN, HIDDEN + ENDED, "published_until = '2026-02-01 00:00:00.000'", first),
    hide(HIDDEN + ENDED, 2 * HIDDEN + ENDED, "status = 'ARCHIVED'", last),
  ];
};

/** One collection has all products; the hidden ones are first. */
const inLargeCollection = ([
  large = "" as CollectionId,
]: readonly CollectionId[]): readonly string[] => [
  `DELETE FROM catalog_collection_product WHERE collection_id = '${large}'`,
  `INSERT INTO catalog_collection_product (collection_id, product_id, position) SELECT '${large}', product_id, CASE WHEN status = 'DRAFT' THEN 1024 ELSE 2048 END FROM catalog_listing`,
];
