import { CONTEXTS } from "../../src/application/contexts.js";
import { openContexts } from "../../src/application/shared/open-contexts.js";
import { testFingerprints } from "../builders/test-fingerprints.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ADMIN_KEY_HOLDER, GUEST, type Viewer } from "../../src/application/shared/viewer.js";
import { translateProduct } from "../../src/domain/catalog/products/translate-product.js";
import type { MemorySearch } from "../../src/infrastructure/search/memory-search.js";
import { sqlProductSearch } from "../../src/infrastructure/search/sql-product-search.js";
import {
  createGraphqlEndpoints,
  type GraphqlEndpoint,
} from "../../src/interface/graphql/server/create-graphql-endpoints.js";
import type { Answer } from "../answer.js";
import { openTestMarket, openSwissMarket } from "../builders/open-test-market.js";
import { mediaId, productId, variantId } from "../builders/product-content.js";
import { fillShop } from "../builders/fill-shop.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { embeddedStore } from "./embedded-store.js";
import { shirt } from "./shirts.js";

/** The query of a list page: products with all variants, prices, stock and the first image. */
const LIST = `query List($first: Int!, $after: String) {
  products(first: $first, after: $after, sort: { key: TITLE }) {
    pageInfo { endCursor hasNextPage }
    nodes { id slug title available featuredImage { url alt } priceRange { min { amount currency } max { amount } }
      variants(first: 100) { nodes { id sku optionValues { name value } price { amount currency } compareAtPrice { amount } available stock } } }
  }
}`;

