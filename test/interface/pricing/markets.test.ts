import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { type Answer, api, codes, send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const MARKET =
  "market { id key name countries currency locales defaultLocale pricesIncludeTax isDefault version priceList { key } }";

describe("the markets of the shop", () => {
  const { ask } = api("markets");

  test("are listed, and found by key, country and id", async () => {
    const { data } = await ask(
      `{ markets { id key name countries currency locales defaultLocale pricesIncludeTax isDefault } byKey: market(by: { key: "default" }) { name } byCountry: market(by: { country: "de" }) { key } }`,
    );

    expect(data).toMatchObject({
      markets: [
        {
          key: "default",
          name: "Default",
          countries: [],
          currency: "EUR",
          locales: ["en"],
          defaultLocale: "en",
          pricesIncludeTax: true,
          isDefault: true,
        },
      ],
      byKey: { name: "Default" },
      byCountry: null,
    });
    const [{ id = "" } = {}] = (data?.["markets"] ?? []) as readonly { readonly id?: string }[];
    const again = await ask(
      `query ($id: ID!) { market(by: { id: $id }) { key } node(id: $id) { id __typename ... on Market { key } } }`,
      { id },
    );
    expect(again.data).toEqual({
      market: { key: "default" },
      node: { id, __typename: "Market", key: "default" },
    });
  });

  test("are not found by an empty or double key", async () => {
    const [wrongId, nothing, both] = [
      await ask(`{ market(by: { id: "x" }) { key } }`),
      await ask(`{ market(by: {}) { key } }`),
      await ask(`{ market(by: { key: "a", country: "DE" }) { key } }`),
    ];

    expect([wrongId, nothing, both].map((answer) => codes(answer)[0])).toEqual([
      "INVALID_ID",
      "GRAPHQL_VALIDATION_FAILED",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });

  test("have price lists for staff only", async () => {
    const { data } = await ask(
      `{ markets { key version createdAt updatedAt priceList { key } } priceLists { key } priceList(by: { key: "none" }) { id } }`,
      undefined,
      { api: "admin" },
    );

    expect(data).toMatchObject({
      markets: [{ key: "default", version: 1, priceList: null }],
      priceLists: [],
      priceList: null,
    });
    expect((await ask(`{ node(id: "pricelist_01h00000000000000000000001") { id } }`)).data).toEqual(
      { node: null },
    );
    expect(codes(await ask(`{ priceLists { key } }`))).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});

describe("the markets of the admin API", () => {
  let shop: Editing;
  let francs: string;
  let swiss: string;
  const idOf = (payload: Record<string, unknown>, field: string): string =>
    (payload[field] as { readonly id: string }).id;
  const buy = (query: string, market?: string, locale?: string): Promise<Answer> =>
    send(shop.world, {
      api: "shop",
      viewer: "guest",
      query,
      ...(market !== undefined && { market }),
      ...(locale !== undefined && { locale }),
    });

  beforeEach(async () => {
    shop = await editing();
    francs = idOf(
      (
        await shop.mutate(
          "priceListCreate",
          { priceList: { key: "francs", currency: "CHF" } },
          "priceList { id }",
        )
      ).payload,
      "priceList",
    );
    swiss = idOf(
      (
        await shop.mutate(
          "marketCreate",
          {
            market: { key: "ch", countries: ["ch"], locales: ["de-ch", "FR"], priceListId: francs },
          },
          "market { id }",
        )
      ).payload,
      "market",
    );
  });

  test("are chosen by the header, and named in the answer", async () => {
    const { data, extensions } = await buy(
      "{ shop { market { key countries } locale currency } }",
      "ch",
      "fr",
    );

    expect(data).toEqual({
      shop: { market: { key: "ch", countries: ["CH"] }, locale: "fr", currency: "CHF" },
    });
    expect(extensions).toMatchObject({ context: { market: "ch", locale: "fr", currency: "CHF" } });
    const refused = [
      await buy("{ shop { locale } }", "fr"),
      await buy("{ shop { locale } }", "ch", "it"),
    ];
    expect(refused.map(codes)).toEqual([["UNKNOWN_MARKET"], ["UNKNOWN_LOCALE"]]);
    expect(refused.map(({ errors }) => errors[0]?.message)).toEqual([
      expect.stringContaining('"default", "ch"'),
      expect.stringContaining('"de-CH", "fr"'),
    ]);
  });

  test("sell at the prices of their list, and nothing without such a price", async () => {
    await shop.mutate(
      "priceListPricesSet",
      {
        priceListId: francs,
        items: [{ variantId: variantId(61), price: "6.50", compareAtPrice: "8.00" }],
      },
      "results { index }",
    );
    const QUERY = `{ product(by: { slug: "mug-6" }) { priceRange { min { amount currency } max { amount } } available onSale compareAtPriceRange { min { amount currency } max { amount } } variants { nodes { price { amount currency } compareAtPrice { amount } onSale available } } } products(filter: { price: { min: "6", max: "7" } }) { totalCount nodes { slug } } inStock: product(by: { slug: "mug-1" }) { available variants { nodes { price { amount } available } } } }`;

    expect((await buy(QUERY, "ch")).data).toEqual({
      product: {
        priceRange: { min: { amount: "6.50", currency: "CHF" }, max: { amount: "6.50" } },
        available: true,
        onSale: true,
        compareAtPriceRange: { min: { amount: "8.00", currency: "CHF" }, max: { amount: "8.00" } },
        variants: {
          nodes: [
            { price: null, compareAtPrice: null, onSale: false, available: false },
            {
              price: { amount: "6.50", currency: "CHF" },
              compareAtPrice: { amount: "8.00" },
              onSale: true,
              available: true,
            },
            { price: null, compareAtPrice: null, onSale: false, available: false },
          ],
        },
      },
      products: { totalCount: 1, nodes: [{ slug: "mug-6" }] },
      inStock: { available: false, variants: { nodes: [{ price: null, available: false }] } },
    });
    expect((await buy(QUERY)).data).toMatchObject({
      product: {
        priceRange: { min: { amount: "5.00", currency: "EUR" } },
        onSale: false,
        compareAtPriceRange: null,
      },
      products: { totalCount: 0 },
      inStock: {
        available: true,
        variants: { nodes: [{ price: { amount: "30.00" }, available: true }] },
      },
    });
  });

  test("have their prices wherever a product is found", async () => {
    await shop.mutate(
      "priceListPricesSet",
      { priceListId: francs, items: [{ variantId: variantId(10), price: "33.00" }] },
      "results { index }",
    );
    await shop.mutate("productUpdate", { id: productId(1), changes: { slug: "new-mug" } });
    const RANGE = "priceRange { min { amount currency } }";
    const { data, errors } = await buy(
      `{ bySlug: product(by: { slug: "new-mug" }) { ${RANGE} } byOldSlug: product(by: { slug: "mug-1" }) { ${RANGE} } byId: product(by: { id: "${productId(1)}" }) { ${RANGE} } node(id: "${productId(1)}") { ... on Product { ${RANGE} } }
        variant: node(id: "${variantId(10)}") { ... on Variant { price { amount currency } product { ${RANGE} } } } inCollection: collection(by: { slug: "collection-2" }) { products { nodes { ${RANGE} } } } dearest: products(first: 1, sort: { key: PRICE }) { nodes { ${RANGE} } } }`,
      "ch",
    );

    expect(errors).toEqual([]);
    const range = { priceRange: { min: { amount: "33.00", currency: "CHF" } } };
    expect(data).toEqual({
      bySlug: range,
      byOldSlug: range,
      byId: range,
      node: range,
      variant: { price: { amount: "33.00", currency: "CHF" }, product: range },
      inCollection: { products: { nodes: expect.arrayContaining([range]) } },
      dearest: { nodes: [range] },
    });
  });

  test("show staff the prices of every list and their history", async () => {
    const { payload } = await shop.mutate(
      "priceListPricesSet",
      {
        priceListId: francs,
        items: [
          { variantId: variantId(10), price: "33.00" },
          { variantId: variantId(10), price: "34.00" },
          { variantId: variantId(20), price: "5.00", compareAtPrice: "4.00" },
        ],
        onError: "SKIP",
      },
      "results { index variant { price { amount } prices { priceList { key } price { amount } compareAtPrice { amount } variant { id } } } userErrors { code path } warnings { code path } }",
    );

    expect(payload["results"]).toEqual([
      {
        index: 0,
        variant: {
          price: { amount: "30.00" },
          prices: [
            {
              priceList: { key: "francs" },
              price: { amount: "33.00" },
              compareAtPrice: null,
              variant: { id: variantId(10) },
            },
          ],
        },
        userErrors: [],
        warnings: [],
      },
      {
        index: 1,
        variant: null,
        userErrors: [{ code: "GIVEN_TWICE", path: ["input", "items", "1", "variantId"] }],
        warnings: [],
      },
      {
        index: 2,
        variant: {
          price: { amount: "10.00" },
          prices: [
            {
              priceList: { key: "francs" },
              price: { amount: "5.00" },
              compareAtPrice: { amount: "4.00" },
              variant: { id: variantId(20) },
            },
          ],
        },
        userErrors: [],
        warnings: [{ code: "COMPARE_AT_NOT_ABOVE_PRICE", path: ["input", "items", "2"] }],
      },
    ]);
    const { data } = await shop.ask(
      `{ priceList(by: { key: "francs" }) { prices(first: 1) { totalCount pageInfo { hasNextPage } nodes { price { amount currency } } } } product(by: { id: "${productId(1)}" }) { version history(first: 1) { nodes { changes { path before after } } } } }`,
    );
    expect(data).toEqual({
      priceList: {
        prices: {
          totalCount: 2,
          pageInfo: { hasNextPage: true },
          nodes: [{ price: { amount: "33.00", currency: "CHF" } }],
        },
      },
      product: {
        version: 1,
        history: {
          nodes: [
            {
              changes: [
                {
                  path: `variants.${variantId(10)}.prices.francs`,
                  before: null,
                  after: "33.00 CHF",
                },
              ],
            },
          ],
        },
      },
    });
  });

  test("are refused with all problems and their paths", async () => {
    const { payload } = await shop.mutate("marketCreate", {
      market: {
        key: "No key",
        countries: ["CH", "QQ"],
        locales: ["x"],
        priceListId: "pricelist_01h00000000000000000000099",
      },
    });
    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "NotFoundError",
        code: "PRICE_LIST_NOT_FOUND",
        path: ["input", "market", "priceListId"],
      },
    ]);

    const second = await shop.mutate("marketCreate", {
      market: { key: "No key", countries: ["DE", "QQ"], locales: ["x"], currency: "JPY" },
    });
    expect(
      (second.payload["userErrors"] as readonly { code: string; path: readonly string[] }[]).map(
        ({ code, path }) => [code, ...path.slice(2)].join(" "),
      ),
    ).toEqual([
      "INVALID_KEY key",
      "UNKNOWN_COUNTRY countries 1",
      "INVALID_LOCALE locales 0",
      "PRICE_LIST_REQUIRED priceListId",
    ]);
    const third = await shop.mutate("marketCreate", {
      market: { key: "li", countries: ["LI", "CH"] },
    });
    expect(third.payload["userErrors"]).toMatchObject([
      {
        __typename: "TakenError",
        code: "COUNTRY_TAKEN",
        path: ["input", "market", "countries", "1"],
      },
    ]);
  });

  test("are changed for the next request, and the default one keeps its currency and language", async () => {
    const renamed = await shop.mutate(
      "marketUpdate",
      { id: swiss, changes: { key: "schweiz", name: null, locales: ["it"] } },
      MARKET,
    );
    expect(renamed.payload["market"]).toMatchObject({
      key: "schweiz",
      name: "schweiz",
      locales: ["it"],
      defaultLocale: "it",
      version: 2,
      priceList: { key: "francs" },
    });
    expect(codes(await buy("{ shop { locale } }", "ch"))).toEqual(["UNKNOWN_MARKET"]);
    expect((await buy("{ shop { locale } }", "schweiz")).data).toEqual({ shop: { locale: "it" } });

    const home = ((await shop.ask(`{ market(by: { key: "default" }) { id } }`)).data?.["market"] ??
      {}) as { readonly id: string };
    const fixed = await shop.mutate("marketUpdate", { id: home.id, changes: { locales: ["de"] } });
    const closed = await shop.mutate("marketDelete", { id: home.id });
    expect([fixed, closed].map(({ payload }) => payload["userErrors"])).toMatchObject([
      [{ code: "DEFAULT_MARKET_FIXED" }],
      [{ code: "DEFAULT_MARKET_FIXED" }],
    ]);
    expect(
      (await shop.mutate("marketUpdate", { id: home.id, changes: {} })).payload["warnings"],
    ).toMatchObject([{ code: "NOTHING_CHANGED" }]);
  });

  test("protect their price list from deletion until they are closed", async () => {
    const used = await shop.mutate("priceListDelete", { id: francs });
    expect(used.payload["userErrors"]).toMatchObject([
      { __typename: "InUseError", code: "PRICE_LIST_IN_USE", uses: 1 },
    ]);

    await shop.mutate("marketDelete", { id: swiss }, "deletedMarketId");
    expect(
      (await shop.mutate("priceListDelete", { id: francs }, "deletedPriceListId")).payload,
    ).toMatchObject({ deletedPriceListId: francs, userErrors: [] });
    expect(codes(await buy("{ shop { locale } }", "ch"))).toEqual(["UNKNOWN_MARKET"]);
  });
});