describe("the statements of a query", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  let shop: GraphqlEndpoint;
  let admin: GraphqlEndpoint;
  let statements: string[];
  let productSearch: MemorySearch;

  beforeAll(async () => {
    store = await embeddedStore();
    await fillShop(store.unitOfWork, {
      products: Array.from({ length: 120 }, (_, n) => shirt(n + 1)),
      collections: [
        { number: 1, products: [3, 2, 1] },
        { number: 2, products: [5, 4] },
      ],
    });
    await openTestMarket(store.unitOfWork);
    await openSwissMarket(store);
    const markets = (await store.readMarkets()).map((market) => ({
      ...market,
      locales: ["en", "de", "de-AT"],
      showsLowestPrice: true,
    }));
    // The search reads in the background, independently of queries.
    const query = store.readSource.query.bind(store.readSource);
    productSearch = sqlProductSearch({ query, dialect: store.readSource.dialect }, 5_000);
    const needs = {
      ...store,
      productSearch,
      // A second after the shop was filled.
      clock: fixedClock("2026-01-01T12:00:01.000Z"),
      ids: numberedIds(),
      currency: "EUR",
    };
    const app = openContexts(CONTEXTS, { ...needs, markets: { all: async () => markets } });
    ({ shop, admin } = await createGraphqlEndpoints({
      app,
      publicUrl: "http://shop.example",
      fingerprints: testFingerprints,
      introspection: true,
      hideSchemaHints: false,
      denied: () => undefined,
      report: (error) => {
        throw error;
      },
    }));
    vi.spyOn(store.readSource, "query").mockImplementation((sql, values) => {
      statements.push(sql.replaceAll(/\s+/g, " "));
      return query(sql, values);
    });
  });
  beforeEach(() => {
    statements = [];
  });
  afterAll(async () => {
    await productSearch.stop();
    await store.close();
  });

  const askOf = async (
    { server, context }: typeof shop,
    viewer: Viewer,
    query: string,
    variables: Record<string, unknown>,
    locale?: string,
    market?: string,
  ): Promise<Answer> => {
    const contextValue = await context({ viewer, requestId: "test", market, locale });
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== "single") throw new Error("The answer came in pieces.");
    expect(body.singleResult.errors).toBeUndefined();
    return body.singleResult.data;
  };
  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    askOf(shop, GUEST, query, variables);
  const askAsStaff = (query: string, variables: Record<string, unknown> = {}) =>
    askOf(admin, ADMIN_KEY_HOLDER, query, variables);

  test.each([1, 20, 100])(
    "%i products with all variants, prices, stock and first image are read in two statements",
    async (first) => {
      const { products } = await ask(LIST, { first });

      expect(products.nodes).toHaveLength(first);
      expect(products.nodes[0]).toMatchObject({
        title: "Shirt 001",
        available: true,
        featuredImage: { alt: "Mug 1" },
        priceRange: { min: { amount: "20.00" }, max: { amount: "24.00" } },
      });
      expect(
        products.nodes.at(-1).variants.nodes.map((variant: { stock: number }) => variant.stock),
      ).toEqual([0, 1, 2, 3, 4]);
      expect(statements).toHaveLength(2);
    },
  );

  test.each([1, 20, 100])(
    "the lowest prices of %i products are read in three more statements, and in none where none is reduced",
    async (first) => {
      const query = `query ($first: Int!, $variants: Int!) { products(first: $first) { nodes {
        variants(first: $variants) { nodes { compareAtPrice { amount } lowestPrice30Days { amount } } } } } }`;
      await ask(query, { first, variants: 4 });
      const without = statements.splice(0).length;
      await ask(query, { first, variants: 5 });

      expect([without, statements.length]).toEqual([2, 5]);
    },
  );

  test.each([1, 120])(
    "a quote of %i lines is worked out with three statements, four in the future, five in the past, and three more while no taxes are in memory",
    async (count) => {
      const QUOTE = `query ($input: QuotePreviewInput!) {
        quotePreview(input: $input) { lines { gross { amount } priceBreakdown { kind } } totals { total { amount } } }
      }`;
      const lines = Array.from({ length: count }, (_, n) => ({
        variantId: variantId((n + 1) * 10),
        quantity: 1,
      }));
      const clock = vi.spyOn(performance, "now").mockReturnValue(0);
      await askAsStaff(QUOTE, { input: { lines } });
      const first = statements.length;
      statements.length = 0;
      const { quotePreview } = await askAsStaff(QUOTE, { input: { lines } });

      expect(quotePreview.totals.total.amount).toBe(`${count * 20}.00`);
      expect(statements).toHaveLength(3);
      expect([3, 6]).toContain(first);
      statements.length = 0;
      await askAsStaff(QUOTE, { input: { lines, asOf: "2035-06-01T00:00:00Z" } });
      expect(statements).toHaveLength(4);
      statements.length = 0;
      const then = await askAsStaff(QUOTE, { input: { lines, asOf: "2026-01-01T12:00:00Z" } });
      expect(then.quotePreview.totals.total.amount).toBe(`${count * 20}.00`);
      expect(statements).toHaveLength(5);
      clock.mockRestore();
    },
  );

  test.each(["de", "de-AT"])(
    "a list, a product page and a page of collections take as many statements in %s as in the language of the catalogue",
    async (locale) => {
      await store.unitOfWork.run(async ({ products }) => {
        const first = await products.get(productId(1));
        first.revise(
          translateProduct(first.snapshot(), [
            {
              locale: "de",
              title: "Hemd 001",
              options: [
                {
                  name: "Size",
                  translation: "Größe",
                  values: [{ value: "XL", translation: "Sehr groß" }],
                },
              ],
              media: [{ id: mediaId(1), alt: "Ein Hemd" }],
            },
          ]),
          new Date("2026-01-01T12:00:00Z"),
        );
        await products.save([first]);
      });
      const inGerman = (query: string, variables: Record<string, unknown> = {}) =>
        askOf(shop, GUEST, query, variables, locale);

      const { products } = await inGerman(LIST, { first: 100 });
      expect(products.nodes[0]).toMatchObject({
        title: "Hemd 001",
        featuredImage: { alt: "Ein Hemd" },
        variants: {
          nodes: expect.arrayContaining([
            expect.objectContaining({ optionValues: [{ name: "Größe", value: "Sehr groß" }] }),
          ]),
        },
      });
      expect(products.nodes[1]).toMatchObject({
        title: "Shirt 002",
        featuredImage: { alt: "Mug 2" },
      });
      expect(statements).toHaveLength(2);

      statements = [];
      const { product } = await inGerman(
        `{ product(by: { slug: "mug-1" }) { title descriptionHtml seo { title } options { name values } metafields { value } media(first: 10) { nodes { url alt } } variants(first: 100) { nodes { sku optionValues { name value } price { amount } stock } } } }`,
      );
      expect(product).toMatchObject({ title: "Hemd 001", media: { nodes: [{ alt: "Ein Hemd" }] } });
      expect(statements).toHaveLength(3);

      statements = [];
      await inGerman(
        "{ collections(first: 10) { nodes { title image { alt } products(first: 2) { nodes { title variants(first: 2) { nodes { optionValues { name value } } } } } } } }",
      );
      expect(statements).toHaveLength(3);
    },
  );

  test.each([1, 20, 100])(
    "%i products, and the page of one, take as many statements in a market with its own prices",
    async (first) => {
      const inFrancs = (query: string, variables: Record<string, unknown> = {}) =>
        askOf(shop, GUEST, query, variables, undefined, "ch");
      const { products } = await inFrancs(LIST, { first });

      expect(products.nodes).toHaveLength(first);
      expect(products.nodes[0]).toMatchObject({
        title: "Shirt 001",
        priceRange: { min: { amount: "19.50", currency: "CHF" }, max: { amount: "19.50" } },
      });
      expect(
        products.nodes[0].variants.nodes.map(
          ({ price, available }: { price: unknown; available: boolean }) => [price, available],
        ),
      ).toEqual([
        [{ amount: "19.50", currency: "CHF" }, false],
        [null, false],
        [null, false],
        [null, false],
        [null, false],
      ]);
      expect(statements).toHaveLength(2);

      statements = [];
      const { product } = await inFrancs(
        `{ product(by: { slug: "mug-1" }) { title priceRange { min { amount } } available media(first: 10) { nodes { url } } variants(first: 100) { nodes { sku price { amount } stock } } } }`,
      );
      expect(product).toMatchObject({ available: false, priceRange: { min: { amount: "19.50" } } });
      expect(statements).toHaveLength(3);
    },
  );

  test("the prices of 100 variants in all lists take one more statement, and those of a list with their variants three", async () => {
    await askAsStaff(
      "{ variants(first: 100) { nodes { sku prices { price { amount } priceList { key } } } } }",
    );
    expect(statements).toHaveLength(3);

    statements = [];
    const { priceList } = await askAsStaff(
      `{ priceList(by: { key: "francs" }) { prices(first: 100) { nodes { price { amount } variant { sku } } } } }`,
    );
    expect(priceList.prices.nodes).toEqual([
      { price: { amount: "19.50" }, variant: { sku: "SHIRT-1-S" } },
    ]);
    expect(statements).toHaveLength(3);
  });

  test("a field that was not requested is not read", async () => {
    await ask("{ products(first: 2) { nodes { title } } }");

    expect(statements).toEqual([
      "SELECT l.product_id AS id, p.title, l.created_at AS cursor_key, l.product_id AS cursor_id FROM catalog_listing l INDEXED BY ix_catalog_listing_status_created_at_product_id JOIN catalog_product p ON p.id = l.product_id " +
        "WHERE l.status = 'ACTIVE' AND l.published_from <= ? AND (l.published_until IS NULL OR l.published_until > ?) ORDER BY l.created_at ASC, l.product_id ASC LIMIT 3",
    ]);
  });

  test("fields of the listing are read from one table, and counts from memory take no statement", async () => {
    await ask("{ products(first: 2) { nodes { available priceRange { min { amount } } } } }");
    expect(statements.join()).not.toContain("JOIN");
    expect(statements.join()).not.toContain("COUNT");

    statements = [];
    await ask("{ products(first: 2) { totalCount } }");
    expect(statements).toEqual([]);
  });

  test("a price is read without stock, and stock without a price", async () => {
    await ask(
      "{ products(first: 2) { nodes { variants(first: 5) { nodes { price { amount } } } } } }",
    );
    expect(statements.at(-1)).not.toContain("inventory_stock_item");

    await ask("{ products(first: 2) { nodes { variants(first: 5) { nodes { stock } } } } }");
    expect(statements.at(-1)).not.toContain("pricing_variant_price");
  });

  test("a product page takes one statement for each kind of part", async () => {
    await ask(`{ product(by: { slug: "mug-7" }) { title descriptionHtml options { name values } media(first: 10) { nodes { url alt } }
      variants(first: 100) { nodes { sku price { amount } stock } } } }`);

    expect(statements).toHaveLength(3);
  });

  test("children and products of collections are read and counted together, however many there are", async () => {
    const { collections } = await ask(
      `{ collections(first: 10) { nodes { title products(first: 2) { totalCount nodes { title collections(first: 1) { totalCount nodes { title } } } } } } }`,
    );

    expect(
      collections.nodes.map(
        (one: { products: { totalCount: number; nodes: { title: string }[] } }) => [
          one.products.totalCount,
          ...one.products.nodes.map(({ title }) => title),
        ],
      ),
    ).toEqual([
      [3, "Shirt 003", "Shirt 002"],
      [2, "Shirt 005", "Shirt 004"],
    ]);
    expect(statements).toHaveLength(4);
  });

  test.each([1, 20, 100])(
    "the history, old slugs, publications and scheduled prices of %i products are read in six statements",
    async (first) => {
      const { products } = await askAsStaff(
        `query ($first: Int) { products(first: $first) { nodes { title publication { from } oldSlugs history(first: 2) { totalCount nodes { at } } variants(first: 10) { nodes { onHand cost { amount } scheduledPrices { at } } } } } }`,
        { first },
      );

      expect(products.nodes).toHaveLength(first);
      expect(statements).toHaveLength(6);
    },
  );

  test.each([1, 20, 100])(
    "%i variants of a list, each with its product and its history, are read in four statements",
    async (first) => {
      const { variants } = await askAsStaff(
        `query ($first: Int) { variants(first: $first) { nodes { sku price { amount } onHand product { title history(first: 1) { nodes { at } } } } } }`,
        { first },
      );

      expect(variants.nodes).toHaveLength(first);
      expect(statements).toHaveLength(4);
    },
  );

  test("a deep page starts at its cursor without counting up to it", async () => {
    let after: string | null = null;
    for (let page = 0; page < 5; page++)
      ({
        products: {
          pageInfo: { endCursor: after },
        },
      } = await ask(LIST, { first: 20, after }));
    statements = [];
    await ask(LIST, { first: 20, after });

    expect(statements).toHaveLength(2);
    expect(statements.join()).not.toContain("OFFSET");
  });

  test.each([
    ["TITLE", "ix_catalog_listing_status_folded_title_product_id"],
    ["PRICE", "ix_catalog_listing_status_price_rank_product_id"],
    ["CREATED", "ix_catalog_listing_status_created_at_product_id"],
  ])("a list by %s walks its index without sorting", async (key, index) => {
    await ask(`{ products(first: 20, sort: { key: ${key} }) { nodes { title } } }`);
    const plan = await store.readSource.query(`EXPLAIN QUERY PLAN ${statements[0]}`, [
      "2026-01-01 12:00:00.000",
      "2026-01-01 12:00:00.000",
    ]);
    const steps = plan.map((row) => String(row["detail"])).join("; ");

    expect(steps).toContain(index);
    expect(steps).not.toContain("TEMP B-TREE");
  });
});
